// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/PlanPresenter.hpp"

#include <functional>
#include <vector>

class wxBoxSizer;
class wxChoice;
class wxTextCtrl;

namespace plumbline::app::kit {
class Fault;
class Paragraph;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// The goals of a plan of care. A new one is typed whole; of one that is kept, where it stands and what is said of it, with
/// all that was said before underneath.
class GoalRows final : public kit::ClearPanel {
public:
    /// `typed` after every key and click, `remove` for a row that was never kept.
    GoalRows(wxWindow* parent, std::function<void()> typed, std::function<void(std::size_t)> remove);

    /// The rows on the screen are as many, and as free to change, as the goals.
    [[nodiscard]] bool fit(std::vector<GoalFields> const& goals) const;
    void build(std::vector<GoalFields> const& goals);
    void show(std::vector<GoalFields> const& goals);
    void read(std::vector<GoalFields>& goals) const;
    /// Faults and history.
    void tell(PlanState const& state);
    void focus_last();

private:
    struct Line {
        wxTextCtrl *text, *baseline, *target, *by;
        wxChoice *measure, *term;
        wxTextCtrl *now = nullptr, *comment = nullptr;
        wxChoice* state = nullptr;
        kit::Paragraph* history = nullptr;
        kit::Fault* fault;
        bool kept;
    };
    void add(std::size_t index, GoalFields const& goal);
    void add_standing(wxBoxSizer& column, Line& line, wxString const& number, GoalFields const& goal);
    wxTextCtrl* field(wxBoxSizer& row, wxString const& name, std::string const& text, int width, bool editable);
    wxChoice* choice(wxBoxSizer& row, wxString const& name, std::vector<wxString> const& words, bool editable);

    std::function<void()> typed_;
    std::function<void(std::size_t)> remove_;
    wxBoxSizer* column_ = nullptr;
    std::vector<Line> lines_;
};

} // namespace plumbline::app::gui
