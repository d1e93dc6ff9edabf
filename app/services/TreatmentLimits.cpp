// SPDX-License-Identifier: Apache-2.0
#include "app/services/TreatmentLimits.hpp"

#include "app/services/VisitNotes.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

bool is_stopped(TreatmentCheck const& check) noexcept
{
    return check.verdict == Verdict::Stop;
}

bool stands(TreatmentCheck const& check, Intervention::Details const& details) noexcept
{
    return check.overridable && !details.override_reason.empty();
}

void add_reasons(Faults& faults, TreatmentCheck const& check, Refusal::Reason reason)
{
    for (ContraindicationReason const& against : check.reasons)
        if (against.verdict == Verdict::Stop)
            faults.add({reason, "modality", against.message, {}});
}

Refusal because(TreatmentCheck const& check, Refusal::Reason reason)
{
    Faults faults;
    add_reasons(faults, check, reason);
    return faults.refusal();
}

TreatmentCheck check(std::span<std::string const> conditions, Intervention::Details const& details)
{
    return check_treatment(conditions, details.modality, details.region);
}

bool same_override(Intervention const& a, Intervention const& b)
{
    return a.id() == b.id() && a.details().modality == b.details().modality && a.details().region == b.details().region
        && a.details().override_reason == b.details().override_reason;
}

} // namespace

bool may_override(Actor const& actor) noexcept
{
    // An override is a PT's clinical judgment, and so is an evaluation.
    return permitted(actor.role, Action::SignEvaluation);
}

std::vector<std::string> conditions_of(Patient const& patient)
{
    std::vector<std::string> codes;
    for (Precaution const& precaution : patient.details().precautions)
        if (!precaution.condition.empty())
            codes.push_back(precaution.condition);
    return codes;
}

std::optional<Refusal> stopped_by(
    Actor const& actor, std::span<std::string const> conditions, Intervention::Details const& details)
{
    auto const verdict = check(conditions, details);
    if (!is_stopped(verdict))
        return std::nullopt;
    if (!verdict.overridable || !may_override(actor))
        return because(verdict, Refusal::Reason::NotAllowed);
    if (!stands(verdict, details))
        return because(verdict, Refusal::Reason::Invalid);
    return std::nullopt;
}

bool is_override(std::span<std::string const> conditions, Intervention::Details const& details)
{
    auto const verdict = check(conditions, details);
    return is_stopped(verdict) && stands(verdict, details);
}

void add_stopped(Faults& faults, std::span<std::string const> conditions, std::span<Intervention const> rows)
{
    for (Intervention const& row : rows) {
        if (row.details().state != RowState::Confirmed)
            continue;
        auto const verdict = check(conditions, row.details());
        if (is_stopped(verdict) && !stands(verdict, row.details()))
            add_reasons(faults, verdict, Refusal::Reason::Invalid);
    }
}

Result<void> no_new_overrides(
    Actor const& actor, std::span<Intervention const> kept, std::span<Intervention const> written)
{
    if (may_override(actor))
        return {};
    for (Intervention const& row : written) {
        bool const stood =
            std::ranges::any_of(kept, [&](Intervention const& before) { return same_override(before, row); });
        if (!row.details().override_reason.empty() && !stood)
            return refuse(Refusal::Reason::NotAllowed, "modality",
                tr_noop("Only a physical therapist may override a contraindication."));
    }
    return {};
}

} // namespace plumbline::app
