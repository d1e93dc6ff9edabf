// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "domain/store/ScheduleRules.hpp"

namespace plumbline::app {

/// From when on the clinic wants to be told (settings `alert.*`).
struct Alerts {
    int certification_days = 14, report_visits = 2;
    AuthorizationAlert authorization{};
};
[[nodiscard]] Alerts alerts_of(ReadSetting const& setting);
[[nodiscard]] Alerts alerts_of(Records const& records);

} // namespace plumbline::app
