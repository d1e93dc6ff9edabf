// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/Server.hpp"

#include "domain/store/BrokenWorld.hpp"
#include "persistence/Session.hpp"
#include "persistence/dialects/Postgres.hpp"
#include "tests/persistence/CuttingProxy.hpp"
#include "tests/persistence/Doorway.hpp"
#include "tests/support/Needs.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <thread>

using namespace plumbline;
using namespace plumbline::testing;
using persistence::postgres::connection_string;

namespace {

/// A clinic on a server of its own.
struct OnServer : Doorway {
    OnServer() { make(at); }
    EmptyServer server;
    ClinicAddress at = server.address();

    [[nodiscard]] bool knows(OpenClinic& clinic, PatientId id)
    {
        return clinic.store().read([&](Records const& records) { return records.patients().find(id).has_value(); });
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(server_address)

BOOST_AUTO_TEST_CASE(another_computer_is_only_spoken_to_with_verified_tls)
{
    auto const remote = connection_string("postgresql://dana@db.example.org/clinic");
    BOOST_REQUIRE(remote.has_value());
    BOOST_TEST(remote->find("sslmode='verify-full'") != std::string::npos);
    for (auto const* mode : {"disable", "allow", "prefer", "require", "verify-ca"})
        BOOST_TEST(
            !connection_string(std::string{"postgresql://dana@db.example.org/clinic?sslmode="} + mode).has_value());
    BOOST_TEST(!connection_string("postgresql://localhost,db.example.org/clinic?sslmode=disable").has_value());
    BOOST_TEST(!connection_string("postgresql:///clinic?hostaddr=192.0.2.7&sslmode=prefer").has_value());
}

BOOST_AUTO_TEST_CASE(this_computer_needs_no_tls)
{
    for (auto const* address : {"postgresql://localhost/c", "postgresql://127.0.0.1/c", "postgresql://[::1]/c",
             "postgresql:///c?host=/var/run/postgresql", "postgresql:///c"}) {
        auto const local = connection_string(address);
        BOOST_REQUIRE(local.has_value());
        BOOST_TEST(local->find("verify-full") == std::string::npos, address);
    }
}

BOOST_AUTO_TEST_CASE(nothing_waits_for_ever)
{
    auto const words = connection_string("postgresql://db.example.org/clinic").value();
    for (auto const* limit : {"connect_timeout", "tcp_user_timeout", "statement_timeout", "lock_timeout",
             "idle_in_transaction_session_timeout"})
        BOOST_TEST(words.find(limit) != std::string::npos, limit);
}

BOOST_AUTO_TEST_CASE(what_is_no_address_is_refused)
{
    for (auto const* address : {"postgresql://[", "postgresql://h/c?nonsense=1"})
        BOOST_TEST(!connection_string(address).has_value(), address);
}

BOOST_AUTO_TEST_CASE(a_server_that_is_not_there_is_said_to_be_gone)
{
    Doorway doorway;
    ClinicAddress const nowhere{"postgresql://plumbline@127.0.0.1:1/clinic"};
    auto const clinic = doorway.door.open(nowhere, Doorway::owner, Doorway::password);
    BOOST_REQUIRE(!clinic);
    BOOST_TEST((clinic.error().reason == Refusal::Reason::Busy));
    BOOST_TEST(!doorway.door.exists(nowhere));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(server, *boost::unit_test::precondition(needs_postgres))

BOOST_FIXTURE_TEST_CASE(a_clinic_on_a_server_opens_for_its_owner, OnServer)
{
    BOOST_TEST(door.exists(at));
    PatientId id{0};
    {
        auto const clinic = open(at);
        id = keep_patient(*clinic, ids, "Lindqvist");
        BOOST_TEST(clinic->check().ok);
    }
    BOOST_TEST(knows(*open(at), id));
    BOOST_TEST((door.create(at, new_clinic()).error().reason == Refusal::Reason::Conflict));
}

BOOST_AUTO_TEST_CASE(an_empty_server_has_no_clinic)
{
    Doorway doorway;
    EmptyServer const empty;
    BOOST_TEST(!doorway.door.exists(empty.address()));
    auto const clinic = doorway.door.open(empty.address(), Doorway::owner, Doorway::password);
    BOOST_TEST((clinic.error().reason == Refusal::Reason::NotFound));
}

BOOST_FIXTURE_TEST_CASE(two_workstations_work_in_one_clinic, OnServer)
{
    auto const one = open(at);
    auto const two = open(at);
    auto const id = keep_patient(*one, ids, "Lindqvist");
    BOOST_TEST(knows(*two, id));
    BOOST_TEST(one->verify_audit().ok);
}

BOOST_FIXTURE_TEST_CASE(wrong_passwords_wait_on_a_server_too, OnServer)
{
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(!door.open(at, owner, "wrong").has_value());
    auto const clinic = door.open(at, owner, password);
    BOOST_REQUIRE(!clinic);
    BOOST_TEST(clinic.error().message.arguments.at(0) == "1");
}

BOOST_FIXTURE_TEST_CASE(passwords_and_people_change_on_a_server_too, OnServer)
{
    {
        auto const clinic = open(at);
        auto const sam = User::create(ids.make<UserId>(), {"sam", "Sam Okafor", "PT", "", Role::Therapist, true});
        BOOST_REQUIRE(clinic->admit(*sam, "seven green bottles").has_value());
        BOOST_REQUIRE(clinic->change_password(password, "purple monkey dishwasher").has_value());
    }
    BOOST_TEST(door.open(at, "sam", "seven green bottles").has_value());
    BOOST_TEST(!door.open(at, owner, password).has_value());
    auto const clinic = door.open(at, owner, "purple monkey dishwasher");
    BOOST_REQUIRE(clinic.has_value());
    auto const sam =
        (*clinic)->store().read([](Records const& records) { return records.users().by_login("sam")->id(); });
    BOOST_TEST((*clinic)->dismiss(sam).has_value());
    BOOST_TEST(!door.open(at, "sam", "seven green bottles").has_value());
}

BOOST_FIXTURE_TEST_CASE(the_recovery_code_opens_a_server_clinic, OnServer)
{
    EmptyServer const another;
    auto const code = make(another.address());
    BOOST_TEST(door.recover(another.address(), code, owner, "purple monkey dishwasher").has_value());
    BOOST_TEST(door.open(another.address(), owner, "purple monkey dishwasher").has_value());
}

BOOST_FIXTURE_TEST_CASE(a_cut_connection_is_made_again_without_a_word, OnServer)
{
    auto const clinic = open(at);
    auto const before = keep_patient(*clinic, ids, "Lindqvist");
    server.cut_connections();
    BOOST_TEST(knows(*clinic, before));
    server.cut_connections();
    auto const after = keep_patient(*clinic, ids, "Okafor");
    BOOST_TEST(knows(*clinic, after));
}

BOOST_FIXTURE_TEST_CASE(a_connection_cut_during_the_work_loses_and_doubles_nothing, OnServer)
{
    auto const clinic = open(at);
    auto const id = ids.make<PatientId>();
    int runs = 0;
    auto const kept = clinic->store().write([&](Records& records) {
        auto outcome = records.patients().keep(patient_called(id, "Lindqvist"));
        if (++runs == 1)
            server.cut_connections();
        return outcome;
    });
    BOOST_TEST(kept.has_value());
    BOOST_TEST(runs == 2);
    BOOST_TEST(knows(*clinic, id));
    BOOST_TEST(clinic->verify_audit().ok);
}

BOOST_FIXTURE_TEST_CASE(an_answer_lost_after_the_commit_is_looked_up_and_nothing_is_saved_twice, OnServer)
{
    CuttingProxy proxy{EmptyServer::server_port()};
    auto const clinic = open(server.address_through(proxy.port()));
    auto const id = ids.make<PatientId>();
    int runs = 0;
    proxy.cut_next(CuttingProxy::Cut::BeforeAnswer);
    auto const kept = clinic->store().write([&](Records& records) -> Result<void> {
        ++runs;
        records.audit().append(entry_for(*clinic, clock, "the one and only"));
        return records.patients().keep(patient_called(id, "Lindqvist"));
    });
    BOOST_TEST(proxy.cuts() == 1);
    BOOST_TEST(kept.has_value());
    BOOST_TEST(runs == 1);
    BOOST_TEST(knows(*clinic, id));
    auto const links = clinic->store().read([](Records const& records) { return records.audit().latest(50); });
    BOOST_TEST(std::ranges::count_if(links, [](AuditLink const& link) {
        return link.entry.detail == "the one and only";
    }) == 1);
}

BOOST_FIXTURE_TEST_CASE(a_commit_that_never_arrived_is_found_missing_and_done_again, OnServer)
{
    CuttingProxy proxy{EmptyServer::server_port()};
    auto const clinic = open(server.address_through(proxy.port()));
    auto const id = ids.make<PatientId>();
    int runs = 0;
    proxy.cut_next(CuttingProxy::Cut::BeforeCommit);
    auto const kept = clinic->store().write([&](Records& records) {
        ++runs;
        return records.patients().keep(patient_called(id, "Lindqvist"));
    });
    BOOST_TEST(proxy.cuts() == 1);
    BOOST_TEST(kept.has_value());
    BOOST_TEST(runs == 2);
    BOOST_TEST(knows(*clinic, id));
    BOOST_TEST(clinic->verify_audit().ok);
}

BOOST_FIXTURE_TEST_CASE(work_that_met_another_transaction_is_tried_again, OnServer)
{
    // A sequence remembers what a rolled-back transaction did.
    server.execute("create sequence met");
    server.execute("create function collide() returns trigger language plpgsql as $body$ begin "
                   "if nextval('met') = 1 then raise exception 'collision' using errcode = '40001'; end if; "
                   "return new; end $body$");
    server.execute("create trigger collision before insert on patient for each row execute function collide()");
    auto const clinic = open(at);
    int runs = 0;
    auto const id = ids.make<PatientId>();
    auto const kept = clinic->store().write([&](Records& records) {
        ++runs;
        return records.patients().keep(patient_called(id, "Lindqvist"));
    });
    BOOST_TEST(kept.has_value());
    BOOST_TEST(runs == 2);
    BOOST_TEST(knows(*clinic, id));
}

BOOST_FIXTURE_TEST_CASE(ten_threads_of_saves_make_one_dense_trail, OnServer)
{
    constexpr int workstations = 5, saves = 8;
    std::vector<std::unique_ptr<OpenClinic>> clinics;
    for (int i = 0; i < workstations; ++i)
        clinics.push_back(open(at));
    std::vector<std::jthread> threads;
    for (auto& clinic : clinics)
        threads.emplace_back([&, &store = clinic->store()] {
            for (int i = 0; i < saves; ++i) {
                auto const kept = store.write([&](Records& records) -> Result<void> {
                    records.audit().append(
                        {clock.now(), std::nullopt, "dana", AuditEvent::Read, "patient", i, std::nullopt, "", "0.1.0"});
                    return {};
                });
                static_cast<void>(kept);
            }
        });
    threads.clear();
    auto const verdict = clinics.front()->verify_audit();
    BOOST_TEST(verdict.ok);
    BOOST_TEST(verdict.entries >= workstations * saves);
}

BOOST_FIXTURE_TEST_CASE(a_trail_cut_off_on_the_server_is_noticed_on_the_workstation, OnServer)
{
    auto const clinic = open(at);
    keep_patient(*clinic, ids, "Lindqvist");
    server.execute("alter table audit disable trigger all");
    server.execute("delete from audit where seq = (select max(seq) from audit)");
    BOOST_TEST(!clinic->verify_audit().ok);
    server.execute("alter table audit enable trigger all");
    auto const verdict = clinic->verify_audit();
    BOOST_TEST(!verdict.ok);
    BOOST_TEST(verdict.first_bad_seq.has_value());
}

BOOST_FIXTURE_TEST_CASE(the_server_refuses_to_change_the_trail, OnServer)
{
    BOOST_CHECK_THROW(server.execute("update audit set detail = 'x'"), std::exception);
    BOOST_CHECK_THROW(server.execute("delete from audit"), std::exception);
    BOOST_CHECK_THROW(server.execute("truncate audit"), std::exception);
}

BOOST_FIXTURE_TEST_CASE(a_server_clinic_is_backed_up_and_restored_to_an_empty_server, OnServer)
{
    auto const file = (folder / "server.backup").string();
    PatientId id{0};
    std::string digest;
    {
        auto const clinic = open(at);
        id = keep_patient(*clinic, ids, "Canarystone");
        auto const receipt = clinic->backup(file);
        BOOST_REQUIRE_MESSAGE(receipt.has_value(), why(receipt));
        BOOST_TEST(receipt->verified);
        BOOST_TEST(receipt->patients == 1);
        digest = receipt->sha256;
        keep_patient(*clinic, ids, "Okafor");
    }
    BOOST_TEST(read_file(file).find("anarystone") == std::string::npos);

    EmptyServer const empty;
    BOOST_TEST(!door.restore(file, empty.address(), owner, "wrong horse battery").has_value());
    auto const restored = door.restore(file, empty.address(), owner, password);
    BOOST_REQUIRE_MESSAGE(restored.has_value(), why(restored));
    BOOST_TEST(restored->verified);
    BOOST_TEST(restored->sha256 == digest);
    auto const clinic = open(empty.address());
    BOOST_TEST(knows(*clinic, id));
    BOOST_TEST(clinic->check().ok);
    BOOST_TEST((door.restore(file, at, owner, password).error().reason == Refusal::Reason::Conflict));
    BOOST_TEST(!door.restore(file, address("file clinic"), owner, password).has_value());
}

BOOST_FIXTURE_TEST_CASE(a_damaged_backup_leaves_an_empty_server_empty, OnServer)
{
    auto const file = folder / "server.backup";
    BOOST_REQUIRE(open(at)->backup(file.string()).has_value());
    std::string const whole = read_file(file);
    EmptyServer const empty;
    for (auto const& damaged : {whole.substr(0, whole.size() - 30), whole.substr(0, whole.size() / 2)}) {
        folder.write("server.backup", damaged);
        BOOST_TEST(!door.restore(file.string(), empty.address(), owner, password).has_value());
        BOOST_TEST(!door.exists(empty.address()));
    }
}

BOOST_AUTO_TEST_SUITE_END()
