// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Page.hpp"
#include "app/gui/kit/Painting.hpp"
#include "app/gui/screens/Ways.hpp"
#include "app/presenters/Sentences.hpp"
#include "app/presenters/TodayPresenter.hpp"

#include <wx/panel.h>
#include <wx/scrolwin.h>

#include <vector>

namespace plumbline::app::kit {
class Card;
class HairlineList;
class PrimaryButton;
class SegmentedChoice;
class TextLine;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

class DecisionCard;

/// The day at a glance: my appointments, what needs a decision, what waits for a signature, what comes due.
class TodayPage final : public kit::Area, public kit::Page {
public:
    TodayPage(wxWindow* parent, TodayPresenter& presenter, Ways const& ways);

    [[nodiscard]] wxWindow* window() override { return this; }
    [[nodiscard]] std::string title() const override { return "Today"; }
    void shown() override;
    void open_next();
    void show_names(Names names);

private:
    void build();
    void draw();
    void draw_day(TodayBoard const& board);
    void draw_decisions(TodayBoard const& board);
    void draw_rest(TodayBoard const& board);
    void open_row(std::size_t index);
    void row_menu(std::size_t index, wxPoint at);
    [[nodiscard]] wxString shown_name(PersonName const& name) const;

    TodayPresenter& presenter_;
    Ways const& ways_;
    wxScrolledWindow* side_ = nullptr;
    kit::TextLine *title_ = nullptr, *subtitle_ = nullptr;
    kit::PrimaryButton* next_ = nullptr;
    kit::SegmentedChoice* scope_ = nullptr;
    DecisionCard* decision_card_ = nullptr;
    kit::Card *sign_card_ = nullptr, *due_card_ = nullptr;
    kit::HairlineList *day_ = nullptr, *to_sign_ = nullptr, *due_ = nullptr;
    Names names_ = Names::Shown;
    Connection redraw_;
};

} // namespace plumbline::app::gui
