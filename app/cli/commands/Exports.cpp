// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Shell.hpp"

#include "app/services/Calendars.hpp"
#include "app/services/Paper.hpp"
#include "app/services/Reminders.hpp"

#include <algorithm>
#include <ostream>

namespace plumbline::app::cli {

namespace {

/// As far as a clinic books ahead.
constexpr int days_ahead = 366;

struct ExportRequest {
    std::string patient, clinician, from, to, file;
    bool names = false;
};

struct Days {
    Date from{}, to{};
};
Result<Days> days_of(Shell& shell, ExportRequest const& request, int otherwise)
{
    Days days{shell.clock.today(), {}};
    if (!request.from.empty()) {
        auto const day = parse_date(request.from, "--from");
        if (!day)
            return refuse(day.error());
        days.from = *day;
    }
    days.to = plus_days(days.from, otherwise);
    if (!request.to.empty()) {
        auto const day = parse_date(request.to, "--to");
        if (!day)
            return refuse(day.error());
        days.to = *day;
    }
    return days;
}

Result<CalendarWish> calendar_wish(Shell& shell, Desk& desk, ExportRequest const& request)
{
    auto const days = days_of(shell, request, days_ahead);
    if (!days)
        return refuse(days.error());
    CalendarWish wish{
        .from = days->from, .to = days->to, .names = request.names ? CalendarNames::Full : CalendarNames::Initials};
    if (!request.patient.empty()) {
        auto const id = id_from<PatientId>(request.patient, "--patient");
        if (!id)
            return refuse(id.error());
        wish.patient = *id;
    }
    if (!request.clinician.empty()) {
        auto const id = clinician_from(desk, request.clinician);
        if (!id)
            return refuse(id.error());
        wish.clinician = *id;
    }
    return wish;
}

Exit calendar(Shell& shell, ExportRequest const& request)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const wish = calendar_wish(shell, **desk, request);
    if (!wish)
        return shell.refuse_with(wish.error());
    auto const made = (*desk)->write_now(
        [&](Records& records, Context const& context) { return export_calendar(records, context, *wish); });
    if (!made)
        return shell.refuse_with(made.error());
    if (auto const written = write_file(request.file, made->text); !written)
        return shell.refuse_with(written.error());
    shell.answer({{"file", request.file}, {"events", made->events}, {"sha256", made->sha256}}, [&](std::ostream& out) {
        out << request.file << ", " << made->events << (made->events == 1 ? " event, " : " events, ") << made->sha256
            << '\n';
    });
    return Exit::Ok;
}

Exit reminder_list(Shell& shell, ExportRequest const& request)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const days = days_of(shell, request, 0);
    if (!days)
        return shell.refuse_with(days.error());
    ReminderWish wish{.from = days->from, .to = days->to, .clinicians = {}};
    if (!request.clinician.empty()) {
        auto const id = clinician_from(**desk, request.clinician);
        if (!id)
            return shell.refuse_with(id.error());
        wish.clinicians = {*id};
    }
    auto const made = (*desk)->write_now(
        [&](Records& records, Context const& context) { return export_reminders(records, context, wish); });
    if (!made)
        return shell.refuse_with(made.error());
    if (auto const written = write_file(request.file, *made); !written)
        return shell.refuse_with(written.error());
    shell.answer({{"file", request.file}}, [&](std::ostream& out) { out << request.file << '\n'; });
    return Exit::Ok;
}

} // namespace

Result<UserId> clinician_from(Desk& desk, std::string const& text)
{
    bool const is_id = !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (is_id)
        return id_from<UserId>(text, "--clinician");
    return desk.read_now([&](Records const& records, Context const&) -> Result<UserId> {
        if (auto const user = records.users().by_login(text))
            return user->id();
        return refuse(Refusal::Reason::NotFound, "--clinician", tr_noop("Nobody of the clinic logs in by this name."));
    });
}

void add_export_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    auto const given = std::make_shared<ExportRequest>();
    auto* const group = app.add_subcommand("export", "Write data for other programs");
    group->require_subcommand(1);

    auto* const ical = group->add_subcommand("ical", "A calendar of one patient's or one clinician's appointments");
    ical->add_option("--patient", given->patient, "Id of the patient");
    ical->add_option("--clinician", given->clinician, "Login or id of the clinician");
    ical->add_option("--from", given->from, "First day, YYYY-MM-DD; today when left out");
    ical->add_option("--to", given->to, "Last day; a year later when left out");
    ical->add_flag("--names", given->names, "Patients by name in a clinician's calendar, not by initials");
    ical->add_option("--out", given->file, "Where the calendar goes")->required();
    ical->callback([&shell, finish, given] { finish(calendar(shell, *given)); });

    auto* const list = group->add_subcommand("reminders", "Whom to remind of coming visits, as CSV for a mail merge");
    list->add_option("--from", given->from, "First day, YYYY-MM-DD; today when left out");
    list->add_option("--to", given->to, "Last day; the first one when left out");
    list->add_option("--clinician", given->clinician, "Login or id; the whole clinic when left out");
    list->add_option("--out", given->file, "Where the list goes")->required();
    list->callback([&shell, finish, given] { finish(reminder_list(shell, *given)); });
}

} // namespace plumbline::app::cli
