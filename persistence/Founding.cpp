// SPDX-License-Identifier: Apache-2.0
#include "persistence/Founding.hpp"

#include "domain/core/Text.hpp"
#include "persistence/Migrations.hpp"
#include "persistence/dialects/Postgres.hpp"
#include "persistence/dialects/Sqlite.hpp"

namespace plumbline::persistence {
namespace {

namespace fs = std::filesystem;

/// All that is decided before anything is made.
struct Plan {
    User owner;
    SecretKey key;
    std::string recovery_code;
    KeyRing ring;
};

tl::unexpected<Refusal> already_there(std::string const& where)
{
    return refuse(Refusal::Reason::Conflict, "clinic", tr_noop("There is already a clinic at {0}."), {where});
}

Result<void> acceptable(NewClinic const& clinic, std::string const& login)
{
    if (clinic.demo && clinic.password == "demo")
        return {};
    return acceptable_password(clinic.password, login);
}

Result<Plan> plan(NewClinic const& clinic, Environment const& environment)
{
    Faults faults;
    if (trimmed(clinic.name).empty())
        faults.add("name", tr_noop("A clinic needs a name."));
    auto details = clinic.owner;
    details.role = Role::Owner;
    details.active = true;
    auto owner = User::create(environment.ids.make<UserId>(), std::move(details));
    if (!owner)
        faults.add(owner.error());
    if (auto good = acceptable(clinic, owner ? owner->details().login : clinic.owner.login); !good)
        faults.add(good.error());
    if (!faults.none())
        return refuse(faults.refusal());

    Plan plan{std::move(*owner), SecretKey::random(), make_recovery_code(), {}};
    plan.ring.clinic_id = random_hex(16);
    std::string const& login = plan.owner.details().login;
    plan.ring.slots.emplace(login, lock_key(plan.key, plan.ring.clinic_id, login, clinic.password, environment.cost));
    plan.ring.slots.emplace(
        recovery_login, lock_key(plan.key, plan.ring.clinic_id, recovery_login, plan.recovery_code, environment.cost));
    return plan;
}

Result<void> write_first_records(
    Records& records, Plan const& plan, NewClinic const& clinic, Environment const& environment)
{
    auto const set = [&](std::string_view key, std::string_view value) {
        if (!value.empty())
            records.settings().set(key, value);
    };
    set("clinic.name", trimmed(clinic.name));
    set("clinic.address", trimmed(clinic.address));
    set("clinic.phone", trimmed(clinic.phone));
    set("clinic.npi", trimmed(clinic.npi));
    set("clinic.zone", clinic.zone);
    set("clinic.demo", clinic.demo ? "1" : "");
    if (auto kept = records.users().keep(plan.owner); !kept)
        return kept;
    records.audit().append({environment.clock.now(), plan.owner.id(), plan.owner.details().login,
        AuditEvent::ClinicCreated, "clinic", 0, std::nullopt, clinic.demo ? "demo" : "", PLUMBLINE_VERSION});
    return {};
}

void note_anchor(KeyRing& ring, AuditAnchor const& head, SecretKey const& clinic_key)
{
    ring.anchor = head;
    ring.anchor_seal = seal_of(head, ring.clinic_id, clinic_key);
}

Result<void> build(fs::path const& file, Plan& plan, NewClinic const& clinic, Environment const& environment)
{
    static_cast<void>(new_file(file));
    SqliteDatabase database{
        file, derive(plan.key, KeyPurpose::Database), AuditKey{derive(plan.key, KeyPurpose::Audit)}};
    sqlite::mark_as_clinic(database.session());
    migrate(database.session(), embedded_migrations(), to_iso(environment.clock.now()));
    auto written =
        database.write([&](Records& records) { return write_first_records(records, plan, clinic, environment); });
    if (written)
        note_anchor(plan.ring, audit_head(database.session()), plan.key);
    return written;
}

} // namespace

Result<Holder> claim(ClinicFiles const& files)
{
    std::error_code problem;
    if (fs::exists(files.database, problem))
        return already_there(files.database.string());
    if (auto made = prepare_folder(files.folder()); !made)
        return refuse(made.error());
    if (auto fit = habitable(files); !fit)
        return refuse(fit.error());
    return Holder::take(files);
}

Result<void> move_in(Scratch& database, KeyRing const& ring, ClinicFiles const& files)
{
    std::error_code problem;
    // Keys without a clinic may still be somebody's last way into a backup.
    if (fs::exists(files.keys(), problem) && !move_without_replacing(files.keys(), scratch_name(files.keys(), "old")))
        return already_there(files.database.string());
    KeyFile{files.keys()}.found(ring);
    fs::remove(files.logins(), problem);
    if (!move_without_replacing(database.path(), files.database))
        return already_there(files.database.string());
    database.keep();
    return {};
}

Result<std::string> found_in_file(ClinicAddress const& address, NewClinic const& clinic, Environment const& environment)
{
    ClinicFiles const files{address.text};
    auto const holder = claim(files);
    if (!holder)
        return refuse(holder.error());
    auto plan = persistence::plan(clinic, environment);
    if (!plan)
        return refuse(plan.error());
    Scratch fresh{scratch_name(files.database, "new")};
    if (auto built = build(fresh.path(), *plan, clinic, environment); !built)
        return refuse(built.error());
    if (auto moved = move_in(fresh, plan->ring, files); !moved)
        return refuse(moved.error());
    return plan->recovery_code;
}

Result<std::string> found_on_server(
    ClinicAddress const& address, NewClinic const& clinic, Environment const& environment)
{
    auto connection = postgres::connection_string(address.text);
    if (!connection)
        return refuse(connection.error());
    PostgresDatabase database{std::move(*connection), environment.clock, environment.ids};
    if (auto trusted = postgres::trust(database.session()); !trusted)
        return refuse(trusted.error());
    if (schema_version(database.session()) > 0)
        return refuse(Refusal::Reason::Conflict, "clinic", tr_noop("There is already a clinic on this server."));
    auto plan = persistence::plan(clinic, environment);
    if (!plan)
        return refuse(plan.error());

    database.hold(AuditKey{derive(plan->key, KeyPurpose::Audit)});
    migrate(database.session(), embedded_migrations(), to_iso(environment.clock.now()));
    KeyTable keys{database.session(), environment.state_folder};
    auto written = database.write([&](Records& records) -> Result<void> {
        keys.found(plan->ring);
        return write_first_records(records, *plan, clinic, environment);
    });
    if (!written)
        return refuse(written.error());
    note_anchor(plan->ring, audit_head(database.session()), plan->key);
    keys.put_anchor(*plan->ring.anchor, plan->ring.anchor_seal);
    return plan->recovery_code;
}

} // namespace plumbline::persistence
