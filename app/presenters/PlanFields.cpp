// SPDX-License-Identifier: Apache-2.0
// What is typed into the plan of care, as texts under names and as a plan shows it.
#include "app/presenters/PlanPresenter.hpp"

#include "app/services/Common.hpp"

#include <algorithm>
#include <charconv>

namespace plumbline::app {

namespace {

std::string text_of(std::optional<Date> const& day)
{
    return day ? to_iso(*day) : std::string{};
}

std::string prefix(GoalFields const& goal, std::size_t index)
{
    return goal.kept ? fill("goal.{0}.", {std::to_string(goal.id.value())}) : fill("new.{0}.", {std::to_string(index)});
}

/// Each text of the plan under its name, in one place for reading and writing.
template <class Fields, class Visit>
void each_text(Fields& f, Visit visit)
{
    visit("established", f.established);
    visit("sessions_per_day", f.sessions_per_day);
    visit("visits_per_week", f.visits_per_week);
    visit("weeks", f.weeks);
    visit("notes", f.notes);
    visit("certification.sent", f.sent);
    visit("certification.verbal_order", f.verbal_order);
    visit("certification.signed_on", f.signed_on);
    visit("certification.signed_by", f.signed_by);
}

/// What can be typed of a goal: all of a new one, and where it stands of one that is kept.
template <class Goal, class Visit>
void each_goal_text(Goal& goal, Visit visit)
{
    visit("now", goal.now);
    visit("comment", goal.comment);
    if (goal.kept)
        return;
    visit("text", goal.text);
    visit("baseline", goal.baseline);
    visit("target", goal.target);
    visit("target_date", goal.target_date);
}

GoalFields new_goal_from(TypedTexts const& texts, std::string const& name)
{
    GoalFields goal;
    each_goal_text(goal, [&](std::string const& part, std::string& text) { text = typed(texts, name + part); });
    if (auto const term = goal_term_from_code(typed(texts, name + "term")))
        goal.term = *term;
    if (auto const measure = measure_from_code(typed(texts, name + "measure")))
        goal.measure = *measure;
    return goal;
}

/// New goals are numbered without gaps, except that one may have been emptied of all its texts.
std::size_t count_new(TypedTexts const& texts)
{
    std::size_t count = 0;
    for (auto const& [name, text] : texts) {
        std::size_t index = 0;
        std::string_view const digits = std::string_view{name}.substr(std::min<std::size_t>(name.size(), 4));
        if (name.starts_with("new.") && !text.empty()
            && std::from_chars(digits.data(), digits.data() + digits.size(), index).ec == std::errc{})
            count = std::max(count, index + 1);
    }
    return count;
}

} // namespace

PlanFields fields_of(PlanOfCare const& plan)
{
    auto const& d = plan.details();
    PlanFields fields;
    fields.established = to_iso(d.established);
    fields.sessions_per_day = std::to_string(d.sessions_per_day);
    fields.visits_per_week = std::to_string(d.visits_per_week);
    fields.weeks = std::to_string(d.weeks);
    fields.notes = d.notes;
    fields.interventions = d.interventions;
    for (Goal const& goal : d.goals)
        fields.goals.push_back({goal.id, goal.text, goal.baseline, goal.target, to_iso(goal.target_date), goal.term,
            goal.measure, goal.state(), goal.history.empty() ? std::string{} : goal.history.back().now, {}, true});
    fields.sent = text_of(d.certification.sent);
    fields.verbal_order = text_of(d.certification.verbal_order);
    fields.signed_on = text_of(d.certification.signed_on);
    fields.signed_by = d.certification.signed_by;
    fields.order_on_file = d.certification.order_on_file;
    return fields;
}

TypedTexts texts_of(PlanFields const& fields)
{
    TypedTexts texts;
    each_text(fields, [&](char const* name, std::string const& text) { texts[name] = text; });
    texts["certification.order_on_file"] = fields.order_on_file ? "1" : "";
    for (Modality const modality : fields.interventions)
        texts["interventions"] += std::string{code(modality)} + " ";
    std::size_t fresh = 0;
    for (GoalFields const& goal : fields.goals) {
        std::string const name = prefix(goal, goal.kept ? 0 : fresh++);
        each_goal_text(goal, [&](std::string const& part, std::string const& text) { texts[name + part] = text; });
        if (goal.kept) {
            texts[name + "state"] = code(goal.state);
            continue;
        }
        texts[name + "term"] = code(goal.term);
        texts[name + "measure"] = goal.measure ? facts(*goal.measure).code : std::string_view{};
    }
    return texts;
}

PlanFields with_texts(PlanFields base, TypedTexts const& texts)
{
    each_text(base, [&](char const* name, std::string& text) { text = typed(texts, name); });
    base.order_on_file = !typed(texts, "certification.order_on_file").empty();
    base.interventions.clear();
    std::string const planned = " " + typed(texts, "interventions");
    for (Modality const modality : all_modalities())
        if (planned.find(" " + std::string{code(modality)} + " ") != std::string::npos)
            base.interventions.push_back(modality);
    std::erase_if(base.goals, [](GoalFields const& goal) { return !goal.kept; });
    for (GoalFields& goal : base.goals) {
        std::string const name = prefix(goal, 0);
        goal.now = typed(texts, name + "now");
        goal.comment = typed(texts, name + "comment");
        if (auto const state = goal_state_from_code(typed(texts, name + "state")))
            goal.state = *state;
    }
    std::size_t const fresh = count_new(texts);
    for (std::size_t i = 0; i < fresh; ++i)
        base.goals.push_back(new_goal_from(texts, prefix({}, i)));
    return base;
}

} // namespace plumbline::app
