// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/Document.hpp"
#include "reports/document/FontMetrics.hpp"
#include "reports/document/Page.hpp"

#include <vector>

namespace plumbline::reports {

/// The pages of a document, at least one. Every page carries clinic, patient, birth date, record
/// number and "page n of m". The same document gives the same pages, always.
[[nodiscard]] std::vector<Page> lay_out(Document const& document, PageSize size,
    FontMetrics const& metrics = paper_metrics(), Palette const& palette = paper_palette);

} // namespace plumbline::reports
