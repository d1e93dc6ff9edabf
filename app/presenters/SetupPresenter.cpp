// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/SetupPresenter.hpp"

#include "app/presenters/HoursFormPresenter.hpp"
#include "app/services/Booking.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace plumbline::app {

namespace {

constexpr std::array days{
    tr_noop("Mon"), tr_noop("Tue"), tr_noop("Wed"), tr_noop("Thu"), tr_noop("Fri"), tr_noop("Sat"), tr_noop("Sun")};

/// Days in a row with the same hours are said once.
std::string week_words(std::array<std::vector<DaySpan>, 7> const& week)
{
    std::string words;
    for (std::size_t first = 0; first < week.size();) {
        std::size_t last = first;
        while (last + 1 < week.size() && week[last + 1] == week[first])
            ++last;
        if (!week[first].empty()) {
            words += (words.empty() ? "" : " · ") + std::string{days[first]};
            if (last > first)
                words += "–" + std::string{days[last]};
            words += ' ' + to_text(week[first]);
        }
        first = last + 1;
    }
    return words.empty() ? std::string{tr_noop("no hours")} : words;
}

std::string other_words(std::vector<HoursException const*> const& coming)
{
    if (coming.empty())
        return {};
    HoursException const& next = *coming.front();
    std::string words = day_range_words(next.first, next.last) + ' '
        + (next.spans.empty() ? std::string{tr_noop("away")} : to_text(next.spans));
    if (coming.size() > 1)
        words += fill(tr_noop(", {0} more"), {std::to_string(coming.size() - 1)});
    return words;
}

template <class Id>
std::string warning_of(std::map<Id, int> const& stranded, Id id, std::string_view one_visit, std::string_view several)
{
    auto const found = stranded.find(id);
    if (found == stranded.end())
        return {};
    return found->second == 1 ? std::string{one_visit} : fill(several, {std::to_string(found->second)});
}

} // namespace

HoursLine line_of(WorkingHours const& hours, std::string name, Date today)
{
    std::vector<HoursException const*> coming;
    for (HoursException const& one : hours.details().exceptions)
        if (today <= one.last)
            coming.push_back(&one);
    std::ranges::stable_sort(coming, {}, [](HoursException const* one) { return one->first; });
    HoursException const* const now = hours.exception_on(today);
    return {.name = std::move(name),
        .week = week_words(hours.details().week),
        .other = other_words(coming),
        .away_now = now && now->spans.empty()};
}

SetupPresenter::SetupPresenter(Desk& desk)
    : desk_{desk}
{
    state_.may_change = permitted(desk.actor().role, Action::EditSchedule);
}

WorkingHours const* SetupPresenter::hours(std::size_t index) const noexcept
{
    return index < hours_.size() ? &hours_[index] : nullptr;
}

Resource const* SetupPresenter::resource(std::size_t index) const noexcept
{
    return index < resources_.size() ? &resources_[index] : nullptr;
}

void SetupPresenter::refresh()
{
    desk_.read(
        alive_,
        [](Records const& records, Context const& context) -> Result<Found> {
            auto hours = all_hours(records, context);
            if (!hours)
                return refuse(hours.error());
            auto things = resources(records, context);
            if (!things)
                return refuse(things.error());
            return Found{*std::move(hours), clinicians(records), *std::move(things), stranded_visits(records, context)};
        },
        [this](Result<Found> found) {
            if (found)
                return show(*std::move(found));
            state_.complaint = found.error();
            changed();
        });
}

void SetupPresenter::show(Found found)
{
    hours_ = std::move(found.hours);
    resources_ = std::move(found.resources);
    SetupState fresh{.loaded = true, .hours = {}, .resources = {}, .may_change = state_.may_change, .complaint = {}};
    for (WorkingHours const& one : hours_) {
        auto const who = std::ranges::find(found.names, one.clinician(), &ClinicianRow::id);
        auto line = line_of(one, who == found.names.end() ? std::string{} : who->name, desk_.context().today());
        line.warning = warning_of(found.stranded.outside_hours, one.clinician(), tr_noop("1 booked visit lies outside"),
            tr_noop("{0} booked visits lie outside"));
        fresh.hours.push_back(std::move(line));
    }
    for (Resource const& one : resources_)
        fresh.resources.push_back({.name = one.details().name,
            .kind = std::string{label(one.details().kind)},
            .active = one.details().active,
            .warning = warning_of(found.stranded.not_in_use, one.id(), tr_noop("1 visit is booked with it"),
                tr_noop("{0} visits are booked with it"))});
    state_ = std::move(fresh);
    changed();
}

} // namespace plumbline::app
