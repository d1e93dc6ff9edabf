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
class Form;
class HairlineList;
class PlainButton;
class PrimaryButton;
class TextLine;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

class FormKeeping;
class GoalRows;

/// The plan of care: interventions, frequency and duration, goals with their state, every certified interval.
class PlanPanel final : public kit::Area {
public:
    PlanPanel(wxWindow* parent, Desk& desk, std::function<void()> kept);
    ~PlanPanel() override;

    void draw(std::shared_ptr<Chart const> chart);
    void undo();
    void redo();
    void keep();
    void sign();
    void add_goal();
    /// Begins the plan that follows the one in force; once more goes back to that one.
    void recertify();
    /// True when the key was one of this form's.
    bool key(wxKeyEvent const& event);

private:
    void build();
    void build_interventions(wxSizer& into);
    void build_certification(wxBoxSizer& into);
    [[nodiscard]] wxSizer* build_end(wxWindow* parent);
    void remove_goal(std::size_t index);
    void close();
    void open(PlanPurpose purpose);
    [[nodiscard]] PlanFields read() const;
    void draw_certification(PlanState const& state);
    void draw_freedom(PlanState const& state);
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
    GoalRows* goals_ = nullptr;
    kit::HairlineList* intervals_ = nullptr;
    wxTextCtrl *established_ = nullptr, *per_day_ = nullptr, *per_week_ = nullptr, *weeks_ = nullptr, *notes_ = nullptr;
    wxTextCtrl *sent_ = nullptr, *verbal_ = nullptr, *signed_ = nullptr, *signed_by_ = nullptr;
    wxCheckBox* order_ = nullptr;
    kit::TextLine *visits_ = nullptr, *clock_ = nullptr, *state_ = nullptr;
    kit::PlainButton *add_ = nullptr, *renew_ = nullptr, *keep_ = nullptr;
    kit::PrimaryButton* sign_ = nullptr;
    kit::Card* card_ = nullptr;
    std::unique_ptr<FormKeeping> keeping_;
    bool filling_ = false;
    Connection redraw_, stored_;
};

} // namespace plumbline::app::gui
