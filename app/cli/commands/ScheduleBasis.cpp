// SPDX-License-Identifier: Apache-2.0
// What the schedule rests on, read by scripts: hours, rooms, what payers allow.
#include "app/cli/Shell.hpp"

#include "app/services/ScheduleSetup.hpp"

#include <array>
#include <map>
#include <memory>
#include <ostream>

namespace plumbline::app::cli {

namespace {

constexpr std::array weekdays{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

Result<Json> hours_rows(Records const& records, Context const& context)
{
    auto const everyone = all_hours(records, context);
    if (!everyone)
        return refuse(everyone.error());
    Json rows = Json::array();
    for (WorkingHours const& one : *everyone) {
        auto const user = records.users().find(one.clinician());
        Json row{{"clinician", user ? user->details().login : std::string{}}, {"exceptions", Json::array()}};
        for (std::size_t day = 0; day < weekdays.size(); ++day)
            row[weekdays.at(day)] = to_text(one.details().week.at(day));
        for (HoursException const& other : one.details().exceptions)
            row["exceptions"].push_back({{"first", to_iso(other.first)}, {"last", to_iso(other.last)},
                {"hours", to_text(other.spans)}, {"reason", other.reason}});
        rows.push_back(std::move(row));
    }
    return rows;
}

Exit hours(Shell& shell)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const rows = (*desk)->read_now(hours_rows);
    if (!rows)
        return shell.refuse_with(rows.error());
    shell.answer(*rows, [&](std::ostream& out) {
        for (Json const& row : *rows) {
            out << row["clinician"].get<std::string>() << '\n';
            for (char const* const day : weekdays)
                out << "  " << day << "  " << row[day].get<std::string>() << '\n';
            for (Json const& other : row["exceptions"])
                out << "  " << other["first"].get<std::string>() << " to " << other["last"].get<std::string>() << "  "
                    << other["hours"].get<std::string>() << "  " << other["reason"].get<std::string>() << '\n';
        }
    });
    return Exit::Ok;
}

Exit rooms(Shell& shell)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const all =
        (*desk)->read_now([](Records const& records, Context const& context) { return resources(records, context); });
    if (!all)
        return shell.refuse_with(all.error());
    Json rows = Json::array();
    for (Resource const& one : *all)
        rows.push_back({{"id", id_text(one.id())}, {"kind", code(one.details().kind)}, {"name", one.details().name},
            {"active", one.details().active}});
    shell.answer(rows, [&](std::ostream& out) {
        for (Resource const& one : *all)
            out << id_text(one.id()) << "  " << code(one.details().kind) << "  " << one.details().name
                << (one.details().active ? "" : "  (not in use)") << '\n';
    });
    return Exit::Ok;
}

Json or_null(std::optional<int> count)
{
    return count ? Json(*count) : Json{};
}

Json or_null(std::optional<Date> day)
{
    return day ? Json(to_iso(*day)) : Json{};
}

Json row_json(AuthorizationRow const& row)
{
    auto const& details = row.authorization.details();
    return {{"id", id_text(row.authorization.id())}, {"kind", code(details.kind)},
        {"episode_id", details.episode ? Json(id_text(*details.episode)) : Json{}}, {"payer", details.payer},
        {"number", details.number}, {"visits", or_null(details.visits)}, {"visits_used", row.standing.used.visits},
        {"units", or_null(details.units)}, {"units_used", row.standing.used.units}, {"from", or_null(details.from)},
        {"until", or_null(details.until)}, {"ended", details.ended}, {"exhausted", row.standing.exhausted}};
}

std::string limit(int used, std::optional<int> allowed)
{
    return std::to_string(used) + (allowed ? " of " + std::to_string(*allowed) : std::string{});
}

Exit allowances(Shell& shell, std::string const& id_typed)
{
    auto const id = id_from<PatientId>(id_typed, "ID");
    if (!id)
        return shell.refuse_with(id.error());
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const all = (*desk)->read_now(
        [&](Records const& records, Context const& context) { return authorizations(records, context, *id); });
    if (!all)
        return shell.refuse_with(all.error());
    Json rows = Json::array();
    for (AuthorizationRow const& row : *all)
        rows.push_back(row_json(row));
    shell.answer(rows, [&](std::ostream& out) {
        for (AuthorizationRow const& row : *all) {
            auto const& details = row.authorization.details();
            out << id_text(row.authorization.id()) << "  " << code(details.kind) << "  " << details.payer << "  "
                << details.number << "  " << limit(row.standing.used.visits, details.visits) << " visits"
                << (details.units ? ", " + limit(row.standing.used.units, details.units) + " units" : std::string{})
                << (details.until ? ", until " + to_iso(*details.until) : std::string{})
                << (details.ended ? ", ended" : "") << '\n';
        }
    });
    return Exit::Ok;
}

} // namespace

void add_schedule_basis_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    auto* const schedule = app.get_subcommand("schedule");
    schedule->add_subcommand("hours", "Who works when")->callback([&shell, finish] { finish(hours(shell)); });
    schedule->add_subcommand("rooms", "Rooms and equipment")->callback([&shell, finish] { finish(rooms(shell)); });
    auto const id = std::make_shared<std::string>();
    auto* const allowed =
        app.get_subcommand("patient")->add_subcommand("authorizations", "What payers and referrals allow");
    allowed->add_option("ID", *id, "Id of the patient")->required();
    allowed->callback([&shell, finish, id] { finish(allowances(shell, *id)); });
}

} // namespace plumbline::app::cli
