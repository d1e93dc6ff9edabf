// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace plumbline {

/// True for a well-formed US National Provider Identifier: ten digits, the last one the Luhn check
/// digit over the number with the issuer prefix 80840 before it (45 CFR 162.406, ISO/IEC 7812).
[[nodiscard]] bool is_npi(std::string_view text) noexcept;

} // namespace plumbline
