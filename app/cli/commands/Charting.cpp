// SPDX-License-Identifier: Apache-2.0
// Visit notes: charted, shown, signed, added to.
#include "app/cli/NoteRows.hpp"

#include "app/services/Chart.hpp"
#include "app/services/Common.hpp"
#include "app/services/EarlierVisit.hpp"

#include <algorithm>
#include <ostream>

namespace plumbline::app::cli {

namespace {

struct Arguments {
    std::string id, seen_version, episode, start, pain_now, pain_worst, trend, subjective, objective, assessment, plan,
        override_reason, text;
    std::vector<std::string> rows;
    bool as_last_time = false, go_on = false, sign = false;
};

/// What was asked for, read before the transaction begins.
struct Charted {
    EpisodeId episode{0};
    Date day{};
    std::optional<Minutes> time;
    NoteDraft words; ///< Only what was given; the rest is empty.
    std::vector<TypedRow> rows;
    std::string override_reason;
    bool as_last_time = false, go_on = false, sign = false;
};

Charted charted_from(Arguments const& given, Typed& typed, ClinicTime now)
{
    Charted wanted;
    wanted.episode = typed.id<EpisodeId>(given.episode, "--episode");
    ClinicTime const midnight = at(day_of(now), Minutes{0});
    wanted.day = day_of(now);
    wanted.time = now - midnight;
    if (auto const day = parse_date(given.start, "start")) {
        // The time is that of the day's appointment.
        wanted.day = *day;
        wanted.time.reset();
    } else if (!given.start.empty()) {
        auto const start = typed.value(parse_clinic_time(given.start, "start"), now);
        wanted.day = day_of(start);
        wanted.time = start - at(wanted.day, Minutes{0});
    }
    wanted.words.pain_now = given.pain_now;
    wanted.words.pain_worst = given.pain_worst;
    if (!given.trend.empty())
        wanted.words.trend = typed.value(trend_from_code(given.trend), Trend::Unsaid);
    wanted.words.subjective = typed.text(given.subjective, "subjective");
    wanted.words.objective = typed.text(given.objective, "objective");
    wanted.words.assessment = typed.text(given.assessment, "assessment");
    wanted.words.plan = typed.text(given.plan, "plan");
    wanted.override_reason = typed.text(given.override_reason, "override_reason");
    for (std::string const& row : given.rows)
        wanted.rows.push_back(row_from(typed.text(row, "--row"), typed));
    wanted.as_last_time = given.as_last_time;
    wanted.go_on = given.go_on;
    wanted.sign = given.sign;
    return wanted;
}

/// The note as its writer left it, with what was typed in the window and not kept yet.
Result<NoteDraft> so_far(OpenNote const& note)
{
    if (note.draft && !note.visit.seal())
        return draft_from_text(*note.draft);
    return draft_of(note.visit);
}

void write_over(NoteDraft& draft, NoteDraft const& words)
{
    for (std::string NoteDraft::*const text : {&NoteDraft::pain_now, &NoteDraft::pain_worst, &NoteDraft::subjective,
             &NoteDraft::objective, &NoteDraft::assessment, &NoteDraft::plan})
        if (!(words.*text).empty())
            draft.*text = words.*text;
    if (words.trend != Trend::Unsaid)
        draft.trend = words.trend;
}

/// The row, if it may be given to this patient: by itself, or with the reason.
Result<void> admit(
    Records& records, Context const& context, PatientId patient, NoteDraft::Row& row, std::string const& reason)
{
    auto answer = consider(records, context, patient, row.details, row.id);
    bool const may_override =
        !answer && answer.error().reason == Refusal::Reason::Invalid && answer.error().field == "modality";
    if (may_override && !reason.empty()) {
        row.details.override_reason = reason;
        answer = consider(records, context, patient, row.details, row.id);
    } else if (may_override) {
        Refusal fault = answer.error();
        fault.others.push_back({Refusal::Reason::Invalid, "--override-reason",
            {tr_noop("Say why it is given all the same, or leave the row out."), {}}, {}});
        return refuse(std::move(fault));
    }
    if (!answer)
        return refuse(answer.error());
    row.details = answer->details();
    return {};
}

Result<void> write_rows(
    Records& records, Context const& context, OpenNote const& note, Charted const& wanted, NoteDraft& draft)
{
    auto const episode = records.episodes().find(note.visit.episode());
    Faults faults;
    auto const take = [&](NoteDraft::Row& row) {
        if (auto const done = admit(records, context, note.visit.patient(), row, wanted.override_reason); !done)
            faults.add(done.error());
    };
    if (wanted.as_last_time)
        for (NoteDraft::Row& row : draft.rows)
            if (row.details.state == RowState::Carried) {
                row.details.state = RowState::Confirmed;
                take(row);
            }
    for (TypedRow const& typed : wanted.rows) {
        NoteDraft::Row row = completed(typed, note.fee_schedule, *episode, context.actor.user);
        row.id = context.make<InterventionId>();
        take(row);
        draft.rows.push_back(std::move(row));
    }
    return faults.none() ? Result<void>{} : refuse(faults.refusal());
}

Result<Json> shown_visit(Records const& records, Context const& context, VisitId id)
{
    auto const note = reopen_note(records, context, id);
    if (!note)
        return refuse(note.error());
    return visit_json(records, *note);
}

Result<Json> charted(Records& records, Context const& context, Charted const& wanted)
{
    auto const when = earlier_visit(records, context, wanted.episode, wanted.day, wanted.time);
    if (!when)
        return refuse(when.error());
    auto const note =
        open_note(records, context, context.make<VisitId>(), wanted.episode, when->start, when->appointment);
    if (!note)
        return refuse(note.error());
    auto draft = so_far(*note);
    if (!draft)
        return refuse(draft.error());
    if (!wanted.go_on && !note->visit.seal() && !is_blank(*draft))
        return refuse(Refusal::Reason::Conflict, "visit",
            tr_noop("The note of this day is begun already, as visit {0}. Give --continue to write on in it."),
            {id_text(note->visit.id())});
    write_over(*draft, wanted.words);
    if (auto const done = write_rows(records, context, *note, wanted, *draft); !done)
        return refuse(done.error());
    auto details = note_of(*draft, note->visit);
    if (!details)
        return refuse(details.error());
    VisitId const id = note->visit.id();
    int const version = note->visit.version();
    if (wanted.sign) {
        if (auto const done = sign_note(records, context, id, version, *std::move(details)); !done)
            return refuse(done.error());
    } else if (auto const done = save_note(records, context, id, version, *std::move(details)); !done) {
        return refuse(done.error());
    }
    return shown_visit(records, context, id);
}

Exit chart(Shell& shell, Arguments const& given)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    Typed typed{shell};
    auto const wanted = charted_from(given, typed, (*desk)->context().clock->local_now());
    if (auto const fault = typed.refusal())
        return shell.refuse_with(*fault);
    return write_and_answer(
        shell, [&](Records& records, Context const& context) { return charted(records, context, wanted); }, tell_visit);
}

/// A deed on one visit, by its id and the version that was seen: work(records, context, note, version).
template <class Work>
Exit change_one(Shell& shell, Arguments const& given, Work const& work)
{
    Typed typed{shell};
    auto const id = typed.id<VisitId>(given.id, "ID");
    auto const seen = typed.whole(given.seen_version, "version", not_a_version);
    if (auto const fault = typed.refusal())
        return shell.refuse_with(*fault);
    return write_and_answer(
        shell,
        [&](Records& records, Context const& context) -> Result<Json> {
            auto const note = reopen_note(records, context, id);
            if (!note)
                return refuse(note.error());
            if (auto const done = work(records, context, *note, seen.value_or(note->visit.version())); !done)
                return refuse(done.error());
            return shown_visit(records, context, id);
        },
        tell_visit);
}

Exit show(Shell& shell, Arguments const& given)
{
    return change_one(shell, given, [](Records& records, Context const& context, OpenNote const& note, int) {
        return note_chart_read(records, context, note.visit.patient());
    });
}

Exit sign(Shell& shell, Arguments const& given)
{
    return change_one(
        shell, given, [](Records& records, Context const& context, OpenNote const& note, int version) -> Result<void> {
            auto const draft = so_far(note);
            if (!draft)
                return refuse(draft.error());
            auto details = note_of(*draft, note.visit);
            if (!details)
                return refuse(details.error());
            return sign_note(records, context, note.visit.id(), version, *std::move(details)).map([](Seal const&) {});
        });
}

Exit add_to(Shell& shell, Arguments const& given)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    Typed typed{shell};
    auto const text = typed.text(given.text, "addendum");
    if (auto const fault = typed.refusal())
        return shell.refuse_with(*fault);
    return change_one(shell, given, [&](Records& records, Context const& context, OpenNote const& note, int version) {
        return add_addendum(records, context, note.visit.id(), version, text);
    });
}

