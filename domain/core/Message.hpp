// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

/// A sentence for a person, still untranslated: English with {0}, {1} ... for its arguments.
/// The text must be a literal (it is also the key of the translation). Never holds patient data
/// other than what the person just typed into the field the message stands beside.
struct Message {
    std::string_view text;
    std::vector<std::string> arguments{};

    [[nodiscard]] std::string english() const;
    friend bool operator==(Message const&, Message const&) = default;
};

/// Marks a literal for translation without translating it.
[[nodiscard]] constexpr std::string_view tr_noop(std::string_view literal) noexcept
{
    return literal;
}

/// Puts arguments in the places {0}, {1} ... of an English or translated text.
[[nodiscard]] std::string fill(std::string_view text, std::vector<std::string> const& arguments);

} // namespace plumbline
