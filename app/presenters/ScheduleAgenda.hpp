// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/ScheduleDrawing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// Time of a clinician in which nothing is booked.
struct FreePlace {
    UserId clinician{0};
    ClinicTime start{};
    Minutes length{};
    friend bool operator==(FreePlace const&, FreePlace const&) = default;
};

/// A line of the agenda: the accessible twin of the sheet. An appointment, or free time.
struct AgendaLine {
    AppointmentId appointment{0};
    PatientId patient{0};
    std::string day{}, time{}, name{}, clinician{}, rooms{}, type{}, status{}, remarks{};
    std::string precautions{}, phone{}, last_visit{}, certified{}, allowed{};
    bool urgent = false;
    std::optional<FreePlace> free{};
    friend bool operator==(AgendaLine const&, AgendaLine const&) = default;
};
/// Everything the sheet holds, canceled ones too, and from now on the time that is free and who could come into what
/// was called off; by start.
[[nodiscard]] std::vector<AgendaLine> agenda(
    ScheduleSheet const& sheet, FitsByCanceled const& fits, ClinicTime now, Names names);

} // namespace plumbline::app
