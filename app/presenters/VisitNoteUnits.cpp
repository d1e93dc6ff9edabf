// SPDX-License-Identifier: Apache-2.0
// Minutes and units of the patient's day, as the visit-note screen shows them.
#include "app/presenters/VisitNotePresenter.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

/// Units are earned by the patient's day (CMS Pub. 100-04 ch. 5 section 20.2): the visits before and after count in.
struct Day {
    std::vector<TimedMinutes> timed;
    int total_minutes = 0;
    std::string tied_code;
    std::string others; ///< Clock times of the other visits.
};

Day day_of_note(OpenNote const& note, Visit const& current)
{
    Day day;
    day.tied_code = current.details().tied_code;
    auto const add = [&](Visit const& visit) {
        for (TimedMinutes const& minutes : visit.timed_minutes())
            day.timed.push_back(minutes);
        day.total_minutes += visit.total_minutes();
    };
    bool added = false;
    for (Visit const& other : note.same_day) {
        if (!added && other.details().start > current.details().start) {
            add(current);
            added = true;
        }
        if (other.total_minutes() == 0)
            continue;
        add(other);
        if (day.tied_code.empty())
            day.tied_code = other.details().tied_code;
        day.others.append(day.others.empty() ? "" : ", ").append(to_clock(other.details().start));
    }
    if (!added)
        add(current);
    return day;
}

std::string line_words(TimedUnits const& units)
{
    std::string words;
    for (TimedLine const& line : units.lines)
        words += fill("{0}{1} {2} min × {3}",
            {words.empty() ? "" : ", ", line.code, std::to_string(line.minutes), std::to_string(line.units)});
    return words;
}

std::string unit_count(TimedUnits const& units)
{
    return fill(units.total_units == 1 ? "{0} unit" : "{0} units", {std::to_string(units.total_units)});
}

UnitsLine units_line(OpenNote const& note, Day const& day, TimedUnits const& units)
{
    UnitsLine line;
    line.minutes = fill(
        "Timed {0} min · treatment {1} min", {std::to_string(units.total_minutes), std::to_string(day.total_minutes)});
    line.units = line_words(units);
    line.rule =
        fill("{0} · {1} min to the next unit", {std::string{label(units.rule)}, std::to_string(units.minutes_to_next)});
    if (!day.others.empty())
        line.day = fill(tr_noop("Counted by the day, with the visit at {0}"), {day.others});
    if (note.fee_schedule.empty())
        line.remark = std::string{tr_noop("No fee schedule: timed minutes are counted by modality.")};
    line.tied = units.tied;
    auto const chosen = std::ranges::find(units.tied, day.tied_code);
    if (chosen != units.tied.end())
        line.chosen = static_cast<std::size_t>(chosen - units.tied.begin());
    return line;
}

} // namespace

void VisitNotePresenter::choose_tied(std::string code)
{
    change([&] { content_.tied_code = std::move(code); });
}

void VisitNotePresenter::choose_next_tied()
{
    auto const& tied = state_.day.tied;
    if (!tied.empty())
        choose_tied(tied[state_.day.chosen ? (*state_.day.chosen + 1) % tied.size() : 0]);
}

void VisitNotePresenter::redraw_units()
{
    state_.units.clear();
    state_.units_detail.clear();
    state_.day = {};
    auto const written = [&]() -> Result<Visit> {
        if (note_->visit.seal())
            return note_->visit;
        auto details = note_of(content_, note_->visit);
        if (!details)
            return refuse(details.error());
        return note_->visit.with(*std::move(details), desk_.context().clock->local_now());
    }();
    if (!written)
        return;
    Day const day = day_of_note(*note_, *written);
    auto const units = timed_units(note_->unit_rule, day.timed, day.tied_code);
    if (!units)
        return;
    state_.day = units_line(*note_, day, *units);
    state_.units = fill("{0} timed min · {1}", {std::to_string(units->total_minutes), unit_count(*units)});
    state_.units_detail =
        fill("{0} min of treatment · {1}", {std::to_string(day.total_minutes), std::string{label(units->rule)}});
    if (!day.others.empty())
        state_.units_detail += " · by the day";
    if (units->tie)
        state_.units_detail += " · tie";
}

} // namespace plumbline::app
