// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/SchedulePrintsPresenter.hpp"

#include "tests/app/presenters/AtTheDesk.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

using namespace plumbline;
using namespace plumbline::app;
using namespace plumbline::testing;

namespace {

struct WithPapers : AtTheDesk {
    TemporaryFolder folder;
    WithPapers()
    {
        records().settings().set("clinic.zone", "America/New_York");
        booked(1, time(plus_days(today(), 1), 9, 0));
    }
    std::string path(std::string const& name) { return (folder / name).string(); }
    SchedulePrintWish sheet() { return {.from = plus_days(today(), 1), .to = plus_days(today(), 1)}; }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(schedule_papers_on_the_screen, WithPapers)

BOOST_AUTO_TEST_CASE(are_seen_before_they_are_printed)
{
    SchedulePrintsPresenter presenter{desk_of(Role::FrontDesk)};
    presenter.preview(sheet());
    BOOST_TEST(presenter.state().pages.size() == 1U);
    BOOST_TEST(!was_noted(AuditEvent::Export, "schedule"));
}

BOOST_AUTO_TEST_CASE(are_saved_as_files_and_noted)
{
    SchedulePrintsPresenter presenter{desk_of(Role::FrontDesk)};
    presenter.save_pdf(sheet(), path("day.pdf"));
    BOOST_TEST(presenter.state().notice == "Saved to " + path("day.pdf"));
    BOOST_TEST(read_file(path("day.pdf")).starts_with("%PDF"));
    presenter.save_reminders({sheet().from, sheet().to, {}}, path("r.csv"));
    BOOST_TEST(read_file(path("r.csv")).find("Maja Lindqvist") != std::string::npos);
    presenter.save_calendar(
        {.patient = maja_id, .clinician = {}, .from = sheet().from, .to = sheet().to}, path("c.ics"));
    BOOST_TEST(read_file(path("c.ics")).starts_with("BEGIN:VCALENDAR"));
    BOOST_TEST(was_noted(AuditEvent::Export, "schedule"));
    BOOST_TEST(was_noted(AuditEvent::Export, "patient"));
}

BOOST_AUTO_TEST_CASE(are_refused_in_place)
{
    SchedulePrintsPresenter presenter{desk_of(Role::ReadOnly)};
    presenter.save_pdf(sheet(), path("day.pdf"));
    BOOST_TEST(presenter.state().complaint.has_value());
    BOOST_TEST(!presenter.state().busy);
    BOOST_TEST(!std::filesystem::exists(path("day.pdf")));
    presenter.preview(sheet());
    BOOST_TEST(presenter.state().pages.empty());
    BOOST_TEST(presenter.state().complaint.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
