// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"

#include <string>

namespace plumbline::exchange {

struct DecodedText {
    std::string text;       ///< UTF-8 without a byte order mark.
    bool was_latin = false; ///< It was not UTF-8 and was read as Windows-1252, the Latin-1 of office programs.
};

/// Refuses UTF-16 and what holds zero bytes: that is no text file.
[[nodiscard]] Result<DecodedText> decode_text(std::string bytes);

} // namespace plumbline::exchange
