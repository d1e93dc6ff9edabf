// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

/// How the clinical room writes numbers and finds words in its own tables.
namespace plumbline::wording {

/// Rounded half away from zero to at most so many places, no trailing zeros, always a decimal point.
[[nodiscard]] std::string decimal(double value, int places);
/// The shortest decimal that reads back as the same number.
[[nodiscard]] std::string shortest(double value);

/// How well a typed text finds an entry: every word of it must begin a word of one of the fields.
/// 0 is not at all; more is better, and a hit in an earlier field counts for more. Case is folded for ASCII
/// only: what is searched are the program's own English tables, never patients.
[[nodiscard]] int match(std::string_view typed, std::initializer_list<std::string_view> fields);

} // namespace plumbline::wording
