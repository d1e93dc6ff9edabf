// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Contraindications.hpp"

#include "domain/clinical/ContraindicationTable.hpp"
#include "domain/clinical/Wording.hpp"

#include <algorithm>

namespace plumbline {

namespace {

using contraindications::Column;
using contraindications::row_count;

constexpr std::array<std::string_view, 4> verdict_codes{"clear", "precaution", "local", "stop"};

/// A place where one cell of the matrix says something else than everywhere (device manuals: no electrodes over
/// head, neck or chest).
struct Special {
    std::string_view condition;
    Column column;
    Region region;
    Verdict verdict;
};
constexpr std::array specials{
    Special{"epilepsy", Column::Es, Region::Neck, Verdict::Local},
    Special{"stable-heart-disease", Column::Es, Region::UpperBack, Verdict::Local},
};

[[nodiscard]] constexpr Verdict verdict_of(char cell) noexcept
{
    switch (cell) {
    case 'X':
        return Verdict::Stop;
    case 'L':
        return Verdict::Local;
    case 'P':
        return Verdict::Precaution;
    default:
        return Verdict::Clear;
    }
}

[[nodiscard]] Column column_of(Modality modality) noexcept
{
    switch (modality) {
    case Modality::Exercise:
        return Column::Ex;
    case Modality::Massage:
        return Column::Ma;
    case Modality::Manipulation:
        return Column::Mn;
    case Modality::LumbarTraction:
    case Modality::CervicalTraction:
        return Column::Tr;
    case Modality::HotPack:
        return Column::He;
    case Modality::ColdPack:
        return Column::Co;
    case Modality::ContrastBath:
        return Column::Cb;
    case Modality::Tens:
        return Column::Es;
    case Modality::Ultrasound:
        return Column::Us;
    case Modality::Mobilization:
    case Modality::ManualTraction:
        break;
    }
    return Column::Mo;
}

[[nodiscard]] Verdict verdict_in(contraindications::Row const& row, Column column, Region region) noexcept
{
    for (Special const& special : specials)
        if (special.condition == row.condition.code && special.column == column && special.region == region)
            return special.verdict;
    return verdict_of(row.cells[static_cast<std::size_t>(column)]);
}

/// Traction by hand is joint work and traction at once: the stricter of both counts.
[[nodiscard]] Verdict verdict_for(contraindications::Row const& row, Modality modality, Region region) noexcept
{
    Verdict const verdict = verdict_in(row, column_of(modality), region);
    return modality == Modality::ManualTraction ? std::max(verdict, verdict_in(row, Column::Tr, region)) : verdict;
}

[[nodiscard]] Message sentence(Condition const& condition, Verdict verdict, Modality modality)
{
    std::vector<std::string> arguments{std::string{label(modality)}, std::string{condition.label}};
    if (!condition.overridable)
        return {tr_noop("{0} must not be given: {1}. This cannot be overridden."), std::move(arguments)};
    switch (verdict) {
    case Verdict::Stop:
        return {tr_noop("{0} is contraindicated anywhere on the body: {1}."), std::move(arguments)};
    case Verdict::Local:
        return {tr_noop("{0} is contraindicated over or near the part concerned: {1}."), std::move(arguments)};
    case Verdict::Precaution:
    case Verdict::Clear:
        break;
    }
    return {tr_noop("{0} needs care: {1}."), std::move(arguments)};
}

[[nodiscard]] std::array<Condition, row_count> column_of_conditions() noexcept
{
    std::array<Condition, row_count> out{};
    std::transform(contraindications::rows().begin(), contraindications::rows().end(), out.begin(),
        [](contraindications::Row const& row) { return row.condition; });
    return out;
}

} // namespace

std::string_view code(Verdict verdict) noexcept
{
    return verdict_codes[static_cast<std::size_t>(verdict)];
}

std::span<Condition const> conditions() noexcept
{
    static std::array<Condition, row_count> const list = column_of_conditions();
    return list;
}

Result<std::string_view> condition_from_code(std::string_view code)
{
    std::string near;
    std::vector<std::string_view> found;
    for (Condition const& condition : conditions()) {
        if (condition.code == code)
            return condition.code;
        if (wording::match(code, {condition.code, condition.label}) > 1)
            found.push_back(condition.code);
    }
    if (found.size() == 1)
        return found.front();
    for (std::string_view const one : found)
        near.append(near.empty() ? "" : ", ").append(one);
    if (near.empty())
        return refuse(Refusal::Reason::Invalid, "condition",
            tr_noop("“{0}” is not a condition of the contraindication matrix, such as cardiac-pacemaker."),
            {std::string{code}});
    return refuse(
        Refusal::Reason::Invalid, "condition", tr_noop("“{0}” could be any of: {1}."), {std::string{code}, near});
}

TreatmentCheck check_treatment(std::span<std::string const> conditions, Modality modality, Region region)
{
    TreatmentCheck check;
    for (contraindications::Row const& row : contraindications::rows()) {
        Condition const& condition = row.condition;
        if (std::find(conditions.begin(), conditions.end(), condition.code) == conditions.end())
            continue;
        Verdict const verdict = verdict_for(row, modality, region);
        if (verdict == Verdict::Clear)
            continue;
        check.verdict = std::max(check.verdict, verdict);
        check.overridable = check.overridable && condition.overridable;
        check.reasons.push_back({condition.code, verdict, sentence(condition, verdict, modality), condition.source});
    }
    std::stable_sort(check.reasons.begin(), check.reasons.end(),
        [](ContraindicationReason const& a, ContraindicationReason const& b) { return a.verdict > b.verdict; });
    return check;
}

} // namespace plumbline
