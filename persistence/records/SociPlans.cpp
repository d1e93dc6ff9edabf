// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociPlans.hpp"

#include "persistence/records/Rows.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace plumbline::persistence {
namespace {

using Histories = std::map<std::pair<std::int64_t, std::int64_t>, std::vector<GoalStatus>>;
using Goals = std::map<std::int64_t, std::vector<Goal>>;

std::string text_of(std::vector<Modality> const& modalities)
{
    std::string text;
    for (Modality const modality : modalities)
        text.append(text.empty() ? "" : ",").append(code(modality));
    return text;
}

std::vector<Modality> modalities_of(std::string_view text)
{
    std::vector<Modality> modalities;
    while (!text.empty()) {
        std::string_view const one = text.substr(0, text.find(','));
        modalities.push_back(stored(modality_from_code(one)));
        text.remove_prefix(std::min(one.size() + 1, text.size()));
    }
    return modalities;
}

Histories read_histories(Query& query)
{
    Histories histories;
    std::int64_t plan = 0, goal = 0, author = 0;
    std::string stated_on, state;
    GoalStatus row;
    query.into(plan).into(goal).into(stated_on).into(state).into(row.now).into(row.comment).into(author);
    while (query.next()) {
        row.on = stored_day(stated_on);
        row.state = stored(goal_state_from_code(state));
        row.author = UserId{author};
        histories[{plan, goal}].push_back(row);
    }
    return histories;
}

Goals read_goals(Query& query, Histories histories)
{
    Goals goals;
    std::int64_t plan = 0, id = 0;
    std::string term, target_on;
    std::optional<std::string> measure;
    Goal row;
    query.into(plan).into(id).into(row.number).into(row.text).into(term).into(measure);
    query.into(row.baseline).into(row.target).into(target_on);
    while (query.next()) {
        row.id = GoalId{id};
        row.term = stored(goal_term_from_code(term));
        row.measure = measure ? std::optional{stored(measure_from_code(*measure))} : std::nullopt;
        row.target_date = stored_day(target_on);
        row.history = std::move(histories[{plan, id}]);
        goals[plan].push_back(row);
    }
    return goals;
}

struct PlanColumns {
    std::int64_t id = 0, patient = 0, episode = 0, author = 0;
    PlanOfCare::Details details;
    std::string established_on, interventions;
    std::optional<std::string> sent_on, verbal_on, signed_on;
    int order_on_file = 0, version = 0;
    SealColumns seal;

    void into(Query& query)
    {
        query.into(id).into(patient).into(episode).into(author).into(established_on).into(interventions);
        query.into(details.sessions_per_day).into(details.visits_per_week).into(details.weeks);
        query.into(sent_on).into(verbal_on).into(signed_on).into(details.certification.signed_by);
        query.into(order_on_file).into(details.notes).into(version);
        seal.into(query);
    }
    [[nodiscard]] PlanOfCare plan(Goals& goals)
    {
        PlanOfCare::Details whole = details;
        whole.established = stored_day(established_on);
        whole.interventions = modalities_of(interventions);
        whole.goals = std::move(goals[id]);
        whole.certification.sent = optional_day(sent_on);
        whole.certification.verbal_order = optional_day(verbal_on);
        whole.certification.signed_on = optional_day(signed_on);
        whole.certification.order_on_file = order_on_file != 0;
        return PlanOfCare::restore(
            PlanId{id}, PatientId{patient}, EpisodeId{episode}, UserId{author}, std::move(whole), version, seal.take());
    }
};

std::vector<PlanOfCare> read(Query& query, Goals goals)
{
    std::vector<PlanOfCare> plans;
    PlanColumns row;
    row.into(query);
    while (query.next())
        plans.push_back(row.plan(goals));
    return plans;
}

void bind_details(Query& query, PlanOfCare const& plan)
{
    PlanOfCare::Details const& details = plan.details();
    query.bind("id", plan.id().value())
        .bind("established_on", to_iso(details.established))
        .bind("interventions", text_of(details.interventions))
        .bind("sessions_per_day", details.sessions_per_day)
        .bind("visits_per_week", details.visits_per_week)
        .bind("weeks", details.weeks)
        .bind("sent_on", iso(details.certification.sent))
        .bind("verbal_order_on", iso(details.certification.verbal_order))
        .bind("signed_on", iso(details.certification.signed_on))
        .bind("signed_by", details.certification.signed_by)
        .bind("order_on_file", details.certification.order_on_file)
        .bind("notes", details.notes);
}

/// The history has rows of its own.
bool same_row(Goal stored, Goal const& given)
{
    stored.history = given.history;
    return stored == given;
}

bool only_adds(std::vector<Goal> const& before, std::vector<Goal> const& now)
{
    return std::ranges::all_of(before, [&](Goal const& old) {
        auto const same = std::ranges::find(now, old.id, &Goal::id);
        return same != now.end() && same->history.size() >= old.history.size()
            && std::equal(old.history.begin(), old.history.end(), same->history.begin());
    });
}

} // namespace

