// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/Schedule.hpp"
#include "app/services/ScheduleSetup.hpp"
#include "app/services/Signal.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// A clinician's hours as one row says them.
struct HoursLine {
    std::string name;
    std::string week;  ///< `Mon–Fri 08:00-12:00 13:00-17:00 · Sat 09:00-12:00`
    std::string other; ///< The next days that are not like that: `24 Dec to 28 Dec 2026 away`, and how many more.
    bool away_now = false;
    std::string warning{}; ///< `3 booked visits lie outside`, empty without any.
    friend bool operator==(HoursLine const&, HoursLine const&) = default;
};
[[nodiscard]] HoursLine line_of(WorkingHours const& hours, std::string name, Date today);

struct ResourceLine {
    std::string name, kind;
    bool active = true;
    std::string warning{}; ///< `2 visits are booked with it`, once it is out of use.
    friend bool operator==(ResourceLine const&, ResourceLine const&) = default;
};

struct SetupState {
    bool loaded = false;
    std::vector<HoursLine> hours;
    std::vector<ResourceLine> resources;
    bool may_change = false;
    std::optional<Refusal> complaint;
    friend bool operator==(SetupState const&, SetupState const&) = default;
};

/// What the schedule rests on, as the settings show it: who works when, and which rooms and equipment there are.
class SetupPresenter {
public:
    explicit SetupPresenter(Desk& desk);

    [[nodiscard]] SetupState const& state() const noexcept { return state_; }
    [[nodiscard]] Desk& desk() noexcept { return desk_; }
    /// What the lines at these places stand for.
    [[nodiscard]] WorkingHours const* hours(std::size_t index) const noexcept;
    [[nodiscard]] Resource const* resource(std::size_t index) const noexcept;
    Signal<> changed;

    void refresh();

private:
    struct Found {
        std::vector<WorkingHours> hours;
        std::vector<ClinicianRow> names;
        std::vector<Resource> resources;
        Stranded stranded;
    };
    void show(Found found);

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    std::vector<WorkingHours> hours_;
    std::vector<Resource> resources_;
    SetupState state_;
};

} // namespace plumbline::app
