// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/SchedulePresenter.hpp"

#include <memory>
#include <optional>
#include <string>

class wxWindow;

namespace plumbline::app {
class PlanCalendarPresenter;
class VisitPresenter;
class WaitlistPresenter;
} // namespace plumbline::app

namespace plumbline::app::gui {

/// Books by typing, or changes what is booked. What it did is adopted by the schedule, so that it can be undone there.
void type_visit(wxWindow* parent, SchedulePresenter& schedule, VisitPresenter& presenter);
/// Puts on the waitlist, or changes what somebody waits for.
void type_waiting(wxWindow* parent, SchedulePresenter& schedule, WaitlistPresenter& presenter);

struct Cancellation {
    std::string reason{};
    SeriesScope scope = SeriesScope::This;
};
enum class PartOf : std::uint8_t { Nothing, Series };
/// Why, and how much of a series.
[[nodiscard]] std::optional<Cancellation> ask_cancellation(wxWindow* parent, PartOf part);
/// Why something is booked although a rule speaks against it; nothing when it is not meant after all.
[[nodiscard]] std::optional<std::string> ask_reason(wxWindow* parent);
/// The opening that was chosen, with the patient it was looked for.
[[nodiscard]] std::optional<ScheduleSlot> ask_opening(wxWindow* parent, Desk& desk, Date from, Names names);
[[nodiscard]] std::optional<Date> ask_day(wxWindow* parent, Date today);

/// The visits of the plan of care as a proposal, to be booked together.
void plan_visits(wxWindow* parent, SchedulePresenter& schedule, PlanCalendarPresenter& presenter);

} // namespace plumbline::app::gui
