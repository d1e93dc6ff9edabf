// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace plumbline {

/// Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

/// Without the Unicode white space and byte order marks at both ends.
[[nodiscard]] std::string trimmed(std::string_view text);

/// ASCII letters in lower case, all else untouched. For codes and login names, never for people's
/// names: those are folded by the store, which knows Unicode.
[[nodiscard]] std::string ascii_lower(std::string_view text);

/// How long a text may be, in bytes, and whether it is one line or may have line breaks and tabs.
struct TextRule {
    enum class Shape { Line, Paragraphs };
    std::size_t bytes;
    Shape shape = Shape::Line;
};
inline constexpr TextRule name_rule{100};
inline constexpr TextRule line_rule{200};
inline constexpr TextRule code_rule{16}; ///< The code of a service.
inline constexpr TextRule free_text_rule{4000, TextRule::Shape::Paragraphs};

/// Trims the text in place (and writes its line breaks as \n), then adds a fault when it is too long,
/// is not UTF-8 or holds control characters. Every script, direction and emoji is welcome. A text that
/// is not UTF-8 is left as it came, so that the fault can be shown beside it.
void clean_text(Faults& faults, std::string_view field, std::string& text, TextRule rule);

} // namespace plumbline
