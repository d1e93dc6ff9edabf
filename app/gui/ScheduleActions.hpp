// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Actions.hpp"

#include <functional>

namespace plumbline::app::gui {

class SchedulePage;

/// Everything a person can do on the schedule, for menu, palette, keys and their sheet. The page is nothing while
/// another is in front.
void add_schedule_actions(kit::Actions& actions, std::function<SchedulePage*()> const& page);

} // namespace plumbline::app::gui
