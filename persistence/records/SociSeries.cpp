// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociSeries.hpp"

#include "persistence/records/Rows.hpp"

namespace plumbline::persistence {

std::optional<AppointmentSeries> SociSeries::find(SeriesId id) const
{
    std::int64_t patient = 0;
    std::string rule, first_at;
    int version = 0;
    auto query = session_.query("select patient_id, rule, first_at, version from appointment_series where id = :id");
    query.bind("id", id.value()).into(patient).into(rule).into(first_at).into(version);
    if (!query.next())
        return std::nullopt;
    return AppointmentSeries::restore(id, {PatientId{patient}, rule, stored_time(first_at)}, version);
}

Result<void> SociSeries::keep(AppointmentSeries const& series)
{
    return keeping([&]() -> Result<void> {
        auto const& details = series.details();
        auto const bind = [&](Query& query) {
            query.bind("id", series.id().value())
                .bind("patient", details.patient.value())
                .bind("rule", details.rule)
                .bind("first_at", to_iso(details.first));
        };
        if (series.version() > 0) {
            auto query = session_.query("update appointment_series set patient_id = :patient, rule = :rule,"
                                        " first_at = :first_at, version = version + 1"
                                        " where id = :id and version = :version");
            bind(query);
            query.bind("version", series.version());
            return query.run() == 1 ? Result<void>{} : outdated();
        }
        auto query = session_.query("insert into appointment_series (id, patient_id, rule, first_at, version)"
                                    " values (:id, :patient, :rule, :first_at, 1) on conflict (id) do nothing");
        bind(query);
        if (query.run() == 1)
            return {};
        auto const before = find(series.id());
        return before && before->details() == details ? Result<void>{} : outdated();
    });
}

Result<void> SociSeries::remove(SeriesId id, int version)
{
    auto query = session_.query("delete from appointment_series where id = :id and version = :version"
                                " and not exists (select 1 from appointment a where a.series_id = :id)");
    query.bind("id", id.value()).bind("version", version);
    return query.run() == 1 ? Result<void>{} : outdated();
}

} // namespace plumbline::persistence
