// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/DoseTable.hpp"
#include "domain/clinical/Wording.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace plumbline {

namespace {

using Reason = Refusal::Reason;
using Values = std::vector<Dose::Value>;

[[nodiscard]] std::optional<double> value_of(Values const& values, DoseKey key) noexcept
{
    for (auto const& [one, value] : values)
        if (one == key)
            return value;
    return std::nullopt;
}

[[nodiscard]] std::string listed(std::span<std::string_view const> choices)
{
    std::string out;
    for (std::string_view const choice : choices)
        out.append(out.empty() ? "" : ", ").append(choice);
    return out;
}

[[nodiscard]] Result<void> check_choice(Modality modality, DoseSpec const& spec, double value)
{
    if (value == std::floor(value) && value >= spec.hard_low && value <= spec.hard_high)
        return {};
    auto const first = static_cast<std::size_t>(spec.hard_low);
    return refuse(Reason::Invalid, spec.code, tr_noop("{0} for {1} is one of: {2}."),
        {std::string{spec.label}, std::string{label(modality)}, listed(spec.choices.subspan(first))});
}

[[nodiscard]] Result<void> check_number(DoseSpec const& spec, double value)
{
    if (!std::isfinite(value))
        return refuse(Reason::Invalid, spec.code, tr_noop("{0} is not a number."), {std::string{spec.label}});
    if (value < spec.hard_low || value > spec.hard_high) {
        double const limit = value < spec.hard_low ? spec.hard_low : spec.hard_high;
        return refuse(Reason::Invalid, spec.code,
            tr_noop("{0}: {1} is beyond the limit of {2}. Possible is {3} to {4} ({5})."),
            {std::string{spec.label}, dose::with_unit(value, spec.unit), dose::with_unit(limit, spec.unit),
                wording::decimal(spec.hard_low, 2), dose::with_unit(spec.hard_high, spec.unit),
                std::string{spec.source}});
    }
    if (dose::is_whole(spec.key) && value != std::floor(value))
        return refuse(Reason::Invalid, spec.code, tr_noop("{0} is a whole number, not {1}."),
            {std::string{spec.label}, wording::shortest(value)});
    return {};
}

[[nodiscard]] Result<void> check_value(Modality modality, Dose::Value const& value)
{
    DoseSpec const* const spec = dose::find_spec(modality, value.first);
    if (spec == nullptr)
        return refuse(Reason::Invalid, dose::code(value.first), tr_noop("{0} has no “{1}”."),
            {std::string{label(modality)}, std::string{dose::label(value.first)}});
    return spec->choices.empty() ? check_number(*spec, value.second) : check_choice(modality, *spec, value.second);
}

[[nodiscard]] Result<void> check_required(Modality modality, Values const& values)
{
    for (DoseSpec const& spec : dose_specs(modality))
        if (spec.required && !value_of(values, spec.key))
            return refuse(Reason::Invalid, spec.code, tr_noop("{0} needs “{1}”."),
                {std::string{label(modality)}, std::string{spec.label}});
    return {};
}

[[nodiscard]] Result<void> check_exercise(Values const& values)
{
    if (value_of(values, DoseKey::Effort) && value_of(values, DoseKey::RatedExertion))
        return refuse(Reason::Invalid, dose::code(DoseKey::RatedExertion),
            tr_noop("Write the effort on one scale: 0 to 10, or 6 to 20."));
    return {};
}

/// A pull written as a share of body weight stops at what the device can pull, like one in kilograms.
[[nodiscard]] Result<void> check_share(Modality modality, Values const& values)
{
    auto const share = value_of(values, DoseKey::BodyWeight);
    auto const weight = value_of(values, DoseKey::PatientWeight);
    if (!share || !weight)
        return {};
    double const pull = *share / 100 * *weight;
    double const most = dose::greatest_pull(modality);
    if (pull <= most)
        return {};
    return refuse(Reason::Invalid, dose::code(DoseKey::BodyWeight),
        tr_noop("{0} of {1} are {2}, beyond the {3} that the device pulls at most."),
        {dose::with_unit(*share, "%"), dose::with_unit(*weight, "kg"), dose::with_unit(pull, "kg"),
            dose::with_unit(most, "kg")});
}

[[nodiscard]] Result<void> check_contrast(Values const& values)
{
    auto const cold = value_of(values, DoseKey::ColdMinutes);
    auto const hot = value_of(values, DoseKey::HotMinutes);
    if (cold.has_value() != hot.has_value())
        return refuse(Reason::Invalid, dose::code(cold ? DoseKey::HotMinutes : DoseKey::ColdMinutes),
            tr_noop("A cycle has its cold and its hot minutes. Write both, or neither."));
    MinuteLimits const limits = minute_limits(Modality::ContrastBath);
    auto const total = dose::contrast_minutes(values);
    if (total && (*total < limits.hard_low || *total > limits.hard_high))
        return refuse(Reason::Invalid, dose::code(DoseKey::Bouts),
            tr_noop("The cycles add up to {0}. Possible is {1} to {2} min."),
            {dose::with_unit(*total, "min"), std::to_string(limits.hard_low), std::to_string(limits.hard_high)});
    return {};
}

[[nodiscard]] Result<void> check_traction(Modality modality, Values const& values)
{
    if (!value_of(values, DoseKey::Force) && !value_of(values, DoseKey::BodyWeight))
        return refuse(Reason::Invalid, dose::code(DoseKey::Force),
            tr_noop("Traction needs its force, in kilograms or as a share of body weight."));
    bool const is_static = value_of(values, DoseKey::Mode) == dose::index(dose::TractionMode::Static);
    if (is_static && value_of(values, DoseKey::RestTime).value_or(0) > 0)
        return refuse(Reason::Invalid, dose::code(DoseKey::RestTime),
            tr_noop("Static traction has no rest time. Choose intermittent, or leave the rest time empty."));
    return check_share(modality, values);
}

[[nodiscard]] Result<void> check_ultrasound(Values const& values)
{
    // Treatment heads are built for 1 or 3 MHz (electrotherapy.org, ultrasound dose calculations).
    if (double const mhz = value_of(values, DoseKey::UltrasoundFrequency).value_or(1); mhz != 1 && mhz != 3)
        return refuse(Reason::Invalid, dose::code(DoseKey::UltrasoundFrequency),
            tr_noop("Sound frequency is 1 MHz (deep) or 3 MHz (superficial), not {0}."), {dose::with_unit(mhz, "MHz")});
    auto const area = value_of(values, DoseKey::Area);
    auto const head = value_of(values, DoseKey::HeadArea);
    if (area && head && *area > 3 * *head) // Twice is usual, three times the most (same source).
        return refuse(Reason::Invalid, dose::code(DoseKey::Area),
            tr_noop("{0} is more than three times the head's {1}. Treat at most {2} at once, or in two fields."),
            {dose::with_unit(*area, "cm2"), dose::with_unit(*head, "cm2"), dose::with_unit(3 * *head, "cm2")});
    return {};
}

[[nodiscard]] Result<void> check_tens(Values const& values)
{
    if (value_of(values, DoseKey::Electrodes) == 3)
        return refuse(Reason::Invalid, dose::code(DoseKey::Electrodes),
            tr_noop("TENS takes 2 electrodes, or 4 on two channels, not 3."));
    auto const program = value_of(values, DoseKey::Program);
    if (value_of(values, DoseKey::BurstRate) && program && *program != dose::index(dose::TensProgram::Burst))
        return refuse(Reason::Invalid, dose::code(DoseKey::BurstRate),
            tr_noop("Only the burst program has a burst rate. Choose it, or leave the rate empty."));
    return {};
}

[[nodiscard]] Result<void> check_together(Modality modality, Values const& values)
{
    switch (modality) {
    case Modality::Exercise:
        return check_exercise(values);
    case Modality::ContrastBath:
        return check_contrast(values);
    case Modality::LumbarTraction:
    case Modality::CervicalTraction:
        return check_traction(modality, values);
    case Modality::Ultrasound:
        return check_ultrasound(values);
    case Modality::Tens:
        return check_tens(values);
    default:
        return {};
    }
}

} // namespace

