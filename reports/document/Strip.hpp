// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/Page.hpp"

#include <memory>
#include <vector>

namespace plumbline::reports {

/// A horizontal slice of a document that is never divided: a line of text, a row of a table, a chart.
/// Its operations are relative to its own top left corner.
struct Strip {
    double height = 0;
    double gap_before = 0; ///< Left out at the top of a page.
    std::vector<Op> ops{};
    std::vector<SourceSpot> sources{};
    bool keep_with_next = false;
    bool new_page = false;                 ///< Begins on a page of its own.
    std::shared_ptr<Strip const> header{}; ///< Repeated in front of this strip when it opens a page.
};

} // namespace plumbline::reports
