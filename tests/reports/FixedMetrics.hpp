// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/FontMetrics.hpp"
#include "reports/document/Utf8.hpp"

namespace plumbline::reports::testing {

/// A typewriter: every character is half as wide as its size, so that tests can count.
class FixedMetrics final : public FontMetrics {
public:
    [[nodiscard]] std::string printable(std::string_view text) const override { return std::string{text}; }
    [[nodiscard]] double width(Face, double size, std::string_view text) const override
    {
        int count = 0;
        for (std::size_t at = 0; at < text.size(); at += utf8::decode(text, at).length)
            ++count;
        return count * size / 2;
    }
};

} // namespace plumbline::reports::testing
