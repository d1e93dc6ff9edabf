// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/VisitNotePresenter.hpp"

namespace plumbline::app::kit {
class Card;
class Fault;
class HairlineList;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

class RowEditor;
class UnitsStrip;

/// What was done: the rows of the visit, the one that is being changed, and what they come to.
class FlowsheetPanel final : public kit::Area {
public:
    /// What a key means to the flowsheet stands in the table of actions.
    FlowsheetPanel(wxWindow* parent, VisitNotePresenter& presenter, std::function<bool(std::string const&)> run_here);

    void draw();
    void take_keyboard();
    void add_intervention();
    /// Opens the current row for changing, or asks why a refused one is given all the same.
    void change_row();
    void type_minutes();

private:
    [[nodiscard]] bool key(wxKeyEvent const& event);
    void draw_rows(std::vector<FlowsheetRow> const& rows);
    void ask_override(std::size_t row);

    VisitNotePresenter& presenter_;
    std::function<bool(std::string const&)> run_here_;
    kit::Card* card_ = nullptr;
    kit::HairlineList* sheet_ = nullptr;
    kit::Fault* fault_ = nullptr;
    RowEditor* editor_ = nullptr;
    UnitsStrip* units_ = nullptr;
    std::vector<FlowsheetRow> drawn_;
};

} // namespace plumbline::app::gui
