// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/Document.hpp"

namespace plumbline::reports {

/// A chart's values as a table, one row for each day or label in order of first appearance and one column for each
/// series: for whoever cannot see the chart, and for the button beside it. `first` heads the column of days.
[[nodiscard]] Table data_table(Chart const& chart, std::string first);

} // namespace plumbline::reports
