// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Measure.hpp"

#include "domain/clinical/Wording.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline {

namespace {

constexpr std::array measures{
    MeasureFacts{Measure::Nprs, "nprs", "Numeric Pain Rating Scale", "of 10", 0, 10, Better::Lower, 2, 2, 1, 1, 0, 10,
        "MDC: Childs 2005. MCID 2 points or 30 %: Ostelo 2008, Spine 33:90-94."},
    MeasureFacts{Measure::Odi, "odi", "Oswestry Disability Index", "%", 0, 100, Better::Lower, 10, 10, 8, 10, 0, 5,
        "Scoring and bands: Fairbank 2000. MDC 10 at 90 %. MCID 10 points or 30 %: Ostelo 2008, Spine 33:90-94."},
    MeasureFacts{Measure::Rmdq, "rmdq", "Roland-Morris Disability Questionnaire", "of 24", 0, 24, Better::Lower, 5, 5,
        0, 24, 0, 1,
        "MDC 4 to 5 at 90 %, the larger kept: Stratford 1998. MCID 5 points or 30 %: Ostelo 2008, Spine 33:90-94."},
    MeasureFacts{Measure::Ndi, "ndi", "Neck Disability Index", "of 50", 0, 50, Better::Lower, 5, 7.5, 8, 10, 0, 5,
        "MDC 5 at 90 %, MCID 7.5 in mechanical neck pain: reviews of Vernon's index."},
    MeasureFacts{Measure::Psfs, "psfs", "Patient-Specific Functional Scale", "of 10", 0, 10, Better::Higher, 2, 2, 1, 5,
        0, 10, "MDC 2 of the mean: Stratford 1995. MCID 2."},
};

constexpr std::array<std::string_view, 10> odi_sections{"Pain intensity", "Personal care", "Lifting", "Walking",
    "Sitting", "Standing", "Sleeping", "Sex life (or homemaking)", "Social life", "Traveling"};
constexpr std::array<std::string_view, 10> ndi_sections{"Pain intensity", "Personal care", "Lifting", "Reading",
    "Headaches", "Concentration", "Work", "Driving", "Sleeping", "Recreation"};

struct Band {
    int highest; ///< Of the whole-number score.
    std::string_view name;
};
constexpr std::array nprs_bands{Band{0, "none"}, Band{3, "mild"}, Band{6, "moderate"}, Band{10, "severe"}};
constexpr std::array odi_bands{
    Band{20, "minimal"}, Band{40, "moderate"}, Band{60, "severe"}, Band{80, "very severe"}, Band{100, "extreme"}};
constexpr std::array ndi_bands{
    Band{4, "none"}, Band{14, "mild"}, Band{24, "moderate"}, Band{34, "severe"}, Band{50, "complete"}};

[[nodiscard]] std::span<Band const> bands(Measure measure) noexcept
{
    switch (measure) {
    case Measure::Nprs:
        return nprs_bands;
    case Measure::Odi:
        return odi_bands;
    case Measure::Ndi:
        return ndi_bands;
    case Measure::Rmdq:
    case Measure::Psfs:
        break;
    }
    return {};
}

/// A questionnaire of fixed length is given whole, so that a forgotten item is never scored as another.
[[nodiscard]] bool right_length(MeasureFacts const& about, int items) noexcept
{
    if (about.measure == Measure::Psfs)
        return items >= about.items_least && items <= about.items_most;
    return items == about.items_most;
}

[[nodiscard]] double value_of(Measure measure, int sum, int answered) noexcept
{
    switch (measure) {
    case Measure::Odi:
        return 100.0 * sum / (5.0 * answered);
    case Measure::Ndi:
        return 50.0 * sum / (5.0 * answered);
    case Measure::Psfs:
        return static_cast<double>(sum) / answered;
    case Measure::Nprs:
    case Measure::Rmdq:
        break;
    }
    return sum;
}

} // namespace

MeasureFacts const& facts(Measure measure) noexcept
{
    return measures[static_cast<std::size_t>(measure)];
}

std::span<MeasureFacts const> all_measures() noexcept
{
    return measures;
}

Result<Measure> measure_from_code(std::string_view code)
{
    std::string known;
    for (MeasureFacts const& about : measures) {
        if (about.code == code)
            return about.measure;
        known.append(known.empty() ? "" : ", ").append(about.code);
    }
    return refuse(Refusal::Reason::Invalid, "measure", tr_noop("“{0}” is not known here. Choose one of: {1}."),
        {std::string{code}, known});
}

