// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"

#include <string>
#include <string_view>

namespace plumbline::reports {

// How the schedule's papers speak, in one place. Not for others.

/// `10:30–11:15`
[[nodiscard]] inline std::string span_of(ClinicTime start, Minutes length)
{
    return to_clock(start) + "\u2013" + to_clock(start + length);
}

/// `Monday, 23 Nov 2026`
[[nodiscard]] inline std::string day_in_words(Date day)
{
    return weekday_name(day) + ", " + to_words(day);
}

/// Puts a part behind a middle dot; an empty one is left out.
inline void join(std::string& line, std::string_view part)
{
    if (!part.empty())
        line.append(line.empty() ? "" : " \u00B7 ").append(part);
}

} // namespace plumbline::reports
