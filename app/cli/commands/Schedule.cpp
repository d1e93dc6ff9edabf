// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Shell.hpp"

#include "app/services/ScheduleOpenings.hpp"
#include "app/services/ScheduleSeries.hpp"
#include "domain/scheduling/OpeningSearch.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <vector>

namespace plumbline::app::cli {

namespace {

struct Arguments {
    std::string id, patient, clinician, from, to, start, type = "treatment", repeat, reason;
    std::string kind, resource, between;
    std::vector<std::string> weekdays, except;
    int minutes = 0, days = 10, each = 4;
    bool outside_hours = false, beyond_limits = false;
    [[nodiscard]] Meant meant() const
    {
        return {
            outside_hours ? Hours::Overridden : Hours::Kept, beyond_limits ? Limits::Overridden : Limits::Kept, reason};
    }
};

std::map<UserId, std::string> logins(Records const& records)
{
    std::map<UserId, std::string> names;
    for (User const& user : records.users().all())
        names.emplace(user.id(), user.details().login);
    return names;
}

/// A login name, or an id.
Result<UserId> clinician_from(Records const& records, std::string const& typed)
{
    if (auto const user = records.users().by_login(typed))
        return user->id();
    if (auto const id = id_from<UserId>(typed, "clinician"); id && records.users().find(*id))
        return *id;
    return refuse(Refusal::Reason::NotFound, "clinician", tr_noop("There is no such clinician."));
}

Json row_json(AppointmentId id, PatientId patient, std::string const& clinician, ClinicTime start, Minutes length,
    AppointmentType type, AppointmentStatus status)
{
    return {{"id", id_text(id)}, {"patient_id", id_text(patient)}, {"clinician", clinician}, {"start", to_iso(start)},
        {"minutes", length.count()}, {"type", code(type)}, {"status", code(status)}};
}

Json row_json(Appointment const& one, std::map<UserId, std::string> const& names)
{
    auto const& details = one.details();
    auto const name = names.find(details.clinician);
    return row_json(one.id(), details.patient, name == names.end() ? std::string{} : name->second, details.start,
        details.length, details.type, details.status);
}

/// Rows as text: the columns of the JSON, in its order.
void write_rows(std::ostream& out, Json const& rows)
{
    for (Json const& row : rows) {
        char const* gap = "";
        for (auto const& value : row) {
            out << gap;
            value.is_string() ? out << value.get<std::string>() : out << value.dump();
            gap = "  ";
        }
        out << '\n';
    }
}

struct Listed {
    Json rows = Json::array();
    std::string text;
};

Result<Listed> listed(Records const& records, Context const& context, Arguments const& given)
{
    auto const from = parse_date(given.from, "from");
    if (!from)
        return refuse(from.error());
    auto const to = parse_date(given.to, "to");
    if (!to)
        return refuse(to.error());
    ScheduleWish wish{.from = *from, .to = *to};
    if (!given.clinician.empty()) {
        auto const clinician = clinician_from(records, given.clinician);
        if (!clinician)
            return refuse(clinician.error());
        wish.clinicians = {*clinician};
    }
    auto const sheet = schedule_sheet(records, context, wish);
    if (!sheet)
        return refuse(sheet.error());
    auto names = logins(records);
    Listed found;
    for (ScheduleBlock const& block : sheet->blocks) {
        found.rows.push_back(row_json(
            block.id, block.patient, names[block.clinician], block.start, block.length, block.type, block.status));
        found.text += id_text(block.id) + "  " + to_iso(block.start) + "  " + std::to_string(block.length.count())
            + "  " + names[block.clinician] + "  " + std::string{code(block.type)} + "  "
            + std::string{code(block.status)} + "  " + block.name.listed() + '\n';
    }
    return found;
}

Exit list(Shell& shell, Arguments const& given)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const found = (*desk)->read_now(
        [&](Records const& records, Context const& context) { return listed(records, context, given); });
    if (!found)
        return shell.refuse_with(found.error());
    shell.answer(found->rows, [&](std::ostream& out) { out << found->text; });
    return Exit::Ok;
}

Result<Appointment::Details> details_from(Records const& records, Arguments const& given)
{
    auto const patient = id_from<PatientId>(given.patient, "patient");
    if (!patient)
        return refuse(patient.error());
    auto const clinician = clinician_from(records, given.clinician);
    if (!clinician)
        return refuse(clinician.error());
    auto const start = parse_clinic_time(given.start, "start");
    if (!start)
        return refuse(start.error());
    auto const type = appointment_type_from_code(given.type);
    if (!type)
        return refuse(type.error());
    Appointment::Details details;
    details.patient = *patient;
    details.clinician = *clinician;
    details.start = *start;
    details.length = Minutes{given.minutes};
    details.type = *type;
    return details;
}

/// What was booked, or what stands against it.
struct Booked {
    Json booked = Json::array();
    std::vector<std::pair<ClinicTime, Refusal>> conflicts;
};

Result<Booked> booked_series(
    Records& records, Context const& context, Appointment::Details const& first, Arguments const& given)
{
    std::vector<Date> exceptions;
    for (std::string const& text : given.except) {
        auto const day = parse_date(text, "except");
        if (!day)
            return refuse(day.error());
        exceptions.push_back(*day);
    }
    auto const proposal = propose_series(records, context, first, given.repeat, exceptions, given.meant());
    if (!proposal)
        return refuse(proposal.error());
    Booked result;
    for (ProposedVisit const& visit : proposal->visits)
        if (visit.conflict)
            result.conflicts.emplace_back(visit.details.start, *visit.conflict);
    if (!result.conflicts.empty())
        return result;
    auto const edit = book_proposal(records, context, *proposal, Conflicts::Refuse, given.meant());
    if (!edit)
        return refuse(edit.error());
    for (auto const& change : edit->appointments)
        result.booked.push_back(row_json(*change.after, logins(records)));
    return result;
}

Result<Booked> booked_once(
    Records& records, Context const& context, Appointment::Details const& details, Arguments const& given)
{
    auto const appointment = Appointment::create(context.make<AppointmentId>(), details);
    if (!appointment)
        return refuse(appointment.error());
    auto const edit = app::book(records, context, *appointment, given.meant());
    Booked result;
    if (!edit && edit.error().reason != Refusal::Reason::Conflict)
        return refuse(edit.error());
    if (edit)
        result.booked.push_back(row_json(*edit->appointments.front().after, logins(records)));
    else
        result.conflicts.emplace_back(details.start, edit.error());
    return result;
}

Exit book(Shell& shell, Arguments const& given)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const done = (*desk)->write_now([&](Records& records, Context const& context) -> Result<Booked> {
        auto const details = details_from(records, given);
        if (!details)
            return refuse(details.error());
        return given.repeat.empty() ? booked_once(records, context, *details, given)
                                    : booked_series(records, context, *details, given);
    });
    if (!done)
        return shell.refuse_with(done.error());
    Json json{{"booked", done->booked}, {"conflicts", Json::array()}};
    for (auto const& [start, refusal] : done->conflicts)
        json["conflicts"].push_back({{"start", to_iso(start)}, {"reason", refusal.message.english()}});
    shell.answer(json, [&](std::ostream& out) { write_rows(out, done->booked); });
    Exit outcome = Exit::Ok;
    for (auto const& [start, refusal] : done->conflicts)
        outcome = shell.refuse_with(refusal);
    return done->conflicts.empty() ? Exit::Ok : outcome;
}

