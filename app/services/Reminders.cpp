// SPDX-License-Identifier: Apache-2.0
#include "app/services/Reminders.hpp"

#include "persistence/exchange/csv/CsvWriter.hpp"

#include <algorithm>
#include <map>

namespace plumbline::app {

std::vector<BookedPerson> booked_with(Records const& records, Date from, Date to, std::vector<UserId> const& clinicians)
{
    auto const only = clinicians.size() == 1 ? std::optional{clinicians.front()} : std::nullopt;
    auto rows = records.tallies().booked({from, to, only});
    if (clinicians.size() > 1)
        std::erase_if(
            rows, [&](BookedPerson const& row) { return std::ranges::count(clinicians, row.clinician) == 0; });
    return rows;
}

Result<std::vector<ReminderRow>> reminders(Records const& records, Context const& context, ReminderWish const& wish)
{
    for (Action const needed : {Action::SeeSchedule, Action::PrintDocument})
        if (auto allowed = permit(context.actor, needed); !allowed)
            return refuse(allowed.error());
    std::map<UserId, std::string> clinicians;
    for (User const& user : records.users().all())
        clinicians.emplace(user.id(), user.name_with_credentials());
    std::vector<ReminderRow> rows;
    for (BookedPerson const& one : booked_with(records, wish.from, wish.to, wish.clinicians)) {
        if (one.status != AppointmentStatus::Booked && one.status != AppointmentStatus::Confirmed)
            continue;
        bool const may = one.may_be_messaged;
        rows.push_back({one.appointment, one.patient, one.name, one.start, one.length, clinicians[one.clinician],
            one.phone, may ? one.mobile : std::string{}, may ? one.email : std::string{}, one.language});
    }
    return rows;
}

Result<std::string> export_reminders(Records& records, Context const& context, ReminderWish const& wish)
{
    auto const rows = reminders(records, context, wish);
    if (!rows)
        return refuse(rows.error());
    std::string const clinic = records.settings().get("clinic.name");
    std::string const clinic_phone = records.settings().get("clinic.phone");
    std::vector<exchange::CsvCells> cells;
    for (ReminderRow const& row : *rows) {
        Date const day = day_of(row.start);
        cells.push_back({row.name.spoken(), row.name.family, row.name.given, to_iso(day),
            weekday_name(day) + ", " + to_words(day), to_clock(row.start), std::to_string(row.length.count()),
            row.clinician, clinic, clinic_phone, row.phone, row.mobile, row.email, row.language});
    }
    audit(records, context, AuditEvent::Export, {"schedule"}, "reminders");
    return exchange::write_csv({"name", "family", "given", "date", "day", "time", "minutes", "clinician", "clinic",
                                   "clinic_phone", "phone", "mobile", "email", "language"},
        cells);
}

} // namespace plumbline::app