std::span<std::string_view const> item_labels(Measure measure) noexcept
{
    if (measure == Measure::Odi)
        return odi_sections;
    if (measure == Measure::Ndi)
        return ndi_sections;
    return {};
}

std::string_view band(Measure measure, double value) noexcept
{
    double const whole = std::round(value);
    for (Band const& candidate : bands(measure))
        if (whole <= candidate.highest)
            return candidate.name;
    return {};
}

Result<Score> score(Measure measure, std::span<std::optional<int> const> items)
{
    MeasureFacts const& about = facts(measure);
    auto const given = static_cast<int>(items.size());
    if (!right_length(about, given)) {
        if (measure == Measure::Psfs)
            return refuse(Refusal::Reason::Invalid, "items",
                tr_noop("The {0} takes {1} to {2} activities; {3} were given."),
                {std::string{about.name}, std::to_string(about.items_least), std::to_string(about.items_most),
                    std::to_string(given)});
        return refuse(Refusal::Reason::Invalid, "items",
            tr_noop("The {0} has {1} answers; {2} were given. Leave an unanswered item empty instead of out."),
            {std::string{about.name}, std::to_string(about.items_most), std::to_string(given)});
    }
    int sum = 0;
    int answered = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!items[i])
            continue;
        if (*items[i] < about.item_lowest || *items[i] > about.item_highest)
            return refuse(Refusal::Reason::Invalid, "items",
                tr_noop("Item {0} is {1}; it must lie between {2} and {3}."),
                {std::to_string(i + 1), std::to_string(*items[i]), std::to_string(about.item_lowest),
                    std::to_string(about.item_highest)});
        sum += *items[i];
        ++answered;
    }
    if (answered < about.items_least)
        return refuse(Refusal::Reason::Invalid, "items",
            tr_noop("Only {0} of {1} items are answered; the {2} needs at least {3}."),
            {std::to_string(answered), std::to_string(given), std::string{about.name},
                std::to_string(about.items_least)});
    double const value = value_of(measure, sum, answered);
    return Score{measure, value, answered, given, band(measure, value)};
}

std::string shown(double value)
{
    return wording::decimal(value, 1);
}

double improvement(Measure measure, double baseline, double current) noexcept
{
    return facts(measure).better == Better::Lower ? baseline - current : current - baseline;
}

double important_change(Measure measure, double baseline) noexcept
{
    double const mcid = facts(measure).mcid;
    return baseline > 0 ? std::min(mcid, 0.3 * baseline) : mcid;
}

Change judge(Measure measure, double baseline, double current) noexcept
{
    constexpr double rounding = 1e-9; // Proportional scores are not exact: 30 % of 35.55... must still count.
    double const change = improvement(measure, baseline, current);
    if (change + rounding >= important_change(measure, baseline))
        return Change::Improved;
    return -change + rounding >= facts(measure).mdc ? Change::Worse : Change::NotImproved;
}

Result<OutcomeScore> OutcomeScore::create(ScoreId id, PatientId patient, EpisodeId episode, Date on, Measure measure,
    std::vector<std::optional<int>> items, UserId author, std::optional<EvaluationId> evaluation, int version)
{
    if (!on.ok())
        return refuse(Refusal::Reason::Invalid, "on", tr_noop("The day does not exist."));
    auto scored = plumbline::score(measure, items);
    if (!scored)
        return refuse(scored.error());
    return OutcomeScore{id, patient, episode, on, std::move(items), *scored, author, evaluation, version};
}

Result<OutcomeScore> OutcomeScore::with(
    Date on, std::vector<std::optional<int>> items, std::optional<EvaluationId> evaluation) const
{
    return create(id_, patient_, episode_, on, score_.measure, std::move(items), author_, evaluation, version_);
}

OutcomeScore::OutcomeScore(ScoreId id, PatientId patient, EpisodeId episode, Date on,
    std::vector<std::optional<int>> items, Score score, UserId author, std::optional<EvaluationId> evaluation,
    int version)
    : id_{id}
    , patient_{patient}
    , episode_{episode}
    , on_{on}
    , items_{std::move(items)}
    , score_{score}
    , author_{author}
    , evaluation_{evaluation}
    , version_{version}
{
}

} // namespace plumbline
