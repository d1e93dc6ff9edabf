// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Choices.hpp"
#include "domain/clinical/Exercise.hpp"
#include "domain/clinical/Visit.hpp"
#include "domain/core/Text.hpp"

namespace plumbline {

namespace {

constexpr std::array row_states{
    Term<RowState>{RowState::Carried, "carried", "Carried from the last visit"},
    Term<RowState>{RowState::Confirmed, "confirmed", "Confirmed"},
};
constexpr std::array trends{
    Term<Trend>{Trend::Unsaid, "unsaid", "Not said"},
    Term<Trend>{Trend::Better, "better", "Better"},
    Term<Trend>{Trend::Same, "same", "Same"},
    Term<Trend>{Trend::Worse, "worse", "Worse"},
};
constexpr Vocabulary row_state_words{row_states};
constexpr Vocabulary trend_words{trends};

/// No minutes is right: they may be counted on another row of the same code.
void check_minutes(Faults& faults, Intervention::Details const& details)
{
    MinuteLimits const limits = minute_limits(details.modality, details.dose);
    if (details.minutes != 0 && (details.minutes < limits.hard_low || details.minutes > limits.hard_high))
        faults.add("minutes", tr_noop("{0}: {1} min is beyond the limit. Possible is {2} to {3} min."),
            {std::string{label(details.modality)}, std::to_string(details.minutes), std::to_string(limits.hard_low),
                std::to_string(limits.hard_high)});
}

/// A row without any parameter is one whose dose is still to be typed.
void check_dose(Faults& faults, Intervention::Details const& details)
{
    if (details.dose.values().empty())
        return;
    if (auto const checked = Dose::of(details.modality, details.dose.values()); !checked)
        faults.add(checked.error());
}

} // namespace

std::string_view code(RowState state) noexcept
{
    return row_state_words.code(state);
}
std::string_view code(Trend trend) noexcept
{
    return trend_words.code(trend);
}
std::string_view label(Trend trend) noexcept
{
    return trend_words.label(trend);
}
Result<RowState> row_state_from_code(std::string_view code)
{
    return value_from_code(row_states, code, "state");
}
Result<Trend> trend_from_code(std::string_view code)
{
    return value_from_code(trends, code, "trend");
}

Result<Intervention> Intervention::create(InterventionId id, Details details)
{
    Faults faults;
    clean_text(faults, "name", details.name, line_rule);
    clean_text(faults, "service_code", details.service_code, code_rule);
    clean_text(faults, "response", details.response, line_rule);
    clean_text(faults, "override_reason", details.override_reason, free_text_rule);
    if (details.name.empty())
        details.name = label(details.modality);
    if (!details.exercise_id.empty() && find_exercise(details.exercise_id) == nullptr)
        faults.add("exercise_id", tr_noop("“{0}” is not an exercise of the library."), {details.exercise_id});
    check_minutes(faults, details);
    check_dose(faults, details);
    if (!faults.none())
        return refuse(faults.refusal());
    return Intervention{id, std::move(details)};
}

Intervention Intervention::restore(InterventionId id, Details details)
{
    return {id, std::move(details)};
}

Intervention::Intervention(InterventionId id, Details details)
    : id_{id}
    , details_{std::move(details)}
{
}

std::vector<Intervention> carried_forward(
    Visit const& last, UserId provider, std::function<InterventionId()> const& next_id)
{
    std::vector<Intervention> rows;
    for (Intervention const& row : last.details().interventions) {
        if (row.details().state != RowState::Confirmed)
            continue;
        Intervention::Details details = row.details();
        details.state = RowState::Carried;
        details.provider = provider;
        details.response.clear();
        details.override_reason.clear();
        rows.push_back(Intervention::restore(next_id(), std::move(details)));
    }
    return rows;
}

} // namespace plumbline
