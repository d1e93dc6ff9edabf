// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DocumentPresenter.hpp"

#include "tests/app/presenters/AtTheDesk.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

struct MajasPapers : AtTheDesk {
    MajasPapers()
    {
        for (int i = 0; i < 3; ++i)
            signed_visit(VisitId{7000 + i}, plus_days(day(2026, 11, 2), 4 * i), 6 - i);
    }
    TemporaryFolder folder;
    app::Desk& here = desk_of();
    app::DocumentPresenter report{here, maja_id, sciatica_id};

    DocumentId keep()
    {
        report.produce([] {});
        return *report.state().stored;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(documents_on_the_screen, MajasPapers)

BOOST_AUTO_TEST_CASE(a_kept_document_is_shown_as_it_was_printed)
{
    auto const id = keep();
    auto const printed = report.state().pages;
    clock.advance(std::chrono::hours{48});
    signed_visit(VisitId{7100}, day(2026, 11, 24), 1); // What happened since is not in it.

    app::DocumentPresenter stored{here, maja_id, id};
    BOOST_TEST_REQUIRE(stored.state().loaded);
    BOOST_TEST((stored.state().pages == printed));
    BOOST_TEST((stored.state().stored == id));
    BOOST_TEST(stored.pdf() == report.pdf());
    BOOST_TEST((last_entry().event == AuditEvent::Read));
    BOOST_TEST(last_entry().entity == "document");
    BOOST_TEST(records().documents().of_patient(maja_id).size() == 1U);
}

BOOST_AUTO_TEST_CASE(one_without_a_drawing_tells_its_facts)
{
    auto const id = keep();
    state().drawings.clear();

    app::DocumentPresenter stored{here, maja_id, id};
    BOOST_TEST(stored.state().loaded);
    BOOST_TEST(stored.state().pages.empty());
    auto const& facts = stored.state().facts;
    auto const fact = [&](std::string_view what) {
        auto const found = std::ranges::find(facts, what, &app::DocumentState::Fact::what);
        return found == facts.end() ? std::string{} : found->value;
    };
    BOOST_TEST(fact("Made") == "23 Nov 2026, 10:30");
    BOOST_TEST(fact("Signed by") == "Dana Reyes, PT, DPT");
    BOOST_TEST(fact("Fingerprint (SHA-256)") == records().digest(stored.pdf()));
}

BOOST_AUTO_TEST_CASE(a_copy_is_the_kept_bytes_and_is_noted)
{
    auto const id = keep();
    app::DocumentPresenter stored{here, maja_id, id};
    auto const path = (folder / "copy.pdf").string();
    stored.save_as(path);
    BOOST_TEST(stored.state().notice == "Saved to " + path);
    BOOST_TEST(read_file(path) == report.pdf());
    BOOST_TEST((last_entry().event == AuditEvent::Export));
    BOOST_TEST((last_entry().patient == maja_id));
}

BOOST_AUTO_TEST_CASE(who_may_not_print_takes_no_copy)
{
    auto const id = keep();
    app::DocumentPresenter stored{desk_of(Role::ReadOnly), maja_id, id};
    stored.save_as((folder / "copy.pdf").string());
    BOOST_TEST(!stored.state().complaints.empty());
    BOOST_TEST(!std::filesystem::exists(folder / "copy.pdf"));
}

BOOST_AUTO_TEST_CASE(one_that_was_changed_behind_our_back_is_refused)
{
    auto const id = keep();
    state().documents.at(id).second += " ";
    app::DocumentPresenter stored{here, maja_id, id};
    BOOST_TEST(!stored.state().loaded);
    BOOST_TEST(!complaint(stored.state().complaints, "document").empty());
    stored.save_as((folder / "copy.pdf").string());
    BOOST_TEST(!std::filesystem::exists(folder / "copy.pdf"));
}

BOOST_AUTO_TEST_SUITE_END()
