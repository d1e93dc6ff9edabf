// SPDX-License-Identifier: Apache-2.0
#include "app/services/ScheduleOpenings.hpp"

#include "app/services/Booking.hpp"
#include "app/services/Common.hpp"
#include "app/services/ScheduleSetup.hpp"
#include "domain/scheduling/OpeningSearch.hpp"

#include <algorithm>
#include <limits>

namespace plumbline::app {

namespace {

constexpr int appointments_a_day = 50;
constexpr int days_at_once = 7; // Read by one statement.

WaitlistRow row_of(Records const& records, WaitlistEntry const& entry)
{
    WaitlistRow row{entry};
    if (auto const patient = records.patients().find(entry.details().patient)) {
        auto const& contact = patient->details().contact;
        row.name = patient->name();
        row.phone = contact.mobile.empty() ? contact.phone : contact.mobile;
    }
    return row;
}

bool is_elsewhere(Records const& records, PatientId patient, Opening const& opening)
{
    for (Appointment const& one : records.appointments().of_patient(patient, day_of(opening.start), appointments_a_day))
        if (takes_time(one) && one.details().start < opening.start + opening.length && opening.start < one.end())
            return true;
    return false;
}

Result<WaitlistEntry> seen_entry(Records const& records, WaitlistEntryId id, int version)
{
    auto entry = records.waitlist().find(id);
    if (!entry)
        return refuse(Refusal::Reason::NotFound, "waitlist", tr_noop("Nobody waits under this entry any more."));
    if (auto current = still_current(entry->version(), version); !current)
        return refuse(current.error());
    return *std::move(entry);
}

/// Who waits for a group joins a class that is there; everything else needs time of its own, and evaluations somebody
/// who may evaluate.
std::vector<AppointmentType> types_of_free_time(Records const& records, UserId clinician)
{
    std::vector<AppointmentType> types{AppointmentType::Treatment};
    if (auto const user = records.users().find(clinician);
        user && permitted(user->details().role, Action::EditEvaluation))
        types.insert(types.end(), {AppointmentType::Evaluation, AppointmentType::ReEvaluation});
    return types;
}

/// A place that is open, with what can be booked there.
struct Place {
    Opening opening{};
    std::vector<AppointmentType> types{};
};

std::vector<WaitlistRow> who_could_come(Records const& records, Place const& place, std::size_t at_most)
{
    auto waiting = records.waitlist().all();
    std::erase_if(waiting, [&](WaitlistEntry const& entry) {
        auto const& wish = entry.details();
        Opening const theirs{place.opening.clinician, place.opening.start, wish.length};
        return std::ranges::find(place.types, wish.type) == place.types.end()
            || is_elsewhere(records, wish.patient, theirs);
    });
    std::vector<WaitlistRow> rows;
    for (WaitlistEntry const& entry : who_fits(waiting, place.opening, at_most))
        rows.push_back(row_of(records, entry));
    return rows;
}

/// The places of a class that is there at this moment.
std::optional<Opening> class_with_places(Records const& records, std::span<Appointment const> booked, ClinicTime moment)
{
    int taken = 0;
    std::optional<Opening> opening;
    for (Appointment const& one : booked) {
        auto const& details = one.details();
        if (details.type != AppointmentType::Group || !takes_time(one) || details.start > moment || one.end() <= moment)
            continue;
        ++taken;
        opening = Opening{details.clinician, details.start, details.length, details.resources};
    }
    bool const room = taken < type_rule_of(records, AppointmentType::Group).places;
    return opening && room ? opening : std::nullopt;
}

bool is_wanted(OpeningsWanted const& wanted, Date day)
{
    return wanted.weekdays[std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding() - 1];
}

/// Those who are looked at, in the order asked for.
std::vector<WorkingHours> chosen_hours(std::vector<WorkingHours> everyone, std::vector<UserId> const& clinicians)
{
    if (clinicians.empty())
        return everyone;
    std::vector<WorkingHours> chosen;
    for (UserId const id : clinicians)
        for (WorkingHours const& hours : everyone)
            if (hours.clinician() == id)
                chosen.push_back(hours);
    return chosen;
}

/// The search, a stretch of wanted days at a time.
std::vector<Opening> searched(
    Records const& records, std::span<WorkingHours const> chosen, OpeningsWanted const& wanted, int dates)
{
    bool const of_one = chosen.size() == 1 && !wanted.patient && wanted.one_of_each.empty();
    auto const whose = of_one ? std::optional{chosen.front().clinician()} : std::nullopt;
    std::vector<Opening> found;
    auto part = wanted;
    part.at_most = std::numeric_limits<std::size_t>::max();
    for (int ahead = 0; ahead < wanted.days && dates > 0;) {
        part.from = plus_days(wanted.from, ahead);
        part.days = 0;
        while (part.days < days_at_once && ahead < wanted.days && is_wanted(wanted, plus_days(wanted.from, ahead))) {
            ++part.days;
            ++ahead;
        }
        if (part.days == 0) {
            ++ahead;
            continue;
        }
        auto const booked = records.appointments().between(part.from, plus_days(part.from, part.days - 1), whose);
        auto const all = find_openings(chosen, booked, part);
        auto const more = of_first_dates(all, dates);
        dates -= dates_of(more);
        found.insert(found.end(), more.begin(), more.end());
    }
    return found;
}

} // namespace

Result<std::vector<Opening>> openings(Records const& records, Context const& context, OpeningsWish const& wish)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    auto everyone = all_hours(records, context);
    if (!everyone)
        return refuse(everyone.error());
    auto const chosen = chosen_hours(*std::move(everyone), wish.clinicians);
    auto wanted = wish.wanted;
    wanted.patient = wish.patient;
    ClinicTime const now = context.clock->local_now();
    wanted.not_before = std::max(wanted.not_before.value_or(now), now);
    for (ResourceId const id : wish.resources)
        wanted.one_of_each.push_back({id});
    if (wish.kind) {
        std::vector<ResourceId> any;
        for (Resource const& one : records.resources().all())
            if (one.details().kind == *wish.kind && one.details().active)
                any.push_back(one.id());
        wanted.one_of_each.push_back(std::move(any));
    }
    return searched(records, chosen, wanted, wish.dates);
}

