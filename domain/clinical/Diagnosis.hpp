// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"
#include "domain/core/Time.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

/// One ICD-10-CM code this program knows, with its own days of validity.
struct DiagnosisCode {
    std::string_view code; ///< With the dot: `M54.32`
    std::string_view title;
    std::string_view group;
    std::optional<Date> valid_from, valid_until; ///< Inclusive; unset is open.
};
[[nodiscard]] std::span<DiagnosisCode const> diagnosis_codes() noexcept;
/// Refuses a code that is unknown, badly formed or not valid on the day of service, saying which.
[[nodiscard]] Result<DiagnosisCode> diagnosis(std::string_view code, Date on);
/// Type-to-find: every word must begin a word of the title or the code (dot optional), case-blind. Best first.
[[nodiscard]] std::vector<DiagnosisCode> find_diagnoses(std::string_view text, Date on, std::size_t limit);
/// Excludes1 pairs of the list (fact book 6), as sentences naming both codes; empty when none.
[[nodiscard]] std::vector<Message> excluded_pairs(std::span<std::string const> codes);

} // namespace plumbline
