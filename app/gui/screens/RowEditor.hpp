// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/VisitNotePresenter.hpp"

#include <vector>

class wxChoice;
class wxTextCtrl;

namespace plumbline::app::kit {
class Paragraph;
}

namespace plumbline::app::gui {

/// One row of the flowsheet opened for changing, in place under the list: dose, minutes, code and response. Enter keeps,
/// Escape leaves everything as it was.
class RowEditor final : public kit::Area {
public:
    RowEditor(wxWindow* parent, VisitNotePresenter& presenter);

    /// Shows, hides or refills itself after the presenter's state.
    void draw();
    /// The first field, with this text in place of what stood there when it is not empty.
    void start(wxString const& typed);
    void start_minutes(wxString const& typed);
    std::function<void()> done; ///< The keyboard goes back to the list.

private:
    struct Line {
        DoseKey key{};
        wxTextCtrl* text = nullptr;
        wxChoice* choice = nullptr;
        kit::Paragraph* below = nullptr; ///< What is possible, or what is wrong.
    };
    void build(DoseEditor const& editor);
    void add_field(wxSizer& row, DoseField const& field);
    void add_row_fields(wxSizer& row, FlowsheetRow const& of);
    void keep();
    void leave();
    void watch_keys(wxWindow* window);

    VisitNotePresenter& presenter_;
    std::optional<std::size_t> row_;
    std::vector<Line> lines_;
    wxTextCtrl *minutes_ = nullptr, *code_ = nullptr, *response_ = nullptr;
};

} // namespace plumbline::app::gui
