// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Chart.hpp"
#include "reports/content/ProgressReport.hpp"

namespace plumbline::app {

/// What a chart gives a progress report as of a day: the period since the last report, the course of every measure
/// since the episode began. Not signed itself, and of what is signed alone: treatment whose note is not is named by its
/// day. Later entries of the chart are left out.
[[nodiscard]] reports::ProgressReportData progress_facts(Records const& records, Chart const& chart, Date as_of);

} // namespace plumbline::app
