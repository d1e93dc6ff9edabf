// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/patients/Patient.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::persistence {

/// Under what a patient is found: sorted keys, each beginning with the letter of its kind. An archived
/// patient has none, and so costs a search nothing.
[[nodiscard]] std::set<std::string> search_keys(Patient const& patient);

/// One range of one index. The rows of all steps together, in order, answer what was typed.
struct SearchStep {
    enum class In { Keys, BirthDates };

    In in = In::Keys;
    std::string low;         ///< First key.
    std::string high;        ///< The key after the last.
    std::string words{};     ///< LIKE pattern the key must also have; empty when there is none.
    bool may_repeat = false; ///< A person can stand in the range more than once.
    friend bool operator==(SearchStep const&, SearchStep const&) = default;
};

/// Everyone, by name.
[[nodiscard]] SearchStep everyone();

/// Empty for a text with no sign to search by.
[[nodiscard]] std::vector<SearchStep> search_steps(std::string_view typed);

} // namespace plumbline::persistence
