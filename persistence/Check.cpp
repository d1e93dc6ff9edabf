// SPDX-License-Identifier: Apache-2.0
#include "persistence/Check.hpp"

#include "persistence/Migrations.hpp"
#include "persistence/dialects/Errors.hpp"
#include "persistence/dialects/Sqlite.hpp"
#include "persistence/records/Sealed.hpp"

#include <algorithm>
#include <map>

namespace plumbline::persistence {
namespace {

std::string expected_schema()
{
    Session fresh{Dialect::Sqlite, sqlite::connect_memory()};
    migrate(fresh, embedded_migrations(), "1970-01-01T00:00:00.000Z");
    return sqlite::schema_text(fresh);
}

bool holds(Records const& records, Visit const& visit)
{
    return visit.seal() && records.digest(visit.canonical_text()) == visit.seal()->sha256
        && std::ranges::all_of(visit.addenda(),
            [&](Addendum const& addendum) { return records.digest(addendum.text) == addendum.seal.sha256; });
}

bool holds(Records const& records, Evaluation const& evaluation)
{
    return evaluation.seal() && records.digest(evaluation.canonical_text()) == evaluation.seal()->sha256;
}

bool holds(Records const& records, PlanOfCare const& plan)
{
    return plan.seal() && records.digest(plan.canonical_text()) == plan.seal()->sha256;
}

/// Seals as they are stored now, by kind and id, to be held against what the audit trail saw being signed.
using Seals = std::map<std::pair<std::string, std::int64_t>, std::string>;

template <class AnyId, class Port>
void recompute(Records const& records, Port const& port, std::string const& kind, std::vector<AnyId> const& ids,
    Seals& seals, std::vector<std::string>& problems)
{
    for (AnyId const id : ids) {
        auto const found = port.find(id);
        if (!found || !holds(records, *found))
            problems.push_back("the seal of " + kind + ' ' + std::to_string(id.value()) + " is not valid");
        if (found && found->seal())
            seals[{kind, id.value()}] = found->seal()->sha256;
    }
}

void compare_with_trail(Session& session, Seals const& seals, std::vector<std::string>& problems)
{
    std::string kind, detail;
    std::int64_t id = 0;
    auto query = session.query("select entity, entity_id, detail from audit where event = :event "
                               "and entity in ('visit', 'evaluation', 'plan_of_care') order by seq");
    query.bind("event", code(AuditEvent::Sign)).into(kind).into(id).into(detail);
    while (query.next()) {
        auto const seal = seals.find({kind, id});
        if (seal == seals.end() || detail.find(seal->second) == std::string::npos)
            problems.push_back(kind + ' ' + std::to_string(id) + " is not as the audit trail saw it signed");
    }
}

} // namespace

std::vector<std::string> storage_problems(Session& session)
{
    return guarded([&] {
        std::vector<std::string> problems;
        if (session.dialect() == Dialect::Sqlite) {
            problems = sqlite::integrity_problems(session);
            bool const newest = schema_version(session) == static_cast<int>(embedded_migrations().size());
            if (newest && sqlite::schema_text(session) != expected_schema())
                problems.emplace_back("the schema is not the one this program made");
        }
        if (schema_fault(session, embedded_migrations()))
            problems.emplace_back("the schema is not one this program knows");
        if (!audit_is_guarded(session))
            problems.emplace_back("the triggers that protect the audit trail are gone");
        return problems;
    });
}

std::vector<std::string> seal_problems(Database& database)
{
    auto const visits = guarded([&] { return sealed_visits(database.session()); });
    auto const evaluations = guarded([&] { return sealed_evaluations(database.session()); });
    auto const plans = guarded([&] { return sealed_plans(database.session()); });
    return database.read([&](Records const& records) {
        std::vector<std::string> problems;
        Seals seals;
        recompute(records, records.visits(), "visit", visits, seals, problems);
        recompute(records, records.evaluations(), "evaluation", evaluations, seals, problems);
        recompute(records, records.plans(), "plan_of_care", plans, seals, problems);
        compare_with_trail(database.session(), seals, problems);
        return problems;
    });
}

std::string audit_problem(AuditVerdict const& verdict)
{
    return verdict.first_bad_seq ? "the audit trail was changed at entry " + std::to_string(*verdict.first_bad_seq)
                                 : std::string{"the note of where the audit trail ended is missing or forged"};
}

} // namespace plumbline::persistence
