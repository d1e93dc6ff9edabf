// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Control.hpp"
#include "reports/document/Chart.hpp"

#include <functional>

namespace plumbline::app::kit {

/// A chart on the screen, drawn by the same operations as on paper, in the theme's colors. A
/// screen reader finds its values as its parts; Left and Right move from point to point.
class ChartView : public Control {
public:
    ChartView(wxWindow* parent, reports::Chart chart);
    void set_chart(reports::Chart chart);

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
    void key(wxKeyEvent& event);
    [[nodiscard]] std::vector<a11y::Part> spoken() const;
    reports::Chart chart_;
    std::size_t current_ = 0;
};

} // namespace plumbline::app::kit
