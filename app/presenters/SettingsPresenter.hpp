// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Administration.hpp"
#include "app/services/Backups.hpp"
#include "app/services/Desk.hpp"
#include "app/services/ImportPatients.hpp"
#include "app/services/Signal.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace plumbline::app {

struct SettingsState {
    bool loaded = false;
    std::vector<User> users;
    std::map<std::string, std::string> settings;
    std::string backup;          ///< How the backups stand, and where the last one lies.
    bool may_see_clinic = false; ///< Its settings and people; the own password is everyone's.
    bool may_manage_users = false, may_manage_clinic = false, may_back_up = false, may_check = false,
         may_import = false;
    std::string notice;
    std::vector<Refusal> complaints;
    bool busy = false;
    int passwords_changed = 0, people_admitted = 0; ///< How often: what was typed for it is done with.
    friend bool operator==(SettingsState const&, SettingsState const&) = default;
};

/// The clinic itself: its people, its facts, its password, its backups.
class SettingsPresenter {
public:
    explicit SettingsPresenter(Desk& desk);

    [[nodiscard]] SettingsState const& state() const noexcept { return state_; }
    [[nodiscard]] Desk& desk() noexcept { return desk_; }
    Signal<> changed;

    void refresh();
    void change(std::map<std::string, std::string> const& settings);
    void admit(User::Details details, std::string const& password);
    void dismiss(UserId user);
    /// Somebody has a new password.
    void password_given(User const& user);
    void change_password(std::string const& old_password, std::string const& fresh, std::string const& again);
    void back_up(std::string const& file);
    void check();
    void import_list(std::string const& file, ImportMode mode);

private:
    template <class Work, class Said>
    void manage(Work work, Said said);
    void refused(Refusal refusal);
    void done(std::string notice);

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    SettingsState state_;
};

} // namespace plumbline::app
