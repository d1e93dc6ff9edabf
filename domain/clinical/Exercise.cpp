// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Exercise.hpp"

#include "domain/clinical/ExerciseTable.hpp"
#include "domain/clinical/Wording.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace plumbline {

namespace {

/// When a flag of the library warns: by a condition of the contraindication matrix, or by a diagnosis.
struct FlagRule {
    std::string_view flag;
    std::string_view risk;
    std::string_view cause; ///< Condition code, or the beginning of an ICD-10-CM code.
};
constexpr std::string_view flexion = "loaded or end-range flexion";
constexpr std::string_view extension = "end-range extension";
constexpr std::string_view rotation = "rotation";
constexpr std::string_view breath = "holding the breath";
constexpr std::string_view water = "water on a wound or infection";
constexpr std::array rules{
    FlagRule{"FLEX", flexion, "osteoporosis"},
    FlagRule{"FLEX", flexion, "spinal-instability"},
    FlagRule{"FLEX", flexion, "M80"},
    FlagRule{"FLEX", flexion, "M81"},
    FlagRule{"FLEX", flexion, "M48.5"},
    FlagRule{"EXT", extension, "M48.0"},
    FlagRule{"EXT", extension, "M99.5"},
    FlagRule{"EXT", extension, "M43.0"},
    FlagRule{"EXT", extension, "M43.1"},
    FlagRule{"EXT", extension, "spinal-instability"},
    FlagRule{"ROT", rotation, "osteoporosis"},
    FlagRule{"ROT", rotation, "spinal-fusion"},
    FlagRule{"PRONE", "lying prone", "pregnancy"},
    FlagRule{"SUPINE", "lying supine for long", "pregnancy"},
    FlagRule{"VALS", breath, "uncontrolled-hypertension"},
    FlagRule{"VALS", breath, "unstable-heart-disease"},
    FlagRule{"VALS", breath, "stable-heart-disease"},
    FlagRule{"VALS", breath, "hernia"},
    FlagRule{"VALS", breath, "aortic-aneurysm"},
    FlagRule{"NEUR", "irritating the nerve", "M51.1"},
    FlagRule{"NEUR", "irritating the nerve", "M54.1"},
    FlagRule{"BAL", "falling", "R29.6"},
    FlagRule{"BAL", "falling", "Z91.81"},
    FlagRule{"BAL", "falling", "R26.81"},
    FlagRule{"OSTEO", "loading a brittle spine", "osteoporosis"},
    FlagRule{"WOUND", water, "open-wound"},
    FlagRule{"WOUND", water, "infection"},
};

/// The number a printed range begins with: `8-12` is 8, `10 steps` is 10.
[[nodiscard]] std::optional<double> lower_end(std::string_view printed) noexcept
{
    double value = 0;
    auto const [end, fault] = std::from_chars(printed.data(), printed.data() + printed.size(), value);
    if (fault != std::errc{} || end == printed.data())
        return std::nullopt;
    return value;
}

[[nodiscard]] bool has_flag(Exercise const& exercise, std::string_view flag) noexcept
{
    std::string_view rest = exercise.flags;
    while (!rest.empty()) {
        auto const space = rest.find(' ');
        if (rest.substr(0, space) == flag)
            return true;
        rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
    }
    return false;
}

[[nodiscard]] std::optional<std::string> cause_in(
    std::string_view cause, std::span<std::string const> conditions, std::span<std::string const> diagnoses)
{
    if (std::find(conditions.begin(), conditions.end(), cause) != conditions.end())
        return std::string{cause};
    auto const code = std::find_if(
        diagnoses.begin(), diagnoses.end(), [&](std::string const& one) { return one.starts_with(cause); });
    return code == diagnoses.end() ? std::nullopt : std::optional{*code};
}

} // namespace

std::span<Exercise const> exercises() noexcept
{
    return library::exercises();
}

Exercise const* find_exercise(std::string_view id) noexcept
{
    auto const all = exercises();
    auto const found = std::find_if(all.begin(), all.end(), [&](Exercise const& e) { return e.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<Exercise const*> find_exercises(std::string_view text, std::size_t limit)
{
    std::vector<std::pair<int, Exercise const*>> found;
    for (Exercise const& exercise : exercises())
        if (int const hit = wording::match(text, {exercise.name, exercise.id, exercise.category, exercise.position});
            hit > 0)
            found.emplace_back(hit, &exercise);
    std::stable_sort(found.begin(), found.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
    if (found.size() > limit)
        found.resize(limit);
    std::vector<Exercise const*> out;
    for (auto const& [hit, exercise] : found)
        out.push_back(exercise);
    return out;
}

Dose starting_dose(Exercise const& exercise)
{
    std::vector<Dose::Value> values;
    auto const add = [&](DoseKey key, std::string_view printed) {
        if (auto const value = lower_end(printed))
            values.emplace_back(key, *value);
    };
    if (exercise.minutes.empty()) { // A walk of ten minutes is not one set of one.
        add(DoseKey::Sets, exercise.sets);
        add(DoseKey::Reps, exercise.reps);
    }
    add(DoseKey::Hold, exercise.hold_seconds);
    return Dose::of(Modality::Exercise, std::move(values)).value_or(Dose{});
}

std::vector<Message> exercise_cautions(
    Exercise const& exercise, std::span<std::string const> conditions, std::span<std::string const> diagnoses)
{
    std::vector<Message> out;
    std::string_view last_flag;
    for (FlagRule const& rule : rules) {
        if (rule.flag == last_flag || !has_flag(exercise, rule.flag))
            continue;
        auto const cause = cause_in(rule.cause, conditions, diagnoses);
        if (!cause)
            continue;
        last_flag = rule.flag;
        out.push_back({tr_noop("{0} ({1}): watch for {2}, because of {3}. Easier: {4}."),
            {std::string{exercise.name}, std::string{rule.flag}, std::string{rule.risk}, *cause,
                std::string{exercise.regress}}});
    }
    return out;
}

} // namespace plumbline
