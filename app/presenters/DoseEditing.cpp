// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DoseEditing.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

namespace plumbline::app {

namespace {

std::string number_text(double value)
{
    char buffer[32];
    auto const [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return error == std::errc{} ? std::string{buffer, end} : std::string{};
}

std::optional<double> number(std::string_view text)
{
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string between(double low, double high)
{
    return shown(low) + "–" + shown(high);
}

std::string range_of(DoseSpec const& spec)
{
    if (!spec.choices.empty())
        return {};
    std::string words = between(spec.hard_low, spec.hard_high);
    if (spec.typical_low && spec.typical_high)
        words += ", usually " + between(*spec.typical_low, *spec.typical_high);
    return words;
}

DoseSpec const* spec_of(Modality modality, DoseKey key)
{
    auto const specs = dose_specs(modality);
    auto const found = std::ranges::find(specs, key, &DoseSpec::key);
    return found == specs.end() ? nullptr : &*found;
}

} // namespace

DoseEditor dose_editor(std::size_t row, Intervention::Details const& details)
{
    DoseEditor editor{row, details.name, {}};
    for (DoseSpec const& spec : dose_specs(details.modality)) {
        DoseField field{
            spec.key, std::string{spec.label}, std::string{unit_in_words(spec.unit)}, {}, {}, {}, range_of(spec)};
        field.choices.assign(spec.choices.begin(), spec.choices.end());
        if (auto const value = details.dose.get(spec.key))
            field.text = spec.choices.empty() ? number_text(*value)
                                              : std::string{spec.choices[static_cast<std::size_t>(*value)]};
        editor.fields.push_back(std::move(field));
    }
    return editor;
}

Result<Dose> dose_from(DoseEditor const& editor, Modality modality)
{
    std::vector<Dose::Value> values;
    Faults faults;
    for (DoseField const& field : editor.fields) {
        if (field.text.empty())
            continue;
        DoseSpec const* const spec = spec_of(modality, field.key);
        if (!spec)
            continue;
        if (spec->choices.empty()) {
            if (auto const value = number(field.text))
                values.emplace_back(field.key, *value);
            else
                faults.add(spec->code, tr_noop("Write a number."));
            continue;
        }
        auto const choice = std::ranges::find(spec->choices, std::string_view{field.text});
        if (choice == spec->choices.end())
            faults.add(spec->code, tr_noop("Choose one of the list."));
        else
            values.emplace_back(field.key, static_cast<double>(choice - spec->choices.begin()));
    }
    if (!faults.none())
        return refuse(faults.refusal());
    return Dose::of(modality, std::move(values));
}

void show_dose_faults(DoseEditor& editor, Refusal const& refusal)
{
    auto const place = [&](Refusal const& fault) {
        for (DoseField& field : editor.fields)
            for (Modality const modality : all_modalities())
                if (DoseSpec const* const spec = spec_of(modality, field.key); spec && spec->code == fault.field) {
                    field.complaint = fault.message.english();
                    return;
                }
        if (!editor.fields.empty())
            editor.fields.front().complaint = fault.message.english();
    };
    for (DoseField& field : editor.fields)
        field.complaint.clear();
    place(refusal);
    for (Refusal const& other : refusal.others)
        place(other);
}

bool starts_a_word(std::string_view text, std::string_view typed)
{
    auto const same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    for (std::size_t at = 0; at + typed.size() <= text.size(); ++at) {
        bool const word_start = at == 0 || text[at - 1] == ' ';
        if (word_start && std::ranges::equal(text.substr(at, typed.size()), typed, same))
            return true;
    }
    return typed.empty();
}

} // namespace plumbline::app
