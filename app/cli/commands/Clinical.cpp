// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Typed.hpp"

#include "domain/clinical/Contraindications.hpp"
#include "domain/clinical/Measure.hpp"
#include "domain/clinical/TimedUnits.hpp"

#include <ostream>

namespace plumbline::app::cli {

namespace {

Result<std::vector<TimedMinutes>> minutes_from(std::vector<std::string> const& texts)
{
    std::vector<TimedMinutes> lines;
    for (std::string const& text : texts) {
        auto const equals = text.find('=');
        auto const minutes =
            equals == std::string::npos ? std::nullopt : whole_number(std::string_view{text}.substr(equals + 1));
        if (!minutes)
            return refuse(Refusal::Reason::Invalid, "CODE=MIN",
                tr_noop("Write a service code and its minutes, such as 97110=33."));
        lines.push_back({text.substr(0, equals), *minutes});
    }
    return lines;
}

Exit units(Shell& shell, std::string const& rule, std::vector<std::string> const& texts)
{
    auto const lines = minutes_from(texts);
    if (!lines)
        return shell.refuse_with(lines.error());
    auto const result = timed_units(rule == "ama" ? UnitRule::Ama : UnitRule::Cms, *lines);
    if (!result)
        return shell.refuse_with(result.error());
    Json json{{"rule", rule}, {"total_minutes", result->total_minutes}, {"total_units", result->total_units},
        {"tie", result->tie}, {"lines", Json::array()}};
    for (TimedLine const& line : result->lines)
        json["lines"].push_back({{"code", line.code}, {"minutes", line.minutes}, {"units", line.units}});
    shell.answer(json, [&](std::ostream& out) {
        for (TimedLine const& line : result->lines)
            out << line.code << "  " << line.minutes << " min  " << line.units
                << (line.units == 1 ? " unit\n" : " units\n");
        out << "total  " << result->total_minutes << " min  " << result->total_units
            << (result->total_units == 1 ? " unit" : " units")
            << (result->tie ? "  (tie: another allocation is as right)\n" : "\n");
    });
    return Exit::Ok;
}

Exit score_items(Shell& shell, std::string const& code, std::vector<std::string> const& texts)
{
    auto const measure = measure_from_code(code);
    if (!measure)
        return shell.refuse_with(measure.error());
    std::vector<std::optional<int>> items;
    for (std::string const& text : texts) {
        auto const value = whole_number(text);
        if (!value && text != "-")
            return shell.refuse_with({Refusal::Reason::Invalid, "ITEM",
                {tr_noop("An item is a whole number, or - when it was not answered."), {}}, {}});
        items.push_back(value);
    }
    auto const result = score(*measure, items);
    if (!result)
        return shell.refuse_with(result.error());
    auto const& known = facts(*measure);
    Json const json{{"measure", known.code}, {"value", result->value}, {"unit", known.unit},
        {"answered", result->answered}, {"band", result->band.empty() ? Json{} : Json(result->band)}};
    shell.answer(json, [&](std::ostream& out) {
        out << known.name << ": " << shown(result->value) << ' ' << known.unit;
        if (!result->band.empty())
            out << ", " << result->band;
        out << " (" << result->answered << " of " << result->items << " answered)\n";
    });
    return Exit::Ok;
}

Exit check(Shell& shell, std::vector<std::string> const& conditions, std::string const& modality_code,
    std::string const& region_code)
{
    auto const modality = modality_from_code(modality_code);
    if (!modality)
        return shell.refuse_with(modality.error());
    auto const region = region_from_code(region_code);
    if (!region)
        return shell.refuse_with(region.error());
    for (std::string const& condition : conditions)
        if (auto const known = condition_from_code(condition); !known)
            return shell.refuse_with(known.error());
    auto const result = check_treatment(conditions, *modality, *region);
    Json json{{"verdict", code(result.verdict)}, {"overridable", result.overridable}, {"reasons", Json::array()}};
    for (ContraindicationReason const& reason : result.reasons)
        json["reasons"].push_back(reason.message.english() + " (" + std::string{reason.source} + ")");
    shell.answer(json, [&](std::ostream& out) {
        out << code(result.verdict) << '\n';
        for (ContraindicationReason const& reason : result.reasons)
            out << "  " << reason.message.english() << " (" << reason.source << ")\n";
        if (!result.overridable)
            out << "  No one may override this.\n";
    });
    return Exit::Ok;
}

} // namespace

void add_clinical_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    struct Arguments {
        std::string rule = "cms", measure, modality, region = "low-back";
        std::vector<std::string> minutes, items, conditions;
    };
    auto const given = std::make_shared<Arguments>();

    auto* const units_command = app.add_subcommand("units", "Timed units of one day");
    units_command->add_option("--rule", given->rule, "cms or ama")
        ->check(CLI::IsMember({"cms", "ama"}))
        ->capture_default_str();
    units_command->add_option("CODE=MIN", given->minutes, "Service code and its minutes")->required();
    units_command->callback([&shell, finish, given] { finish(units(shell, given->rule, given->minutes)); });

    auto* const score_command = app.add_subcommand("score", "Score an outcome measure: nprs, odi, rmdq, ndi, psfs");
    score_command->add_option("MEASURE", given->measure, "nprs, odi, rmdq, ndi or psfs")->required();
    score_command->add_option("ITEM", given->items, "Answers in order; - for one that was not given")->required();
    score_command->callback([&shell, finish, given] { finish(score_items(shell, given->measure, given->items)); });

    auto* const check_command = app.add_subcommand("check-treatment", "What a patient's conditions say to a modality");
    check_command->add_option("--condition", given->conditions, "Condition code; may be given several times")
        ->required();
    check_command->add_option("--modality", given->modality, "Modality code, such as tens or hot-pack")->required();
    check_command->add_option("--region", given->region, "Region code, such as low-back or neck")
        ->capture_default_str();
    check_command->callback(
        [&shell, finish, given] { finish(check(shell, given->conditions, given->modality, given->region)); });
}

} // namespace plumbline::app::cli
