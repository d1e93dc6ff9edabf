// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/DemoClinic.hpp"
#include "app/services/Signal.hpp"
#include "app/services/Worker.hpp"
#include "domain/store/Clinic.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// What a person types to make a clinic.
struct WizardFields {
    std::string clinic_name, address, phone, zone;
    std::string owner_name, credentials, npi, login;
    std::string password, password_again;
    friend bool operator==(WizardFields const&, WizardFields const&) = default;
};

/// What a person types to make a clinic from a backup.
struct RestoreFields {
    std::string file, clinic; ///< From where and to where.
    std::string login, password;
    friend bool operator==(RestoreFields const&, RestoreFields const&) = default;
};

struct DoorState {
    enum class Step { Login, Wizard, RecoveryCode, Recover, Restore };
    Step step = Step::Login;
    std::string clinic;      ///< Address shown above the form.
    std::string clinic_name; ///< File name without folder and ending, for the title.
    bool exists = false;     ///< A clinic is there to log in to.
    bool busy = false;
    std::string progress; ///< `Making the demo clinic: 40 of 120 patients`
    std::vector<Refusal> complaints;
    PasswordStrength strength = PasswordStrength::Refused;
    int wait_seconds = 0;      ///< Until the next try is taken.
    std::string notice;        ///< `Sent to the printer`
    std::string recovery_code; ///< Shown once, in the step of that name.
    std::string restore_to;    ///< Where a restored clinic would go, unless the person says otherwise.
    friend bool operator==(DoorState const&, DoorState const&) = default;
};

/// The way into a clinic: log in, make one, recover with the printed code, restore a backup, or open the demo.
class DoorPresenter {
public:
    DoorPresenter(ClinicDoor& door, Worker& worker, Clock const& clock, IdMaker& ids, ClinicAddress address);

    [[nodiscard]] DoorState const& state() const noexcept { return state_; }
    Signal<> changed;
    /// Someone is in. Everything of the clinic belongs to the worker's thread from here.
    Signal<std::shared_ptr<OpenClinic>> entered;

    void choose_clinic(ClinicAddress address);
    void show(DoorState::Step step);
    void log_in(std::string const& login, std::string const& password);
    /// Live strength meter of the wizard and of a changed password.
    void rate_password(std::string const& password, std::string const& login);
    void create(WizardFields const& fields);
    /// Counts a wait down; called twice a second or so.
    void tick(std::chrono::steady_clock::time_point now);
    /// The recovery code as a page: to the default printer, or into a file of PDF.
    void print_code();
    void save_code(std::string const& path);
    /// The person has written the code down: on to the clinic.
    void recovery_code_kept();
    void recover(
        std::string const& code, std::string const& login, std::string const& password, std::string const& again);
    /// Makes a clinic from a backup, never over one that is there, and leaves the person at its log-in.
    void restore(RestoreFields const& fields);
    /// Opens the demo clinic, making it first when there is none.
    void open_demo(int patients, std::uint64_t seed);

private:
    using Entry = Result<std::shared_ptr<OpenClinic>>;
    void start();
    /// This clinic's own place, or one beside it when it is taken.
    [[nodiscard]] std::string free_place() const;
    void finish(Entry entry);
    [[nodiscard]] Entry open(ClinicAddress const& address, std::string const& login, std::string const& password) const;

    ClinicDoor& door_;
    Worker& worker_;
    Clock const& clock_;
    IdMaker& ids_;
    ClinicAddress address_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    void say_of_the_code(std::function<Result<void>()> work, std::string done);
    std::optional<std::chrono::steady_clock::time_point> may_try_;
    std::string made_clinic_;             ///< Name of the clinic whose recovery code is on screen.
    std::shared_ptr<OpenClinic> waiting_; ///< Made and open, while the recovery code is on screen.
    DoorState state_;
};

} // namespace plumbline::app
