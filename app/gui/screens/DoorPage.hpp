// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Page.hpp"
#include "app/gui/kit/Painting.hpp"
#include "app/presenters/DoorPresenter.hpp"
#include "app/presenters/ShellPresenter.hpp"

#include <wx/panel.h>

#include <map>
#include <string>

class wxSimplebook;
class wxTextCtrl;

namespace plumbline::app::kit {
class Form;
class Paragraph;
class PrimaryButton;
class TextLine;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// The cover before a clinic is open: log in, make a clinic, write down the recovery code, recover, restore a backup.
class DoorPage final : public kit::Area, public kit::Page {
public:
    DoorPage(wxWindow* parent, DoorPresenter& presenter);

    [[nodiscard]] wxWindow* window() override { return this; }
    [[nodiscard]] std::string title() const override { return "Plumbline"; }
    void shown() override;

private:
    struct Step {
        wxPanel* page = nullptr;
        kit::Form* form = nullptr;
        kit::Paragraph* progress = nullptr;
        kit::PrimaryButton* go = nullptr;
    };
    Step make_step(wxString const& title, wxString const& words);
    /// Made when it is first shown: the login does not wait for forms that hardly anybody needs.
    [[nodiscard]] Step& step_of(DoorState::Step step);
    void draw_details(DoorState const& state);
    void build_login();
    void build_wizard();
    void build_code();
    void build_recover();
    void build_restore();
    void finish_step(Step& step, wxString const& action, std::function<void()> run,
        std::vector<std::pair<wxString, std::function<void()>>> links);
    void choose_file();
    void choose_backup();
    void restore();
    void save_code();
    void draw();
    [[nodiscard]] std::string typed(Step const& step, std::string_view field) const;

    DoorPresenter& presenter_;
    wxSimplebook* book_ = nullptr;
    std::map<DoorState::Step, Step> steps_;
    kit::TextLine* clinic_ = nullptr;
    kit::Paragraph *strength_ = nullptr, *code_ = nullptr;
    std::optional<DoorState::Step> drawn_;
    bool asked_ = false; ///< A form was sent off and is not answered yet.
    Connection redraw_;
};

/// The cover over an open clinic that waits for its person to come back.
class LockPage final : public kit::Area, public kit::Page {
public:
    LockPage(wxWindow* parent, ShellPresenter& presenter);

    [[nodiscard]] wxWindow* window() override { return this; }
    [[nodiscard]] std::string title() const override { return "Locked"; }
    void shown() override;

private:
    void draw();
    ShellPresenter& presenter_;
    wxTextCtrl* password_ = nullptr;
    kit::Form* form_ = nullptr;
    kit::PrimaryButton* go_ = nullptr;
    Connection redraw_;
};

} // namespace plumbline::app::gui
