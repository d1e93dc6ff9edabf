// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Vocabulary.hpp"
#include "domain/patients/Patient.hpp"

namespace plumbline {

namespace {

constexpr Vocabulary sexes{std::to_array<Term<Sex>>({
    {Sex::Unknown, "unknown", "Not recorded"},
    {Sex::Female, "female", "Female"},
    {Sex::Male, "male", "Male"},
    {Sex::Other, "other", "Other"},
})};

constexpr Vocabulary demands{std::to_array<Term<PhysicalDemand>>({
    {PhysicalDemand::Unknown, "unknown", "Not recorded"},
    {PhysicalDemand::Sedentary, "sedentary", "Sedentary (lifts up to 10 lb)"},
    {PhysicalDemand::Light, "light", "Light (up to 20 lb)"},
    {PhysicalDemand::Medium, "medium", "Medium (up to 50 lb)"},
    {PhysicalDemand::Heavy, "heavy", "Heavy (up to 100 lb)"},
    {PhysicalDemand::VeryHeavy, "very-heavy", "Very heavy (over 100 lb)"},
})};

constexpr Vocabulary unit_rules{std::to_array<Term<UnitRule>>({
    {UnitRule::Cms, "cms", "CMS 8-minute rule"},
    {UnitRule::Ama, "ama", "AMA midpoint rule"},
})};

constexpr Vocabulary medication_flags{std::to_array<Term<MedicationFlag>>({
    {MedicationFlag::None, "none", "No special kind"},
    {MedicationFlag::Anticoagulant, "anticoagulant", "Anticoagulant"},
    {MedicationFlag::Antiplatelet, "antiplatelet", "Antiplatelet"},
    {MedicationFlag::Corticosteroid, "corticosteroid", "Corticosteroid"},
    {MedicationFlag::Opioid, "opioid", "Opioid"},
    {MedicationFlag::Bisphosphonate, "bisphosphonate", "Bisphosphonate"},
    {MedicationFlag::Insulin, "insulin", "Insulin"},
    {MedicationFlag::BetaBlocker, "beta-blocker", "Beta blocker"},
})};

} // namespace

std::string_view code(Sex value) noexcept
{
    return sexes.code(value);
}
std::string_view code(PhysicalDemand value) noexcept
{
    return demands.code(value);
}
std::string_view code(UnitRule value) noexcept
{
    return unit_rules.code(value);
}
std::string_view code(MedicationFlag value) noexcept
{
    return medication_flags.code(value);
}
std::string_view label(Sex value) noexcept
{
    return sexes.label(value);
}
std::string_view label(PhysicalDemand value) noexcept
{
    return demands.label(value);
}
std::string_view label(UnitRule value) noexcept
{
    return unit_rules.label(value);
}
std::string_view label(MedicationFlag value) noexcept
{
    return medication_flags.label(value);
}

template <>
std::optional<Sex> from_code<Sex>(std::string_view code) noexcept
{
    return sexes.from_code(code);
}
template <>
std::optional<PhysicalDemand> from_code<PhysicalDemand>(std::string_view code) noexcept
{
    return demands.from_code(code);
}
template <>
std::optional<UnitRule> from_code<UnitRule>(std::string_view code) noexcept
{
    return unit_rules.from_code(code);
}
template <>
std::optional<MedicationFlag> from_code<MedicationFlag>(std::string_view code) noexcept
{
    return medication_flags.from_code(code);
}

std::string PersonName::listed() const
{
    if (family.empty() || given.empty())
        return family + given;
    return family + ", " + given;
}

std::string PersonName::spoken() const
{
    if (family.empty() || given.empty())
        return given + family;
    return given + ' ' + family;
}

} // namespace plumbline
