// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"
#include "domain/core/Time.hpp"
#include "persistence/Session.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace plumbline::persistence {

/// Time that no one can set: milliseconds since this computer was started, and which start that was.
struct Uptime {
    std::string boot;
    std::int64_t milliseconds = 0;
};
[[nodiscard]] Uptime system_uptime();

/// Wrong passwords in a row for one login, known or not.
struct LoginFailures {
    int count = 0;
    Instant latest{};
    Uptime uptime;
    int reported = 0; ///< How many of them are in the audit trail.
};
using FailuresByLogin = std::map<std::string, LoginFailures, std::less<>>;

[[nodiscard]] std::string to_text(LoginFailures const& failures);
[[nodiscard]] LoginFailures failures_from_text(std::string_view text);

class FailureStore {
public:
    virtual ~FailureStore() = default;
    [[nodiscard]] virtual FailuresByLogin load() = 0;
    virtual void put(std::string const& login, LoginFailures const& failures) = 0;
    virtual void drop(std::string const& login) = 0;
};

/// The file `<clinic>.logins`. One that cannot be read counts as empty: damaging it must not lock people out,
/// and who can damage it can also delete it.
class FailureFile final : public FailureStore {
public:
    explicit FailureFile(std::filesystem::path file)
        : file_{std::move(file)}
    {
    }
    [[nodiscard]] FailuresByLogin load() override;
    void put(std::string const& login, LoginFailures const& failures) override;
    void drop(std::string const& login) override;

private:
    void save(FailuresByLogin const& failures);
    std::filesystem::path file_;
};

/// The table `login_failure` of a server.
class FailureTable final : public FailureStore {
public:
    explicit FailureTable(Session& session)
        : session_{session}
    {
    }
    [[nodiscard]] FailuresByLogin load() override;
    void put(std::string const& login, LoginFailures const& failures) override;
    void drop(std::string const& login) override;

private:
    Session& session_;
};

/// Slows down who guesses: five tries are free, then each costs 1, 2, 4 ... at most 900 seconds of waiting.
/// The wait outlives the program and is neither shortened nor prolonged by setting the clock.
class LoginGuard {
public:
    LoginGuard(FailureStore& store, Clock const& clock, std::function<Uptime()> uptime)
        : store_{store}
        , clock_{clock}
        , uptime_{std::move(uptime)}
    {
    }

    /// Refuses with NotAllowed and the seconds to wait while the login has to.
    [[nodiscard]] Result<void> admit(std::string const& login);
    /// Of logins that do not exist at most 64 are remembered, so that nobody can fill the disk with them.
    void failed(std::string const& login, bool exists);
    /// The same for one whose failure the audit trail has already.
    void failed_in_the_trail(std::string const& login);
    /// Forgets the login's failures, and hands out how many of every login's the audit trail has not seen.
    [[nodiscard]] std::map<std::string, int> succeeded(std::string const& login);

    [[nodiscard]] static std::chrono::seconds wait_after(int failures) noexcept;

private:
    [[nodiscard]] LoginFailures one_more(FailuresByLogin const& all, std::string const& name) const;
    FailureStore& store_;
    Clock const& clock_;
    std::function<Uptime()> uptime_;
};

} // namespace plumbline::persistence
