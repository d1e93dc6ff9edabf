// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::persistence {

/// How a day is written when its month comes first: `03-12-1979`.
[[nodiscard]] std::string day_first(Date day);

/// What a date typed so far can become.
struct TypedDate {
    enum class Form { YearFirst, DayFirst };

    Form form = Form::YearFirst;
    std::string prefix; ///< Of `1979-03-12`, or of day_first().
    friend bool operator==(TypedDate const&, TypedDate const&) = default;
};

/// Reads `1979`, `1979-03`, `1979-03-12`, `3/12/1979` (month before day, unless only the other way can be
/// right), `12.3.1979`, `12 mar 1979`, `mar 12 1979`, each as far as it was typed. Likeliest first;
/// empty when it can be no date.
[[nodiscard]] std::vector<TypedDate> typed_dates(std::string_view typed);

} // namespace plumbline::persistence
