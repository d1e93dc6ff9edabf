// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"

#include <optional>

namespace plumbline::app {

/// When a visit began that is written down on a later day, and what was booked for it.
struct EarlierVisit {
    ClinicTime start{};
    std::optional<AppointmentId> appointment{};
};

/// Finds the start of the episode's visit of a day: the time given or, without one, that of the patient's
/// appointment on that day. Refuses days to come and days before the episode on field `day`, and on field `time` a day
/// without an appointment when no time is given and a time that has not come yet.
[[nodiscard]] Result<EarlierVisit> earlier_visit(
    Records const& records, Context const& context, EpisodeId episode, Date day, std::optional<Minutes> time);

} // namespace plumbline::app
