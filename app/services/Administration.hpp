// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"
#include "domain/store/Clinic.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::app {

/// A login name that somebody has or had is refused: the audit log tells people apart by it.
[[nodiscard]] Result<UserId> admit_user(
    OpenClinic& clinic, Context const& context, User::Details details, std::string const& password);
[[nodiscard]] Result<void> dismiss_user(OpenClinic& clinic, Context const& context, UserId user);
/// A colleague's forgotten password gives way to this one; who was dismissed can log in again. One's own is changed by
/// whoever knows it.
[[nodiscard]] Result<void> give_password(
    OpenClinic& clinic, Context const& context, UserId user, std::string const& password);

struct ClinicFacts {
    std::vector<User> users;
    std::map<std::string, std::string> settings;
};
[[nodiscard]] Result<ClinicFacts> clinic_facts(Records const& records, Context const& context);
[[nodiscard]] Result<CheckReport> check_clinic(OpenClinic& clinic, Context const& context);
[[nodiscard]] Result<AuditVerdict> verify_audit(OpenClinic& clinic, Context const& context);

[[nodiscard]] Result<void> change_setting(
    Records& records, Context const& context, std::string_view key, std::string_view value);
/// A form's settings, all or none, each fault on the field of its key. A clinic closes after it opens.
[[nodiscard]] Result<void> change_settings(
    Records& records, Context const& context, std::map<std::string, std::string> const& settings);

/// Where this person's clinics live: XDG data folder, created 0700 on demand; the demo clinic beside.
[[nodiscard]] std::string default_clinic_path();
[[nodiscard]] std::string demo_clinic_path();

} // namespace plumbline::app
