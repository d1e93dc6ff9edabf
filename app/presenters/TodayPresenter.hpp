// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/Signal.hpp"
#include "app/services/Today.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

struct TodayState {
    bool loaded = false;
    std::string title;    ///< `Monday 23 November`
    std::string subtitle; ///< `14 visits · 5 done · next: Tran, Văn, arrived 3 min ago`
    Scope scope = Scope::Mine;
    TodayBoard board;
    std::optional<DayRow> next; ///< What `Open next note` opens.
    std::optional<Refusal> complaint;
    friend bool operator==(TodayState const&, TodayState const&) = default;
};

/// The day at a glance. Refreshes itself by tick once a minute and whenever it is shown.
class TodayPresenter {
public:
    explicit TodayPresenter(Desk& desk);

    [[nodiscard]] TodayState const& state() const noexcept { return state_; }
    Signal<> changed;

    void refresh();
    void tick();
    void choose_scope(Scope scope);
    /// Asks a decision again that was put off.
    void take_up(PatientId patient, EpisodeId episode);
    void set_status(AppointmentId appointment, AppointmentStatus status);

private:
    void read_board(std::optional<Refusal> complaint);
    void receive(Result<TodayBoard> board, std::optional<Refusal> complaint);

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    TodayState state_;
    Instant refreshed_{};
};

} // namespace plumbline::app