Exit list(Shell& shell, Arguments const& given)
{
    auto const id = id_from<EpisodeId>(given.episode, "--episode");
    if (!id)
        return shell.refuse_with(id.error());
    auto const work = [&](Records& records, Context const& context) -> Result<Json> {
        auto const chart = chart_of(records, context, *id);
        if (!chart)
            return refuse(chart.error());
        Json rows = Json::array();
        for (Visit const& visit : chart->visits) {
            auto const provider = std::ranges::find(chart->users, visit.details().provider, &User::id);
            auto const units = timed_units(chart->header.unit_rule, visit.timed_minutes());
            rows.push_back(
                {{"id", id_text(visit.id())}, {"version", visit.version()}, {"start", to_iso(visit.details().start)},
                    {"provider", provider == chart->users.end() ? std::string{} : provider->details().login},
                    {"minutes", visit.total_minutes()}, {"total_units", units ? units->total_units : 0},
                    {"signed", visit.seal().has_value()}});
        }
        return rows;
    };
    return write_and_answer(shell, work, [](std::ostream& out, Json const& rows) {
        for (Json const& row : rows)
            out << said(row, "id") << "  " << said(row, "start") << "  " << said(row, "provider") << "  "
                << said(row, "minutes") << " min  " << said(row, "total_units")
                << (row["total_units"] == 1 ? " unit  " : " units  ")
                << (row["signed"].get<bool>() ? "signed\n" : "not signed\n");
    });
}

