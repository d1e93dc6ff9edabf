// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/Signal.hpp"

#include <memory>
#include <string>
#include <vector>

namespace plumbline::app {

struct NewPasswordState {
    std::vector<Refusal> complaints;
    bool busy = false;
    friend bool operator==(NewPasswordState const&, NewPasswordState const&) = default;
};

/// An owner gives a colleague a new password, who forgot the old one or comes back. It is in no journal.
class NewPasswordPresenter {
public:
    NewPasswordPresenter(Desk& desk, User user);

    [[nodiscard]] NewPasswordState const& state() const noexcept { return state_; }
    [[nodiscard]] User const& user() const noexcept { return user_; }
    Signal<> changed, given;

    void give(std::string const& fresh, std::string const& again);

private:
    void refused(Refusal refusal);

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    User user_;
    NewPasswordState state_;
};

} // namespace plumbline::app
