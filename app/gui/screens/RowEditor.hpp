// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/VisitNotePresenter.hpp"

#include <vector>

class wxChoice;
class wxTextCtrl;

namespace plumbline::app::kit {
class LinkButton;
class Paragraph;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// One row of the flowsheet opened for changing, in place under the list: dose, place, minutes, code, provider and
/// response. Enter keeps, Escape leaves everything as it was.
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
    void add_place(wxSizer& row, DoseEditor const& editor);
    void add_minutes(wxSizer& row, DoseEditor const& editor);
    void add_code(wxSizer& row, DoseEditor const& editor);
    void add_provider(wxSizer& row, DoseEditor const& editor);
    wxTextCtrl* text(wxString const& name, std::string const& content, int width, void (RowEditor::*typed)());
    wxChoice* choice(wxString const& name, std::vector<wxString> const& words, std::size_t chosen);
    void type_own();
    void find_code();
    void draw_own(DoseEditor const& editor);
    void draw_remarks(DoseEditor const& editor);
    void keep();
    void leave();
    void watch_keys(wxWindow* window);

    VisitNotePresenter& presenter_;
    std::optional<std::size_t> row_;
    std::vector<Line> lines_;
    std::vector<OpenNote::Provider> providers_;
    wxTextCtrl *minutes_ = nullptr, *code_ = nullptr, *response_ = nullptr;
    wxChoice *region_ = nullptr, *side_ = nullptr, *provider_ = nullptr, *timed_ = nullptr;
    kit::Paragraph *below_minutes_ = nullptr, *below_code_ = nullptr, *below_response_ = nullptr;
    kit::LinkButton* suggestion_ = nullptr;
    wxSizer *timed_column_ = nullptr, *remarks_ = nullptr;
    std::vector<FlowsheetRow::Remark> shown_remarks_;
};

} // namespace plumbline::app::gui
