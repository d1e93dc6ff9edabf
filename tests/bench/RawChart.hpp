// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Visit.hpp"
#include "tests/bench/RawStatement.hpp"

#include <vector>

namespace plumbline::bench {

/// A chart straight from the C interface: the product's rows into the product's values, with nothing between.
class RawChart {
public:
    explicit RawChart(sqlite_api::sqlite3* connection);
    [[nodiscard]] std::vector<Visit> of_patient(PatientId patient);
    /// Walks the same rows and touches every column, but makes nothing of them.
    [[nodiscard]] std::int64_t bytes_of_patient(PatientId patient);

private:
    RawStatement visits_, interventions_, addenda_;
};

} // namespace plumbline::bench
