// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "domain/core/Result.hpp"

#include <span>
#include <string>
#include <string_view>

namespace plumbline {

enum class Role { Owner, Therapist, Assistant, FrontDesk, Manager, ReadOnly };

/// Everything a person can ask the program to do that needs permission. The matrix of Role x Action
/// (see permitted) has a cell for each; what has no entry there is denied.
enum class Action {
    SeePatients,
    EditPatients,
    ImportPatients,
    MergePatients,
    SeeChart,
    EditEpisode,
    EditEvaluation,
    EditPlan,
    EditNote,
    SignNote,
    SignEvaluation,
    AddAddendum,
    MakeReport,
    PrintDocument,
    ExportData,
    SeeSchedule,
    EditSchedule,
    SeeAudit,
    VerifyAudit,
    ManageUsers,
    ManageClinic,
    BackUp,
    Restore,
    SeeInsights,
    SeeClinic, ///< Its settings and its people.
    CheckClinic,
    EditFees,
    count_
};

[[nodiscard]] std::string_view code(Role role) noexcept;  ///< `therapist`, as stored.
[[nodiscard]] std::string_view label(Role role) noexcept; ///< `Physical therapist (PT)`
[[nodiscard]] Result<Role> role_from_code(std::string_view code);
[[nodiscard]] std::string_view code(Action action) noexcept;
[[nodiscard]] std::span<Role const> all_roles() noexcept;
[[nodiscard]] std::span<Action const> all_actions() noexcept;

/// Deny by default: true only for the cells written down in User.cpp, each with its reason.
[[nodiscard]] bool permitted(Role role, Action action) noexcept;

/// One person who works in the clinic and logs in. Login names are folded to lower case, 2 to 32 of
/// a-z 0-9 . - _ ; credentials print after the name (`PT, DPT`) and are required for Therapist and Assistant.
class User {
public:
    struct Details {
        std::string login;
        std::string full_name;
        std::string credentials;
        std::string npi; ///< Empty or ten digits with a valid Luhn check (prefix 80840).
        Role role = Role::ReadOnly;
        bool active = true;
        friend bool operator==(Details const&, Details const&) = default;
    };
    [[nodiscard]] static Result<User> create(UserId id, Details details, int version = 0);

    [[nodiscard]] UserId id() const noexcept { return id_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    [[nodiscard]] int version() const noexcept { return version_; }
    [[nodiscard]] std::string name_with_credentials() const;
    friend bool operator==(User const&, User const&) = default;

private:
    User(UserId id, Details details, int version);
    UserId id_;
    Details details_;
    int version_;
};

/// Who is acting in this session, as services and the audit chain see it.
struct Actor {
    UserId user;
    Role role;
    std::string login;
    std::string signature; ///< Full name with credentials.
};

/// Refused, with the reason NotAllowed, unless the actor's role has the action.
[[nodiscard]] Result<void> permit(Actor const& actor, Action action);

} // namespace plumbline
