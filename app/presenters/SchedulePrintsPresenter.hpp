// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Calendars.hpp"
#include "app/services/Desk.hpp"
#include "app/services/Reminders.hpp"
#include "app/services/SchedulePrints.hpp"
#include "app/services/Signal.hpp"
#include "reports/document/Page.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

struct SchedulePrintsState {
    bool busy = false;
    std::vector<reports::Page> pages{}; ///< What preview() laid out: the pages of the paper.
    std::string notice{};               ///< `Saved to ...`, `Sent to the printer`.
    std::optional<Refusal> complaint{};
    friend bool operator==(SchedulePrintsState const&, SchedulePrintsState const&) = default;
};

/// What the schedule hands out: papers, reminder lists, calendars. One thing at a time; a second wish waits for nobody
/// and is not heard while the first is under way.
class SchedulePrintsPresenter {
public:
    explicit SchedulePrintsPresenter(Desk& desk);

    [[nodiscard]] SchedulePrintsState const& state() const noexcept { return state_; }
    Signal<> changed;

    void preview(SchedulePrintWish const& wish);
    /// To the named CUPS queue, or to the default one when empty.
    void print(SchedulePrintWish const& wish, std::string queue);
    void save_pdf(SchedulePrintWish const& wish, std::string path);
    void save_reminders(ReminderWish const& wish, std::string path);
    void save_calendar(CalendarWish const& wish, std::string path);

private:
    template <class Work>
    void hand_out(std::string done, Work work);

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    SchedulePrintsState state_;
};

} // namespace plumbline::app
