// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace plumbline {

/// Read this; write this, all or nothing. Work may run twice after a collision, so it never asks a
/// person anything and keeps no state outside. One thread at a time.
class Store {
public:
    virtual ~Store() = default;

    /// Kept whole when the work succeeds, undone whole when it refuses or throws. Returned success is durable.
    template <class Work, class Outcome = std::invoke_result_t<Work, Records&>>
    [[nodiscard]] Outcome write(Work&& work)
    {
        std::optional<Outcome> outcome;
        write_all([&](Records& records) {
            outcome.emplace(work(records));
            return outcome->has_value();
        });
        return std::move(*outcome);
    }

    template <class Work, class Outcome = std::invoke_result_t<Work, Records const&>>
    [[nodiscard]] Outcome read(Work&& work)
    {
        std::optional<Outcome> outcome;
        read_all([&](Records const& records) { outcome.emplace(work(records)); });
        return std::move(*outcome);
    }

protected:
    /// Commits when the work answers true, else rolls back.
    virtual void write_all(std::function<bool(Records&)> const& work) = 0;
    virtual void read_all(std::function<void(Records const&)> const& work) = 0;
};

} // namespace plumbline
