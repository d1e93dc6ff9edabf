// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ChartPresenter.hpp"
#include "app/presenters/VisitNotePresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

/// Pat began today's note and kept it; Dana may look at it.
struct PatBegan : AtTheDesk {
    app::VisitNotePresenter pats{desk_of(Role::Assistant)}, danas{desk_of(Role::Therapist)};

    PatBegan()
    {
        signed_visit(VisitId{7001}, day(2026, 11, 19), 5);
        pats.open(sciatica_id, time(today(), 10, 30), {}, 2);
        pats.type_pain_now("4");
        pats.type_subjective("Slept well.");
        pats.leave([] {});
    }
    VisitId todays() { return records().visits().of_episode(sciatica_id).back().id(); }
    Visit stored() { return *records().visits().find(todays()); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(a_note_of_a_colleague, PatBegan)

BOOST_AUTO_TEST_CASE(is_not_handed_to_who_asks_for_their_own)
{
    VisitId const pats_note = todays();
    danas.open(sciatica_id, time(today(), 10, 30), {}, 3);
    BOOST_TEST(danas.state().subjective.empty());
    BOOST_TEST((danas.state().other_note == pats_note));
    BOOST_TEST(danas.state().remark.find("PTA") != std::string::npos, danas.state().remark);
    app::ChartPresenter chart{desk_of(Role::Assistant), maja_id};
    BOOST_TEST((chart.state().draft == pats_note));
}

BOOST_AUTO_TEST_CASE(says_whose_it_is_and_is_taken_over_with_all_that_was_typed)
{
    pats.open(todays(), 2);
    pats.type_plan("Add dead bug.");
    pats.tick(); // Typed, journalled, not kept.
    danas.open(todays(), 2);
    BOOST_TEST(danas.state().may_take_over);
    BOOST_TEST(danas.state().heading.find("PTA") != std::string::npos, danas.state().heading);
    danas.type_assessment("Centralizes.");
    danas.take_over();

    BOOST_TEST(!danas.state().may_take_over);
    BOOST_TEST(danas.state().plan == "Add dead bug.");
    BOOST_TEST(danas.state().assessment == "Centralizes.");
    BOOST_TEST((stored().details().provider == dana_id));
    BOOST_TEST((stored().details().interventions.front().details().provider == dana_id));
    BOOST_TEST(last_entry().detail == "provider: taken over");
    danas.confirm_all();
    danas.sign();
    BOOST_TEST(danas.state().sealed, first_of(danas.state().complaints));
}

BOOST_AUTO_TEST_CASE(is_no_ones_to_change_who_may_not_write_notes)
{
    app::VisitNotePresenter monas{desk_of(Role::Manager)};
    monas.open(todays(), 2);
    BOOST_TEST(!monas.state().writable);
    BOOST_TEST(!monas.state().may_take_over);
    monas.type_plan("mine");
    BOOST_TEST(monas.state().plan.empty());
    bool left = false;
    monas.leave([&] { left = true; });
    BOOST_TEST(left);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(a_note_that_two_people_write, PatBegan)

BOOST_AUTO_TEST_CASE(keeps_both_when_the_second_leaves)
{
    danas.open(todays(), 2);
    danas.type_assessment("Centralizes.");
    pats.open(todays(), 2);
    pats.type_subjective("Slept well, sat an hour.");
    pats.leave([] {});

    int left = 0;
    danas.leave([&] { ++left; });
    BOOST_TEST(left == 0);
    BOOST_TEST(danas.state().subjective == "Slept well, sat an hour.");
    BOOST_TEST(danas.state().assessment == "Centralizes.");
    BOOST_TEST_REQUIRE(danas.state().unplaced.size() == 1U);
    danas.tick();
    BOOST_TEST(danas.state().unplaced.size() == 1U); // Said until something is done.
    danas.leave([&] { ++left; });
    BOOST_TEST(left == 1);
    BOOST_TEST(stored().details().note.subjective == "Slept well, sat an hour.");
    BOOST_TEST(stored().details().note.assessment == "Centralizes.");
}

BOOST_AUTO_TEST_CASE(that_was_signed_meanwhile_loses_nothing)
{
    danas.open(todays(), 2);
    danas.type_assessment("Centralizes.");
    pats.open(todays(), 2);
    pats.confirm_all();
    pats.sign();
    BOOST_TEST_REQUIRE(pats.state().sealed);

    danas.leave([] {});
    BOOST_TEST(danas.state().sealed);
    BOOST_TEST(danas.state().left_over == "Assessment: Centralizes.");
    app::VisitNotePresenter again{desk_of(Role::Therapist)};
    again.open(todays(), 2);
    BOOST_TEST(again.state().left_over == "Assessment: Centralizes.");
    again.forget_left_over();
    again.addend("Centralizes.");
    BOOST_TEST(again.state().left_over.empty());
    BOOST_TEST(again.state().addenda.size() == 1U);
}

BOOST_AUTO_TEST_CASE(keeps_both_after_a_crash_too)
{
    danas.open(todays(), 2);
    danas.type_assessment("Centralizes.");
    danas.tick();
    pats.open(todays(), 2);
    pats.type_subjective("Slept well, sat an hour.");
    pats.leave([] {});

    app::VisitNotePresenter again{desk_of(Role::Therapist)};
    again.open(todays(), 2);
    BOOST_TEST(again.state().subjective == "Slept well, sat an hour.");
    BOOST_TEST(again.state().assessment == "Centralizes.");
    BOOST_TEST(again.state().unplaced.size() == 1U);
}

BOOST_AUTO_TEST_CASE(merges_row_by_row)
{
    danas.open(todays(), 2);
    pats.open(todays(), 2);
    danas.add({"Hot pack", "modality", Modality::HotPack, {}});
    pats.confirm_all();
    pats.leave([] {});
    danas.leave([] {});
    BOOST_TEST_REQUIRE(danas.state().rows.size() == 2U);
    BOOST_TEST((danas.state().rows[0].mark == app::FlowsheetRow::Mark::Confirmed));
    BOOST_TEST(danas.state().rows[1].name == "Hot pack");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(seals_and_late_entries, AtTheDesk)

BOOST_AUTO_TEST_CASE(a_broken_seal_is_shown_in_the_note_and_in_the_list)
{
    auto const visit = signed_visit(VisitId{7001}, day(2026, 11, 19), 5);
    app::VisitNotePresenter note{desk_of()};
    note.open(visit.id(), 1);
    BOOST_TEST(!note.state().seal_broken);
    app::ChartPresenter sound{desk_of(), maja_id};
    BOOST_TEST(sound.state().broken_seals.empty());

    auto forged = visit.details();
    forged.note.assessment = "All well.";
    state().visits.at(visit.id()) =
        Visit::restore(visit.id(), maja_id, sciatica_id, forged, visit.seal(), {}, visit.version());
    note.open(visit.id(), 1);
    BOOST_TEST(note.state().seal_broken);
    app::ChartPresenter broken{desk_of(), maja_id};
    BOOST_TEST_REQUIRE(broken.state().broken_seals.size() == 1U);
    BOOST_TEST((broken.state().broken_seals.front() == visit.id()));
}

BOOST_AUTO_TEST_CASE(a_note_signed_on_a_later_day_is_a_late_entry_for_ever)
{
    app::VisitNotePresenter note{desk_of()};
    note.open(sciatica_id, time(day(2026, 11, 20), 9, 0), {}, 1);
    BOOST_TEST(note.state().heading.ends_with("late entry"), note.state().heading);
    note.type_pain_now("4");
    note.type_assessment("Written down later.");
    note.sign();
    BOOST_TEST_REQUIRE(note.state().sealed, first_of(note.state().complaints));
    BOOST_TEST(note.state().heading.ends_with("late entry"), note.state().heading);
    auto const visit = records().visits().of_episode(sciatica_id).back();
    BOOST_TEST(visit.details().late_entry);
    BOOST_TEST(app::seal_holds(records(), visit));

    app::VisitNotePresenter todays{desk_of()};
    todays.open(sciatica_id, time(today(), 10, 30), {}, 2);
    todays.type_pain_now("4");
    todays.type_assessment("Written at once.");
    todays.sign();
    BOOST_TEST(todays.state().heading.find("late") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
