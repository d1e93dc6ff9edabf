// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace plumbline::app {

/// A way from a screen to one of the manager's lists.
struct WorklistLink {
    std::string words{}, code{};
    friend bool operator==(WorklistLink const&, WorklistLink const&) = default;
};
/// Whom the front desk calls when the day has room: no visit booked, missed, authorization nearly over.
[[nodiscard]] std::vector<WorklistLink> people_to_call();

} // namespace plumbline::app
