// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/Document.hpp"

#include <string>

namespace plumbline::app {

/// Every word of a document in reading order, one line a block or row. What a report's signature is made over.
[[nodiscard]] std::string plain_text(reports::Document const& document);

} // namespace plumbline::app
