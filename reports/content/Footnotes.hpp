// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/content/Words.hpp"
#include "reports/document/Document.hpp"

#include <cstdint>
#include <span>

namespace plumbline::reports {

struct VisitDay {
    std::int64_t visit = 0;
    Date on{};
};

/// The same document with a number behind each statement that was derived from visits, and at its end
/// the days of those visits. A visit that is not among `days` is counted but not named.
[[nodiscard]] Document with_footnotes(Document document, std::span<VisitDay const> days, Words const& words = {});

} // namespace plumbline::reports
