// SPDX-License-Identifier: Apache-2.0
#include "domain/access/User.hpp"

#include "domain/core/Npi.hpp"
#include "domain/core/Text.hpp"
#include "domain/core/Vocabulary.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace plumbline {

namespace {

constexpr std::array roles{
    Role::Owner, Role::Therapist, Role::Assistant, Role::FrontDesk, Role::Manager, Role::ReadOnly};

constexpr Vocabulary role_names{std::to_array<Term<Role>>({
    {Role::Owner, "owner", "Owner (PT)"},
    {Role::Therapist, "therapist", "Physical therapist (PT)"},
    {Role::Assistant, "assistant", "Physical therapist assistant (PTA)"},
    {Role::FrontDesk, "front-desk", "Front desk"},
    {Role::Manager, "manager", "Clinic manager"},
    {Role::ReadOnly, "read-only", "Read only"},
})};

struct ActionRow {
    Action action;
    std::string_view code;
    std::string_view cells; ///< One per role, in the order O T A F M R; a dot is no.
    std::string_view refusal;
};

// The permission matrix. Columns are the roles, and each has its reason:
//   O Owner       answers for the clinic and is usually a PT: everything.
//   T Therapist   the clinician of the practice acts: all of the chart, reports and own schedule; not the
//                 clinic's people, books and backups.
//   A Assistant   treats under a PT's plan: daily notes and their signature, never the evaluation, plan,
//                 diagnosis or a progress report (CMS Pub. 100-02 ch. 15 section 220.3).
//   F Front desk  people, schedule and paper; not the chart (minimum necessary, 45 CFR 164.502(b)).
//   M Manager     keeps schedule, patient list, service codes, audit and backups, and reads charts for
//                 authorizations and unsigned notes; changes nothing clinical.
//   R Read only   a visiting auditor or student: sees, and takes nothing away.
// Taking all data out, putting a backup in the clinic's place, people and settings stay with the owner.
constexpr std::array matrix{std::to_array<ActionRow>({
    {Action::SeePatients, "see-patients", "OTAFMR", tr_noop("Your role may not see patients.")},
    {Action::EditPatients, "edit-patients", "OTAFM.", tr_noop("Your role may not change patients.")},
    {Action::ImportPatients, "import-patients", "O...M.", tr_noop("Your role may not import patients.")},
    {Action::MergePatients, "merge-patients", "O...M.", tr_noop("Your role may not merge patients.")},
    {Action::SeeChart, "see-chart", "OTA.MR", tr_noop("Your role may not see charts.")},
    {Action::EditEpisode, "edit-episode", "OT....", tr_noop("Your role may not change episodes.")},
    {Action::EditEvaluation, "edit-evaluation", "OT....", tr_noop("Only a physical therapist may evaluate.")},
    {Action::EditPlan, "edit-plan", "OT....", tr_noop("Only a physical therapist may change the plan of care.")},
    {Action::EditNote, "edit-note", "OTA...", tr_noop("Your role may not write visit notes.")},
    {Action::SignNote, "sign-note", "OTA...", tr_noop("Your role may not sign visit notes.")},
    {Action::SignEvaluation, "sign-evaluation", "OT....", tr_noop("Only a physical therapist may sign an evaluation.")},
    {Action::AddAddendum, "add-addendum", "OTA...", tr_noop("Your role may not add to signed notes.")},
    {Action::MakeReport, "make-report", "OT....", tr_noop("Only a physical therapist may make reports.")},
    {Action::PrintDocument, "print-document", "OTAFM.", tr_noop("Your role may not print.")},
    {Action::ExportData, "export-data", "O.....", tr_noop("Only the owner may export data.")},
    {Action::SeeSchedule, "see-schedule", "OTAFMR", tr_noop("Your role may not see the schedule.")},
    {Action::EditSchedule, "edit-schedule", "OTAFM.", tr_noop("Your role may not change the schedule.")},
    {Action::SeeAudit, "see-audit", "O...M.", tr_noop("Your role may not see the audit trail.")},
    {Action::VerifyAudit, "verify-audit", "O...M.", tr_noop("Your role may not verify the audit trail.")},
    {Action::ManageUsers, "manage-users", "O.....", tr_noop("Only the owner may manage users.")},
    {Action::ManageClinic, "manage-clinic", "O.....", tr_noop("Only the owner may change the clinic.")},
    {Action::BackUp, "back-up", "O...M.", tr_noop("Your role may not make backups.")},
    {Action::Restore, "restore", "O.....", tr_noop("Only the owner may restore a backup.")},
    {Action::SeeInsights, "see-insights", "O...M.", tr_noop("Your role may not see the clinic's figures.")},
    {Action::SeeClinic, "see-clinic", "O...M.", tr_noop("Your role may not see the clinic's settings and people.")},
    {Action::CheckClinic, "check-clinic", "O...M.", tr_noop("Your role may not check the clinic's records.")},
    {Action::EditFees, "edit-fees", "O...M.", tr_noop("Your role may not change the service codes.")},
})};

constexpr std::string_view columns = "OTAFMR";

constexpr bool is_well_formed(ActionRow const& row, std::size_t place) noexcept
{
    if (static_cast<std::size_t>(row.action) != place || row.cells.size() != columns.size())
        return false;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (row.cells[i] != '.' && row.cells[i] != columns[i])
            return false;
    return true;
}

constexpr bool every_row_is_well_formed() noexcept
{
    for (std::size_t i = 0; i < matrix.size(); ++i)
        if (!is_well_formed(matrix[i], i))
            return false;
    return true;
}

static_assert(matrix.size() == static_cast<std::size_t>(Action::count_), "an action has no row");
static_assert(every_row_is_well_formed(), "a cell stands in the wrong column or a row in the wrong place");

constexpr auto actions = [] {
    std::array<Action, matrix.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = matrix[i].action;
    return all;
}();

ActionRow const* row_of(Action action) noexcept
{
    auto const place = static_cast<std::size_t>(action);
    return place < matrix.size() ? &matrix[place] : nullptr;
}

bool is_login(std::string_view login) noexcept
{
    return login.size() >= 2 && login.size() <= 32 && std::ranges::all_of(login, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    });
}

