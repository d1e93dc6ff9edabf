// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DoorPresenter.hpp"

#include "app/presenters/Faults.hpp"
#include "app/services/Administration.hpp"

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
    state_.clinic = address_.text;
    state_.clinic_name = address_.is_server() ? address_.text : std::filesystem::path{address_.text}.stem().string();
    state_.exists = door_.exists(address_);
    state_.step = state_.exists ? DoorState::Step::Login : DoorState::Step::Wizard;
    changed();
}

void DoorPresenter::show(DoorState::Step step)
{
    state_.step = step;
    state_.complaints.clear();
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
    return std::shared_ptr<OpenClinic>{std::move(*clinic)};
}

void DoorPresenter::log_in(std::string const& login, std::string const& password)
{
    if (state_.busy)
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
        [this](Result<Made> made) {
            if (!made)
                return finish(refuse(made.error()));
            state_.busy = false;
            state_.exists = true;
            state_.recovery_code = std::move(made->code);
            waiting_ = std::move(made->clinic);
            state_.step = DoorState::Step::RecoveryCode;
            changed();
        });
}

void DoorPresenter::recovery_code_kept()
{
    if (!waiting_)
        return;
    state_.recovery_code.clear();
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
            if (!clinic)
                return refuse(clinic.error());
            return std::shared_ptr<OpenClinic>{std::move(*clinic)};
        },
        [this](Entry entry) { finish(std::move(entry)); });
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
