// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/ScheduleSetup.hpp"
#include "app/services/Signal.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// One authorization as a row of the chart says it.
struct AuthorizationLine {
    enum class Tone { Plain, Due, Stop, Muted };
    std::string what;     ///< `Authorization · Harbor Health · A-4711`
    std::string about;    ///< The episode that it is for; empty when for any.
    std::string visits;   ///< `7 of 12`, or how many without a limit.
    std::string units;    ///< The same; empty without a limit.
    std::string ends;     ///< `14 Dec 2026`; empty without an end.
    std::string standing; ///< `2 visits left`
    Tone tone = Tone::Plain;
    friend bool operator==(AuthorizationLine const&, AuthorizationLine const&) = default;
};
[[nodiscard]] AuthorizationLine line_of(AuthorizationRow const& row, std::string about, Date today);

struct AuthorizationsState {
    bool loaded = false;
    std::vector<AuthorizationLine> lines; ///< What counts today first, what is over or ended last.
    std::string count;                    ///< `2 in force`
    bool may_change = false;
    std::optional<Refusal> complaint;
    friend bool operator==(AuthorizationsState const&, AuthorizationsState const&) = default;
};

/// What payers and referrals allow one patient, and what was used of it.
class AuthorizationsPresenter {
public:
    AuthorizationsPresenter(Desk& desk, PatientId patient);

    [[nodiscard]] AuthorizationsState const& state() const noexcept { return state_; }
    /// What the line at this place stands for.
    [[nodiscard]] AuthorizationRow const* row(std::size_t index) const noexcept;
    Signal<> changed;

    void refresh();

private:
    struct Found {
        std::vector<AuthorizationRow> rows;
        std::vector<Episode> episodes;
    };
    void show(Found found);

    Desk& desk_;
    PatientId patient_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    std::vector<AuthorizationRow> rows_;
    AuthorizationsState state_;
};

} // namespace plumbline::app
