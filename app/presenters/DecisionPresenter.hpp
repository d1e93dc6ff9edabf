// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/Sentences.hpp"
#include "app/services/Decisions.hpp"
#include "app/services/Desk.hpp"
#include "app/services/Signal.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

struct DecisionState {
    bool loaded = false;
    std::string title; ///< `Novak, Petr · no improvement at week 7`
    DecisionFacts facts;
    std::vector<std::string> reasons; ///< To choose from; the last one asks for words of one's own.
    struct Term {
        std::string label;
        int days = 0;
        friend bool operator==(Term const&, Term const&) = default;
    };
    std::vector<Term> terms; ///< When to ask again.
    bool busy = false;
    std::vector<Refusal> complaints;
    friend bool operator==(DecisionState const&, DecisionState const&) = default;
};

/// What one decision rests on, and putting it off with a reason.
class DecisionPresenter {
public:
    DecisionPresenter(Desk& desk, PatientId patient, EpisodeId episode, Names names = Names::Shown);

    [[nodiscard]] DecisionState const& state() const noexcept { return state_; }
    Signal<> changed;
    Signal<> put_off_now; ///< It is kept; told once.

    /// Reason and term by their places in the state; more is said after the reason.
    void put_off(std::optional<std::size_t> reason, std::string const& more, std::size_t term);

private:
    Desk& desk_;
    PatientId patient_;
    EpisodeId episode_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    DecisionState state_;
};

} // namespace plumbline::app
