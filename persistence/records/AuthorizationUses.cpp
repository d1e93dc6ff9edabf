// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/AuthorizationUses.hpp"

#include "domain/store/Agenda.hpp"
#include "persistence/records/Rows.hpp"

#include <string>
#include <utility>
#include <vector>

namespace plumbline::persistence {
namespace {

/// What was billed on the days of some authorizations.
using Billed = std::map<std::pair<std::int64_t, std::string>, std::pair<UnitRule, std::vector<BilledRow>>>;

} // namespace

void add_visits(Query& query, AuthorizationUses& used)
{
    std::int64_t authorization = 0;
    std::string day;
    query.into(authorization).into(day);
    while (query.next())
        ++used[AuthorizationId{authorization}].visits;
}

void add_units(Query& query, AuthorizationUses& used)
{
    Billed billed;
    std::int64_t authorization = 0;
    std::string day, rule;
    BilledRow row;
    int timed = 0;
    query.into(authorization).into(day).into(rule).into(row.code).into(timed).into(row.minutes);
    while (query.next()) {
        row.timed = timed != 0;
        auto& [of_payer, rows] = billed[{authorization, day}];
        of_payer = stored(from_code<UnitRule>(rule));
        rows.push_back(row);
    }
    for (auto const& [key, day_rows] : billed)
        used[AuthorizationId{key.first}].units += units_of_day(day_rows.first, day_rows.second);
}

void add_before(Authorization const& authorization, AuthorizationUses& used)
{
    AuthorizationUse& use = used[authorization.id()];
    use.visits += authorization.details().visits_before;
    use.units += authorization.details().units_before;
}

} // namespace plumbline::persistence