/// A change of one appointment, answered with the row it left.
template <class Work>
Exit change_one(Shell& shell, Arguments const& given, Work work)
{
    auto const id = id_from<AppointmentId>(given.id, "ID");
    if (!id)
        return shell.refuse_with(id.error());
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const row = (*desk)->write_now([&](Records& records, Context const& context) -> Result<Json> {
        auto const edit = work(records, context, *id);
        if (!edit)
            return refuse(edit.error());
        return row_json(*edit->appointments.front().after, logins(records));
    });
    if (!row)
        return shell.refuse_with(row.error());
    shell.answer(*row, [&](std::ostream& out) { write_rows(out, Json::array({*row})); });
    return Exit::Ok;
}

Exit move(Shell& shell, Arguments const& given)
{
    auto const start = parse_clinic_time(given.start, "start");
    if (!start)
        return shell.refuse_with(start.error());
    return change_one(shell, given, [&](Records& records, Context const& context, AppointmentId id) {
        AppointmentChange wanted{.start = *start};
        wanted.meant = given.meant();
        return change(records, context, id, wanted);
    });
}

Exit cancel(Shell& shell, Arguments const& given)
{
    return change_one(shell, given, [&](Records& records, Context const& context, AppointmentId id) {
        return app::cancel(records, context, id, given.reason);
    });
}

