// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/Doorway.hpp"

#include <boost/test/unit_test.hpp>

namespace plumbline::testing {

Doorway::Doorway()
    : door{environment()}
{
}

ClinicAddress Doorway::address(std::string const& name) const
{
    return {(folder / name).string()};
}

NewClinic Doorway::new_clinic()
{
    NewClinic clinic;
    clinic.name = "Plumb Line Physical Therapy";
    clinic.zone = "America/New_York";
    clinic.owner = {owner, "Dana Reyes", "PT, DPT", "", Role::Owner, true};
    clinic.password = password;
    return clinic;
}

persistence::Environment Doorway::environment()
{
    persistence::Environment environment{clock, ids, cheap, {}, folder / "state"};
    environment.uptime = [this] {
        return persistence::Uptime{boot, clock.now().time_since_epoch().count() + uptime_offset};
    };
    return environment;
}

std::string Doorway::make(ClinicAddress const& at)
{
    auto const code = door.create(at, new_clinic());
    BOOST_REQUIRE_MESSAGE(code.has_value(), why(code));
    return *code;
}

std::unique_ptr<OpenClinic> Doorway::open(ClinicAddress const& at)
{
    auto clinic = door.open(at, owner, password);
    BOOST_REQUIRE_MESSAGE(clinic.has_value(), why(clinic));
    return std::move(*clinic);
}

Patient patient_called(PatientId id, std::string const& family)
{
    Patient::Details details;
    details.name = {family, "Kim", ""};
    details.birth_date = Date{std::chrono::year{1979}, std::chrono::March, std::chrono::day{12}};
    return Patient::restore(id, "R" + std::to_string(id.value() % 1'000'000'000), std::move(details), 0);
}

PatientId keep_patient(OpenClinic& clinic, IdMaker& ids, std::string const& family)
{
    auto const id = ids.make<PatientId>();
    auto const kept =
        clinic.store().write([&](Records& records) { return records.patients().keep(patient_called(id, family)); });
    BOOST_REQUIRE_MESSAGE(kept.has_value(), why(kept));
    return id;
}

AuditEntry entry_for(OpenClinic& clinic, Clock const& clock, std::string detail)
{
    return {clock.now(), clinic.actor().user, clinic.actor().login, AuditEvent::Read, "patient", 7, PatientId{7},
        std::move(detail), "0.1.0"};
}

} // namespace plumbline::testing
