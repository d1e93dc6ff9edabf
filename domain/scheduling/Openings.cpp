// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/Openings.hpp"

#include "domain/scheduling/OpeningSearch.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace plumbline {

namespace {

using DayOf = std::pair<UserId, Date>;
/// What is taken, by clinician and day, so that each appointment is looked at once.
using Taken = std::map<DayOf, std::vector<DaySpan>>;

Minutes since_midnight(ClinicTime time) noexcept
{
    return time - std::chrono::floor<std::chrono::days>(time);
}

Taken taken_spans(std::span<Appointment const> booked)
{
    Taken taken;
    for (Appointment const& appointment : booked) {
        auto const& details = appointment.details();
        if (!takes_time(appointment))
            continue;
        Minutes const from = since_midnight(details.start);
        taken[{details.clinician, day_of(details.start)}].push_back({from, from + details.length});
    }
    for (auto& [day, spans] : taken)
        std::ranges::sort(spans, {}, &DaySpan::from);
    return taken;
}

Minutes next_step(Minutes time, Minutes step) noexcept
{
    return (time + step - Minutes{1}) / step * step;
}

/// What takes the resources and the patient, whoever treats.
class Elsewhere {
public:
    Elsewhere(std::span<Appointment const> booked, OpeningsWanted const& wanted)
        : wanted_{wanted}
    {
        for (Appointment const& one : booked) {
            if (!takes_time(one))
                continue;
            Held const held{one.details().start, one.end()};
            for (ResourceId const resource : one.details().resources)
                resources_[{resource, day_of(held.from)}].push_back(held);
            if (wanted.patient == one.details().patient)
                patient_.push_back(held);
        }
    }
    /// Chooses the resources on the way.
    [[nodiscard]] bool allows(Opening& opening) const
    {
        if (!is_free(patient_, opening))
            return false;
        for (std::vector<ResourceId> const& group : wanted_.one_of_each) {
            auto const free = std::ranges::find_if(group, [&](ResourceId one) {
                auto const held = resources_.find({one, day_of(opening.start)});
                return std::ranges::find(opening.resources, one) == opening.resources.end()
                    && (held == resources_.end() || is_free(held->second, opening));
            });
            if (free == group.end())
                return false;
            opening.resources.push_back(*free);
        }
        std::ranges::sort(opening.resources);
        return true;
    }

private:
    struct Held {
        ClinicTime from{}, to{};
    };
    [[nodiscard]] static bool is_free(std::vector<Held> const& held, Opening const& opening) noexcept
    {
        return std::ranges::none_of(
            held, [&](Held const& one) { return one.from < opening.start + opening.length && opening.start < one.to; });
    }

    OpeningsWanted const& wanted_;
    std::map<std::pair<ResourceId, Date>, std::vector<Held>> resources_;
    std::vector<Held> patient_;
};

} // namespace

std::vector<DaySpan> free_spans(WorkingHours const& hours, std::span<Appointment const> booked, Date day)
{
    auto const taken = taken_spans(booked);
    auto const own = taken.find({hours.clinician(), day});
    return left_of(hours.on(day), own == taken.end() ? std::vector<DaySpan>{} : own->second);
}

std::vector<Opening> find_openings(
    std::span<WorkingHours const> clinicians, std::span<Appointment const> booked, OpeningsWanted const& wanted)
{
    Taken const taken = taken_spans(booked);
    Elsewhere const elsewhere{booked, wanted};
    static std::vector<DaySpan> const nothing;
    std::vector<Opening> found;
    for (int ahead = 0; ahead < wanted.days && found.size() < wanted.at_most; ++ahead) {
        Date const day = plus_days(wanted.from, ahead);
        if (!wanted.weekdays[std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding() - 1])
            continue;
        std::vector<Opening> of_day; // Of all clinicians, so that the earliest comes first.
        for (WorkingHours const& hours : clinicians) {
            auto const own = taken.find({hours.clinician(), day});
            for (DaySpan span : left_of(hours.on(day), own == taken.end() ? nothing : own->second)) {
                if (wanted.between)
                    span = {std::max(span.from, wanted.between->from), std::min(span.to, wanted.between->to)};
                for (Minutes from = next_step(span.from, wanted.step); from + wanted.length <= span.to;
                     from += wanted.step) {
                    Opening opening{hours.clinician(), at(day, from), wanted.length, {}};
                    if ((!wanted.not_before || opening.start >= *wanted.not_before) && elsewhere.allows(opening))
                        of_day.push_back(std::move(opening));
                }
            }
        }
        std::ranges::stable_sort(of_day, {}, &Opening::start);
        found.insert(found.end(), of_day.begin(), of_day.end());
    }
    if (found.size() > wanted.at_most)
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(wanted.at_most), found.end());
    return found;
}

} // namespace plumbline
