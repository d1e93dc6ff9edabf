// SPDX-License-Identifier: Apache-2.0
// One row of the flowsheet opened for changing.
#include "app/presenters/DoseEditing.hpp"
#include "app/presenters/Faults.hpp"
#include "app/presenters/VisitNotePresenter.hpp"

#include "domain/clinical/Contraindications.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace plumbline::app {

namespace {

std::string range_words(MinuteLimits const& limits)
{
    std::string words = fill("{0}–{1}", {std::to_string(limits.hard_low), std::to_string(limits.hard_high)});
    if (limits.typical_low && limits.typical_high)
        words += fill(", usually {0}–{1}", {std::to_string(*limits.typical_low), std::to_string(*limits.typical_high)});
    return words;
}

/// What follows from the dose as it is typed: how long it may last and how long it should.
void time_it(DoseEditor& editor, Modality modality, Dose const& dose)
{
    editor.minutes_range = range_words(minute_limits(modality, dose));
    editor.suggested_minutes.reset();
    editor.suggestion.clear();
    auto const suggest = [&](std::optional<double> minutes, std::string_view why) {
        if (!minutes)
            return;
        editor.suggested_minutes = static_cast<int>(std::lround(*minutes));
        editor.suggestion = fill(why, {shown(*minutes)});
    };
    if (modality == Modality::Ultrasound)
        suggest(suggested_ultrasound_minutes(dose), tr_noop("{0} min by area and pulse (electrotherapy.org)"));
    if (modality == Modality::ContrastBath)
        suggest(contrast_bath_minutes(dose), tr_noop("{0} min by the cycles"));
}

void refused(Faults& faults, Refusal refusal)
{
    for (Refusal& fault : each(std::move(refusal)))
        faults.add(std::move(fault));
}

} // namespace

void VisitNotePresenter::edit_dose(std::size_t row)
{
    if (NoteDraft::Row const* const edited = row_at(row); edited && state_.writable) {
        state_.dose = dose_editor(row, *edited);
        redraw_editor();
        changed();
    }
}

void VisitNotePresenter::type_dose(DoseKey key, std::string text)
{
    if (!state_.dose)
        return;
    auto const field = std::ranges::find(state_.dose->fields, key, &DoseField::key);
    if (field != state_.dose->fields.end()) {
        field->text = std::move(text);
        field->complaint.clear();
    }
    redraw_editor();
    changed();
}

void VisitNotePresenter::type_row(RowFields fields)
{
    if (!state_.dose || state_.dose->own == fields)
        return;
    DoseEditor& editor = *state_.dose;
    if (editor.own.minutes != fields.minutes)
        editor.minutes_complaint.clear();
    if (editor.own.code != fields.code)
        editor.code_complaint.clear();
    if (editor.own.response != fields.response)
        editor.response_complaint.clear();
    editor.own = std::move(fields);
    redraw_editor();
    changed();
}

void VisitNotePresenter::take_suggested_minutes()
{
    if (!state_.dose || !state_.dose->suggested_minutes)
        return;
    RowFields fields = state_.dose->own;
    fields.minutes = std::to_string(*state_.dose->suggested_minutes);
    type_row(std::move(fields));
}

std::vector<ServiceCode> VisitNotePresenter::codes(std::string const& text) const
{
    return note_ ? codes_like(note_->fee_schedule, text) : std::vector<ServiceCode>{};
}

std::vector<OpenNote::Provider> VisitNotePresenter::providers() const
{
    return note_ ? note_->providers : std::vector<OpenNote::Provider>{};
}

void VisitNotePresenter::redraw_editor()
{
    DoseEditor& editor = *state_.dose;
    Modality const modality = content_.rows.at(editor.row).details.modality;
    time_it(editor, modality, dose_from(editor, modality).value_or(Dose{}));
    auto const code = code_meant(note_->fee_schedule, editor.own);
    bool const known = code && !code->code.empty() && !note_->fee_schedule.empty();
    editor.asks_timed = !known;
    editor.code_meaning.clear();
    if (known)
        editor.code_meaning = code->label + (code->timed ? " · timed" : " · untimed");
    else if (note_->fee_schedule.empty())
        editor.code_meaning = std::string{tr_noop("The clinic has no fee schedule.")};
    editor.remarks.clear();
    for (auto const& reason : check_treatment(note_->conditions, modality, editor.own.region).reasons)
        editor.remarks.push_back(
            {reason.message.english(), std::string{reason.source}, reason.verdict == Verdict::Stop});
}

void VisitNotePresenter::accept_dose()
{
    NoteDraft::Row const* const row = state_.dose ? row_at(state_.dose->row) : nullptr;
    if (!row)
        return cancel_dose();
    DoseEditor& editor = *state_.dose;
    RowFields const& own = editor.own;
    Faults faults;
    NoteDraft::Row edited = *row;
    if (auto const dose = dose_from(editor, row->details.modality))
        edited.details.dose = *dose;
    else
        refused(faults, dose.error());
    if (auto const code = code_meant(note_->fee_schedule, own)) {
        edited.details.service_code = code->code;
        edited.details.timed = code->timed;
    } else {
        refused(faults, code.error());
    }
    edited.minutes = own.minutes;
    edited.details.response = own.response;
    edited.details.side = own.side;
    edited.details.provider = own.provider;
    if (std::exchange(edited.details.region, own.region) != own.region)
        edited.details.override_reason.clear(); // It was given for another place.
    if (auto const meant = meaning_of(edited); !meant)
        refused(faults, meant.error());
    if (!faults.none()) {
        show_row_faults(editor, faults.refusal());
        changed();
        return;
    }
    std::size_t const index = std::exchange(state_.dose, std::nullopt)->row;
    change([&] {
        edited.details.state = RowState::Confirmed;
        content_.rows[index] = edited;
        consider(std::move(edited));
    });
}

void VisitNotePresenter::cancel_dose()
{
    state_.dose.reset();
    changed();
}

} // namespace plumbline::app
