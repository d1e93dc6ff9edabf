// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/PatientFinder.hpp"
#include "app/presenters/SchedulePresenter.hpp"

#include <wx/scrolwin.h>

#include <functional>
#include <string>

class wxTextCtrl;

namespace plumbline::app::kit {
class Card;
class HairlineList;
class LinkButton;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// Beside the schedule: who waits in the room, what is held for another day, patients to be booked, who waits for a
/// place, the manager's lists, what the colors mean. Rows can be pulled onto the sheet.
class ScheduleSide : public wxScrolledWindow {
public:
    struct Heard {
        std::function<void(Brought)> pulled;
        std::function<void(AppointmentId)> show;     ///< Somebody of the waiting room.
        std::function<void(std::size_t)> pinned;     ///< Enter on what is held: to the place of the keyboard.
        std::function<void(std::size_t)> waitlisted; ///< Enter on who waits for a place.
        std::function<void(std::size_t, wxPoint)> pinned_menu, waitlist_menu;
        std::function<void()> add_to_waitlist;
        std::function<void(PatientChoice)> carried; ///< A patient is being pulled; `pulled` follows.
        std::function<void(PatientChoice)> book;    ///< Enter on a patient: at the place of the keyboard.
        std::function<void(std::string)> worklist;  ///< By its code; none for who may not see it.
    };
    ScheduleSide(wxWindow* parent, PatientFinder& finder, Heard heard);
    void draw(ScheduleState const& state);
    /// Into the field in which a patient is found.
    void find_patient();
    /// Whether the pinboard lies there.
    [[nodiscard]] bool pinboard_at(wxPoint screen) const;
    [[nodiscard]] kit::HairlineList* pinned() noexcept { return pinned_; }
    [[nodiscard]] kit::HairlineList* waitlist() noexcept { return waitlist_; }

private:
    kit::Card* card(wxString const& caption, kit::HairlineList*& list, wxString const& name, wxString const& empty);

    void make_finder();
    void make_lists();
    void draw_patients();
    void book_patient(std::size_t index);
    void book(PatientChoice const& patient);

    PatientFinder& finder_;
    Heard heard_;
    ScheduleState shown_;
    kit::Card *waiting_card_ = nullptr, *pinned_card_ = nullptr, *waitlist_card_ = nullptr;
    wxTextCtrl* find_ = nullptr;
    kit::HairlineList* patients_ = nullptr;
    kit::HairlineList *waiting_ = nullptr, *pinned_ = nullptr, *waitlist_ = nullptr;
    Connection found_, taken_;
};

} // namespace plumbline::app::gui
