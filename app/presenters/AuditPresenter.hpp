// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/PatientPick.hpp"
#include "app/presenters/TableHand.hpp"
#include "app/services/AuditLog.hpp"
#include "app/services/Desk.hpp"
#include "app/services/Signal.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

struct AuditState {
    std::vector<std::string> logins; ///< To choose from.
    std::vector<AuditLine> lines;    ///< What is loaded so far, newest first.
    bool more = false;               ///< There are older ones; ask with load_more.
    bool may_verify = false, may_print = false;
    bool busy = false;
    std::optional<bool> sound; ///< What the last verification found.
    std::string verdict;       ///< The same in words.
    std::string notice;        ///< `Saved to ...`, `Sent to the printer`.
    std::vector<Refusal> complaints;
    friend bool operator==(AuditState const&, AuditState const&) = default;
};

/// What was asked for, as typed. An empty login is everyone; days are `-7`, `3/14`, `14 Mar`.
struct AuditAsked {
    std::string login, from, to;
    friend bool operator==(AuditAsked const&, AuditAsked const&) = default;
};

/// The audit log for who may see it, a page at a time. Opening it is an entry of its own.
class AuditPresenter {
public:
    explicit AuditPresenter(Desk& desk, int page = 100); ///< As many as a page of the list on the screen.

    [[nodiscard]] AuditState const& state() const noexcept { return state_; }
    /// Whose records; everyone's while nobody is chosen.
    [[nodiscard]] PatientPick& patient() noexcept { return patient_; }
    Signal<> changed;

    void ask(AuditAsked asked);
    void load_more();
    /// Proves that no entry was changed or removed.
    void verify();
    /// What is asked for, as a table (`.csv`) or a page (any other ending).
    void save_as(std::string path);
    void print(std::string queue);

private:
    void load(std::optional<std::int64_t> before_seq);
    [[nodiscard]] std::optional<AuditLogWish> wish();
    void hand_out(AuditEvent how, std::string done, TableHand hand);

    Desk& desk_;
    int page_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    PatientPick patient_;
    Connection picked_;
    AuditAsked asked_;
    std::optional<PatientChoice> of_;
    AuditState state_;
    int question_ = 0; ///< Only the answer to the newest counts.
    bool asking_more_ = false;
};

} // namespace plumbline::app
