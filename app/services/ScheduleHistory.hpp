// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Schedule.hpp"

#include <string>
#include <vector>

namespace plumbline::app {

/// What one person did to the schedule, to be undone and done again step by step. Undoing stores the earlier state
/// under a new version; the steps that left that state behind learn of it here, so that a chain of them goes through,
/// while what somebody else changed in between stays a conflict.
class ScheduleHistory {
public:
    struct Step {
        ScheduleEdit edit;
        std::string who{};
    };
    enum class Way { Undo, Redo };

    /// What was undone cannot be done again after it.
    void remember(Step step);
    /// What is undone or done again next; it stays until it has been. Nothing when there is none.
    [[nodiscard]] Step const* next(Way way) const noexcept;
    /// undo() of the next step answered this.
    void took_back(Way way, ScheduleEdit answer);

private:
    [[nodiscard]] std::vector<Step>& steps(Way way) noexcept { return way == Way::Undo ? done_ : undone_; }

    std::vector<Step> done_, undone_;
};

} // namespace plumbline::app
