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
class Fault;
class Paragraph;
class PrimaryButton;
class SegmentedChoice;
class TextLine;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

class FlowsheetPanel;

/// The visit note: last visit at the left, today's at the right, in the order in which a therapist works.
class VisitNotePanel final : public kit::Area {
public:
    VisitNotePanel(wxWindow* parent, VisitNotePresenter& presenter, std::function<bool(std::string const&)> run_here,
        std::function<void(VisitId)> open_other);

    void take_keyboard();
    [[nodiscard]] FlowsheetPanel& flowsheet() noexcept { return *flowsheet_; }
    void write_addendum();

private:
    void build(std::function<bool(std::string const&)> run_here);
    [[nodiscard]] wxWindow* build_last();
    [[nodiscard]] wxWindow* build_today();
    [[nodiscard]] wxWindow* build_end();
    wxTextCtrl* field(wxWindow* parent, wxString const& name, void (VisitNotePresenter::*type)(std::string),
        int width = 0, int lines = 1);
    void bind_keys();

    void draw();
    void draw_last(LastVisitCard const& last);
    void draw_complaints(VisitNoteState const& state);
    void draw_remark(VisitNoteState const& state);
    void draw_seal(VisitNoteState const& state);

    VisitNotePresenter& presenter_;
    std::function<void(VisitId)> open_other_;
    wxTimer timer_;
    kit::Card *last_card_ = nullptr, *today_card_ = nullptr, *end_card_ = nullptr;
    FlowsheetPanel* flowsheet_ = nullptr;
    kit::Fault *today_fault_ = nullptr, *end_fault_ = nullptr;
    kit::Paragraph *last_plan_ = nullptr, *last_subjective_ = nullptr, *last_assessment_ = nullptr;
    kit::ChartView* pain_chart_ = nullptr;
    wxTextCtrl *pain_now_ = nullptr, *pain_worst_ = nullptr, *subjective_ = nullptr, *objective_ = nullptr,
               *assessment_ = nullptr, *plan_ = nullptr;
    kit::SegmentedChoice* trend_ = nullptr;
    kit::Banner *complaints_ = nullptr, *remark_ = nullptr;
    kit::TextLine *overlap_ = nullptr, *seal_ = nullptr;
    kit::Paragraph* addenda_ = nullptr;
    kit::PrimaryButton* sign_ = nullptr;
    VisitNoteState drawn_;
    Connection redraw_;
};

} // namespace plumbline::app::gui
