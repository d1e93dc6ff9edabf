// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Page.hpp"
#include "app/gui/kit/Painting.hpp"
#include "app/gui/screens/Ways.hpp"
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
    void hide_names(bool hidden);

private:
    void draw();

    TodayPresenter& presenter_;
    kit::HairlineList* list_ = nullptr;
    bool names_hidden_ = false;
    Connection redraw_;
};

} // namespace plumbline::app::gui
