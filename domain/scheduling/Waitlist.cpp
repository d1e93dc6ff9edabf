// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/Waitlist.hpp"

#include "domain/core/Text.hpp"
#include "domain/core/Vocabulary.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace plumbline {

namespace {

constexpr Vocabulary priorities{std::to_array<Term<WaitlistPriority>>({
    {WaitlistPriority::AsSoonAsPossible, "asap", "As soon as possible"},
    {WaitlistPriority::Normal, "normal", "When it suits"},
})};

} // namespace

std::string_view code(WaitlistPriority priority) noexcept
{
    return priorities.code(priority);
}
std::string_view label(WaitlistPriority priority) noexcept
{
    return priorities.label(priority);
}
Result<WaitlistPriority> waitlist_priority_from_code(std::string_view code)
{
    if (auto const priority = priorities.from_code(code))
        return *priority;
    return refuse(Refusal::Reason::Invalid, "priority", tr_noop("There is no such priority."));
}

Result<WaitlistEntry> WaitlistEntry::create(WaitlistEntryId id, Details details, int version)
{
    Faults faults;
    if (details.patient.value() <= 0)
        faults.add("patient", tr_noop("Choose the patient."));
    if (std::ranges::none_of(details.weekdays, std::identity{}))
        faults.add("weekdays", tr_noop("Choose at least one day of the week."));
    if (details.length < Appointment::shortest || details.length > Appointment::longest)
        faults.add("length", tr_noop("An appointment lasts from 5 minutes to 8 hours."));
    else if (details.between && details.between->to - details.between->from < details.length)
        faults.add("between", tr_noop("These hours are shorter than the appointment."));
    if (!details.since.ok())
        faults.add("since", tr_noop("Type since when the patient waits."));
    else if (details.until && (!details.until->ok() || *details.until < details.since))
        faults.add("until", tr_noop("This day lies before the one the patient waits since."));
    clean_text(faults, "note", details.note, line_rule);
    if (!faults.none())
        return refuse(faults.refusal());
    return WaitlistEntry{id, std::move(details), version};
}

WaitlistEntry WaitlistEntry::restore(WaitlistEntryId id, Details details, int version)
{
    return WaitlistEntry{id, std::move(details), version};
}

WaitlistEntry::WaitlistEntry(WaitlistEntryId id, Details details, int version)
    : id_{id}
    , details_{std::move(details)}
    , version_{version}
{
}

bool fits(WaitlistEntry const& entry, Opening const& opening) noexcept
{
    auto const& wish = entry.details();
    Date const day = day_of(opening.start);
    Minutes const from = opening.start - std::chrono::floor<std::chrono::days>(opening.start);
    auto const weekday = std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding() - 1;
    return (!wish.clinician || *wish.clinician == opening.clinician) && wish.weekdays[weekday]
        && wish.length <= opening.length && (!wish.until || day <= *wish.until)
        && (!wish.between || (wish.between->from <= from && from + wish.length <= wish.between->to));
}

std::vector<WaitlistEntry> who_fits(std::span<WaitlistEntry const> waiting, Opening const& opening, std::size_t at_most)
{
    std::vector<WaitlistEntry> fitting;
    std::ranges::copy_if(
        waiting, std::back_inserter(fitting), [&](WaitlistEntry const& entry) { return fits(entry, opening); });
    std::ranges::stable_sort(fitting, {}, [](WaitlistEntry const& entry) {
        auto const& wish = entry.details();
        return std::tuple{wish.priority, !wish.clinician.has_value(), wish.since, entry.id()};
    });
    if (fitting.size() > at_most)
        fitting.erase(fitting.begin() + static_cast<std::ptrdiff_t>(at_most), fitting.end());
    return fitting;
}

} // namespace plumbline
