// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/scheduling/Recurrence.hpp"

namespace plumbline::persistence {

/// RFC 5545 rules, counted out by libical in floating time.
class IcalRecurrence final : public Recurrence {
public:
    [[nodiscard]] Result<std::vector<ClinicTime>> expand(std::string_view rule, ClinicTime first,
        std::vector<Date> const& exceptions, std::size_t at_most) const override;
};

} // namespace plumbline::persistence
