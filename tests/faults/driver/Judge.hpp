// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"

#include <filesystem>
#include <string>

namespace plumbline::faults {

/// What a fresh process finds of what was acknowledged. Counts of steps, except where it says notes.
struct Verdict {
    int acknowledged = 0;
    int lost = 0;           ///< Acknowledged, and not there, or there as it was before.
    int half = 0;           ///< Notes that are neither as before a step nor as after it.
    int strays = 0;         ///< Notes that nobody saved: a save that came twice.
    int unacknowledged = 0; ///< There, although the fault came before the acknowledgement.
    int most_unacknowledged_of_one_writer = 0;
    bool sound = false; ///< The product's own check and audit verification.
    std::string problems{};

    [[nodiscard]] std::string as_line() const;
    /// Throws when the line is none.
    [[nodiscard]] static Verdict from_line(std::string const& line);
};

[[nodiscard]] Verdict judge(OpenClinic& clinic, std::filesystem::path const& ledger);

} // namespace plumbline::faults
