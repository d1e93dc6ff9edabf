// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace plumbline::reports {

/// Who prints: what stands in the head of every document.
struct ClinicLines {
    std::string name;
    std::string line;     ///< Address, telephone, NPI, joined by middle dots.
    std::string notice{}; ///< Such as DEMO; stands on every page. Empty in a clinic's daily work.
    friend bool operator==(ClinicLines const&, ClinicLines const&) = default;
};

} // namespace plumbline::reports
