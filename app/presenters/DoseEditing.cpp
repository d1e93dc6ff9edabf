// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DoseEditing.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <iterator>

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

/// In the unit of the parameter; scales in the clinic may show pounds.
std::optional<double> number_of(DoseSpec const& spec, std::string const& typed)
{
    std::string_view text = typed;
    auto const ends_with = [&](std::string_view unit) {
        if (!text.ends_with(unit))
            return false;
        text.remove_suffix(unit.size());
        while (text.ends_with(' '))
            text.remove_suffix(1);
        return true;
    };
    bool const weighs = spec.unit == "kg";
    bool const pounds = weighs && (ends_with("lbs") || ends_with("lb"));
    if (weighs && !pounds)
        static_cast<void>(ends_with("kg"));
    auto const value = number(text);
    return value && pounds ? std::optional{kg_from_lb(*value)} : value;
}

std::string between(double low, double high)
{
    return shown(low) + "–" + shown(high);
}

std::string range_of(DoseSpec const& spec)
{
    if (!spec.choices.empty())
        return std::string{spec.advice};
    std::string words = between(spec.hard_low, spec.hard_high);
    if (spec.typical_low && spec.typical_high)
        words += ", usually " + between(*spec.typical_low, *spec.typical_high);
    if (spec.unit == "kg")
        words += "; or in lb";
    return words;
}

bool place_in_row(DoseEditor& editor, Refusal const& fault)
{
    std::string* const beside = fault.field == "minutes"         ? &editor.minutes_complaint
        : fault.field == "code" || fault.field == "service_code" ? &editor.code_complaint
        : fault.field == "response"                              ? &editor.response_complaint
                                                                 : nullptr;
    if (beside)
        *beside = fault.message.english();
    return beside != nullptr;
}

DoseSpec const* spec_of(Modality modality, DoseKey key)
{
    auto const specs = dose_specs(modality);
    auto const found = std::ranges::find(specs, key, &DoseSpec::key);
    return found == specs.end() ? nullptr : &*found;
}

} // namespace

DoseEditor dose_editor(std::size_t row, NoteDraft::Row const& of)
{
    Intervention::Details const& details = of.details;
    DoseEditor editor;
    editor.row = row;
    editor.id = of.id;
    editor.title = details.name;
    editor.own = {of.minutes, details.service_code, details.response, details.region, details.side, details.provider,
        details.timed};
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
            if (auto const value = number_of(*spec, field.text))
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

void show_row_faults(DoseEditor& editor, Refusal const& refusal)
{
    for (DoseField& field : editor.fields)
        field.complaint.clear();
    editor.minutes_complaint.clear();
    editor.code_complaint.clear();
    editor.response_complaint.clear();
    auto const place = [&](Refusal const& fault) {
        if (place_in_row(editor, fault))
            return;
        for (DoseField& field : editor.fields)
            for (Modality const modality : all_modalities())
                if (DoseSpec const* const spec = spec_of(modality, field.key); spec && spec->code == fault.field) {
                    field.complaint = fault.message.english();
                    return;
                }
        if (editor.fields.empty())
            editor.minutes_complaint = fault.message.english();
        else
            editor.fields.front().complaint = fault.message.english();
    };
    place(refusal);
    for (Refusal const& other : refusal.others)
        place(other);
}

Result<ServiceCode> code_meant(std::vector<ServiceCode> const& fee_schedule, RowFields const& typed)
{
    auto const itself = std::ranges::find(fee_schedule, typed.code, &ServiceCode::code);
    if (itself != fee_schedule.end())
        return *itself;
    if (typed.code.empty() || fee_schedule.empty())
        return ServiceCode{typed.code, {}, typed.timed, {}};
    auto const found = codes_like(fee_schedule, typed.code);
    if (found.size() == 1)
        return found.front();
    if (found.empty())
        return refuse(Refusal::Reason::Invalid, "code",
            tr_noop("The fee schedule has no code “{0}”. Choose one of it, or leave the row without."), {typed.code});
    std::string near;
    for (ServiceCode const& one : found)
        near.append(near.empty() ? "" : ", ").append(one.code).append(" ").append(one.label);
    return refuse(Refusal::Reason::Invalid, "code", tr_noop("“{0}” could be any of: {1}."), {typed.code, near});
}

std::vector<ServiceCode> codes_like(std::vector<ServiceCode> const& fee_schedule, std::string_view typed)
{
    std::vector<ServiceCode> found;
    std::ranges::copy_if(fee_schedule, std::back_inserter(found), [&](ServiceCode const& service) {
        return service.code.starts_with(typed) || starts_a_word(service.label, typed);
    });
    return found;
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
