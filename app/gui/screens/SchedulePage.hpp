// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Page.hpp"
#include "app/gui/kit/Painting.hpp"
#include "app/gui/screens/SchedulePaperwork.hpp"
#include "app/gui/screens/Ways.hpp"
#include "app/presenters/PatientFinder.hpp"
#include "app/presenters/SchedulePresenter.hpp"

#include <functional>
#include <string>
#include <string_view>

class wxMenu;
class wxSimplebook;

namespace plumbline::app {
class VisitPresenter;
} // namespace plumbline::app

namespace plumbline::app::kit {
class Actions;
class Banner;
class DataList;
class MonthView;
class PlainButton;
class PrimaryButton;
class ScheduleView;
class SegmentedChoice;
class TextLine;
class WindowState;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

class ScheduleSide;

/// The clinic's days: the sheet, the month, the list, and beside them who waits.
class SchedulePage final : public kit::Area, public kit::Page {
public:
    SchedulePage(wxWindow* parent, SchedulePresenter& presenter, Ways const& ways, kit::Actions const& actions,
        kit::WindowState& window_state);

    [[nodiscard]] wxWindow* window() override { return this; }
    [[nodiscard]] std::string title() const override { return "Schedule"; }
    void shown() override;
    void take_focus() override;

    [[nodiscard]] SchedulePresenter& presenter() noexcept { return presenter_; }
    [[nodiscard]] SchedulePaperwork& paperwork() noexcept { return paperwork_; }
    void new_visit();
    /// Does it to the visit where the keyboard stands; in a class it asks about whom first.
    void about_one(std::function<void()> const& deed);
    /// Carries a patient here from elsewhere.
    void book_for(PatientChoice patient);
    void walk_in();
    void open_selected();
    void make_series();
    void cancel_selected();
    void open_note();
    void open_chart();
    void who_fits();
    void find_openings();
    void add_to_waitlist();
    void find_patient();
    /// What is saved under which key, to be shown or saved.
    void choose_view();
    void plan_to_calendar(EpisodeId episode, std::string const& name, std::optional<UserId> clinician = {});
    void plan_of_selected();
    /// What was refused because of hours or limits, with the reason.
    void book_all_the_same();
    void zoom(int steps);
    void go_to_day();
    void save_view(std::string const& key);
    void show_view(std::string const& key);
    [[nodiscard]] bool has_view(std::string const& key) const;

private:
    wxWindow* make_head();
    void fit_head();
    void make_views();
    void draw();
    void draw_views();
    void draw_month();
    void draw_list();
    void draw_complaint();
    void listen_to_sheet();
    void listen_to_list();
    void choose_columns();
    void pop_under(wxWindow& button, wxMenu& menu);
    void book_at(ScheduleSlot const& slot, AppointmentType type = AppointmentType::Treatment);
    /// Types a visit in, and remembers the patient as a recent one.
    void type_in(VisitPresenter& visit);
    void note_impossible(ScheduleBlock const& block);
    void menu_at(wxWindow& window, wxPoint at);
    void offer_fits(std::vector<WaitlistRow> const& rows, ScheduleSlot const& slot, wxWindow& window, wxPoint at);
    void waitlist_menu(std::size_t index, wxPoint at);
    void edit_waiting(std::size_t index);
    [[nodiscard]] bool run_key(std::string const& key);
    [[nodiscard]] wxWindow* front() const;

    SchedulePresenter& presenter_;
    Ways const& ways_;
    kit::Actions const& actions_;
    kit::WindowState& window_state_;
    SchedulePaperwork paperwork_;
    PatientFinder finder_;
    kit::TextLine* title_ = nullptr;
    kit::SegmentedChoice* span_ = nullptr;
    kit::PlainButton *columns_ = nullptr, *views_ = nullptr, *print_ = nullptr;
    kit::PrimaryButton* new_ = nullptr;
    kit::Banner* banner_ = nullptr;
    wxSimplebook* book_ = nullptr;
    kit::ScheduleView* sheet_ = nullptr;
    kit::MonthView* month_ = nullptr;
    kit::DataList* list_ = nullptr;
    ScheduleSide* side_ = nullptr;
    std::vector<AgendaLine> listed_;
    std::optional<Refusal> complained_; ///< What the banner says.
    bool offered_ = false;              ///< Or offers.
    bool arranged_ = false;             ///< Scrolled to the present once.
    bool rooms_named_ = false;          ///< The button of the columns speaks of rooms.
    bool told_ = false;                 ///< The banner says something that is no complaint.
    Connection redraw_, said_, note_, booking_;
};

} // namespace plumbline::app::gui
