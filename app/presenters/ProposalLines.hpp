// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/ScheduleSeries.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::app {

/// A visit of a proposal as a line of a list.
struct ProposedLine {
    std::string when{};             ///< `Mon 23 Nov 10:30`
    std::string says{};             ///< Why it cannot be booked; empty when it can.
    std::string_view what = "free"; ///< Otherwise what becomes of it.
    bool wanted = true;
    friend bool operator==(ProposedLine const&, ProposedLine const&) = default;
};
[[nodiscard]] std::vector<ProposedLine> lines_of(VisitProposal const& proposal);
/// `12 visits, 10 of them free. Authorized until 12 Dec 2026.`
[[nodiscard]] std::string summary_of(VisitProposal const& proposal);
/// The same of visits that are booked already and change.
[[nodiscard]] std::string change_summary_of(VisitProposal const& proposal);

} // namespace plumbline::app
