// SPDX-License-Identifier: Apache-2.0
#include "app/services/PatientLists.hpp"

#include "domain/core/Text.hpp"

#include <algorithm>
#include <array>

namespace plumbline::app {

namespace {

constexpr std::array flags{MedicationFlag::None, MedicationFlag::Anticoagulant, MedicationFlag::Antiplatelet,
    MedicationFlag::Corticosteroid, MedicationFlag::Opioid, MedicationFlag::Bisphosphonate, MedicationFlag::Insulin,
    MedicationFlag::BetaBlocker};

/// The text between marks, at most so many parts: the last takes all that is left.
std::vector<std::string> parted(std::string_view text, char mark, std::size_t most = std::string_view::npos)
{
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        auto const to = parts.size() + 1 < most ? std::min(text.find(mark, from), text.size()) : text.size();
        parts.push_back(trimmed(text.substr(from, to - from)));
        from = to + 1;
    }
    return parts;
}

template <class Entry, class Make>
std::vector<Entry> entries(std::string_view text, std::size_t most, Make make)
{
    std::vector<Entry> all;
    for (std::string const& line : parted(text, '\n'))
        if (!line.empty()) {
            auto parts = parted(line, ';', most);
            parts.resize(most);
            all.push_back(make(parts, line));
        }
    return all;
}

template <class Entry, class Parts>
std::string lines(std::vector<Entry> const& all, Parts parts)
{
    std::string text;
    for (Entry const& entry : all) {
        std::vector<std::string> const said = parts(entry);
        std::size_t last = said.size();
        while (last > 1 && said[last - 1].empty())
            --last;
        text += text.empty() ? "" : "\n";
        for (std::size_t i = 0; i < last; ++i)
            text += (i == 0 ? "" : "; ") + said[i];
    }
    return text;
}

std::string flag_names()
{
    std::string names;
    for (MedicationFlag const flag : flags)
        if (flag != MedicationFlag::None)
            names.append(names.empty() ? "" : ", ").append(label(flag));
    return names;
}

Condition const* condition_named(std::string_view words)
{
    for (Condition const& condition : conditions())
        if (condition.label == words || condition.code == words)
            return &condition;
    return nullptr;
}

} // namespace

std::vector<Precaution> precautions_from(std::string_view text)
{
    return entries<Precaution>(text, 2, [](auto const& parts, std::string const& line) {
        Condition const* const known = condition_named(parts[0]);
        return known ? Precaution{std::string{known->code}, parts[1]} : Precaution{{}, line};
    });
}

std::vector<Medication> medications_from(std::string_view text, Faults& faults)
{
    return entries<Medication>(text, 4, [&](auto const& parts, std::string const&) {
        auto const flag = std::ranges::find_if(flags, [&](MedicationFlag candidate) {
            return !parts[3].empty() && (label(candidate) == parts[3] || code(candidate) == parts[3]);
        });
        if (!parts[3].empty() && flag == flags.end())
            faults.add("medications", tr_noop("“{0}” is no group of medications. Choose one of: {1}."),
                {parts[3], flag_names()});
        return Medication{parts[0], parts[1], parts[2], flag == flags.end() ? MedicationFlag::None : *flag};
    });
}

std::vector<Allergy> allergies_from(std::string_view text)
{
    return entries<Allergy>(text, 2, [](auto const& parts, std::string const&) { return Allergy{parts[0], parts[1]}; });
}

std::string text_of(std::vector<Precaution> const& precautions)
{
    return lines(precautions, [](Precaution const& precaution) -> std::vector<std::string> {
        Condition const* const known = condition_named(precaution.condition);
        return known ? std::vector<std::string>{std::string{known->label}, precaution.note}
                     : std::vector<std::string>{precaution.note};
    });
}

std::string text_of(std::vector<Medication> const& medications)
{
    return lines(medications, [](Medication const& medication) -> std::vector<std::string> {
        return {medication.name, medication.dose, medication.reason,
            medication.flag == MedicationFlag::None ? std::string{} : std::string{label(medication.flag)}};
    });
}

std::string text_of(std::vector<Allergy> const& allergies)
{
    return lines(allergies, [](Allergy const& allergy) -> std::vector<std::string> {
        return {allergy.substance, allergy.reaction};
    });
}

} // namespace plumbline::app
