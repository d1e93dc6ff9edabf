// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/Sentences.hpp"
#include "app/services/Chart.hpp"
#include "app/services/Desk.hpp"
#include "app/services/Signal.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

struct DischargeState {
    std::string title;                 ///< `Lindqvist, Maja · left-sided sciatica`
    std::string on;                    ///< Proposed: the last treatment day.
    std::string facts;                 ///< `8 treatment days, the last on 20 Nov 2026 · 1 of 3 goals met`
    std::vector<std::string> reasons;  ///< To choose from; the last one asks for words of one's own.
    std::optional<std::size_t> reason; ///< Proposed where the facts say it: every goal was met.
    bool busy = false;
    std::vector<Refusal> complaints; ///< Fields are those of Episode::create.
    friend bool operator==(DischargeState const&, DischargeState const&) = default;
};

/// Ending an episode of care with its day and reason.
class DischargePresenter {
public:
    DischargePresenter(Desk& desk, Chart const& chart, Names names = Names::Shown);

    [[nodiscard]] DischargeState const& state() const noexcept { return state_; }
    Signal<> changed;
    Signal<> discharged; ///< It is kept; told once.

    /// Reason by its place in the state, nothing while none is chosen; more is said after it.
    void discharge(std::string const& on, std::optional<std::size_t> reason, std::string const& more);

private:
    void complain(Refusal refusal);

    Desk& desk_;
    EpisodeId episode_;
    int version_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    DischargeState state_;
};

} // namespace plumbline::app
