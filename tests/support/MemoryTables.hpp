// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the memory store keeps versions, in one place for all its tables. Included by its ports alone.

#include "domain/store/Records.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace plumbline::testing {

inline Patient with_version(Patient const& x, int version)
{
    return Patient::restore(x.id(), x.record_number(), x.details(), version);
}
inline ReferringProvider with_version(ReferringProvider const& x, int version)
{
    return ReferringProvider::create(x.id(), x.details(), version).value();
}
inline User with_version(User const& x, int version)
{
    return User::create(x.id(), x.details(), version).value();
}
inline Episode with_version(Episode const& x, int version)
{
    return Episode::restore(x.id(), x.patient(), x.details(), version);
}
inline Evaluation with_version(Evaluation const& x, int version)
{
    return Evaluation::restore(x.id(), x.patient(), x.episode(), x.author(), x.details(), x.seal(), version);
}
inline PlanOfCare with_version(PlanOfCare const& x, int version)
{
    return PlanOfCare::restore(x.id(), x.patient(), x.episode(), x.author(), x.details(), version, x.seal());
}
inline Visit with_version(Visit const& x, int version)
{
    return Visit::restore(x.id(), x.patient(), x.episode(), x.details(), x.seal(), x.addenda(), version);
}
inline OutcomeScore with_version(OutcomeScore const& x, int version)
{
    return OutcomeScore::create(
        x.id(), x.patient(), x.episode(), x.on(), x.score().measure, x.items(), x.author(), x.evaluation(), version)
        .value();
}
inline Appointment with_version(Appointment const& x, int version)
{
    return Appointment::restore(x.id(), x.details(), version);
}

inline AppointmentSeries with_version(AppointmentSeries const& x, int version)
{
    return AppointmentSeries::restore(x.id(), x.details(), version);
}
inline Resource with_version(Resource const& x, int version)
{
    return Resource::restore(x.id(), x.details(), version);
}
inline WaitlistEntry with_version(WaitlistEntry const& x, int version)
{
    return WaitlistEntry::restore(x.id(), x.details(), version);
}
inline Authorization with_version(Authorization const& x, int version)
{
    return Authorization::restore(x.id(), x.details(), version);
}

inline tl::unexpected<Refusal> outdated()
{
    return refuse(Refusal::Reason::Conflict, "", tr_noop("Someone else changed this since you opened it."));
}

inline tl::unexpected<Refusal> sealed_already()
{
    return refuse(Refusal::Reason::NotAllowed, "", tr_noop("This is signed and no longer changes."));
}

template <class Table>
std::optional<typename Table::mapped_type> find_in(Table const& table, typename Table::key_type const& id)
{
    auto const found = table.find(id);
    return found == table.end() ? std::nullopt : std::optional{found->second};
}

/// Inserts version 0 and accepts the same insert again; otherwise the version must be the stored one.
template <class Table, class Record>
Result<void> keep_in(Table& table, Record const& given)
{
    auto const found = table.find(given.id());
    if (found == table.end() && given.version() != 0)
        return outdated();
    if (found == table.end()) {
        table.emplace(given.id(), with_version(given, 1));
        return {};
    }
    if (given.version() == 0)
        return with_version(found->second, 0) == given ? Result<void>{} : outdated();
    if (found->second.version() != given.version())
        return outdated();
    found->second = with_version(given, given.version() + 1);
    return {};
}

template <class Table, class Wanted>
std::vector<typename Table::mapped_type> those_of(Table const& table, Wanted wanted)
{
    std::vector<typename Table::mapped_type> chosen;
    for (auto const& [id, record] : table)
        if (wanted(record))
            chosen.push_back(record);
    return chosen;
}

template <class Row>
void cut(std::vector<Row>& rows, int limit, int offset = 0)
{
    auto const clamp = [&](int n) { return std::min(static_cast<std::ptrdiff_t>(std::max(n, 0)), std::ssize(rows)); };
    rows.erase(rows.begin(), rows.begin() + clamp(offset));
    rows.erase(rows.begin() + clamp(limit), rows.end());
}

} // namespace plumbline::testing