constexpr std::array short_weekdays{"mo", "tu", "we", "th", "fr", "sa", "su"};

/// What the opening must have, and when the patient can come.
Result<void> narrow(OpeningsWish& wish, Records const& records, Arguments const& given)
{
    if (!given.clinician.empty()) {
        auto const clinician = clinician_from(records, given.clinician);
        if (!clinician)
            return refuse(clinician.error());
        wish.clinicians = {*clinician};
    }
    if (!given.patient.empty()) {
        auto const patient = id_from<PatientId>(given.patient, "patient");
        if (!patient)
            return refuse(patient.error());
        wish.patient = *patient;
    }
    if (!given.kind.empty()) {
        auto const kind = resource_kind_from_code(given.kind);
        if (!kind)
            return refuse(kind.error());
        wish.kind = *kind;
    }
    for (Resource const& one : records.resources().all())
        if (one.details().active && one.details().name == given.resource)
            wish.resources = {one.id()};
    if (!given.resource.empty() && wish.resources.empty())
        return refuse(Refusal::Reason::NotFound, "resource", tr_noop("There is no such room or equipment in use."));
    if (!given.between.empty()) {
        auto const hours = day_spans_from_text(given.between, "between");
        if (!hours)
            return refuse(hours.error());
        if (hours->size() != 1)
            return refuse(Refusal::Reason::Invalid, "between", tr_noop("Type hours such as 09:00-12:00."));
        wish.wanted.between = hours->front();
    }
    if (!given.weekdays.empty())
        for (std::size_t day = 0; day < short_weekdays.size(); ++day)
            wish.wanted.weekdays[day] = std::ranges::count(given.weekdays, short_weekdays[day]) > 0;
    return {};
}

Result<Json> free_times(Records const& records, Context const& context, Arguments const& given)
{
    auto const from = parse_date(given.from, "from");
    if (!from)
        return refuse(from.error());
    OpeningsWish wish;
    wish.wanted.length = Minutes{given.minutes};
    wish.wanted.from = *from;
    wish.dates = given.days;
    wish.wanted.days = std::max(openings_horizon, 2 * given.days);
    if (auto narrowed = narrow(wish, records, given); !narrowed)
        return refuse(narrowed.error());
    auto found = app::openings(records, context, wish);
    if (!found)
        return refuse(found.error());
    if (given.each > 0)
        *found = first_of_each(*found, static_cast<std::size_t>(given.each));
    auto names = logins(records);
    auto const all = records.resources().all();
    Json rows = Json::array();
    for (Opening const& one : *found) {
        Json row{{"clinician", names[one.clinician]}, {"start", to_iso(one.start)}, {"minutes", one.length.count()}};
        for (ResourceId const id : one.resources)
            if (auto const held = std::ranges::find(all, id, &Resource::id); held != all.end())
                row["resources"].push_back(held->details().name);
        rows.push_back(std::move(row));
    }
    return rows;
}

Exit openings(Shell& shell, Arguments const& given)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const rows = (*desk)->read_now(
        [&](Records const& records, Context const& context) { return free_times(records, context, given); });
    if (!rows)
        return shell.refuse_with(rows.error());
    shell.answer(*rows, [&](std::ostream& out) { write_rows(out, *rows); });
    return Exit::Ok;
}

} // namespace

