// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/FeeSchedule.hpp"
#include "app/services/Signal.hpp"

#include <memory>
#include <string>
#include <vector>

namespace plumbline::app {

struct FeeScheduleState {
    bool loaded = false;
    std::vector<ServiceCode> codes;
    bool may_see = false, may_change = false;
    bool busy = false;
    std::string notice;                ///< Of the last import.
    std::vector<std::string> problems; ///< The first of its faults, each with its line.
    std::vector<Refusal> complaints;
    friend bool operator==(FeeScheduleState const&, FeeScheduleState const&) = default;
};

/// The clinic's own service codes, as the settings show them.
class FeeSchedulePresenter {
public:
    explicit FeeSchedulePresenter(Desk& desk);

    [[nodiscard]] FeeScheduleState const& state() const noexcept { return state_; }
    [[nodiscard]] Desk& desk() noexcept { return desk_; }
    Signal<> changed;
    /// What happened, and what takes it back.
    Signal<std::string, FeeEdit> happened;

    void refresh();
    void remove(std::size_t index);
    /// All rows of the file or none.
    void import_list(std::string const& file);
    void undo(FeeEdit const& edit);
    /// A form kept it.
    void edited(FeeEdit const& edit);

private:
    void change(FeeEdit edit);
    void refused(Refusal refusal);
    void take(CodeImport const& import);

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    FeeScheduleState state_;
};

} // namespace plumbline::app
