// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"
#include "app/services/demo/Desk.hpp"
#include "app/services/demo/Dice.hpp"
#include "app/services/demo/Scenarios.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace plumbline::app::demo {

enum class Course { Improving, Stalled, Worsening };
enum class Stays { Open, Discharged };

/// An episode's frame: who, when, how it goes.
struct EpisodeBrief {
    Patient const* patient = nullptr;
    Scenario const* scenario = nullptr;
    std::optional<ReferringProviderId> referrer;
    User const* clinician = nullptr;
    User const* assistant = nullptr; ///< Treats when the clinician's day is full.
    Desk* desk = nullptr;
    Course course = Course::Improving;
    Stays stays = Stays::Discharged;
    Date last_visit{}; ///< The episode is laid out backwards from here.
    int visits = 10;
};

/// Writes the whole episode: evaluations, scores, plan with goals, signed visits on weekdays, and the appointments of
/// those the desk still knows. Answers the id of the episode.
EpisodeId write_episode(Records& records, Context const& context, Dice& dice, EpisodeBrief const& brief);

/// A value that must be right because this program made it up. A refusal here is our own mistake.
template <class T>
T must(Result<T> result)
{
    if (!result)
        throw std::logic_error{"The demo clinic's own data was refused: " + std::string{result.error().field}};
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace plumbline::app::demo
