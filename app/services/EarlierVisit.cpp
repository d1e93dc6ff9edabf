// SPDX-License-Identifier: Apache-2.0
#include "app/services/EarlierVisit.hpp"

#include "app/services/Common.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

constexpr int appointments_a_day = 20; // More than one patient ever has.

/// The appointment this visit may have been: of the day, of this episode or of none, neither missed nor called off.
std::optional<Appointment> appointment_of(Records const& records, Episode const& episode, Date day)
{
    auto const booked = records.appointments().of_patient(episode.patient(), day, appointments_a_day);
    auto const kept = std::ranges::find_if(booked, [&](Appointment const& appointment) {
        auto const& details = appointment.details();
        return day_of(details.start) == day && details.status != AppointmentStatus::NoShow
            && details.status != AppointmentStatus::Cancelled && details.episode.value_or(episode.id()) == episode.id();
    });
    return kept == booked.end() ? std::nullopt : std::optional{*kept};
}

} // namespace

Result<EarlierVisit> earlier_visit(
    Records const& records, Context const& context, EpisodeId id, Date day, std::optional<Minutes> time)
{
    if (auto allowed = permit(context.actor, Action::EditNote); !allowed)
        return refuse(allowed.error());
    auto const episode = records.episodes().find(id);
    if (!episode)
        return refuse_missing_episode();
    auto const now = context.clock->local_now();
    using enum Refusal::Reason;
    if (day > day_of(now))
        return refuse(Invalid, "day", tr_noop("A visit cannot be written before its day."));
    if (day < episode->details().started)
        return refuse(Invalid, "day", tr_noop("This episode began on {0}."), {to_words(episode->details().started)});

    auto const appointment = appointment_of(records, *episode, day);
    if (!time && !appointment)
        return refuse(Invalid, "time", tr_noop("Nothing was booked on this day. Type when the visit began."));
    ClinicTime const start = time ? at(day, *time) : appointment->details().start;
    if (start > now)
        return refuse(Invalid, "time", tr_noop("This time has not come yet."));
    return EarlierVisit{start, appointment ? std::optional{appointment->id()} : std::nullopt};
}

} // namespace plumbline::app
