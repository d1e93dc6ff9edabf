// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/Sentences.hpp"
#include "app/services/Desk.hpp"
#include "app/services/Signal.hpp"
#include "app/services/Today.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace plumbline::app {

enum class Place { Today, Schedule, Patients, ToSign, Insights, Settings };

struct ShellState {
    std::string clinic_name;
    std::string user; ///< `Dana Reyes, PT`
    bool demo = false;
    Place place = Place::Today;
    int today_badge = 0, to_sign_badge = 0;
    std::string storage;  ///< `Harbour Street · one file, encrypted`
    std::string locks_in; ///< `locks in 9:52`
    bool locked = false;
    Names names = Names::Shown;
    std::string lock_complaint;
    int wait_seconds = 0; ///< Until the next try to unlock is taken.
    bool unlocking = false;
    friend bool operator==(ShellState const&, ShellState const&) = default;
};

/// The frame around the screens: where one is, who one is, and when the screen locks. Only what a person does
/// counts as activity: ticks and refreshes never put the lock off.
class ShellPresenter {
public:
    ShellPresenter(Desk& desk, ClinicAddress const& address, std::chrono::steady_clock::time_point now);

    [[nodiscard]] ShellState const& state() const noexcept { return state_; }
    [[nodiscard]] std::chrono::steady_clock::time_point last_action() const noexcept { return last_action_; }
    Signal<> changed;

    void go(Place place);
    void person_acted(std::chrono::steady_clock::time_point now);
    void tick(std::chrono::steady_clock::time_point now);
    void lock();
    void unlock(std::string const& password);
    void toggle_names();
    /// Reads settings and badges again.
    void refresh();

private:
    void count_down(std::chrono::steady_clock::time_point now);
    void draw_countdown(std::chrono::steady_clock::time_point now);

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    ShellState state_;
    bool on_server_;
    std::chrono::steady_clock::time_point last_action_, last_tick_;
    std::optional<std::chrono::steady_clock::time_point> may_try_;
    std::chrono::minutes idle_limit_{
        10}; // HIPAA 164.312(a)(2)(iii) leaves it open; 10 minutes is the common benchmark.
};

} // namespace plumbline::app
