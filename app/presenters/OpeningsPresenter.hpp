// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/SchedulePresenter.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// What is looked for, as typed.
struct OpeningsFields {
    std::string length = "45", from{}, not_before{}, not_after{};
    std::size_t clinician = 0; ///< 0: anybody, then those who can be chosen.
    friend bool operator==(OpeningsFields const&, OpeningsFields const&) = default;
};

struct OpeningsState {
    OpeningsFields fields{};
    std::vector<ClinicianRow> clinicians{};
    std::vector<Opening> found{};
    std::vector<std::string> lines{}; ///< `Mon 23 Nov  10:30  Dana Reyes, PT`
    std::vector<Refusal> complaints{};
    bool searched = false;
    friend bool operator==(OpeningsState const&, OpeningsState const&) = default;
};

/// The next free times over the next ten dates.
class OpeningsPresenter {
public:
    OpeningsPresenter(Desk& desk, Date from);

    [[nodiscard]] OpeningsState const& state() const noexcept { return state_; }
    Signal<> changed;

    void edit(OpeningsFields fields);
    void search();
    [[nodiscard]] std::optional<ScheduleSlot> slot(std::size_t found) const;

private:
    void receive(std::vector<Opening> found);
    [[nodiscard]] Result<OpeningsWish> wish() const;

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    OpeningsState state_;
    int questions_ = 0; ///< Only the answer to the newest counts.
};

} // namespace plumbline::app
