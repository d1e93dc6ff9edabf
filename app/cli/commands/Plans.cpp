// SPDX-License-Identifier: Apache-2.0
// The plan of care with its goals.
#include "app/cli/Typed.hpp"

#include "app/services/Chart.hpp"
#include "app/services/Common.hpp"

#include <ostream>

namespace plumbline::app::cli {

namespace {

struct Arguments {
    std::string id, seen_version, episode, established, sessions, frequency, weeks, notes, sent, verbal_order,
        signed_on, signed_by;
    std::vector<std::string> goals, interventions;
    bool order_on_file = false;
};

/// `Walks 30 minutes by=2027-01-15 baseline="10 min" target="30 min" term=long measure=odi`
Goal goal_from(std::string const& text, int number, Typed& typed)
{
    static constexpr std::string_view option = "--goal";
    Entry const entry = typed.value(entry_from(text, option), {});
    check_keys(typed.faults, entry, {"by", "baseline", "target", "term", "measure"}, option);
    Goal goal;
    goal.number = number;
    goal.text = entry.words;
    goal.baseline = entry.value("baseline");
    goal.target = entry.value("target");
    goal.target_date = typed.day(entry.value("by"), "goals.target_date").value_or(Date{});
    if (auto const term = entry.value("term"); !term.empty())
        goal.term = typed.value(goal_term_from_code(term), GoalTerm::Long);
    if (auto const measure = entry.value("measure"); !measure.empty())
        goal.measure = typed.value(measure_from_code(measure), Measure::Odi);
    return goal;
}

PlanOfCare::Details details_from(Arguments const& given, Typed& typed, Date today)
{
    PlanOfCare::Details details;
    details.established = typed.day(given.established, "established").value_or(today);
    for (std::string const& modality : given.interventions)
        details.interventions.push_back(typed.value(modality_from_code(modality), Modality::Exercise));
    details.sessions_per_day = typed.whole(given.sessions, "sessions_per_day", tr_noop("Sessions a day, 1 to 4."))
                                   .value_or(details.sessions_per_day);
    details.visits_per_week = typed.whole(given.frequency, "visits_per_week", tr_noop("Visits a week, 1 to 14."))
                                  .value_or(details.visits_per_week);
    details.weeks = typed.whole(given.weeks, "weeks", tr_noop("Weeks, 1 to 52.")).value_or(details.weeks);
    for (std::string const& goal : given.goals)
        details.goals.push_back(
            goal_from(typed.text(goal, "goals"), static_cast<int>(details.goals.size()) + 1, typed));
    details.notes = typed.text(given.notes, "notes");
    details.certification = {typed.day(given.sent, "certification.sent"),
        typed.day(given.verbal_order, "certification.verbal_order"),
        typed.day(given.signed_on, "certification.signed_on"), given.signed_by, given.order_on_file};
    return details;
}

Json json_of(PlanOfCare const& plan)
{
    auto const& details = plan.details();
    Json json{{"id", id_text(plan.id())}, {"version", plan.version()}, {"episode_id", id_text(plan.episode())},
        {"established", to_iso(details.established)},
        {"signed", plan.seal() ? Json(plan.seal()->short_form()) : Json{}},
        {"sessions_per_day", details.sessions_per_day}, {"visits_per_week", details.visits_per_week},
        {"weeks", details.weeks}, {"visits", plan.planned_visits()}, {"interventions", Json::array()},
        {"goals", Json::array()}};
    for (Modality const modality : details.interventions)
        json["interventions"].push_back(code(modality));
    for (Goal const& goal : details.goals)
        json["goals"].push_back({{"id", id_text(goal.id)}, {"number", goal.number}, {"text", goal.text},
            {"term", code(goal.term)}, {"measure", goal.measure ? Json(facts(*goal.measure).code) : Json{}},
            {"baseline", goal.baseline}, {"target", goal.target}, {"by", to_iso(goal.target_date)}});
    return json;
}

void tell(std::ostream& out, Json const& json)
{
    out << said(json, "id") << "  " << said(json, "established") << "  " << said(json, "visits")
        << " visits: " << said(json, "visits_per_week") << " a week for " << said(json, "weeks") << " weeks, "
        << (json["signed"].is_null() ? "not signed" : "signed, seal " + said(json, "signed")) << '\n';
    for (Json const& goal : json["goals"])
        out << "  " << said(goal, "number") << "  " << said(goal, "by") << "  " << said(goal, "text") << '\n';
}

Exit establish(Shell& shell, Arguments const& given)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    Typed typed{shell};
    auto const episode = typed.id<EpisodeId>(given.episode, "--episode");
    auto const details = details_from(given, typed, (*desk)->context().today());
    if (auto const fault = typed.refusal())
        return shell.refuse_with(*fault);
    return write_and_answer(
        shell,
        [&, id = (*desk)->make<PlanId>()](Records& records, Context const& context) -> Result<Json> {
            if (auto const done = establish_plan(records, context, id, episode, details); !done)
                return refuse(done.error());
            // As in the window: one that is in force is changed, never pushed aside by another.
            if (records.plans().of_episode(episode).size() > 1)
                return refuse(Refusal::Reason::Conflict, "episode",
                    tr_noop("This episode has a plan of care already. Change it in the window."));
            return json_of(records.plans().of_episode(episode).back());
        },
        tell);
}

Exit show(Shell& shell, Arguments const& given)
{
    auto const id = id_from<EpisodeId>(given.episode, "--episode");
    if (!id)
        return shell.refuse_with(id.error());
    return write_and_answer(
        shell,
        [&](Records& records, Context const& context) -> Result<Json> {
            auto const chart = chart_of(records, context, *id);
            if (!chart)
                return refuse(chart.error());
            if (!chart->plan)
                return refuse_missing("plan", tr_noop("There is no such plan of care."));
            return json_of(*chart->plan);
        },
        tell);
}

Exit sign(Shell& shell, Arguments const& given)
{
    Typed typed{shell};
    auto const id = typed.id<PlanId>(given.id, "ID");
    auto const seen = typed.whole(given.seen_version, "version", not_a_version);
    if (auto const fault = typed.refusal())
        return shell.refuse_with(*fault);
    return write_and_answer(
        shell,
        [&](Records& records, Context const& context) -> Result<Json> {
            auto const stored = records.plans().find(id);
            if (auto const sealed = sign_plan(records, context, id, seen.value_or(stored ? stored->version() : 0));
                !sealed)
                return refuse(sealed.error());
            return json_of(records.plans().find(id).value());
        },
        tell);
}

} // namespace

