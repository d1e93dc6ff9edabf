// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/VisitNotePresenter.hpp"

#include <wx/panel.h>
#include <wx/timer.h>

class wxTextCtrl;

namespace plumbline::app::kit {
class Banner;
class Card;
class ChartView;
class HairlineList;
class LinkButton;
class Paragraph;
class PrimaryButton;
class SegmentedChoice;
class TextLine;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

class RowEditor;

/// The visit note: last visit at the left, today's at the right, in the order in which a therapist works.
class VisitNotePanel final : public kit::Area {
public:
    VisitNotePanel(wxWindow* parent, VisitNotePresenter& presenter);

    void take_keyboard();
    void add_intervention();
    void write_addendum();

private:
    void build();
    [[nodiscard]] wxWindow* build_last();
    [[nodiscard]] wxWindow* build_today();
    [[nodiscard]] wxWindow* build_flowsheet();
    [[nodiscard]] wxWindow* build_end();
    wxTextCtrl* field(wxWindow* parent, wxString const& name, void (VisitNotePresenter::*type)(std::string),
        int width = 0, int lines = 1);
    void bind_keys();
    [[nodiscard]] bool flowsheet_key(wxKeyEvent const& event);

    void draw();
    void draw_last(LastVisitCard const& last);
    void draw_rows(std::vector<FlowsheetRow> const& rows);
    void draw_complaints(std::vector<Refusal> const& complaints);
    void draw_seal(VisitNoteState const& state);
    void ask_override(std::size_t row);

    VisitNotePresenter& presenter_;
    wxTimer timer_;
    kit::Card *last_card_ = nullptr, *today_card_ = nullptr, *sheet_card_ = nullptr, *end_card_ = nullptr;
    kit::Paragraph *last_plan_ = nullptr, *last_subjective_ = nullptr, *last_assessment_ = nullptr;
    kit::ChartView* pain_chart_ = nullptr;
    wxTextCtrl *pain_now_ = nullptr, *pain_worst_ = nullptr, *subjective_ = nullptr, *objective_ = nullptr,
               *assessment_ = nullptr, *plan_ = nullptr;
    kit::SegmentedChoice* trend_ = nullptr;
    kit::HairlineList* sheet_ = nullptr;
    RowEditor* editor_ = nullptr;
    kit::Banner* complaints_ = nullptr;
    kit::TextLine *overlap_ = nullptr, *seal_ = nullptr;
    kit::Paragraph* addenda_ = nullptr;
    kit::PrimaryButton* sign_ = nullptr;
    VisitNoteState drawn_;
    Connection redraw_;
};

} // namespace plumbline::app::gui
