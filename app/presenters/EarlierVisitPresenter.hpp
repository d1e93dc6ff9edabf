// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/EarlierVisit.hpp"
#include "app/services/Signal.hpp"

#include <memory>
#include <string>
#include <vector>

namespace plumbline::app {

struct EarlierVisitState {
    std::string day, time; ///< As typed.
    std::vector<Refusal> complaints;
    friend bool operator==(EarlierVisitState const&, EarlierVisitState const&) = default;
};

/// Asks when a visit was that is written down late.
class EarlierVisitPresenter {
public:
    EarlierVisitPresenter(Desk& desk, EpisodeId episode);

    [[nodiscard]] EarlierVisitState const& state() const noexcept { return state_; }
    Signal<> changed;
    Signal<EarlierVisit> found;

    void type_day(std::string text);
    void type_time(std::string text);
    void find();

private:
    void complain(std::vector<Refusal> complaints);

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    EpisodeId episode_;
    EarlierVisitState state_;
    bool busy_ = false;
};

} // namespace plumbline::app
