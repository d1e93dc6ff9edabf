// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DoseEditing.hpp"
#include "app/presenters/VisitNotePresenter.hpp"
#include "app/services/FeeSchedule.hpp"
#include "domain/clinical/Exercise.hpp"

#include <algorithm>
#include <utility>

// What people do to the rows of the flowsheet.

namespace plumbline::app {

namespace {

constexpr std::size_t library_shown = 12;

} // namespace

NoteDraft::Row* VisitNotePresenter::row_at(std::size_t row) noexcept
{
    return row < content_.rows.size() ? &content_.rows[row] : nullptr;
}

void VisitNotePresenter::select(std::size_t row)
{
    if (content_.rows.empty())
        return;
    state_.selected = std::min(row, content_.rows.size() - 1);
    redraw();
}

void VisitNotePresenter::confirm_row()
{
    change([&] {
        NoteDraft::Row* const row = row_at(state_.selected);
        if (!row || row->refused)
            return;
        bool const carried = row->details.state == RowState::Carried;
        row->details.state = carried ? RowState::Confirmed : RowState::Carried;
        if (carried)
            consider(*row);
        if (carried && state_.selected + 1 < content_.rows.size())
            ++state_.selected;
    });
}

void VisitNotePresenter::confirm_all()
{
    change([&] {
        for (auto& row : content_.rows)
            if (!row.refused && row.details.state == RowState::Carried) {
                row.details.state = RowState::Confirmed;
                consider(row);
            }
    });
}

void VisitNotePresenter::toggle_home()
{
    change([&] {
        if (NoteDraft::Row* const row = row_at(state_.selected))
            row->details.at_home = !row->details.at_home;
    });
}

void VisitNotePresenter::toggle_clock()
{
    NoteDraft::Row const* const row = row_at(state_.selected);
    if (!row || !note_ || !state_.writable)
        return;
    bool const running = trouble_[row->id].clock_since.has_value();
    settle_clocks();
    for (auto& [id, trouble] : trouble_)
        trouble.clock_since.reset(); // One pair of hands: starting one stops the other.
    if (!running)
        trouble_[row->id].clock_since = desk_.context().clock->now();
    redraw();
}

void VisitNotePresenter::settle_clocks()
{
    Instant const now = desk_.context().clock->now();
    for (auto& row : content_.rows) {
        auto const found = trouble_.find(row.id);
        if (found == trouble_.end() || !found->second.clock_since)
            continue;
        auto const passed = std::chrono::floor<Minutes>(now - *found->second.clock_since);
        if (passed.count() < 1)
            continue;
        // The minutes of a carried row are those of the last visit: today's begin at none.
        bool const none_yet = row.minutes.empty() || row.details.state == RowState::Carried;
        int const before = none_yet ? 0 : std::atoi(row.minutes.c_str());
        row.minutes = std::to_string(before + static_cast<int>(passed.count()));
        row.details.state = RowState::Confirmed;
        *found->second.clock_since += passed;
        dirty_ = true;
    }
}

void VisitNotePresenter::remove_row()
{
    change([&] {
        if (state_.selected >= content_.rows.size())
            return;
        content_.rows.erase(content_.rows.begin() + static_cast<std::ptrdiff_t>(state_.selected));
        if (state_.selected > 0 && state_.selected >= content_.rows.size())
            --state_.selected;
    });
}

void VisitNotePresenter::move_row(int by)
{
    change([&] {
        auto const from = static_cast<std::ptrdiff_t>(state_.selected);
        auto const to = from + by;
        if (to < 0 || to >= std::ssize(content_.rows))
            return;
        std::swap(content_.rows[static_cast<std::size_t>(from)], content_.rows[static_cast<std::size_t>(to)]);
        state_.selected = static_cast<std::size_t>(to);
    });
}

std::vector<LibraryEntry> VisitNotePresenter::library(std::string const& text) const
{
    std::vector<LibraryEntry> found;
    for (Modality const modality : all_modalities())
        if (modality != Modality::Exercise && starts_a_word(label(modality), text))
            found.push_back({std::string{label(modality)}, "modality", modality, {}});
    for (Exercise const* exercise : find_exercises(text, library_shown))
        found.push_back({std::string{exercise->name}, std::string{exercise->category}, Modality::Exercise,
            std::string{exercise->id}});
    return found;
}

void VisitNotePresenter::add(LibraryEntry const& entry)
{
    change([&] {
        NoteDraft::Row row{desk_.context().make<InterventionId>(), {}, {}, false};
        row.details.modality = entry.modality;
        row.details.name = entry.label;
        row.details.exercise_id = entry.exercise_id;
        row.details.region = usual_region(entry.modality, note_->region);
        row.details.provider = desk_.context().actor.user;
        row.details.timed = is_timed(entry.modality);
        if (Exercise const* const exercise = find_exercise(entry.exercise_id))
            row.details.dose = starting_dose(*exercise);
        take_service_code(row.details, note_->fee_schedule);
        content_.rows.push_back(row);
        state_.selected = content_.rows.size() - 1;
        consider(std::move(row));
    });
}

void VisitNotePresenter::override_refusal(std::size_t row, std::string reason)
{
    change([&] {
        if (NoteDraft::Row* const edited = row_at(row)) {
            edited->details.override_reason = std::move(reason);
            consider(*edited);
        }
    });
}

void VisitNotePresenter::consider(NoteDraft::Row row)
{
    desk_.write(
        alive_,
        [patient = note_->visit.patient(), details = row.details](
            Records& records, Context const& context) { return app::consider(records, context, patient, details); },
        [this, id = row.id](Result<Intervention> answer) { considered(id, answer); });
}

void VisitNotePresenter::considered(InterventionId id, Result<Intervention> const& answer)
{
    auto const row = std::ranges::find(content_.rows, id, &NoteDraft::Row::id);
    if (row == content_.rows.end())
        return;
    bool const by_matrix = !answer && answer.error().field == "modality";
    if (row->refused != by_matrix) {
        row->refused = by_matrix;
        dirty_ = true;
    }
    trouble_[id].refusal = by_matrix ? std::optional{answer.error()} : std::nullopt;
    redraw();
}

} // namespace plumbline::app
