// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline {

/// What a seal is computed over: a versioned first line, then `key: value` lines in a fixed order. Line breaks and
/// backslashes in values are escaped, so no value can pass for another line.
class CanonicalText {
public:
    /// First line, such as `plumbline-visit 1`. A new order or meaning of lines takes a new number.
    explicit CanonicalText(std::string_view kind_and_version);

    void line(std::string_view key, std::string_view value);
    void line(std::string_view key, std::int64_t value);
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    std::string text_;
};

} // namespace plumbline
