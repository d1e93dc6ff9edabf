// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Measure.hpp"
#include "reports/content/Words.hpp"

#include <string>

namespace plumbline::reports {

/// How a report speaks of a measure in the middle of a sentence: `disability`, `pain`.
[[nodiscard]] std::string noun(Measure measure, Words const& words);
/// The same as the first word of a sentence.
[[nodiscard]] std::string noun_first(Measure measure, Words const& words);
/// `Oswestry`; empty where the noun says it all.
[[nodiscard]] std::string short_name(Measure measure);
/// `46 %`, `4 of 10`
[[nodiscard]] std::string amount(Measure measure, double value);

} // namespace plumbline::reports