Dose::Dose(std::vector<Value> values)
    : values_{std::move(values)}
{
}

Result<Dose> Dose::of(Modality modality, std::vector<Value> values)
{
    std::sort(values.begin(), values.end(), [](Value const& a, Value const& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0 && values[i].first == values[i - 1].first)
            return refuse(Reason::Invalid, dose::code(values[i].first), tr_noop("“{0}” is given twice."),
                {std::string{dose::label(values[i].first)}});
        if (auto const checked = check_value(modality, values[i]); !checked)
            return refuse(checked.error());
        values[i].second += 0.0; // Minus zero would be written differently.
    }
    if (auto const checked = check_required(modality, values); !checked)
        return refuse(checked.error());
    if (auto const checked = check_together(modality, values); !checked)
        return refuse(checked.error());
    return Dose{std::move(values)};
}

Result<Dose> Dose::parse(Modality modality, std::string_view canonical)
{
    if (canonical.empty())
        return Dose{};
    std::vector<Value> values;
    while (true) {
        auto const end = canonical.find(';');
        std::string_view const part = canonical.substr(0, end);
        auto const equals = part.find('=');
        double number = 0;
        auto const key = dose::key_from_code(part.substr(0, equals));
        if (equals == std::string_view::npos || !key)
            return refuse(Reason::Invalid, "dose",
                tr_noop("This dose holds a parameter that this program version does "
                        "not know."));
        std::string_view const digits = part.substr(equals + 1);
        auto const [rest, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (fault != std::errc{} || rest != digits.data() + digits.size())
            return refuse(
                Reason::Invalid, dose::code(*key), tr_noop("{0} is not a number."), {std::string{dose::label(*key)}});
        values.emplace_back(*key, number);
        if (end == std::string_view::npos)
            return of(modality, std::move(values));
        canonical.remove_prefix(end + 1);
    }
}

std::string Dose::canonical() const
{
    std::string out;
    for (auto const& [key, value] : values_)
        out.append(out.empty() ? "" : ";").append(dose::code(key)).append("=").append(wording::shortest(value));
    return out;
}

std::optional<double> Dose::get(DoseKey key) const noexcept
{
    return value_of(values_, key);
}

} // namespace plumbline