void add_plan_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    auto const given = std::make_shared<Arguments>();
    auto* const plan = app.add_subcommand("plan", "Establish, show and sign the plan of care");
    plan->require_subcommand(1);

    auto* const command = plan->add_subcommand("establish", "Establish the plan of care of an episode");
    command->add_option("--episode", given->episode, "Id of the episode")->required();
    command->add_option("--date", given->established, "Day it was established, YYYY-MM-DD; today when left out");
    command
        ->add_option("--goal", given->goals,
            "WORDS by=DAY, then baseline=, target=, term=short or long, measure=; again for each; @FILE or - too")
        ->allow_extra_args(false);
    command->add_option("--intervention", given->interventions, "Modality codes, such as exercise ultrasound");
    command->add_option("--sessions", given->sessions, "Sessions a day, 1 to 4; 1 when left out");
    command->add_option("--frequency", given->frequency, "Visits a week, 1 to 14; 2 when left out");
    command->add_option("--weeks", given->weeks, "For so many weeks, 1 to 52; 6 when left out");
    command->add_option("--notes", given->notes, "Notes; @FILE or - too");
    command->add_option("--sent", given->sent, "Day it was sent for certification, YYYY-MM-DD");
    command->add_option("--verbal-order", given->verbal_order, "Day of the verbal order");
    command->add_option("--signed-on", given->signed_on, "Day the physician signed");
    command->add_option("--signed-by", given->signed_by, "The physician who signed");
    command->add_flag("--order-on-file", given->order_on_file, "An order in the chart replaces the first signature");
    command->callback([&shell, finish, given] { finish(establish(shell, *given)); });

    auto* const show_command = plan->add_subcommand("show", "The plan of care in force");
    show_command->add_option("--episode", given->episode, "Id of the episode")->required();
    show_command->callback([&shell, finish, given] { finish(show(shell, *given)); });

    auto* const sign_command = plan->add_subcommand("sign", "Sign a plan of care");
    sign_command->add_option("ID", given->id, "Id of the plan")->required();
    sign_command->add_option("--if-version", given->seen_version, "Only when nobody changed it since this version");
    sign_command->callback([&shell, finish, given] { finish(sign(shell, *given)); });
}

} // namespace plumbline::app::cli
