// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"

#include <span>
#include <string_view>

namespace plumbline {

/// A setting the program knows: what it is worth where the clinic says nothing.
struct SettingDefault {
    enum class Kind { Text, Number, Flag, Clock };

    std::string_view key;
    std::string_view value;
    Kind kind = Kind::Text;
    int least = 0, most = 0; ///< Of a number.
};

[[nodiscard]] std::span<SettingDefault const> setting_defaults() noexcept;
/// Empty for a key the program does not know.
[[nodiscard]] std::string_view default_setting(std::string_view key) noexcept;
/// Whether a value can stand under a key: numbers in their range, flags 0 or 1, clocks HH:MM, texts clean
/// and of at most 4000 bytes. The field of the refusal is `value`. Any key of its own is a text.
[[nodiscard]] Result<void> acceptable_setting(std::string_view key, std::string_view value);

} // namespace plumbline
