// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DoorPresenter.hpp"

#include "app/presenters/Faults.hpp"
#include "app/services/Administration.hpp"
#include "app/services/Paper.hpp"
#include "app/services/RecoverySheet.hpp"
#include "domain/store/ShownAddress.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace plumbline::app {

namespace {

Faults wizard_faults(WizardFields const& fields)
{
    Faults faults;
    if (fields.clinic_name.empty())
        faults.add("clinic_name", tr_noop("The clinic needs a name; it is printed on every page."));
    if (fields.password != fields.password_again)
        faults.add("password_again", tr_noop("The two passwords are not the same."));
    if (auto const acceptable = acceptable_password(fields.password, fields.login); !acceptable)
        faults.add("password", acceptable.error().message.text, acceptable.error().message.arguments);
    auto const owner =
        User::create(UserId{1}, {fields.login, fields.owner_name, fields.credentials, fields.npi, Role::Owner, true});
    if (!owner)
        for (Refusal const& fault : each(owner.error()))
            faults.add(fault);
    return faults;
}

} // namespace

DoorPresenter::DoorPresenter(ClinicDoor& door, Worker& worker, Clock const& clock, IdMaker& ids, ClinicAddress address)
    : door_{door}
    , worker_{worker}
    , clock_{clock}
    , ids_{ids}
    , address_{std::move(address)}
{
    choose_clinic(address_);
}

void DoorPresenter::choose_clinic(ClinicAddress address)
{
    address_ = std::move(address);
    state_ = {};
    state_.clinic = shown(address_);
    state_.clinic_name = address_.is_server() ? state_.clinic : std::filesystem::path{address_.text}.stem().string();
    state_.exists = door_.exists(address_);
    state_.step = state_.exists ? DoorState::Step::Login : DoorState::Step::Wizard;
    changed();
}

void DoorPresenter::show(DoorState::Step step)
{
    state_.step = step;
    if (step == DoorState::Step::Restore)
        state_.restore_to = free_place();
    state_.complaints.clear();
    state_.notice.clear();
    state_.wait_seconds = 0;
    changed();
}

void DoorPresenter::tick(std::chrono::steady_clock::time_point now)
{
    if (state_.wait_seconds == 0)
        return;
    if (!may_try_)
        may_try_ = now + std::chrono::seconds{state_.wait_seconds};
    auto const left = std::chrono::ceil<std::chrono::seconds>(*may_try_ - now).count();
    int const seconds = static_cast<int>(std::max<decltype(left)>(left, 0));
    if (seconds == state_.wait_seconds)
        return;
    state_.wait_seconds = seconds;
    state_.complaints.clear();
    if (seconds > 0)
        state_.complaints.push_back(
            {Refusal::Reason::NotAllowed, "password", {wait_before_next_try, {std::to_string(seconds)}}, {}});
    changed();
}

void DoorPresenter::start()
{
    state_.busy = true;
    state_.complaints.clear();
    changed();
}

void DoorPresenter::finish(Entry entry)
{
    state_.busy = false;
    state_.progress.clear();
    if (!entry) {
        state_.complaints = each(entry.error());
        state_.wait_seconds = seconds_to_wait(entry.error());
        may_try_.reset();
        changed();
        return;
    }
    changed();
    entered(std::move(*entry));
}

DoorPresenter::Entry DoorPresenter::open(
    ClinicAddress const& address, std::string const& login, std::string const& password) const
{
    auto clinic = door_.open(address, login, password);
    if (!clinic)
        return refuse(clinic.error());
    if (auto const awake = wake_demo_clinic(**clinic, Context{(*clinic)->actor(), &clock_, &ids_}); !awake)
        return refuse(awake.error());
    return std::shared_ptr<OpenClinic>{std::move(*clinic)};
}

void DoorPresenter::log_in(std::string const& login, std::string const& password)
{
    if (state_.busy || state_.wait_seconds > 0)
        return;
    start();
    worker_.run(
        alive_, [this, address = address_, login, password] { return open(address, login, password); },
        [this](Entry entry) { finish(std::move(entry)); });
}

void DoorPresenter::rate_password(std::string const& password, std::string const& login)
{
    auto const strength = password_strength(password, login);
    if (strength == state_.strength)
        return;
    state_.strength = strength;
    changed();
}

void DoorPresenter::create(WizardFields const& fields)
{
    if (state_.busy)
        return;
    if (Faults const faults = wizard_faults(fields); !faults.none()) {
        state_.complaints = each(faults.refusal());
        changed();
        return;
    }
    start();
    NewClinic clinic{fields.clinic_name, fields.address, fields.phone, fields.npi, fields.zone,
        {fields.login, fields.owner_name, fields.credentials, fields.npi, Role::Owner, true}, fields.password, false};
    struct Made {
        std::string code;
        std::shared_ptr<OpenClinic> clinic;
    };
    worker_.run(
        alive_,
        [this, address = address_, clinic = std::move(clinic)]() -> Result<Made> {
            auto code = door_.create(address, clinic);
            if (!code)
                return refuse(code.error());
            auto opened = open(address, clinic.owner.login, clinic.password);
            if (!opened)
                return refuse(opened.error());
            return Made{std::move(*code), std::move(*opened)};
        },
        [this, name = fields.clinic_name](Result<Made> made) mutable {
            if (!made)
                return finish(refuse(made.error()));
            state_.busy = false;
            state_.exists = true;
            state_.recovery_code = std::move(made->code);
            waiting_ = std::move(made->clinic);
            made_clinic_ = std::move(name);
            state_.step = DoorState::Step::RecoveryCode;
            changed();
        });
}