Result<std::vector<WaitlistRow>> waitlist(Records const& records, Context const& context)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    std::vector<WaitlistRow> rows;
    for (WaitlistEntry const& entry : records.waitlist().all())
        rows.push_back(row_of(records, entry));
    std::ranges::stable_sort(rows, {}, [](WaitlistRow const& row) { return row.entry.details().priority; });
    return rows;
}

Result<std::vector<WaitlistRow>> waiting_for(
    Records const& records, Context const& context, Opening const& opening, std::size_t at_most)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    return who_could_come(records, {opening, types_of_free_time(records, opening.clinician)}, at_most);
}

Result<FreeTime> free_time_at(
    Records const& records, Context const& context, UserId clinician, ClinicTime start, std::size_t at_most)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    Date const day = day_of(start);
    Minutes const from = start - at(day, Minutes{0});
    auto const booked = records.appointments().between(day, day, clinician);
    auto const free = free_spans(hours_of(records, clinician), booked, day);
    auto const here =
        std::ranges::find_if(free, [from](DaySpan const& span) { return span.from <= from && from < span.to; });
    Place place;
    if (here != free.end())
        place = {{clinician, start, here->to - from}, types_of_free_time(records, clinician)};
    else if (auto const in_class = class_with_places(records, booked, start))
        place = {*in_class, {AppointmentType::Group}};
    else
        return refuse(
            Refusal::Reason::Invalid, "start", tr_noop("There is no free time here: it is taken, or nobody works."));
    return FreeTime{place.opening, who_could_come(records, place, at_most)};
}

Result<ScheduleEdit> put_on_waitlist(Records& records, Context const& context, WaitlistEntry const& entry)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    if (!records.patients().find(entry.details().patient))
        return refuse_missing_patient();
    auto const before = entry.version() == 0 ? std::nullopt : records.waitlist().find(entry.id());
    if (auto kept = records.waitlist().keep(entry); !kept)
        return refuse(kept.error());
    audit(records, context, before ? AuditEvent::Change : AuditEvent::Create,
        {"waitlist", entry.id().value(), entry.details().patient});
    return ScheduleEdit{.words = {before ? tr_noop("Changed.") : tr_noop("Put on the waitlist.")},
        .waitlist = {{before, records.waitlist().find(entry.id())}}};
}

Result<ScheduleEdit> take_off_waitlist(Records& records, Context const& context, WaitlistEntryId id, int version)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const entry = seen_entry(records, id, version);
    if (!entry)
        return refuse(entry.error());
    if (auto gone = records.waitlist().remove(id, version); !gone)
        return refuse(gone.error());
    audit(records, context, AuditEvent::Delete, {"waitlist", id.value(), entry->details().patient});
    return ScheduleEdit{.words = {tr_noop("Taken off the waitlist.")}, .waitlist = {{*entry, std::nullopt}}};
}

Result<ScheduleEdit> fill_from_waitlist(Records& records, Context const& context, WaitlistEntryId id, int version,
    AppointmentId as, Opening const& opening, Meant const& meant)
{
    if (auto allowed = permit(context.actor, Action::EditSchedule); !allowed)
        return refuse(allowed.error());
    auto const entry = seen_entry(records, id, version);
    if (!entry)
        return refuse(entry.error());
    auto const& wish = entry->details();
    auto const appointment = Appointment::create(as,
        {.patient = wish.patient,
            .episode = wish.episode,
            .clinician = opening.clinician,
            .start = opening.start,
            .length = wish.length,
            .type = wish.type,
            .arrived = {},
            .note = wish.note,
            .resources = opening.resources});
    if (!appointment)
        return refuse(appointment.error());
    auto edit = book(records, context, *appointment, meant);
    if (!edit)
        return edit;
    auto off = take_off_waitlist(records, context, id, version);
    if (!off)
        return off;
    edit->waitlist = std::move(off->waitlist);
    return edit;
}

} // namespace plumbline::app
