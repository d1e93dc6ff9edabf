// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Control.hpp"
#include "domain/scheduling/Appointment.hpp"

namespace plumbline::app::kit {

/// The shape that says a status without color, painted into a square: a circle that is empty (booked), has a point
/// (confirmed), is half full (arrived), full (in treatment), a check mark (done), a cross (no-show), a bar (canceled).
void paint_status_sign(Brush& brush, AppointmentStatus status, wxRect const& square, wxColour const& color);
/// The color of the stripe.
[[nodiscard]] wxColour const& stripe_of(AppointmentStatus status);

/// What fills, stripes and signs of the schedule mean.
class ScheduleLegend : public Control {
public:
    explicit ScheduleLegend(wxWindow* parent);

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
};

} // namespace plumbline::app::kit
