// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Actions.hpp"

#include <functional>

namespace plumbline::app::gui {

class PatientPage;

/// What a therapist does to the forms of a chart and to its episode, for menu, palette, keys and their sheet. The page is
/// nothing while another is in front.
void add_chart_actions(kit::Actions& actions, std::function<PatientPage*()> const& page);

} // namespace plumbline::app::gui
