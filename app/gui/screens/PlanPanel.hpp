// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/PlanPresenter.hpp"

#include <wx/scrolwin.h>

#include <functional>
#include <memory>
#include <vector>

class wxBoxSizer;
class wxCheckBox;
class wxChoice;
class wxKeyEvent;
class wxTextCtrl;

namespace plumbline::app::kit {
class Card;
class Fault;
class Form;
class PrimaryButton;
class TextLine;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

class FormKeeping;

/// The plan of care: interventions, frequency and duration, goals with their state, certification.
class PlanPanel final : public kit::Area {
public:
    PlanPanel(wxWindow* parent, Desk& desk, std::function<void()> kept);
    ~PlanPanel() override;

    void draw(std::shared_ptr<Chart const> chart);
    void undo();
    void redo();
    /// True when the key was one of this form's.
    bool key(wxKeyEvent const& event);

private:
    struct GoalRow {
        wxTextCtrl *text, *baseline, *target, *by, *now;
        wxChoice *term, *state;
        kit::Fault* fault;
        bool kept;
    };
    void build();
    void build_interventions(wxSizer& into);
    void keep();
    void add_goal();
    void close();
    [[nodiscard]] bool rows_fit() const;
    [[nodiscard]] PlanFields read() const;
    void draw_goals(PlanState const& state);
    void build_goals();
    void add_goal_row(std::size_t index, GoalFields const& goal);
    wxTextCtrl* goal_field(
        wxWindow* parent, wxSizer& row, wxString const& name, std::string const& text, int width, bool editable);
    void listen();
    void take();
    void refill();
    void draw_state();

    Desk& desk_;
    std::function<void()> kept_;
    std::shared_ptr<Chart const> chart_;
    std::unique_ptr<PlanPresenter> presenter_;
    wxScrolledWindow* scroll_ = nullptr;
    kit::Form *form_ = nullptr, *certification_ = nullptr;
    std::vector<wxCheckBox*> interventions_;
    wxBoxSizer* goals_column_ = nullptr;
    wxPanel* goals_panel_ = nullptr;
    std::vector<GoalRow> goals_;
    wxTextCtrl *established_ = nullptr, *per_week_ = nullptr, *weeks_ = nullptr, *notes_ = nullptr;
    wxTextCtrl *sent_ = nullptr, *verbal_ = nullptr, *signed_ = nullptr, *signed_by_ = nullptr;
    wxCheckBox* order_ = nullptr;
    kit::TextLine *visits_ = nullptr, *clock_ = nullptr, *state_ = nullptr;
    kit::PrimaryButton* keep_ = nullptr;
    std::unique_ptr<FormKeeping> keeping_;
    bool filling_ = false;
    Connection redraw_, stored_;
};

} // namespace plumbline::app::gui
