// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociWaitlist.hpp"

#include "persistence/records/Rows.hpp"

namespace plumbline::persistence {
namespace {

/// Seven of 0 and 1, Monday first.
std::string text_of(std::array<bool, 7> const& weekdays)
{
    std::string text;
    for (bool const day : weekdays)
        text += day ? '1' : '0';
    return text;
}

std::array<bool, 7> weekdays_of(std::string_view text)
{
    std::array<bool, 7> weekdays{};
    for (std::size_t i = 0; i < weekdays.size() && i < text.size(); ++i)
        weekdays[i] = text[i] == '1';
    return weekdays;
}

std::vector<WaitlistEntry> read(Query& query)
{
    std::vector<WaitlistEntry> entries;
    std::int64_t id = 0, patient = 0;
    std::optional<std::int64_t> episode, clinician;
    std::string type, weekdays, priority, since_on, note;
    std::optional<int> from, to;
    std::optional<std::string> until_on;
    int minutes = 0, version = 0;
    query.into(id).into(patient).into(episode).into(clinician).into(type).into(minutes).into(weekdays);
    query.into(from).into(to).into(priority).into(since_on).into(until_on).into(note).into(version);
    while (query.next())
        entries.push_back(WaitlistEntry::restore(WaitlistEntryId{id},
            {.patient = PatientId{patient},
                .episode = id_of<EpisodeId>(episode),
                .clinician = id_of<UserId>(clinician),
                .type = stored(appointment_type_from_code(type)),
                .length = Minutes{minutes},
                .weekdays = weekdays_of(weekdays),
                .between = from && to ? std::optional{DaySpan{Minutes{*from}, Minutes{*to}}} : std::nullopt,
                .priority = stored(waitlist_priority_from_code(priority)),
                .since = stored_day(since_on),
                .until = optional_day(until_on),
                .note = note},
            version));
    return entries;
}

void bind(Query& query, WaitlistEntry const& entry)
{
    auto const& details = entry.details();
    auto const minute = [&](Minutes DaySpan::*end) {
        return details.between ? std::optional{static_cast<std::int64_t>(((*details.between).*end).count())}
                               : std::nullopt;
    };
    query.bind("id", entry.id().value())
        .bind("patient", details.patient.value())
        .bind("episode", number(details.episode))
        .bind("clinician", number(details.clinician))
        .bind("type", code(details.type))
        .bind("minutes", details.length.count())
        .bind("weekdays", text_of(details.weekdays))
        .bind("from_minute", minute(&DaySpan::from))
        .bind("to_minute", minute(&DaySpan::to))
        .bind("priority", code(details.priority))
        .bind("since_on", to_iso(details.since))
        .bind("until_on", iso(details.until))
        .bind("note", details.note);
}

} // namespace

std::optional<WaitlistEntry> SociWaitlist::find(WaitlistEntryId id) const
{
    auto query = session_.query("select id, patient_id, episode_id, clinician_id, type, minutes, weekdays,"
                                " from_minute, to_minute, priority, since_on, until_on, note, version"
                                " from waitlist_entry where id = :id");
    query.bind("id", id.value());
    auto found = read(query);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<WaitlistEntry> SociWaitlist::all() const
{
    auto query = session_.query("select id, patient_id, episode_id, clinician_id, type, minutes, weekdays,"
                                " from_minute, to_minute, priority, since_on, until_on, note, version"
                                " from waitlist_entry order by since_on, id");
    return read(query);
}

Result<void> SociWaitlist::keep(WaitlistEntry const& entry)
{
    return keeping([&]() -> Result<void> {
        if (entry.version() > 0) {
            auto query = session_.query(
                "update waitlist_entry set patient_id = :patient, episode_id = :episode, clinician_id = :clinician,"
                " type = :type, minutes = :minutes, weekdays = :weekdays, from_minute = :from_minute,"
                " to_minute = :to_minute, priority = :priority, since_on = :since_on, until_on = :until_on,"
                " note = :note, version = version + 1 where id = :id and version = :version");
            bind(query, entry);
            query.bind("version", entry.version());
            return query.run() == 1 ? Result<void>{} : outdated();
        }
        auto query = session_.query(
            "insert into waitlist_entry (id, patient_id, episode_id, clinician_id, type, minutes, weekdays,"
            " from_minute, to_minute, priority, since_on, until_on, note, version) values (:id, :patient, :episode,"
            " :clinician, :type, :minutes, :weekdays, :from_minute, :to_minute, :priority, :since_on, :until_on,"
            " :note, 1) on conflict (id) do nothing");
        bind(query, entry);
        if (query.run() == 1)
            return {};
        auto const before = find(entry.id());
        return before && before->details() == entry.details() ? Result<void>{} : outdated();
    });
}

Result<void> SociWaitlist::remove(WaitlistEntryId id, int version)
{
    auto query = session_.query("delete from waitlist_entry where id = :id and version = :version");
    query.bind("id", id.value()).bind("version", version);
    return query.run() == 1 ? Result<void>{} : outdated();
}

} // namespace plumbline::persistence
