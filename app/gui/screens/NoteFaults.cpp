// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/NoteFaults.hpp"

#include "app/gui/kit/Fault.hpp"
#include "app/gui/kit/Words.hpp"

#include <algorithm>

namespace plumbline::app::gui {

void say_faults(
    kit::Fault& fault, std::vector<Refusal> const& complaints, std::initializer_list<std::string_view> fields)
{
    wxString said;
    for (Refusal const& complaint : complaints)
        if (std::ranges::find(fields, complaint.field) != fields.end())
            said += (said.empty() ? wxString{} : wxString{"  "}) + kit::translated(complaint.message);
    fault.say(said);
}

} // namespace plumbline::app::gui
