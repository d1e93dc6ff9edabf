// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Strips.hpp"
#include "app/presenters/PatientPick.hpp"
#include "domain/clinical/Evaluation.hpp"
#include "domain/clinical/Visit.hpp"
#include "domain/scheduling/Appointment.hpp"

#include <functional>
#include <optional>
#include <string>

namespace plumbline::app::gui {

/// Where a screen can send a person. Filled in by the program, so that screens do not know one another.
struct Ways {
    std::function<void(PatientId, std::string name)> open_patient;
    /// The chart with this note in front.
    std::function<void(PatientId, std::string name, VisitId)> open_note;
    /// The chart with a note of this appointment: the day's draft, or a new one.
    std::function<void(PatientId, std::string name, EpisodeId, std::optional<AppointmentId>)> chart_visit;
    std::function<void()> add_patient;
    /// What a decision rests on, with a way to each visit.
    std::function<void(PatientId, std::string name, EpisodeId)> see_facts;
    /// Puts a decision off with a reason, or asks it again.
    std::function<void(PatientId, EpisodeId)> put_off, take_up;
    std::function<void(PatientId, EpisodeId)> progress_report;
    /// A chart has read whose it is.
    std::function<void(PatientId, std::string name)> name_known;
    /// After something was signed or booked: badges and boards are out of date.
    std::function<void()> day_changed;
    /// In passing, in the status line, with what can still be done about it.
    std::function<void(std::string const& sentence, kit::Remedy)> say;
    /// A visit of this patient, typed in at the schedule.
    std::function<void(PatientChoice)> book;
    /// The chart, asking for the episode of care that it lacks.
    std::function<void(PatientId, std::string name)> start_episode;
    /// Does what a key means to the control in front; false when that is nothing.
    std::function<bool(std::string const& key)> run_here;
    /// One of the manager's lists, by its code; none for who may not see them.
    std::function<void(std::string code)> worklist{};
};

} // namespace plumbline::app::gui
