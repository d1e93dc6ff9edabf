// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace plumbline::app::kit {
class Fault;
}

namespace plumbline::app::gui {

/// Says the refusals of these fields in their place beside them, or nothing.
void say_faults(
    kit::Fault& fault, std::vector<Refusal> const& complaints, std::initializer_list<std::string_view> fields);

} // namespace plumbline::app::gui
