// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/Sealed.hpp"

namespace plumbline::persistence {
namespace {

template <class AnyId>
std::vector<AnyId> read(Query query)
{
    std::vector<AnyId> ids;
    std::int64_t id = 0;
    query.into(id);
    while (query.next())
        ids.emplace_back(id);
    return ids;
}

} // namespace

std::vector<VisitId> sealed_visits(Session& session)
{
    return read<VisitId>(session.query("select id from visit where seal_sha256 is not null order by id"));
}

std::vector<EvaluationId> sealed_evaluations(Session& session)
{
    return read<EvaluationId>(session.query("select id from evaluation where seal_sha256 is not null order by id"));
}

std::vector<PlanId> sealed_plans(Session& session)
{
    return read<PlanId>(session.query("select id from plan_of_care where seal_sha256 is not null order by id"));
}

} // namespace plumbline::persistence
