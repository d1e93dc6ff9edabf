// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Modality.hpp"
#include "domain/core/Result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

/// One line of the clinic's own fee schedule; no code table ships with the program.
struct ServiceCode {
    std::string code, label;
    bool timed = true;                ///< Its minutes count for units.
    std::optional<Modality> modality; ///< Offered first for this modality.
    friend bool operator==(ServiceCode const&, ServiceCode const&) = default;
};
/// The line as it can be kept, trimmed; faults on `code` and `label`.
[[nodiscard]] Result<ServiceCode> acceptable_service_code(ServiceCode line);

class FeeSchedule {
public:
    virtual ~FeeSchedule() = default;
    [[nodiscard]] virtual std::vector<ServiceCode> all() const = 0; ///< By code.
    virtual void keep(ServiceCode const& code) = 0;
    /// What was charted under the code keeps it.
    virtual void remove(std::string_view code) = 0;
};

} // namespace plumbline
