// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// What libharu does not do for a script, done with ICU beforehand.
namespace plumbline::reports::shaping {

/// True for text that needs nothing of all this: printable ASCII and newlines.
[[nodiscard]] bool is_plain(std::string_view text) noexcept;

/// Valid UTF-8 in NFC. Tabs become spaces and every kind of line end a newline; what is invisible by
/// nature (joiners, marks of direction, soft hyphens) is dropped; what would act on its neighbors
/// unseen (controls, direction overrides), what is not Unicode and what lies above U+FFFF, which
/// libharu cannot write, becomes U+25A1.
[[nodiscard]] std::string cleaned(std::string_view text);

/// True when the text holds letters that are written from right to left.
[[nodiscard]] bool runs_right_to_left(std::string_view text) noexcept;

/// Arabic letters joined to their neighbors (presentation forms), still in reading order.
[[nodiscard]] std::string joined(std::string_view text);

/// Joined text in the order in which a left-to-right painter must put it down.
[[nodiscard]] std::string visual(std::string_view text);

} // namespace plumbline::reports::shaping
