// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/VisitNotePresenter.hpp"

namespace plumbline::app::kit {
class Paragraph;
class SegmentedChoice;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// Minutes and units of the day under the flowsheet, and where the last unit goes when several codes are as near to it.
class UnitsStrip final : public kit::Area {
public:
    UnitsStrip(wxWindow* parent, VisitNotePresenter& presenter);
    void draw();

private:
    void offer_tied(UnitsLine const& line, bool writable);

    VisitNotePresenter& presenter_;
    kit::Paragraph *minutes_ = nullptr, *rule_ = nullptr;
    wxSizer* tie_ = nullptr;
    kit::SegmentedChoice* choice_ = nullptr;
    UnitsLine drawn_;
    bool writable_ = false;
};

} // namespace plumbline::app::gui
