// SPDX-License-Identifier: Apache-2.0
#include "persistence/Door.hpp"
#include "tests/faults/Driver.hpp"
#include "tests/faults/ScheduleDrill.hpp"
#include "tests/persistence/Server.hpp"
#include "tests/support/FixedClock.hpp"
#include "tests/support/Needs.hpp"
#include "tests/support/Samples.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

#include <iostream>
#include <thread>

using namespace plumbline;
using namespace plumbline::faults;
using plumbline::testing::must;
using plumbline::testing::needs_postgres;

namespace {

constexpr char const* password = "quiet harbor lamp 7";

/// One workstation at the clinic, with a connection and ids of its own.
struct Workstation {
    Workstation(Clock const& clock, ClinicAddress const& address, std::uint32_t node)
        : ids{clock, node}
        , door{persistence::make_door(clock, ids)}
        , clinic{must(door->open(address, "dana", password))}
        , context{clinic->actor(), &clock, &ids}
    {
    }
    IdMaker ids;
    std::unique_ptr<ClinicDoor> door;
    std::unique_ptr<OpenClinic> clinic;
    app::Context context;
};

void found(Clock const& clock, ClinicAddress const& address)
{
    IdMaker ids{clock};
    NewClinic clinic;
    clinic.name = "Drill";
    clinic.zone = "America/New_York";
    clinic.owner = {"dana", "Dana Reyes", "PT, DPT", "", Role::Owner, true};
    clinic.password = password;
    must(persistence::make_door(clock, ids)->create(address, clinic));
}

ScheduleLedger::Verdict drilled(ClinicAddress const& address, int writers, int operations, ScheduleDefect defect)
{
    plumbline::testing::FixedClock const clock;
    found(clock, address);
    std::vector<std::unique_ptr<Workstation>> stations;
    for (int i = 0; i < writers; ++i)
        stations.push_back(std::make_unique<Workstation>(clock, address, static_cast<std::uint32_t>(i + 1)));
    furnish_for_drill(*stations.front()->clinic, stations.front()->context);
    if (defect == ScheduleDefect::BlindBooking)
        drop_schedule_guards(*stations.front()->clinic);
    ScheduleLedger ledger;
    std::vector<std::thread> threads;
    std::vector<std::string> broken(stations.size());
    for (std::size_t i = 0; i < stations.size(); ++i)
        threads.emplace_back([&, i] {
            try {
                ScheduleWriter{*stations[i]->clinic, stations[i]->context, ledger, defect,
                    static_cast<unsigned>(count_from("PLUMBLINE_FAULT_SEED", 1) * 100) + static_cast<unsigned>(i)}
                    .work(operations / writers);
            } catch (std::exception const& error) {
                broken[i] = error.what();
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    for (std::string const& problem : broken)
        BOOST_TEST(problem.empty(), problem);
    BOOST_TEST(stations.front()->clinic->verify_audit().ok);
    return ledger.judged(all_appointments(*stations.front()->clinic));
}

void expect_clean(ScheduleLedger::Verdict const& verdict, std::string const& what)
{
    std::cout << verdict.figures(what) << std::endl;
    BOOST_TEST(verdict.double_bookings == 0);
    BOOST_TEST(verdict.lost == 0);
    BOOST_TEST(verdict.overwritten == 0);
    BOOST_TEST(verdict.inexact_undos == 0);
    BOOST_TEST(verdict.causeless_refusals == 0);
    BOOST_TEST(verdict.longest_chain > 2);
    BOOST_TEST(verdict.undone > 0);
    BOOST_TEST(verdict.refusals > 0);
}

} // namespace

BOOST_AUTO_TEST_SUITE(schedule_contention)

BOOST_AUTO_TEST_CASE(one_writer_on_a_file_loses_and_doubles_nothing)
{
    plumbline::testing::TemporaryFolder const folder;
    expect_clean(drilled({(folder / "drill.plumbline").string()}, 1, count_from("PLUMBLINE_SCHEDULE_OPERATIONS", 600),
                     ScheduleDefect::None),
        "schedule, one writer on a file");
}

BOOST_AUTO_TEST_CASE(ten_writers_on_a_server_lose_and_double_nothing, *boost::unit_test::precondition(needs_postgres))
{
    plumbline::testing::EmptyServer const server;
    expect_clean(drilled(server.address(), 10, count_from("PLUMBLINE_SCHEDULE_OPERATIONS", 1200), ScheduleDefect::None),
        "schedule, ten writers on a server");
}

BOOST_AUTO_TEST_CASE(a_booking_that_does_not_look_is_found)
{
    plumbline::testing::TemporaryFolder const folder;
    auto const verdict = drilled({(folder / "drill.plumbline").string()}, 1, 900, ScheduleDefect::BlindBooking);
    std::cout << verdict.figures("schedule, planted: blind booking") << std::endl;
    BOOST_TEST(verdict.double_bookings > 0);
}

BOOST_AUTO_TEST_CASE(a_change_of_what_was_seen_long_ago_is_found)
{
    plumbline::testing::TemporaryFolder const folder;
    auto const verdict = drilled({(folder / "drill.plumbline").string()}, 1, 300, ScheduleDefect::StaleChange);
    std::cout << verdict.figures("schedule, planted: stale change") << std::endl;
    BOOST_TEST(verdict.overwritten > 0);
}

BOOST_AUTO_TEST_SUITE_END()
