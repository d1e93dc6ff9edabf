// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace plumbline::app {

/// A label of ours (so ASCII) within a sentence: `In treatment` is `in treatment`, `PT` stays.
[[nodiscard]] inline std::string in_a_sentence(std::string_view label)
{
    std::string text{label};
    if (text.size() > 1 && text[1] >= 'a' && text[1] <= 'z' && text[0] >= 'A' && text[0] <= 'Z')
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

} // namespace plumbline::app
