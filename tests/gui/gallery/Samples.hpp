// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Page.hpp"

class wxWindow;

/// Screens of invented data that show every control of the kit.
namespace plumbline::gallery {

app::kit::Page* today_sample(wxWindow* parent);
app::kit::Page* chart_sample(wxWindow* parent);
app::kit::Page* controls_sample(wxWindow* parent);
app::kit::Page* form_sample(wxWindow* parent);
app::kit::Page* list_sample(wxWindow* parent);
app::kit::Page* paper_sample(wxWindow* parent);
app::kit::Page* schedule_sample(wxWindow* parent);

} // namespace plumbline::gallery
