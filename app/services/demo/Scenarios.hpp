// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Episode.hpp"
#include "domain/patients/Patient.hpp"

#include <span>
#include <string_view>

namespace plumbline::app::demo {

/// One line of a treatment: an exercise of the library or a modality with its dose in canonical form.
struct Ingredient {
    Modality modality;
    std::string_view name;     ///< Empty for an exercise: the library names it.
    std::string_view exercise; ///< `E05`, or empty.
    std::string_view dose;     ///< Canonical; empty for the exercise's starting dose.
    int minutes;
    std::string_view code; ///< Of the demo fee schedule.
};

/// A believable complaint with its treatment. Together they cover every cause of back pain the seed article names.
struct Scenario {
    std::string_view title, complaint;
    Region region;
    Side side;
    Mechanism mechanism;
    std::string_view diagnosis, second_diagnosis;
    std::string_view condition; ///< Precaution that comes with it, or empty.
    std::string_view goal_activity, goal_baseline, goal_target;
    int oswestry_low, oswestry_high; ///< At the first visit, in %.
    int chronic_percent;             ///< How many have had it for longer than three months.
    int age_low, age_high;
    Sex only; ///< Unknown: anyone.
    std::span<Ingredient const> treatment;
};

[[nodiscard]] std::span<Scenario const> scenarios() noexcept;

} // namespace plumbline::app::demo
