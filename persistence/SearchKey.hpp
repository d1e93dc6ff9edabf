// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace plumbline::persistence {

/// A text as search sees it: lower case, without accents, apostrophes or punctuation, its words parted by
/// single spaces. `O'Neill` is `oneill`, `Łukasz Sørensen-Åberg` is `lukasz sorensen aberg`. Scripts other
/// than Latin keep their letters. Holds no control characters, no `%` and no `_`.
[[nodiscard]] std::string search_key(std::string_view text);

/// The ASCII digits of a text, and nothing else of it.
[[nodiscard]] std::string digits_of(std::string_view text);

} // namespace plumbline::persistence
