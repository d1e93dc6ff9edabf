// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Page.hpp"
#include "app/gui/kit/Painting.hpp"
#include "app/gui/screens/Ways.hpp"
#include "app/presenters/Sentences.hpp"
#include "app/presenters/TodayPresenter.hpp"

#include <wx/panel.h>

namespace plumbline::app::kit {
class HairlineList;
}

namespace plumbline::app::gui {

/// Every note that waits for a signature, oldest first.
class ToSignPage final : public kit::Area, public kit::Page {
public:
    ToSignPage(wxWindow* parent, TodayPresenter& presenter, Ways const& ways);

    [[nodiscard]] wxWindow* window() override { return this; }
    [[nodiscard]] std::string title() const override { return "To sign"; }
    void shown() override;
    void show_names(Names names);

private:
    void draw();

    TodayPresenter& presenter_;
    kit::HairlineList* list_ = nullptr;
    Names names_ = Names::Shown;
    Connection redraw_;
};

} // namespace plumbline::app::gui
