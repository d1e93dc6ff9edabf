// SPDX-License-Identifier: Apache-2.0
#include "app/services/Administration.hpp"

#include "app/services/Common.hpp"
#include "app/services/SystemClock.hpp"
#include "domain/store/SettingsDefaults.hpp"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

namespace plumbline::app {

namespace {

namespace fs = std::filesystem;

Result<void> note(
    OpenClinic& clinic, Context const& context, AuditEvent event, Subject subject, std::string detail = {})
{
    return clinic.store().write([&](Records& records) -> Result<void> {
        audit(records, context, event, subject, detail);
        return {};
    });
}

/// What would be believed of the backups must not be typed.
bool kept_by_the_program(std::string_view key)
{
    constexpr std::array keys{
        "backup.verified", "backup.verified_local", "backup.file", "backup.failed_local", "backup.failure"};
    return std::ranges::find(keys, key) != keys.end();
}

/// XDG Base Directory Specification: a relative path is to be ignored.
fs::path data_home()
{
    if (char const* const set = std::getenv("XDG_DATA_HOME"); set && fs::path{set}.is_absolute())
        return set;
    char const* home = std::getenv("HOME");
    if (!home || *home == '\0')
        if (passwd const* const person = ::getpwuid(::geteuid()))
            home = person->pw_dir;
    return fs::path{home ? home : "."} / ".local" / "share";
}

/// The folder is born closed to others.
std::string in_data_folder(std::string_view name)
{
    auto const folder = data_home() / "plumbline";
    std::error_code already_there;
    fs::create_directories(folder.parent_path(), already_there);
    ::mkdir(folder.c_str(), S_IRWXU);
    return (folder / name).string();
}

} // namespace

Result<UserId> admit_user(
    OpenClinic& clinic, Context const& context, User::Details details, std::string const& password)
{
    if (auto allowed = permit(context.actor, Action::ManageUsers); !allowed)
        return refuse(allowed.error());
    auto const user = User::create(context.make<UserId>(), std::move(details));
    if (!user)
        return refuse(user.error());
    // By the login as it is kept, which is in lower case however it was typed.
    std::string const& login = user->details().login;
    auto const known = clinic.store().read([&](Records const& records) { return records.users().by_login(login); });
    if (known)
        return refuse(Refusal::Reason::Invalid, "login",
            known->details().active ? tr_noop("Somebody here has this login name already. Choose another.")
                                    : tr_noop("Somebody who left had this login name. Choose another."));
    if (auto admitted = clinic.admit(*user, password); !admitted)
        return refuse(admitted.error());
    if (auto noted = note(clinic, context, AuditEvent::UserAdded, {"user", user->id().value()},
            std::string{code(user->details().role)});
        !noted)
        return refuse(noted.error());
    return user->id();
}

Result<void> dismiss_user(OpenClinic& clinic, Context const& context, UserId user)
{
    if (auto allowed = permit(context.actor, Action::ManageUsers); !allowed)
        return allowed;
    if (auto dismissed = clinic.dismiss(user); !dismissed)
        return dismissed;
    return note(clinic, context, AuditEvent::UserChanged, {"user", user.value()}, "dismissed");
}

Result<void> give_password(OpenClinic& clinic, Context const& context, UserId user, std::string const& password)
{
    if (auto allowed = permit(context.actor, Action::ManageUsers); !allowed)
        return allowed;
    if (user == context.actor.user)
        return refuse(
            Refusal::Reason::NotAllowed, "user", tr_noop("Change your own password with the old one, further down."));
    auto const known = clinic.store().read([&](Records const& records) { return records.users().find(user); });
    if (!known)
        return refuse(Refusal::Reason::NotFound, "user", tr_noop("There is no such user."));
    bool const was_active = known->details().active;
    User::Details details = known->details();
    details.active = true;
    auto const welcome = User::create(user, std::move(details), known->version());
    if (!welcome)
        return refuse(welcome.error());
    if (auto admitted = clinic.admit(*welcome, password); !admitted)
        return admitted;
    return note(clinic, context, AuditEvent::UserChanged, {"user", user.value()},
        was_active ? "new password" : "new password, can log in again");
}

Result<ClinicFacts> clinic_facts(Records const& records, Context const& context)
{
    if (auto allowed = permit(context.actor, Action::SeeClinic); !allowed)
        return refuse(allowed.error());
    return ClinicFacts{records.users().all(), records.settings().all()};
}

Result<CheckReport> check_clinic(OpenClinic& clinic, Context const& context)
{
    if (auto allowed = permit(context.actor, Action::CheckClinic); !allowed)
        return refuse(allowed.error());
    return clinic.check();
}

Result<AuditVerdict> verify_audit(OpenClinic& clinic, Context const& context)
{
    if (auto allowed = permit(context.actor, Action::VerifyAudit); !allowed)
        return refuse(allowed.error());
    return clinic.verify_audit();
}

Result<void> change_setting(Records& records, Context const& context, std::string_view key, std::string_view value)
{
    if (auto allowed = permit(context.actor, Action::ManageClinic); !allowed)
        return allowed;
    if (kept_by_the_program(key))
        return refuse(Refusal::Reason::NotAllowed, "key", tr_noop("The program itself writes this down."));
    if (key == "backup.folder" && !value.empty() && !fs::path{value}.is_absolute())
        return refuse(Refusal::Reason::Invalid, "value", tr_noop("Write the whole path, beginning with /."));
    if (key == "clinic.demo")
        return refuse(
            Refusal::Reason::NotAllowed, "key", tr_noop("A demo clinic stays one, and no other becomes one."));
    if (auto accepted = acceptable_setting(key, value); !accepted)
        return accepted;
    if (key == "clinic.zone")
        if (auto zone = known_zone(std::string{value}); !zone)
            return zone;
    // A form keeps all its fields at once; only what is different is a change.
    if (records.settings().get(key) == value)
        return {};
    records.settings().set(key, value);
    audit(records, context, AuditEvent::Change, {"setting"}, std::string{key});
    return {};
}

Result<void> change_settings(
    Records& records, Context const& context, std::map<std::string, std::string> const& settings)
{
    for (auto const& [key, value] : settings)
        if (auto kept = change_setting(records, context, key, value); !kept) {
            Refusal refusal = kept.error();
            auto const known = std::ranges::find(setting_defaults(), std::string_view{key}, &SettingDefault::key);
            if (refusal.reason == Refusal::Reason::Invalid && known != setting_defaults().end())
                refusal.field = known->key;
            return refuse(std::move(refusal));
        }
    // Both are HH:MM by now.
    if ((settings.contains("schedule.opens") || settings.contains("schedule.closes"))
        && records.settings().get("schedule.closes") <= records.settings().get("schedule.opens"))
        return refuse(Refusal::Reason::Invalid, "schedule.closes", tr_noop("A clinic closes after it opens."));
    return {};
}

std::string default_clinic_path()
{
    return in_data_folder("clinic.plumbline");
}
std::string demo_clinic_path()
{
    return in_data_folder("demo.plumbline");
}

} // namespace plumbline::app
