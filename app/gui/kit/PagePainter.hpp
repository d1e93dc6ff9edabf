// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/Page.hpp"

#include <vector>

class wxGraphicsContext;

namespace plumbline::app::kit {

/// Replays the operations of a page or a chart, one point to `scale` pixels. Text stands in the
/// paper's own typeface, so that what fits on paper fits here.
void paint(wxGraphicsContext& context, std::vector<reports::Op> const& ops, double scale);
/// The paper itself, white with an edge, then its operations.
void paint(wxGraphicsContext& context, reports::Page const& page, double scale);

} // namespace plumbline::app::kit
