// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Message.hpp"

namespace plumbline {

std::string fill(std::string_view text, std::vector<std::string> const& arguments)
{
    std::string out;
    out.reserve(text.size() + 16 * arguments.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const place =
            text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' && text[i + 1] <= '9';
        if (!place) {
            out += text[i];
            continue;
        }
        auto const index = static_cast<std::size_t>(text[i + 1] - '0');
        if (index < arguments.size())
            out += arguments[index];
        i += 2;
    }
    return out;
}

std::string Message::english() const
{
    return fill(text, arguments);
}

} // namespace plumbline
