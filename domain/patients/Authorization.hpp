// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "domain/core/Result.hpp"
#include "domain/core/Time.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

/// Who allows the visits: the payer who pays for them, or the provider whose referral they follow.
enum class AuthorizationKind { Payer, Referral };
[[nodiscard]] std::string_view code(AuthorizationKind) noexcept;
[[nodiscard]] std::string_view label(AuthorizationKind) noexcept;
[[nodiscard]] Result<AuthorizationKind> authorization_kind_from_code(std::string_view code);

/// Visits and units that a payer or a referral allows, from a day to a day. What is unset has no limit.
class Authorization {
public:
    struct Details {
        PatientId patient{0};
        std::optional<EpisodeId> episode{}; ///< Unset: whatever the patient is treated for.
        AuthorizationKind kind = AuthorizationKind::Payer;
        std::string payer{}, number{};
        std::optional<int> visits{}, units{};    ///< Allowed.
        int visits_before = 0, units_before = 0; ///< Used before this program kept the visits.
        std::optional<Date> from{}, until{};     ///< Both included.
        std::string note{};
        bool ended = false; ///< Withdrawn or replaced; kept for what it was.
        friend bool operator==(Details const&, Details const&) = default;
    };
    /// Refuses no patient, counts out of 0 to 9999, and an end before the beginning.
    [[nodiscard]] static Result<Authorization> create(AuthorizationId id, Details details, int version = 0);
    [[nodiscard]] static Authorization restore(AuthorizationId id, Details details, int version);

    [[nodiscard]] AuthorizationId id() const noexcept { return id_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    [[nodiscard]] int version() const noexcept { return version_; }
    friend bool operator==(Authorization const&, Authorization const&) = default;

private:
    Authorization(AuthorizationId id, Details details, int version);
    AuthorizationId id_;
    Details details_;
    int version_;
};

/// Whether visits of the episode on the day count against it.
[[nodiscard]] bool covers(Authorization const& authorization, std::optional<EpisodeId> episode, Date day) noexcept;

/// What was used of it, what was used elsewhere before included.
struct AuthorizationUse {
    int visits = 0, units = 0;
    friend bool operator==(AuthorizationUse const&, AuthorizationUse const&) = default;
};

/// Where an authorization stands on a day.
struct AuthorizationStanding {
    AuthorizationId id{0};
    AuthorizationKind kind{};
    std::string payer{}, number{};
    std::optional<int> visits_allowed{}, units_allowed{};
    AuthorizationUse used{};
    std::optional<Date> until{};
    std::optional<int> visits_left{}, units_left{}, days_left{}; ///< Negative when over.
    bool warns = false;     ///< One of them is nearly over (settings `alert.authorization_*`).
    bool exhausted = false; ///< One of them is over: another visit is not covered.
    friend bool operator==(AuthorizationStanding const&, AuthorizationStanding const&) = default;
};
/// Warned when so many or fewer are left.
struct AuthorizationAlert {
    int visits = 2, units = 10, days = 7;
};
[[nodiscard]] AuthorizationStanding standing_of(
    Authorization const& authorization, AuthorizationUse used, Date day, AuthorizationAlert const& alert);
using UseOfAuthorization = std::function<AuthorizationUse(AuthorizationId)>;
/// Of one kind, the one that counts on the day: the first that has something left (one of the episode's own before one
/// for anything, then what ends first), else the last that had.
[[nodiscard]] std::optional<AuthorizationStanding> in_force(std::span<Authorization const> authorizations,
    AuthorizationKind kind, std::optional<EpisodeId> episode, Date day, UseOfAuthorization const& use,
    AuthorizationAlert const& alert);

class Authorizations {
public:
    virtual ~Authorizations() = default;
    [[nodiscard]] virtual std::optional<Authorization> find(AuthorizationId id) const = 0;
    /// Oldest first.
    [[nodiscard]] virtual std::vector<Authorization> of_patient(PatientId patient) const = 0;
    /// Conflict when the version is outdated.
    [[nodiscard]] virtual Result<void> keep(Authorization const& authorization) = 0;
};

} // namespace plumbline
