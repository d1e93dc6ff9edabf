// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Page.hpp"
#include "app/gui/kit/Painting.hpp"
#include "app/gui/screens/CodesCard.hpp"
#include "app/presenters/SettingsPresenter.hpp"
#include "app/presenters/SetupPresenter.hpp"

#include <wx/panel.h>

#include <functional>

class wxCheckBox;
class wxScrolledWindow;

namespace plumbline::app::kit {
class Form;
class HairlineList;
class Paragraph;
class PlainButton;
class PrimaryButton;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

class BookingCard;

/// The clinic's facts, its people, the own password, backups and looks.
class SettingsPage final : public kit::Area, public kit::Page {
public:
    /// What the settings show, each with its own presenter.
    struct Shows {
        SettingsPresenter& settings;
        SetupPresenter& setup;
        FeeSchedulePresenter& fees;
    };
    struct Does {
        std::function<void(int appearance)> choose_appearance;
        std::function<void()> back_up_now, see_audit; ///< The log only for who may see it, else empty.
        CodesCard::Say say;
    };
    SettingsPage(wxWindow* parent, Shows shows, Does does);

    [[nodiscard]] wxWindow* window() override { return this; }
    [[nodiscard]] std::string title() const override { return "Settings"; }
    void shown() override;
    /// Asks where to.
    void back_up();
    void import_list();
    [[nodiscard]] CodesCard& codes() noexcept { return *codes_; }

private:
    void build();
    [[nodiscard]] wxWindow* build_clinic(wxWindow* parent);
    [[nodiscard]] wxWindow* build_people(wxWindow* parent);
    [[nodiscard]] wxWindow* build_password(wxWindow* parent);
    [[nodiscard]] wxWindow* build_backups(wxWindow* parent);
    [[nodiscard]] wxWindow* build_keeping(wxWindow* parent);
    void draw();
    void give_password();
    void refill();
    /// A password that was changed, a person who was added: the form is empty for the next.
    void forget_what_is_done();
    [[nodiscard]] static std::string typed(kit::Form const& form, std::string_view field);

    SettingsPresenter& presenter_;
    SetupPresenter& setup_;
    FeeSchedulePresenter& fees_;
    Does does_;
    wxScrolledWindow* scroll_ = nullptr;
    kit::Paragraph *notice_ = nullptr, *backup_words_ = nullptr;
    wxCheckBox* daily_ = nullptr;
    kit::Form *clinic_ = nullptr, *backup_ = nullptr, *person_ = nullptr, *password_ = nullptr;
    BookingCard* booking_ = nullptr;
    CodesCard* codes_ = nullptr;
    kit::HairlineList* people_ = nullptr;
    kit::PlainButton *new_password_ = nullptr, *dismiss_ = nullptr, *back_up_ = nullptr, *back_up_now_ = nullptr,
                     *check_ = nullptr, *import_ = nullptr;
    kit::PrimaryButton *keep_ = nullptr, *keep_backups_ = nullptr, *admit_ = nullptr;
    bool filled_ = false;
    int passwords_changed_ = 0, people_admitted_ = 0;
    Connection redraw_;
};

} // namespace plumbline::app::gui