void add_schedule_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    auto const given = std::make_shared<Arguments>();
    auto const minutes = [&](CLI::App* command) {
        command->add_option("--minutes", given->minutes, "How long, 5 to 480")->required()->check(CLI::Range(5, 480));
    };
    auto const all_the_same = [&](CLI::App* command) {
        command->add_flag("--outside-hours", given->outside_hours, "Although the clinician does not work then");
        command->add_flag("--beyond-limits", given->beyond_limits,
            "Although authorization, referral or certification do not cover it");
        command->add_option("--reason", given->reason, "Why all the same; kept with the appointment");
    };

    auto* const schedule = app.add_subcommand("schedule", "List, book, move and cancel appointments");
    schedule->require_subcommand(1);

    auto* const list_command = schedule->add_subcommand("list", "Appointments of some days");
    list_command->add_option("--from", given->from, "First day, YYYY-MM-DD")->required();
    list_command->add_option("--to", given->to, "Last day, YYYY-MM-DD")->required();
    list_command->add_option("--clinician", given->clinician, "Only of this login");
    list_command->callback([&shell, finish, given] { finish(list(shell, *given)); });

    auto* const book_command = schedule->add_subcommand("book", "Book one appointment, or a series");
    book_command->add_option("--patient", given->patient, "Id of the patient")->required();
    book_command->add_option("--clinician", given->clinician, "Login of the clinician")->required();
    book_command->add_option("--start", given->start, "When, YYYY-MM-DDTHH:MM in the clinic's time")->required();
    minutes(book_command);
    book_command->add_option("--type", given->type, "evaluation, treatment, re-evaluation or group")
        ->capture_default_str();
    book_command->add_option("--repeat", given->repeat, "RFC 5545 rule, such as FREQ=WEEKLY;BYDAY=TU,TH;COUNT=12");
    book_command->add_option(
        "--except", given->except, "A day that the series leaves out, YYYY-MM-DD; may be repeated");
    all_the_same(book_command);
    book_command->callback([&shell, finish, given] { finish(book(shell, *given)); });

    auto* const move_command = schedule->add_subcommand("move", "Move an appointment to another time");
    move_command->add_option("ID", given->id, "Id of the appointment")->required();
    move_command->add_option("--start", given->start, "When, YYYY-MM-DDTHH:MM in the clinic's time")->required();
    all_the_same(move_command);
    move_command->callback([&shell, finish, given] { finish(move(shell, *given)); });

    auto* const cancel_command = schedule->add_subcommand("cancel", "Cancel an appointment");
    cancel_command->add_option("ID", given->id, "Id of the appointment")->required();
    cancel_command->add_option("--reason", given->reason, "Why")->required();
    cancel_command->callback([&shell, finish, given] { finish(cancel(shell, *given)); });

    auto* const openings_command = schedule->add_subcommand("openings", "The next free times");
    minutes(openings_command);
    openings_command->add_option("--from", given->from, "First day, YYYY-MM-DD")->required();
    openings_command->add_option("--days", given->days, "How many dates that have one, 1 to 366")
        ->check(CLI::Range(1, 366))
        ->capture_default_str();
    openings_command->add_option("--each", given->each, "How many of a clinician on one date; 0: all")
        ->check(CLI::Range(0, 500))
        ->capture_default_str();
    openings_command->add_option("--clinician", given->clinician, "Only of this login");
    openings_command->add_option("--kind", given->kind, "With any room, traction-table or equipment that is free");
    openings_command->add_option("--resource", given->resource, "With this room or equipment, by its name");
    openings_command->add_option("--between", given->between, "Only in these hours, HH:MM-HH:MM");
    openings_command->add_option("--weekdays", given->weekdays, "Only on these: mo,tu,we,th,fr,sa,su")
        ->delimiter(',')
        ->check(CLI::IsMember(std::vector<std::string>(short_weekdays.begin(), short_weekdays.end())));
    openings_command->add_option("--patient", given->patient, "When this patient has no other appointment");
    openings_command->callback([&shell, finish, given] { finish(openings(shell, *given)); });
}

} // namespace plumbline::app::cli
