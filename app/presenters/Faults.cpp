// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/Faults.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace plumbline::app {

namespace {

template <class Number>
std::optional<Number> number(std::string_view text, std::string_view field, std::string_view sentence, Faults& faults)
{
    if (text.empty())
        return std::nullopt;
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size())
        return value;
    faults.add(field, sentence);
    return std::nullopt;
}

} // namespace

std::vector<Refusal> each(Refusal refusal)
{
    std::vector<Refusal> all = std::exchange(refusal.others, {});
    all.insert(all.begin(), std::move(refusal));
    return all;
}

std::vector<Refusal> one_each(Refusal refusal)
{
    std::vector<Refusal> kept;
    for (Refusal& fault : each(std::move(refusal)))
        if (fault.field.empty() || std::ranges::find(kept, fault.field, &Refusal::field) == kept.end())
            kept.push_back(std::move(fault));
    return kept;
}

std::optional<int> whole_number(
    std::string_view text, std::string_view field, std::string_view sentence, Faults& faults)
{
    return number<int>(text, field, sentence, faults);
}

std::optional<double> decimal_number(
    std::string_view text, std::string_view field, std::string_view sentence, Faults& faults)
{
    auto const value = number<double>(text, field, sentence, faults);
    if (value && !std::isfinite(*value)) {
        faults.add(field, sentence);
        return std::nullopt;
    }
    return value;
}

} // namespace plumbline::app
