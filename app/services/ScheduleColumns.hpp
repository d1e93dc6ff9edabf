// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Schedule.hpp"
#include "domain/access/User.hpp"

#include <vector>

namespace plumbline::app {

/// The columns of a sheet that has its blocks, and the names of the rooms that these hold; not offered to screens.
void add_columns(ScheduleSheet& sheet, Records const& records, ScheduleWish const& wish, std::vector<User> const& users,
    ReadSetting const& setting);

} // namespace plumbline::app
