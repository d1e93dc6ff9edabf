// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/SettingsPresenter.hpp"

#include "app/presenters/BackupKeeper.hpp"
#include "app/presenters/Faults.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::app {

namespace {

struct Facts {
    ClinicFacts clinic;
    BackupStatus backup;
    ClinicTime now{};
};

std::string backup_words(BackupStatus const& status, ClinicTime now)
{
    std::string words = backup_line(status, now).words;
    return status.verified ? words + (status.failed ? " It lies in " : ", in ") + status.file : words;
}

} // namespace

SettingsPresenter::SettingsPresenter(Desk& desk)
    : desk_{desk}
{
    Role const role = desk.actor().role;
    state_.may_see_clinic = permitted(role, Action::SeeClinic);
    state_.may_check = permitted(role, Action::CheckClinic);
    state_.may_import = permitted(role, Action::ImportPatients);
    state_.may_manage_users = permitted(role, Action::ManageUsers);
    state_.may_manage_clinic = permitted(role, Action::ManageClinic);
    state_.may_back_up = permitted(role, Action::BackUp);
}

void SettingsPresenter::refresh()
{
    // Whoever may not see it has not asked to by opening the page.
    if (!state_.may_see_clinic) {
        state_.loaded = true;
        return changed();
    }
    desk_.read(
        alive_,
        [](Records const& records, Context const& context) -> Result<Facts> {
            auto clinic = clinic_facts(records, context);
            if (!clinic)
                return refuse(clinic.error());
            return Facts{*std::move(clinic), backup_status(records, context, {}), context.clock->local_now()};
        },
        [this](Result<Facts> facts) {
            if (!facts)
                return refused(facts.error());
            state_.loaded = true;
            state_.users = std::move(facts->clinic.users);
            state_.settings = std::move(facts->clinic.settings);
            state_.backup = backup_words(facts->backup, facts->now);
            changed();
        });
}

void SettingsPresenter::refused(Refusal refusal)
{
    state_.busy = false;
    state_.notice.clear();
    state_.complaints = each(std::move(refusal));
    changed();
}

void SettingsPresenter::done(std::string notice)
{
    state_.busy = false;
    state_.complaints.clear();
    state_.notice = std::move(notice);
    refresh();
}

template <class Work, class Said>
void SettingsPresenter::manage(Work work, Said said)
{
    if (state_.busy)
        return;
    state_.busy = true;
    state_.complaints.clear();
    state_.notice.clear();
    changed();
    desk_.manage(alive_, std::move(work), [this, said = std::move(said)](auto outcome) {
        if (!outcome)
            return refused(outcome.error());
        done(said(outcome));
    });
}

void SettingsPresenter::change(std::map<std::string, std::string> const& settings)
{
    desk_.write(
        alive_,
        [settings](Records& records, Context const& context) { return change_settings(records, context, settings); },
        [this](Result<void> kept) {
            if (!kept)
                return refused(kept.error());
            done("Kept");
        });
}

void SettingsPresenter::admit(User::Details details, std::string const& password)
{
    manage([details = std::move(details), password](
               OpenClinic& clinic, Context const& context) { return admit_user(clinic, context, details, password); },
        [this](Result<UserId> const&) {
            ++state_.people_admitted;
            return std::string{"The new person can log in now."};
        });
}

void SettingsPresenter::dismiss(UserId user)
{
    manage([user](OpenClinic& clinic, Context const& context) { return dismiss_user(clinic, context, user); },
        [](Result<void> const&) { return std::string{"That person cannot log in any more."}; });
}

void SettingsPresenter::password_given(User const& user)
{
    done(fill("{0} logs in with the new password from now on.", {user.details().full_name}));
}

void SettingsPresenter::change_password(
    std::string const& old_password, std::string const& fresh, std::string const& again)
{
    if (fresh != again)
        return refused(
            {Refusal::Reason::Invalid, "password_again", {tr_noop("The two passwords are not the same."), {}}, {}});
    if (auto const acceptable = acceptable_password(fresh, desk_.actor().login); !acceptable)
        return refused({Refusal::Reason::Invalid, "new_password", acceptable.error().message, {}});
    manage(
        [old_password, fresh](OpenClinic& clinic, Context const&) -> Result<void> {
            auto outcome = clinic.change_password(old_password, fresh);
            if (!outcome && outcome.error().reason == Refusal::Reason::NotAllowed)
                return refuse(
                    Refusal::Reason::NotAllowed, "old_password", tr_noop("The old password is not the right one."));
            return outcome;
        },
        [this](Result<void> const&) {
            ++state_.passwords_changed;
            return std::string{"Your password is changed."};
        });
}

void SettingsPresenter::back_up(std::string const& file)
{
    manage([file](OpenClinic& clinic, Context const& context) { return app::back_up(clinic, context, file); },
        [](Result<BackupReceipt> const& receipt) {
            return fill("Backup verified by restoring it: {0} patients, {1} visits.",
                {std::to_string(receipt->patients), std::to_string(receipt->visits)});
        });
}

void SettingsPresenter::check()
{
    manage([](OpenClinic& clinic, Context const& context) { return check_clinic(clinic, context); },
        [](Result<CheckReport> const& report) {
            std::string words = report->ok ? "Everything is as it was written." : "Problems found:";
            for (std::string const& problem : report->problems)
                words += ' ' + problem;
            return words;
        });
}

void SettingsPresenter::import_list(std::string const& file, ImportMode mode)
{
    manage(
        [file, mode](OpenClinic& clinic, Context const& context) -> Result<ImportOutcome> {
            auto const bytes = read_import_file(file);
            if (!bytes)
                return refuse(bytes.error());
            return clinic.store().write(
                [&](Records& records) { return import_patients(records, context, *bytes, mode); });
        },
        [mode](Result<ImportOutcome> const& outcome) {
            std::string words =
                fill(mode == ImportMode::Rehearse ? "Would add {0}, skip {1}." : "Added {0}, skipped {1}.",
                    {std::to_string(outcome->created), std::to_string(outcome->skipped)});
            if (outcome->faults > 0)
                words = fill("Nothing was added: {0} rows cannot be used.", {std::to_string(outcome->faults)});
            for (ImportProblem const& problem : outcome->problems)
                words += '\n' + problem.english();
            return words;
        });
}

} // namespace plumbline::app