std::optional<PlanOfCare> SociPlans::find(PlanId id) const
{
    auto statuses = session_.query("select plan_id, goal_id, stated_on, state, now_text, comment_text, author_id"
                                   " from goal_status where plan_id = :id order by goal_id, position");
    statuses.bind("id", id.value());
    auto goals = session_.query("select plan_id, goal_id, number, text, term, measure, baseline, target, target_on"
                                " from plan_goal where plan_id = :id order by position");
    goals.bind("id", id.value());
    auto query = session_.query(
        "select id, patient_id, episode_id, author_id, established_on, interventions, sessions_per_day,"
        " visits_per_week, weeks, sent_on, verbal_order_on, signed_on, signed_by, order_on_file, notes, version,"
        " seal_sha256, seal_signer_id, seal_signature, seal_at, seal_program_version"
        " from plan_of_care where id = :id");
    query.bind("id", id.value());
    auto found = read(query, read_goals(goals, read_histories(statuses)));
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<PlanOfCare> SociPlans::of_episode(EpisodeId episode) const
{
    auto statuses =
        session_.query("select s.plan_id, s.goal_id, s.stated_on, s.state, s.now_text, s.comment_text, s.author_id"
                       " from plan_of_care p join goal_status s on s.plan_id = p.id where p.episode_id = :episode"
                       " order by s.plan_id, s.goal_id, s.position");
    statuses.bind("episode", episode.value());
    auto goals = session_.query(
        "select g.plan_id, g.goal_id, g.number, g.text, g.term, g.measure, g.baseline, g.target, g.target_on"
        " from plan_of_care p join plan_goal g on g.plan_id = p.id where p.episode_id = :episode"
        " order by g.plan_id, g.position");
    goals.bind("episode", episode.value());
    auto query = session_.query(
        "select id, patient_id, episode_id, author_id, established_on, interventions, sessions_per_day,"
        " visits_per_week, weeks, sent_on, verbal_order_on, signed_on, signed_by, order_on_file, notes, version,"
        " seal_sha256, seal_signer_id, seal_signature, seal_at, seal_program_version"
        " from plan_of_care where episode_id = :episode order by established_on, id");
    query.bind("episode", episode.value());
    return read(query, read_goals(goals, read_histories(statuses)));
}

Result<void> SociPlans::keep(PlanOfCare const& plan)
{
    return keeping([&] { return plan.version() == 0 ? insert(plan) : update(plan); });
}

Result<void> SociPlans::insert(PlanOfCare const& plan)
{
    auto query = session_.query(
        "insert into plan_of_care (id, patient_id, episode_id, author_id, established_on, interventions,"
        " sessions_per_day, visits_per_week, weeks, sent_on, verbal_order_on, signed_on, signed_by, order_on_file,"
        " notes, version) values (:id, :patient, :episode, :author, :established_on, :interventions,"
        " :sessions_per_day, :visits_per_week, :weeks, :sent_on, :verbal_order_on, :signed_on, :signed_by,"
        " :order_on_file, :notes, 1) on conflict (id) do nothing");
    query.bind("patient", plan.patient().value())
        .bind("episode", plan.episode().value())
        .bind("author", plan.author().value());
    bind_details(query, plan);
    if (query.run() != 1) {
        auto const before = find(plan.id());
        bool const same = before && before->patient() == plan.patient() && before->episode() == plan.episode()
            && before->author() == plan.author() && before->details() == plan.details()
            && before->seal() == plan.seal();
        return same ? Result<void>{} : outdated();
    }
    for (std::size_t i = 0; i < plan.details().goals.size(); ++i) {
        write_goal(plan.id(), plan.details().goals[i], i);
        add_statuses(plan.id(), plan.details().goals[i], 0);
    }
    seal(plan);
    return {};
}

Result<void> SociPlans::update(PlanOfCare const& plan)
{
    auto const before = find(plan.id());
    if (!before || before->version() != plan.version())
        return outdated();
    if (before->seal() && (before->seal() != plan.seal() || before->canonical_text() != plan.canonical_text()))
        return sealed_already();
    std::vector<Goal> const& old = before->details().goals;
    if (!only_adds(old, plan.details().goals))
        return refuse(Refusal::Reason::NotAllowed, "goals", tr_noop("Goals and their history are only added to."));
    auto query = session_.query(
        "update plan_of_care set established_on = :established_on, interventions = :interventions,"
        " sessions_per_day = :sessions_per_day, visits_per_week = :visits_per_week, weeks = :weeks,"
        " sent_on = :sent_on, verbal_order_on = :verbal_order_on, signed_on = :signed_on, signed_by = :signed_by,"
        " order_on_file = :order_on_file, notes = :notes, version = version + 1"
        " where id = :id and version = :version");
    query.bind("version", plan.version());
    bind_details(query, plan);
    if (query.run() != 1)
        return outdated();
    for (std::size_t i = 0; i < plan.details().goals.size(); ++i) {
        Goal const& goal = plan.details().goals[i];
        auto const same = std::ranges::find(old, goal.id, &Goal::id);
        if (i >= old.size() || !same_row(old[i], goal))
            write_goal(plan.id(), goal, i);
        add_statuses(plan.id(), goal, same == old.end() ? 0 : same->history.size());
    }
    if (!before->seal())
        seal(plan);
    return {};
}

// Last of all, because from then on the schema itself refuses to change what was signed.
void SociPlans::seal(PlanOfCare const& plan)
{
    if (!plan.seal())
        return;
    auto query = session_.query(
        "update plan_of_care set seal_sha256 = :seal_sha256, seal_signer_id = :seal_signer,"
        " seal_signature = :seal_signature, seal_at = :seal_at, seal_program_version = :seal_program where id = :id");
    bind_seal(query, *plan.seal());
    query.bind("id", plan.id().value());
    query.run();
}

void SociPlans::write_goal(PlanId plan, Goal const& goal, std::size_t position)
{
    auto const measure = goal.measure ? std::optional{facts(*goal.measure).code} : std::nullopt;
    session_
        .query("insert into plan_goal (plan_id, goal_id, position, number, text, term, measure, baseline, target,"
               " target_on) values (:plan, :goal, :position, :number, :text, :term, :measure, :baseline, :target,"
               " :target_on) on conflict (plan_id, goal_id) do update set position = excluded.position,"
               " number = excluded.number, text = excluded.text, term = excluded.term, measure = excluded.measure,"
               " baseline = excluded.baseline, target = excluded.target, target_on = excluded.target_on")
        .bind("plan", plan.value())
        .bind("goal", goal.id.value())
        .bind("position", position)
        .bind("number", goal.number)
        .bind("text", goal.text)
        .bind("term", code(goal.term))
        .bind("measure", measure)
        .bind("baseline", goal.baseline)
        .bind("target", goal.target)
        .bind("target_on", to_iso(goal.target_date))
        .run();
}

void SociPlans::add_statuses(PlanId plan, Goal const& goal, std::size_t kept)
{
    for (std::size_t i = kept; i < goal.history.size(); ++i)
        session_
            .query(
                "insert into goal_status (plan_id, goal_id, position, stated_on, state, now_text, comment_text,"
                " author_id) values (:plan, :goal, :position, :stated_on, :state, :now_text, :comment_text, :author)")
            .bind("plan", plan.value())
            .bind("goal", goal.id.value())
            .bind("position", i)
            .bind("stated_on", to_iso(goal.history[i].on))
            .bind("state", code(goal.history[i].state))
            .bind("now_text", goal.history[i].now)
            .bind("comment_text", goal.history[i].comment)
            .bind("author", goal.history[i].author.value())
            .run();
}

} // namespace plumbline::persistence
