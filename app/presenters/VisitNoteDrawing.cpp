// SPDX-License-Identifier: Apache-2.0
// What the visit-note screen shows, derived from what the presenter keeps.
#include "app/presenters/VisitNotePresenter.hpp"

#include "app/presenters/Faults.hpp"
#include "app/presenters/Sentences.hpp"
#include "domain/clinical/Contraindications.hpp"
#include "domain/core/Text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline::app {

namespace {

/// The dose with its side, and with its region where that is not the usual one.
std::string dose_words(Intervention::Details const& details, Region complaint)
{
    std::string words = in_words(details.modality, details.dose);
    auto const add = [&](std::string_view more) { words.append(words.empty() ? "" : ", ").append(more); };
    if (details.region != usual_region(details.modality, complaint))
        add(ascii_lower(label(details.region)));
    if (details.side != Side::None)
        add(label(details.side));
    return words;
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

std::string last_words(OpenNote const& note, Intervention::Details const& details)
{
    Intervention const* const before = counterpart(note.last, details);
    if (!before)
        return note.last ? "new" : "";
    auto const& then = before->details();
    bool const same = then.dose == details.dose && then.side == details.side && then.region == details.region;
    return same ? "same" : dose_words(then, note.region);
}

/// Fields of the note's own texts: their complaints stand beside them.
constexpr std::array text_fields{std::string_view{"pain"}, std::string_view{"pain_now"}, std::string_view{"pain_worst"},
    std::string_view{"subjective"}, std::string_view{"objective"}, std::string_view{"assessment"},
    std::string_view{"plan"}, std::string_view{"interventions"}};

bool has_place(Refusal const& fault)
{
    return std::ranges::find(text_fields, fault.field) != text_fields.end();
}

/// A signature names rows by what they are called; it never asks for those that were not done.
bool is_about(Refusal const& fault, NoteDraft::Row const& row)
{
    bool const of_rows = fault.field == "minutes" || fault.field == "consent";
    return of_rows && row.details.state == RowState::Confirmed && !fault.message.arguments.empty()
        && fault.message.arguments.front() == row.details.name;
}

void add_remark(FlowsheetRow& drawn, FlowsheetRow::Remark remark)
{
    if (std::ranges::find(drawn.remarks, remark.text, &FlowsheetRow::Remark::text) == drawn.remarks.end())
        drawn.remarks.push_back(std::move(remark));
}

std::string name_of(OpenNote const& note, UserId user)
{
    auto const found = std::ranges::find(note.providers, user, &OpenNote::Provider::id);
    return found == note.providers.end() ? std::string{} : found->name;
}

} // namespace

void VisitNotePresenter::redraw()
{
    if (!note_)
        return;
    Visit const& visit = note_->visit;
    if (NoteDraft::Row const* const edited = state_.dose ? row_at(state_.dose->row) : nullptr;
        !edited || edited->id != state_.dose->id)
        state_.dose.reset(); // Undone, moved or removed under the open editor.
    state_.heading = fill("{0} {1} {2} · visit {3}",
        {weekday_name(visit.on()).substr(0, 3), to_short_words(visit.on()), to_clock(visit.details().start),
            std::to_string(visit_number_)});
    if (visit.details().late_entry || (!visit.seal() && visit.on() < desk_.context().clock->today()))
        state_.heading += " · late entry";
    if (visit.details().provider != desk_.context().actor.user)
        state_.heading += " · " + name_of(*note_, visit.details().provider);
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
    state_.seal_broken = note_->seal_broken;
    state_.writable = !visit.seal() && permitted(desk_.context().actor.role, Action::EditNote);
    tell_whose();
    if (visit.seal())
        state_.seal = signed_words(*visit.seal());
    state_.addenda.clear();
    for (Addendum const& addendum : visit.addenda())
        state_.addenda.push_back(
            fill("{0} — {1}, {2}", {addendum.text, addendum.seal.signature, signing_time(addendum.seal)}));
    redraw_rows();
    redraw_complaints();
    redraw_units();
    redraw_card();
    changed();
}

void VisitNotePresenter::tell_whose()
{
    Visit const& visit = note_->visit;
    UserId const me = desk_.context().actor.user;
    state_.remark.clear();
    state_.other_note.reset();
    state_.may_take_over = false;
    if (visit.seal())
        return;
    if (visit.details().provider != me) {
        state_.remark =
            fill(tr_noop("{0} began this note, and signs it."), {name_of(*note_, visit.details().provider)});
        state_.may_take_over = permitted(desk_.context().actor.role, Action::SignNote);
        return;
    }
    for (Visit const& other : note_->same_day)
        if (!other.seal() && other.details().provider != me) {
            state_.remark = fill(tr_noop("{0} has a note of this day too, begun at {1} and not signed."),
                {name_of(*note_, other.details().provider), to_clock(other.details().start)});
            state_.other_note = other.id();
        }
}

void VisitNotePresenter::redraw_complaints()
{
    state_.complaints = attempt_;
    if (attempt_.empty() && !note_->visit.seal())
        if (auto const details = note_of(content_, note_->visit); !details)
            state_.complaints = each(details.error());
    state_.unplaced = state_.complaints;
    std::erase_if(state_.unplaced, [&](Refusal const& fault) {
        auto const said = [&](FlowsheetRow const& row) {
            return std::ranges::find(row.remarks, fault.message.english(), &FlowsheetRow::Remark::text)
                != row.remarks.end();
        };
        return has_place(fault) || std::ranges::any_of(state_.rows, said);
    });
}

void VisitNotePresenter::remark(FlowsheetRow& drawn, NoteDraft::Row const& row) const
{
    auto const& details = row.details;
    if (auto const meant = meaning_of(row); !meant)
        for (Refusal const& fault : each(meant.error()))
            add_remark(drawn, {fault.message.english(), {}, true});
    for (Refusal const& fault : attempt_)
        if (is_about(fault, row))
            add_remark(drawn, {fault.message.english(), {}, true});
    auto const found = trouble_.find(row.id);
    bool const explained = row.refused && found != trouble_.end() && found->second.refusal;
    auto const check = check_treatment(note_->conditions, details.modality, details.region);
    for (auto const& reason : check.reasons)
        add_remark(drawn,
            {reason.message.english(), std::string{reason.source}, row.refused && reason.verdict == Verdict::Stop});
    if (explained && check.reasons.empty())
        add_remark(drawn, {found->second.refusal->message.english(), {}, true});
    for (Message const& caution : cautions(details.modality, details.dose, std::atoi(row.minutes.c_str())))
        add_remark(drawn, {caution.english(), {}, false});
    auto const& codes = note_->fee_schedule;
    bool const known = details.service_code.empty() || codes.empty()
        || std::ranges::find(codes, details.service_code, &ServiceCode::code) != codes.end();
    if (!known && state_.writable)
        add_remark(
            drawn, {fill(tr_noop("The fee schedule has no code “{0}” any more."), {details.service_code}), {}, false});
    drawn.overridable = row.refused && check.overridable && may_override(desk_.context().actor);
}

FlowsheetRow VisitNotePresenter::drawn(NoteDraft::Row const& row)
{
    auto const found = trouble_.find(row.id);
    FlowsheetRow drawn;
    drawn.mark = row.refused                       ? FlowsheetRow::Mark::Refused
        : row.details.state == RowState::Confirmed ? FlowsheetRow::Mark::Confirmed
                                                   : FlowsheetRow::Mark::Carried;
    drawn.name = row.details.name;
    drawn.dose = dose_words(row.details, note_->region);
    drawn.last = last_words(*note_, row.details);
    drawn.minutes = row.minutes;
    drawn.code = row.details.service_code;
    drawn.response = row.details.response;
    if (row.details.provider != note_->visit.details().provider)
        drawn.provider = name_of(*note_, row.details.provider);
    drawn.at_home = row.details.at_home;
    drawn.clock_running = found != trouble_.end() && found->second.clock_since.has_value();
    remark(drawn, row);
    return drawn;
}

void VisitNotePresenter::redraw_rows()
{
    state_.rows.clear();
    for (auto const& row : content_.rows)
        state_.rows.push_back(drawn(row));
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
