// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/TableHand.hpp"
#include "app/services/Desk.hpp"
#include "app/services/InsightTables.hpp"
#include "app/services/Signal.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// Periods that can be chosen, in weeks.
inline constexpr std::array insight_periods{4, 12, 26, 52};

struct InsightsState {
    bool allowed = false; ///< The role may see this at all.
    bool loaded = false;
    bool busy = false;
    int weeks = 12;
    std::vector<InsightTable> worklists{};
    std::vector<InsightTable> figures{};
    std::size_t chosen = 0; ///< Over worklists, then figures.
    std::string notice{};   ///< `Saved to ...`, `Sent to the printer`.
    std::optional<Refusal> complaint{};
    /// Null until something is loaded.
    [[nodiscard]] InsightTable const* shown() const noexcept;
    friend bool operator==(InsightsState const&, InsightsState const&) = default;
};

/// The manager's lists of work and the clinic's figures.
class InsightsPresenter {
public:
    explicit InsightsPresenter(Desk& desk);

    [[nodiscard]] InsightsState const& state() const noexcept { return state_; }
    Signal<> changed;

    /// Keeps what is chosen.
    void refresh();
    void choose(std::size_t index);
    /// By the table's code, as soon as it is loaded.
    void choose(std::string const& code);
    void choose_weeks(int weeks);
    /// What is shown, as a file: a table (`.csv`) or a page (any other ending).
    void save_as(std::string path);
    /// To the named CUPS queue, or to the default one when empty.
    void print(std::string queue);

private:
    void hand_out(AuditEvent how, std::string done, TableHand hand);

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    InsightsState state_;
    std::string wanted_; ///< Chosen before anything was loaded.
};

} // namespace plumbline::app
