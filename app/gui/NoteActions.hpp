// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Actions.hpp"

#include <functional>

namespace plumbline::app::gui {

class PatientPage;

/// What can be done to the rows of the visit note; the page answers null while no chart is in front.
void add_note_actions(kit::Actions& actions, std::function<PatientPage*()> const& page);

} // namespace plumbline::app::gui
