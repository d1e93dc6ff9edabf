// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/ChartPresenter.hpp"

#include <functional>
#include <vector>

class wxBoxSizer;

namespace plumbline::app::kit {
class Chip;
class Figure;
class PlainButton;
class PrimaryButton;
class TextLine;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// Who this is, what limits treatment and which clocks run: always in sight above a chart.
class ChartHeadPanel final : public kit::Area {
public:
    ChartHeadPanel(wxWindow* parent, std::function<void()> visit_note, std::function<void()> book);

    void draw(HeaderLine const& line, wxString const& action);
    /// While a note is written its units stand where the button was; empty brings the button back.
    void show_units(std::string const& units, std::string const& detail);

private:
    void fit_row();
    kit::TextLine *name_ = nullptr, *facts_ = nullptr;
    wxBoxSizer* figures_row_ = nullptr;
    std::vector<kit::Figure*> figures_;
    std::vector<HeaderLine::Figure> shown_; ///< Where there is room.
    kit::Chip* precautions_ = nullptr;
    kit::Figure* units_ = nullptr;
    kit::PlainButton* book_ = nullptr;
    kit::PrimaryButton* action_ = nullptr;
};

} // namespace plumbline::app::gui