void add_chart_command(CLI::App& visit, Shell& shell, Finish const& finish)
{
    auto const given = std::make_shared<Arguments>();
    auto* const command = visit.add_subcommand("chart", "Write the note of a visit");
    command->add_option("--episode", given->episode, "Id of the episode")->required();
    command->add_option("--start", given->start,
        "When it began, YYYY-MM-DDTHH:MM; now when left out. A day alone takes the time of its appointment");
    command->add_option("--pain-now", given->pain_now, "Pain now, 0 to 10");
    command->add_option("--pain-worst", given->pain_worst, "Worst pain since the last visit, 0 to 10");
    command->add_option("--trend", given->trend, "better, same or worse");
    command->add_option("--subjective", given->subjective, "What was said; @FILE or - too");
    command->add_option("--objective", given->objective, "What was found; @FILE or - too");
    command->add_option("--assessment", given->assessment, "What it means; @FILE or - too");
    command->add_option("--plan", given->plan, "What comes next; @FILE or - too");
    command
        ->add_option("--row", given->rows,
            "MODALITY minutes=N code=C and the keys of its dose; again for each row; @FILE or - too")
        ->allow_extra_args(false);
    command->add_flag("--as-last-time", given->as_last_time, "Confirm the rows that come from the last visit");
    command->add_option(
        "--override-reason", given->override_reason, "Why a PT gives what a contraindication stops; @FILE or - too");
    command->add_flag("--continue", given->go_on, "Write on in the note of this day that is begun");
    command->add_flag("--sign", given->sign, "Sign it at once");
    command->callback([&shell, finish, given] { finish(chart(shell, *given)); });
}

} // namespace

void add_visit_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    auto const given = std::make_shared<Arguments>();
    auto* const visit = app.add_subcommand("visit", "Chart, show, list and sign visits");
    visit->require_subcommand(1);
    add_chart_command(*visit, shell, finish);

    auto const named = [&](std::string const& name, std::string const& help, Exit (*deed)(Shell&, Arguments const&)) {
        auto* const command = visit->add_subcommand(name, help);
        command->add_option("ID", given->id, "Id of the visit")->required();
        command->callback([&shell, finish, given, deed] { finish(deed(shell, *given)); });
        return command;
    };
    auto const guarded = [&](CLI::App* command) {
        command->add_option("--if-version", given->seen_version, "Only when nobody changed it since this version");
    };
    named("show", "One visit with its units under the payer's rule", show);
    auto* const list_command = visit->add_subcommand("list", "An episode's visits, oldest first");
    list_command->add_option("--episode", given->episode, "Id of the episode")->required();
    list_command->callback([&shell, finish, given] { finish(list(shell, *given)); });
    guarded(named("sign", "Sign a note", sign));
    auto* const addendum = named("addendum", "Add to a signed note", add_to);
    addendum->add_option("--text", given->text, "What is added; @FILE or - too")->required();
    guarded(addendum);
}

} // namespace plumbline::app::cli
