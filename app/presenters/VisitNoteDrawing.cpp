// SPDX-License-Identifier: Apache-2.0
// What the visit-note screen shows, derived from what the presenter keeps.
#include "app/presenters/VisitNotePresenter.hpp"

#include "domain/clinical/Contraindications.hpp"

#include <algorithm>
#include <cmath>

namespace plumbline::app {

namespace {

std::string with_side(std::string dose, Side side)
{
    if (side == Side::None)
        return dose;
    if (!dose.empty())
        dose += ", ";
    return dose += label(side);
}

std::string dose_words(Intervention::Details const& details)
{
    return with_side(in_words(details.modality, details.dose), details.side);
}

/// The same intervention at the last visit, if it was given.
Intervention const* counterpart(std::optional<Visit> const& last, Intervention::Details const& details)
{
    if (!last)
        return nullptr;
    for (Intervention const& row : last->details().interventions)
        if (row.details().modality == details.modality && row.details().name == details.name
            && row.details().state == RowState::Confirmed)
            return &row;
    return nullptr;
}

std::string last_words(std::optional<Visit> const& last, Intervention::Details const& details)
{
    Intervention const* const before = counterpart(last, details);
    if (!before)
        return last ? "new" : "";
    return before->details().dose == details.dose && before->details().side == details.side
        ? "same"
        : dose_words(before->details());
}

std::string rule_name(UnitRule rule)
{
    return std::string{label(rule)};
}

void draw_units(VisitNoteState& state, Visit const& visit, UnitRule rule)
{
    auto const minutes = visit.timed_minutes();
    auto const units = timed_units(rule, minutes);
    if (!units)
        return;
    state.units = fill("{0} min · {1} {2}",
        {std::to_string(visit.total_minutes()), std::to_string(units->total_units),
            units->total_units == 1 ? "unit" : "units"});
    state.units_detail =
        fill("timed · {0} · {1} min to the next unit", {rule_name(rule), std::to_string(units->minutes_to_next)});
    if (units->tie)
        state.units_detail += " · tie";
}

} // namespace

void VisitNotePresenter::redraw()
{
    if (!note_)
        return;
    Visit const& visit = note_->visit;
    state_.heading = fill("{0} {1} {2} · visit {3}",
        {weekday_name(visit.on()).substr(0, 3), to_short_words(visit.on()), to_clock(visit.details().start),
            std::to_string(visit_number_)});
    if (!visit.seal() && visit.on() < desk_.context().clock->today())
        state_.heading += " · late entry";
    state_.pain_now = content_.pain_now;
    state_.pain_worst = content_.pain_worst;
    state_.subjective = content_.subjective;
    state_.objective = content_.objective;
    state_.assessment = content_.assessment;
    state_.plan = content_.plan;
    state_.trend = content_.trend;
    state_.can_undo = !done_.empty();
    state_.can_redo = !undone_.empty();
    state_.sealed = visit.seal().has_value();
    if (visit.seal())
        state_.seal = fill("Signed by {0}, {1} UTC, seal {2}",
            {visit.seal()->signature, to_iso(visit.seal()->at).substr(0, 16), visit.seal()->short_form()});
    state_.addenda.clear();
    for (Addendum const& addendum : visit.addenda())
        state_.addenda.push_back(
            fill("{0} — {1}, {2}", {addendum.text, addendum.seal.signature, to_iso(addendum.seal.at).substr(0, 16)}));
    redraw_rows();
    redraw_card();
    changed();
}

void VisitNotePresenter::redraw_rows()
{
    auto const details = note_of(content_, note_->visit);
    state_.complaints = attempt_;
    state_.units.clear();
    state_.units_detail.clear();
    if (note_->visit.seal())
        draw_units(state_, note_->visit, note_->unit_rule);
    else if (auto const current =
                 details ? note_->visit.with(*details, desk_.context().clock->local_now()) : refuse(details.error()))
        draw_units(state_, *current, note_->unit_rule);
    else if (attempt_.empty()) {
        state_.complaints = details.error().others;
        state_.complaints.insert(state_.complaints.begin(), details.error());
    }
    state_.rows.clear();
    for (auto const& row : content_.rows) {
        auto const found = trouble_.find(row.id);
        bool const refused = row.refused;
        FlowsheetRow drawn;
        drawn.mark = refused                           ? FlowsheetRow::Mark::Refused
            : row.details.state == RowState::Confirmed ? FlowsheetRow::Mark::Confirmed
                                                       : FlowsheetRow::Mark::Carried;
        drawn.name = row.details.name;
        drawn.dose = dose_words(row.details);
        drawn.last = last_words(note_->last, row.details);
        drawn.minutes = row.minutes;
        drawn.code = row.details.service_code;
        drawn.response = row.details.response;
        drawn.at_home = row.details.at_home;
        drawn.clock_running = found != trouble_.end() && found->second.clock_since.has_value();
        auto const check = check_treatment(note_->conditions, row.details.modality, row.details.region);
        if (refused && found != trouble_.end() && found->second.refusal)
            drawn.complaint = found->second.refusal->message.english();
        else if (check.verdict != Verdict::Clear)
            drawn.complaint = check.reasons.front().message.english();
        else if (auto const warnings = cautions(row.details.modality, row.details.dose, std::atoi(row.minutes.c_str()));
                 !warnings.empty())
            drawn.complaint = warnings.front().english();
        if (!check.reasons.empty())
            drawn.complaint_source = check.reasons.front().source;
        drawn.overridable = refused && check.overridable && desk_.context().actor.role != Role::Assistant;
        state_.rows.push_back(std::move(drawn));
    }
    if (!state_.rows.empty())
        state_.selected = std::min(state_.selected, state_.rows.size() - 1);
}

void VisitNotePresenter::redraw_card()
{
    LastVisitCard card;
    for (auto const& [on, pain] : note_->pain_history)
        if (pain.now)
            card.pain.push_back({on, pain.now->points()});
    if (note_->last) {
        Visit const& last = *note_->last;
        card.heading = fill("{0} {1}", {weekday_name(last.on()).substr(0, 3), to_short_words(last.on())});
        if (last.seal())
            card.heading += " · " + last.seal()->signature;
        card.plan = last.details().note.plan;
        card.subjective = last.details().note.subjective;
        card.assessment = last.details().note.assessment;
    }
    state_.last = std::move(card);
    state_.overlap.clear();
    if (note_->last && !content_.assessment.empty() && !note_->last->details().note.assessment.empty()) {
        double const share = word_overlap(content_.assessment, note_->last->details().note.assessment);
        state_.overlap = fill("{0} % as last visit", {std::to_string(static_cast<int>(std::lround(share * 100)))});
    }
    auto const seconds =
        std::chrono::duration_cast<std::chrono::seconds>(desk_.context().clock->now() - opened_).count();
    std::string const rest = std::to_string(seconds % 60);
    state_.effort = fill("{0} keys, {1}:{2}",
        {std::to_string(keys_), std::to_string(seconds / 60), rest.size() < 2 ? "0" + rest : rest});
}

} // namespace plumbline::app
