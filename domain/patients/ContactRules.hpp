// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"

#include <string>
#include <string_view>

namespace plumbline {

// Each cleans the text like clean_text and allows it to be empty.

/// 7 to 20 digits, between them + - ( ) space . and x for an extension; at most 40 bytes.
void clean_phone(Faults& faults, std::string_view field, std::string& text);
/// One @ with something before it and a dotted name behind it, without spaces; at most 254 bytes
/// (RFC 5321). Whether it exists only a message could tell.
void clean_email(Faults& faults, std::string_view field, std::string& text);

} // namespace plumbline
