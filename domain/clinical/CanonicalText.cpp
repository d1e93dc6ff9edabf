// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/CanonicalText.hpp"

namespace plumbline {

CanonicalText::CanonicalText(std::string_view kind_and_version)
    : text_{kind_and_version}
{
    text_ += '\n';
}

void CanonicalText::line(std::string_view key, std::string_view value)
{
    text_.append(key).append(": ");
    for (char const c : value) {
        switch (c) {
        case '\\':
            text_ += "\\\\";
            break;
        case '\n':
            text_ += "\\n";
            break;
        case '\r':
            text_ += "\\r";
            break;
        default:
            text_ += c;
        }
    }
    text_ += '\n';
}

void CanonicalText::line(std::string_view key, std::int64_t value)
{
    line(key, std::to_string(value));
}

} // namespace plumbline