void DoorPresenter::print_code()
{
    say_of_the_code([pdf = recovery_sheet(
                         made_clinic_, state_.recovery_code, clock_)] { return print_pdf({}, "Recovery code", pdf); },
        "Sent to the printer. Lock the page away.");
}

void DoorPresenter::save_code(std::string const& path)
{
    say_of_the_code(
        [path, pdf = recovery_sheet(made_clinic_, state_.recovery_code, clock_)] { return write_file(path, pdf); },
        "Saved. Print it, lock the page away, then delete the file.");
}

void DoorPresenter::say_of_the_code(std::function<Result<void>()> work, std::string done)
{
    if (state_.busy || state_.recovery_code.empty())
        return;
    start();
    worker_.run(alive_, std::move(work), [this, done = std::move(done)](Result<void> outcome) {
        state_.busy = false;
        state_.notice = outcome ? done : std::string{};
        state_.complaints = outcome ? std::vector<Refusal>{} : each(outcome.error());
        changed();
    });
}

void DoorPresenter::recovery_code_kept()
{
    if (!waiting_)
        return;
    state_.recovery_code.clear();
    state_.notice.clear();
    finish(std::exchange(waiting_, nullptr));
}

void DoorPresenter::recover(
    std::string const& code, std::string const& login, std::string const& password, std::string const& again)
{
    if (state_.busy)
        return;
    Faults faults;
    if (password != again)
        faults.add("password_again", tr_noop("The two passwords are not the same."));
    if (auto const acceptable = acceptable_password(password, login); !acceptable)
        faults.add("password", acceptable.error().message.text, acceptable.error().message.arguments);
    if (!faults.none()) {
        state_.complaints = each(faults.refusal());
        changed();
        return;
    }
    start();
    worker_.run(
        alive_,
        [this, address = address_, code, login, password]() -> Entry {
            auto clinic = door_.recover(address, code, login, password);
            if (!clinic && clinic.error().reason == Refusal::Reason::NotAllowed && clinic.error().field == "password")
                // What the door calls a password is the code here; the new password is not at fault.
                return refuse(Refusal::Reason::NotAllowed, "recovery_code",
                    tr_noop("This code and login name do not open the clinic. Compare the code with the printed one."));
            if (!clinic)
                return refuse(clinic.error());
            return std::shared_ptr<OpenClinic>{std::move(*clinic)};
        },
        [this](Entry entry) { finish(std::move(entry)); });
}

std::string DoorPresenter::free_place() const
{
    if (address_.is_server() || !door_.exists(address_))
        return address_.text;
    std::filesystem::path const taken{address_.text};
    for (int number = 1;; ++number) {
        std::string const ending = number == 1 ? "-restored" : "-restored-" + std::to_string(number);
        auto const beside = taken.parent_path() / (taken.stem().string() + ending + taken.extension().string());
        if (!door_.exists({beside.string()}))
            return beside.string();
    }
}

void DoorPresenter::restore(RestoreFields const& fields)
{
    if (state_.busy)
        return;
    Faults faults;
    if (fields.file.empty())
        faults.add("file", tr_noop("Choose the backup, or type where it lies."));
    if (fields.clinic.empty())
        faults.add("clinic", tr_noop("Say where the restored clinic is to be kept."));
    if (fields.login.empty())
        faults.add("login", tr_noop("Who is restoring? Only an owner can."));
    if (!faults.none()) {
        state_.complaints = each(faults.refusal());
        return changed();
    }
    start();
    state_.progress = tr_noop("Restoring the backup and verifying it …");
    changed();
    worker_.run(
        alive_,
        [this, fields]() -> Result<BackupReceipt> {
            ClinicAddress const to{fields.clinic};
            if (door_.exists(to))
                return refuse(Refusal::Reason::Conflict, "clinic",
                    tr_noop("There is a clinic already, and a backup never goes over one. Choose another place."));
            return door_.restore(fields.file, to, fields.login, fields.password);
        },
        [this, to = fields.clinic](Result<BackupReceipt> receipt) {
            if (!receipt)
                return finish(refuse(receipt.error()));
            choose_clinic({to});
            state_.notice = fill(tr_noop("Restored and verified. Patients: {0}, visits: {1}. Log in with the password "
                                         "of the day of the backup."),
                {std::to_string(receipt->patients), std::to_string(receipt->visits)});
            changed();
        });
}

void DoorPresenter::open_demo(int patients, std::uint64_t seed)
{
    if (state_.busy)
        return;
    choose_clinic(ClinicAddress{demo_clinic_path()});
    start();
    state_.progress = state_.exists ? "Opening the demo clinic" : "Making the demo clinic";
    changed();
    worker_.run(
        alive_,
        [this, address = address_, exists = state_.exists, patients, seed]() -> Entry {
            if (!exists)
                if (auto const made = make_demo_clinic(door_, address, clock_, ids_, patients, seed, [](int) {}); !made)
                    return refuse(made.error());
            NewClinic const demo = demo_clinic();
            return open(address, demo.owner.login, demo.password);
        },
        [this](Entry entry) { finish(std::move(entry)); });
}

} // namespace plumbline::app
