// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociDeferrals.hpp"

#include "persistence/records/Rows.hpp"

namespace plumbline::persistence {
namespace {

std::optional<Deferral> read(Query& query)
{
    std::int64_t id = 0, patient = 0, episode = 0, by = 0;
    std::string at, until;
    Deferral row;
    query.into(id).into(patient).into(episode).into(by).into(at).into(until).into(row.reason).into(row.facts);
    if (!query.next())
        return std::nullopt;
    row.id = DeferralId{id};
    row.patient = PatientId{patient};
    row.episode = EpisodeId{episode};
    row.by = UserId{by};
    row.at = stored_instant(at);
    row.until = stored_day(until);
    return row;
}

} // namespace

std::optional<Deferral> SociDeferrals::newest(EpisodeId episode) const
{
    auto query =
        session_.query("select id, patient_id, episode_id, user_id, put_off_at, until_day, reason, facts"
                       " from decision_deferral where episode_id = :episode order by put_off_at desc, id desc limit 1");
    query.bind("episode", episode.value());
    return read(query);
}

Result<void> SociDeferrals::keep(Deferral const& deferral)
{
    return keeping([&]() -> Result<void> {
        auto query = session_.query(
            "insert into decision_deferral (id, patient_id, episode_id, user_id, put_off_at, until_day, reason, facts)"
            " values (:id, :patient, :episode, :user, :put_off_at, :until_day, :reason, :facts)"
            " on conflict (id) do nothing");
        query.bind("id", deferral.id.value())
            .bind("patient", deferral.patient.value())
            .bind("episode", deferral.episode.value())
            .bind("user", deferral.by.value())
            .bind("put_off_at", to_iso(deferral.at))
            .bind("until_day", to_iso(deferral.until))
            .bind("reason", deferral.reason)
            .bind("facts", deferral.facts);
        if (query.run() == 1)
            return {};
        auto before = session_.query("select id, patient_id, episode_id, user_id, put_off_at, until_day, reason, facts"
                                     " from decision_deferral where id = :id");
        before.bind("id", deferral.id.value());
        return read(before) == deferral ? Result<void>{} : outdated();
    });
}

} // namespace plumbline::persistence
