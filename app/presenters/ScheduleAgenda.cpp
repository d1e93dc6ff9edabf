// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ScheduleAgenda.hpp"

#include "domain/scheduling/OpeningSearch.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

std::string hours_words(ClinicTime from, ClinicTime to)
{
    return to_clock(from) + "–" + to_clock(to);
}

AgendaLine line_of(ScheduleBlock const& block, ScheduleSheet const& sheet, Names names)
{
    AgendaLine line;
    line.appointment = block.id;
    line.patient = block.patient;
    line.day = day_words(day_of(block.start));
    line.time = hours_words(block.start, block.end());
    line.name = shown_name(block.name, names);
    for (ScheduleColumn const& column : sheet.columns)
        if (column.clinician == block.clinician)
            line.clinician = column.name;
    for (ResourceId const id : block.resources)
        if (auto const room = sheet.rooms.find(id); room != sheet.rooms.end())
            line.rooms += (line.rooms.empty() ? "" : ", ") + room->second;
    line.type = type_words(block);
    std::string const status = status_words(block);
    line.status = status.empty() ? "booked" : status;
    line.remarks = joined({note_words(block), flag_words(block, block.flags.size()),
        names == Names::Shown ? block.note_of_desk : std::string{}});
    line.precautions = block.precautions;
    line.phone = names == Names::Shown ? block.phone : std::string{};
    line.last_visit = block.last_visit ? to_words(*block.last_visit) : std::string{};
    line.certified = block.certified_until ? to_words(*block.certified_until) : std::string{};
    std::vector<std::string> allowances;
    for (auto const& standing : {block.authorization, block.referral})
        if (standing)
            allowances.push_back(allowance(*standing));
    line.allowed = joined(allowances);
    line.urgent = std::ranges::any_of(block.flags, &ScheduleFlag::urgent);
    return line;
}

AgendaLine free_line(FreePlace const& place, std::string const& clinician, std::string remarks)
{
    AgendaLine line;
    line.day = day_words(day_of(place.start));
    line.time = hours_words(place.start, place.start + place.length);
    line.clinician = clinician;
    line.status = "free";
    line.remarks = std::move(remarks);
    line.free = place;
    return line;
}

/// What was called off within this time, with who could come.
std::string called_off(
    std::vector<ScheduleBlock> const& gaps, FitsByCanceled const& fits, FreePlace const& place, Names names)
{
    std::vector<std::string> words;
    for (ScheduleBlock const& gap : gaps)
        if (gap.clinician == place.clinician && gap.start < place.start + place.length && place.start < gap.end()) {
            auto const who = fits.find(gap.id);
            words.push_back(to_clock(gap.start) + ' '
                + gap_words(who == fits.end() ? std::vector<WaitlistRow>{} : who->second, names));
        }
    return joined(words);
}

/// Worked, not taken, and not over.
std::vector<FreePlace> free_places(ScheduleSheet const& sheet, UserId clinician, ScheduleDay const& day, ClinicTime now)
{
    ClinicTime const midnight = at(day.day, Minutes{0});
    std::vector<DaySpan> taken;
    for (ScheduleBlock const& block : sheet.blocks)
        if (block.clinician == clinician && day_of(block.start) == day.day && takes_time(block.status))
            taken.push_back({block.start - midnight, block.end() - midnight});
    std::vector<FreePlace> places;
    for (DaySpan const span : left_of(day.worked, taken)) {
        ClinicTime const from = std::max(midnight + span.from, now), to = midnight + span.to;
        if (to - from >= Appointment::shortest)
            places.push_back({clinician, from, to - from});
    }
    return places;
}

} // namespace

std::vector<AgendaLine> agenda(ScheduleSheet const& sheet, FitsByCanceled const& fits, ClinicTime now, Names names)
{
    std::vector<std::pair<ClinicTime, AgendaLine>> lines;
    for (ScheduleBlock const& block : sheet.blocks)
        lines.emplace_back(block.start, line_of(block, sheet, names));
    auto const gaps = freed(sheet, now);
    for (ScheduleColumn const& column : sheet.columns) {
        if (!column.clinician)
            continue;
        for (ScheduleDay const& day : column.days)
            for (FreePlace const& place : free_places(sheet, *column.clinician, day, now))
                lines.emplace_back(place.start, free_line(place, column.name, called_off(gaps, fits, place, names)));
    }
    std::ranges::stable_sort(lines, {}, [](auto const& one) { return one.first; });
    std::vector<AgendaLine> all;
    for (auto& [start, line] : lines)
        all.push_back(std::move(line));
    return all;
}

} // namespace plumbline::app