bool is_licensed(Role role) noexcept
{
    return role == Role::Therapist || role == Role::Assistant;
}

} // namespace

std::string_view code(Role role) noexcept
{
    return role_names.code(role);
}
std::string_view label(Role role) noexcept
{
    return role_names.label(role);
}

Result<Role> role_from_code(std::string_view code)
{
    if (auto const role = role_names.from_code(code))
        return *role;
    return refuse(Refusal::Reason::Invalid, "role", tr_noop("There is no such role."));
}

std::string_view code(Action action) noexcept
{
    ActionRow const* const row = row_of(action);
    return row ? row->code : std::string_view{};
}

std::span<Role const> all_roles() noexcept
{
    return roles;
}
std::span<Action const> all_actions() noexcept
{
    return actions;
}

bool permitted(Role role, Action action) noexcept
{
    ActionRow const* const row = row_of(action);
    auto const column = static_cast<std::size_t>(role);
    return row && column < columns.size() && row->cells[column] == columns[column];
}

Result<User> User::create(UserId id, Details details, int version)
{
    Faults faults;
    details.login = ascii_lower(trimmed(details.login));
    if (!is_login(details.login))
        faults.add("login", tr_noop("A login has 2 to 32 of the signs a-z 0-9 . - _"));
    clean_text(faults, "full_name", details.full_name, name_rule);
    if (details.full_name.empty())
        faults.add("full_name", tr_noop("Write the full name: it is printed under signatures."));
    clean_text(faults, "credentials", details.credentials, name_rule);
    if (is_licensed(details.role) && details.credentials.empty())
        faults.add("credentials", tr_noop("Write the credentials, such as PT, DPT: signatures need them."));
    details.npi = trimmed(details.npi);
    if (!details.npi.empty() && !is_npi(details.npi))
        faults.add("npi", tr_noop("This is not an NPI: ten digits, the last one a check digit."));
    if (label(details.role).empty())
        faults.add("role", tr_noop("There is no such role."));
    if (!faults.none())
        return refuse(faults.refusal());
    return User{id, std::move(details), version};
}

User::User(UserId id, Details details, int version)
    : id_{id}
    , details_{std::move(details)}
    , version_{version}
{
}

std::string User::name_with_credentials() const
{
    if (details_.credentials.empty())
        return details_.full_name;
    return details_.full_name + ", " + details_.credentials;
}

Result<void> permit(Actor const& actor, Action action)
{
    if (permitted(actor.role, action))
        return {};
    ActionRow const* const row = row_of(action);
    return refuse(Refusal::Reason::NotAllowed, "", row ? row->refusal : tr_noop("Your role may not do this."));
}

} // namespace plumbline
