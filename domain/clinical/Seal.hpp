// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "domain/core/Time.hpp"

#include <string>

namespace plumbline {

/// A signature: SHA-256 (lower-case hex) of the canonical text, and who signed it with what program.
/// The hash is computed by the store (Records::digest), since the domain holds no cryptography.
struct Seal {
    std::string sha256;
    UserId signer{0};
    std::string signature; ///< `Dana Reyes, PT, DPT`, as it was at signing.
    Instant at{};
    std::string program_version;
    [[nodiscard]] std::string short_form() const; ///< `7F3A-91C2-44DE`, for paper.
    friend bool operator==(Seal const&, Seal const&) = default;
};

} // namespace plumbline
