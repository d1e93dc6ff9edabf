// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociHours.hpp"

#include "persistence/records/Rows.hpp"

#include <algorithm>
#include <map>

namespace plumbline::persistence {
namespace {

std::vector<DaySpan> spans(std::string_view text)
{
    return stored(day_spans_from_text(text, "hours"));
}

} // namespace

std::optional<WorkingHours> SociHours::of(UserId clinician) const
{
    auto everyone = all();
    auto const found = std::ranges::find(everyone, clinician, &WorkingHours::clinician);
    return found == everyone.end() ? std::nullopt : std::optional{std::move(*found)};
}

std::vector<WorkingHours> SociHours::all() const
{
    std::map<std::int64_t, std::vector<HoursException>> exceptions;
    {
        std::int64_t clinician = 0;
        std::string first_on, last_on, text, reason;
        auto query = session_.query("select clinician_id, first_on, last_on, spans, reason from hours_exception"
                                    " order by clinician_id, position");
        query.into(clinician).into(first_on).into(last_on).into(text).into(reason);
        while (query.next())
            exceptions[clinician].push_back({stored_day(first_on), stored_day(last_on), spans(text), reason});
    }
    std::vector<WorkingHours> found;
    std::int64_t clinician = 0;
    std::array<std::string, 7> week;
    int version = 0;
    auto query = session_.query("select clinician_id, monday, tuesday, wednesday, thursday, friday, saturday, sunday,"
                                " version from clinician_hours order by clinician_id");
    query.into(clinician);
    for (std::string& day : week)
        query.into(day);
    query.into(version);
    while (query.next()) {
        WorkingHours::Details details;
        for (std::size_t i = 0; i < week.size(); ++i)
            details.week[i] = spans(week[i]);
        details.exceptions = std::move(exceptions[clinician]);
        found.push_back(WorkingHours::restore(UserId{clinician}, std::move(details), version));
    }
    return found;
}

Result<void> SociHours::keep(WorkingHours const& hours)
{
    return keeping([&]() -> Result<void> {
        static constexpr std::array<char const*, 7> days{
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
        auto const bind = [&](Query& query) {
            query.bind("clinician", hours.clinician().value());
            for (std::size_t i = 0; i < days.size(); ++i)
                query.bind(days[i], to_text(hours.details().week[i]));
        };
        bool written = false;
        if (hours.version() > 0) {
            auto query = session_.query("update clinician_hours set monday = :monday, tuesday = :tuesday,"
                                        " wednesday = :wednesday, thursday = :thursday, friday = :friday,"
                                        " saturday = :saturday, sunday = :sunday, version = version + 1"
                                        " where clinician_id = :clinician and version = :version");
            bind(query);
            query.bind("version", hours.version());
            written = query.run() == 1;
        } else {
            auto query = session_.query("insert into clinician_hours (clinician_id, monday, tuesday, wednesday,"
                                        " thursday, friday, saturday, sunday, version) values (:clinician, :monday,"
                                        " :tuesday, :wednesday, :thursday, :friday, :saturday, :sunday, 1)"
                                        " on conflict (clinician_id) do nothing");
            bind(query);
            written = query.run() == 1;
        }
        if (!written) {
            auto const before = of(hours.clinician());
            bool const repeated = hours.version() == 0 && before && before->details() == hours.details();
            return repeated ? Result<void>{} : outdated();
        }
        write_exceptions(hours);
        return {};
    });
}

void SociHours::write_exceptions(WorkingHours const& hours)
{
    session_.query("delete from hours_exception where clinician_id = :clinician")
        .bind("clinician", hours.clinician().value())
        .run();
    int position = 0;
    for (HoursException const& exception : hours.details().exceptions)
        session_
            .query("insert into hours_exception (clinician_id, position, first_on, last_on, spans, reason)"
                   " values (:clinician, :position, :first_on, :last_on, :spans, :reason)")
            .bind("clinician", hours.clinician().value())
            .bind("position", position++)
            .bind("first_on", to_iso(exception.first))
            .bind("last_on", to_iso(exception.last))
            .bind("spans", to_text(exception.spans))
            .bind("reason", exception.reason)
            .run();
}

} // namespace plumbline::persistence
