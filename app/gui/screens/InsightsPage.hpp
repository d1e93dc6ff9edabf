// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Page.hpp"
#include "app/gui/kit/Painting.hpp"
#include "app/gui/screens/Ways.hpp"
#include "app/presenters/InsightsPresenter.hpp"
#include "app/presenters/Sentences.hpp"

#include <wx/panel.h>

namespace plumbline::app::kit {
class Card;
class ChartView;
class HairlineList;
class Paragraph;
class PlainButton;
class SegmentedChoice;
class TextLine;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// What waits for the manager and how the clinic does: lists and figures on the left, what is chosen on the right, its
/// picture above its table.
class InsightsPage final : public kit::Area, public kit::Page {
public:
    InsightsPage(wxWindow* parent, InsightsPresenter& presenter, Ways const& ways);

    [[nodiscard]] wxWindow* window() override { return this; }
    [[nodiscard]] std::string title() const override { return "Insights"; }
    void shown() override;
    void take_focus() override;
    void show_names(Names names);

private:
    void build();
    [[nodiscard]] wxSizer* build_choice();
    [[nodiscard]] wxWindow* build_detail();
    void draw();
    void draw_choice(kit::HairlineList& list, std::vector<InsightTable> const& tables, std::size_t first);
    void draw_detail(InsightTable const& table);
    /// Charts and table anew: another choice has other columns.
    void rebuild(InsightTable const& table);
    void fill(InsightTable const& table);
    void open(std::size_t row);
    void save(char const* ending, char const* kinds);

    InsightsPresenter& presenter_;
    Ways const& ways_;
    Names names_ = Names::Shown;
    kit::SegmentedChoice* period_ = nullptr;
    kit::HairlineList *work_ = nullptr, *figures_ = nullptr, *rows_ = nullptr;
    kit::Card* detail_ = nullptr;
    kit::Paragraph *meaning_ = nullptr, *notice_ = nullptr;
    wxPanel* body_ = nullptr;
    std::vector<kit::ChartView*> charts_;
    kit::PlainButton *save_table_ = nullptr, *save_page_ = nullptr, *print_ = nullptr;
    std::string built_;                         ///< Code of the table that the right side was built for ...
    std::vector<InsightTable::Column> columns_; ///< ... and its columns.
    Connection redraw_;
};

} // namespace plumbline::app::gui
