// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/SchedulePapers.hpp"

#include <algorithm>
#include <tuple>

namespace plumbline::app {

namespace {

constexpr int days_ahead = 366; // As far as a clinic books.

Date day_of_keyboard(SchedulePresenter const& schedule)
{
    ScheduleBlock const* const visit = schedule.selected();
    return day_of(visit != nullptr ? visit->start : schedule.slot().start);
}

std::vector<UserId> who_is_shown(ScheduleState const& state)
{
    // A week is one clinician's, chosen or not.
    if (state.look.span == ScheduleSpan::Week && !state.sheet.columns.empty())
        return {UserId{state.sheet.columns.front().key}};
    return state.look.clinicians;
}

std::string file_of(std::string_view what, Date day, std::string_view ending)
{
    return std::string{what} + '-' + to_iso(day) + std::string{ending};
}

/// The days shown, from today on unless all of them are over.
std::pair<Date, Date> days_to_remind(ScheduleState const& state)
{
    auto const [from, to] = days_shown(state.look.span, state.day);
    return {to < state.today ? from : std::max(from, state.today), to};
}

} // namespace

PaperOffer day_sheet_shown(SchedulePresenter const& schedule)
{
    PaperOffer offer = day_sheet_of_all(schedule);
    offer.wish.clinicians = who_is_shown(schedule.state());
    // The list prints what it shows.
    if (ScheduleState const& state = schedule.state(); state.look.span == ScheduleSpan::List)
        std::tie(offer.wish.from, offer.wish.to) = days_shown(state.look.span, state.day);
    offer.file = file_of("day-sheet", offer.wish.from, ".pdf");
    return offer;
}

PaperOffer day_sheet_of_all(SchedulePresenter const& schedule)
{
    Date const day = day_of_keyboard(schedule);
    return {"Day sheet", file_of("day-sheet", day, ".pdf"), {.paper = SchedulePaper::DaySheet, .from = day, .to = day}};
}

std::optional<PaperOffer> routing_slip_of(ScheduleBlock const* visit)
{
    if (visit == nullptr)
        return std::nullopt;
    Date const day = day_of(visit->start);
    return PaperOffer{"Routing slip", file_of("routing-slip", day, ".pdf"),
        {.paper = SchedulePaper::RoutingSlip, .from = day, .to = day, .appointment = visit->id}};
}

std::optional<PaperOffer> coming_visits_of(ScheduleBlock const* visit, Date today)
{
    if (visit == nullptr)
        return std::nullopt;
    return PaperOffer{"Coming visits", file_of("coming-visits", today, ".pdf"),
        {.paper = SchedulePaper::ComingVisits, .from = today, .to = today, .patient = visit->patient}};
}

PaperOffer reminder_slips_shown(SchedulePresenter const& schedule)
{
    auto const [from, to] = days_to_remind(schedule.state());
    return {"Reminder slips", file_of("reminder-slips", from, ".pdf"),
        {.paper = SchedulePaper::ReminderSlips, .from = from, .to = to, .clinicians = who_is_shown(schedule.state())}};
}

ReminderOffer reminder_list_shown(SchedulePresenter const& schedule)
{
    auto const [from, to] = days_to_remind(schedule.state());
    return {file_of("reminders", from, ".csv"), {from, to, who_is_shown(schedule.state())}};
}

std::optional<CalendarOffer> calendar_of_clinician(SchedulePresenter const& schedule)
{
    ScheduleBlock const* const visit = schedule.selected();
    ScheduleSlot const slot = schedule.slot();
    std::vector<UserId> const shown = who_is_shown(schedule.state());
    std::optional<UserId> whose = visit != nullptr ? std::optional{visit->clinician} : slot.clinician;
    if (!whose && slot.resources.empty() && shown.size() == 1)
        whose = shown.front();
    if (!whose)
        return std::nullopt;
    Date const from = days_shown(schedule.state().look.span, schedule.state().day).first;
    return CalendarOffer{file_of("calendar", from, ".ics"),
        {.patient = {}, .clinician = whose, .from = from, .to = plus_days(from, days_ahead)}};
}

std::optional<CalendarOffer> calendar_of_patient(ScheduleBlock const* visit, Date today)
{
    if (visit == nullptr)
        return std::nullopt;
    return CalendarOffer{file_of("appointments", today, ".ics"),
        {.patient = visit->patient, .clinician = {}, .from = today, .to = plus_days(today, days_ahead)}};
}

} // namespace plumbline::app
