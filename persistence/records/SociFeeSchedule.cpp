// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociFeeSchedule.hpp"

#include "persistence/records/Rows.hpp"

namespace plumbline::persistence {

std::vector<ServiceCode> SociFeeSchedule::all() const
{
    std::vector<ServiceCode> codes;
    ServiceCode row;
    int timed = 0;
    std::optional<std::string> modality;
    auto query = session_.query("select code, label, timed, modality from service_code order by code");
    query.into(row.code).into(row.label).into(timed).into(modality);
    while (query.next()) {
        row.timed = timed != 0;
        row.modality = modality ? std::optional{stored(modality_from_code(*modality))} : std::nullopt;
        codes.push_back(row);
    }
    return codes;
}

void SociFeeSchedule::keep(ServiceCode const& code)
{
    session_
        .query("insert into service_code (code, label, timed, modality) values (:code, :label, :timed, :modality)"
               " on conflict (code) do update set label = excluded.label, timed = excluded.timed,"
               " modality = excluded.modality")
        .bind("code", code.code)
        .bind("label", code.label)
        .bind("timed", code.timed)
        .bind("modality", code_of(code.modality))
        .run();
}

void SociFeeSchedule::remove(std::string_view code)
{
    session_.query("delete from service_code where code = :code").bind("code", code).run();
}

} // namespace plumbline::persistence
