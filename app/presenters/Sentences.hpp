// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Seal.hpp"
#include "domain/core/Message.hpp"
#include "domain/core/Time.hpp"
#include "domain/patients/Patient.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace plumbline::app {

enum class Names : std::uint8_t { Shown, Hidden };

/// What stands for a person where names are hidden.
inline constexpr char const* hidden_name = "•••••";

/// What the name is while names are hidden; nobody stays nobody.
[[nodiscard]] inline std::string shown_name(std::string const& name, Names names)
{
    return names == Names::Shown || name.empty() ? name : hidden_name;
}
[[nodiscard]] inline std::string shown_name(PersonName const& name, Names names)
{
    return shown_name(name.listed(), names);
}

/// A label of ours (so ASCII) within a sentence: `In treatment` is `in treatment`, `PT` stays.
[[nodiscard]] inline std::string in_a_sentence(std::string_view label)
{
    std::string text{label};
    if (text.size() > 1 && text[1] >= 'a' && text[1] <= 'z' && text[0] >= 'A' && text[0] <= 'Z')
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

/// `28 Nov 2026, 14:05 UTC`: when something was signed, wherever it is read.
[[nodiscard]] inline std::string signing_time(Seal const& seal)
{
    ClinicTime const at{std::chrono::floor<Minutes>(seal.at.time_since_epoch())};
    return to_words(day_of(at)) + ", " + to_clock(at) + " UTC";
}

[[nodiscard]] inline std::string signed_words(Seal const& seal)
{
    return fill(tr_noop("Signed by {0}, {1}, seal {2}"), {seal.signature, signing_time(seal), seal.short_form()});
}

} // namespace plumbline::app
