// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/VisitNotePresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Mark = app::FlowsheetRow::Mark;

namespace {

/// Maja was treated on Thursday; on Monday Dana opens her note.
struct DanaCharts : AtTheDesk {
    Visit last = signed_visit(VisitId{7001}, day(2026, 11, 19), 5);
    ClinicTime start = time(day(2026, 11, 23), 10, 30);
    app::Desk& dana = desk_of(Role::Therapist);
    app::VisitNotePresenter note{dana};

    DanaCharts() { note.open(sciatica_id, start, {}, 2); }
    app::VisitNoteState const& seen() const { return note.state(); }
    VisitId todays() { return records().visits().of_episode(sciatica_id).back().id(); }
    std::optional<Draft> draft() { return records().drafts().find(dana_id, "visit", todays().value()); }
    void minutes(std::size_t row, std::string const& text) { minutes_in(note, row, text); }
    /// Words and pain, so that only the flowsheet is open.
    void write_the_words()
    {
        note.type_pain_now("4");
        note.type_subjective("Slept through the night.");
        note.type_assessment("Leg pain has centralized to the buttock.");
        note.type_plan("Add dead bug.");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(writing_a_visit_note, DanaCharts)

BOOST_AUTO_TEST_CASE(a_note_opens_with_the_last_visit_beside_it)
{
    BOOST_TEST_REQUIRE(seen().loaded);
    BOOST_TEST(seen().heading.find("23 Nov") != std::string::npos, seen().heading);
    BOOST_TEST(seen().heading.find("10:30 · visit 2") != std::string::npos, seen().heading);
    BOOST_TEST(seen().last.plan == "Start dead bug.");
    BOOST_TEST_REQUIRE(seen().last.pain.size() == 1U);
    BOOST_TEST(seen().last.pain.front().points == 5);
    BOOST_TEST(!seen().can_undo);
}

BOOST_AUTO_TEST_CASE(what_is_typed_is_in_the_journal_after_one_tick)
{
    note.type_subjective("Slept");
    BOOST_TEST(!draft().has_value());
    note.tick();
    BOOST_TEST_REQUIRE(draft().has_value());
    BOOST_TEST(draft()->content.find("Slept") != std::string::npos);
    BOOST_TEST(seen().saved == "saved 10:30:00");
}

BOOST_AUTO_TEST_CASE(a_tick_without_typing_writes_nothing)
{
    note.type_subjective("Slept");
    note.tick();
    int const committed = clinic.store().committed();
    note.tick();
    BOOST_TEST(clinic.store().committed() == committed);
}

BOOST_AUTO_TEST_CASE(after_a_crash_the_note_reopens_where_it_was)
{
    note.type_pain_now("1x");
    note.type_subjective("Half a sen");
    note.confirm_row();
    note.tick();

    app::VisitNotePresenter again{dana};
    again.open(sciatica_id, start, {}, 2);

    BOOST_TEST(again.state().pain_now == "1x");
    BOOST_TEST(again.state().subjective == "Half a sen");
    BOOST_TEST((again.state().rows == seen().rows));
}

BOOST_AUTO_TEST_CASE(pain_of_eleven_is_refused_beside_its_field_and_cannot_be_signed)
{
    write_the_words();
    note.confirm_all();
    minutes(0, "23");
    note.type_pain_now("11");
    BOOST_TEST(!complaint(seen().complaints, "pain_now").empty());
    BOOST_TEST(seen().pain_now == "11");

    note.sign();
    BOOST_TEST(!seen().sealed);
    BOOST_TEST(!complaint(seen().complaints, "pain_now").empty());

    note.type_pain_now("10");
    BOOST_TEST(complaint(seen().complaints, "pain_now").empty());
}

BOOST_AUTO_TEST_CASE(carried_rows_are_pale_until_confirmed_and_pale_again_after)
{
    BOOST_TEST_REQUIRE(seen().rows.size() == 1U);
    BOOST_TEST((seen().rows.front().mark == Mark::Carried));
    BOOST_TEST(seen().rows.front().last == "same");
    note.confirm_row();
    BOOST_TEST((seen().rows.front().mark == Mark::Confirmed));
    note.confirm_row();
    BOOST_TEST((seen().rows.front().mark == Mark::Carried));
}

BOOST_AUTO_TEST_CASE(rows_that_were_not_confirmed_are_not_in_the_signed_note)
{
    write_the_words();
    note.add({"Hot pack", "modality", Modality::HotPack, {}});
    minutes(1, "15");
    note.edit_dose(1);
    note.type_dose(DoseKey::Layers, "6");
    note.type_dose(DoseKey::SkinCheck, "1");
    note.sign();

    BOOST_TEST_REQUIRE(seen().sealed, first_of(seen().complaints));
    auto const signed_rows = records().visits().find(todays())->details().interventions;
    BOOST_TEST_REQUIRE(signed_rows.size() == 1U);
    BOOST_TEST((signed_rows.front().details().modality == Modality::HotPack));
}

BOOST_AUTO_TEST_CASE(undo_and_redo_walk_through_what_was_done)
{
    note.type_subjective("one");
    note.type_subjective("one two");
    note.confirm_row();

    note.undo();
    BOOST_TEST((seen().rows.front().mark == Mark::Carried));
    note.undo();
    BOOST_TEST(seen().subjective == "one");
    BOOST_TEST(seen().can_redo);
    note.redo();
    BOOST_TEST(seen().subjective == "one two");
    note.type_subjective("one two three");
    BOOST_TEST(!seen().can_redo);
}

BOOST_AUTO_TEST_CASE(undo_is_journalled_too)
{
    note.type_subjective("wrong");
    note.tick();
    note.undo();
    note.tick();
    BOOST_TEST(draft()->content.find("wrong") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_running_clock_adds_whole_minutes_and_stops)
{
    note.toggle_clock();
    BOOST_TEST(seen().rows.front().clock_running);
    clock.advance(std::chrono::seconds{150});
    note.tick();
    BOOST_TEST(seen().rows.front().minutes == "2");
    clock.advance(std::chrono::seconds{30});
    note.tick();
    BOOST_TEST(seen().rows.front().minutes == "3");
    note.toggle_clock();
    clock.advance(std::chrono::minutes{9});
    note.tick();
    BOOST_TEST(seen().rows.front().minutes == "3");
    BOOST_TEST(!seen().rows.front().clock_running);
}

BOOST_AUTO_TEST_CASE(the_units_line_follows_the_minutes)
{
    minutes(0, "33");
    BOOST_TEST(seen().units == "33 timed min · 2 units");
    BOOST_TEST(seen().units_detail == "33 min of treatment · CMS 8-minute rule");
    BOOST_TEST(seen().day.units == "97110 33 min × 2");
    note.edit_dose(0);
    note.type_row(with_minutes(seen().dose->own, "abc"));
    note.accept_dose();
    BOOST_TEST_REQUIRE(seen().dose.has_value());
    BOOST_TEST(!seen().dose->minutes_complaint.empty());
    note.cancel_dose();
    BOOST_TEST(seen().units == "33 timed min · 2 units");
}

BOOST_AUTO_TEST_CASE(under_the_other_rule_the_same_minutes_may_be_fewer_units)
{
    auto details = maja();
    details.coverage.unit_rule = UnitRule::Ama;
    auto const before = *records().patients().find(maja_id);
    must(records().patients().keep(must(before.with(details, today()))));
    app::VisitNotePresenter other{dana};
    other.open(sciatica_id, start, {}, 2);
    minutes_in(other, 0, "33");
    BOOST_TEST(other.state().units == "33 timed min · 2 units");
    BOOST_TEST(other.state().units_detail.find("AMA") != std::string::npos, other.state().units_detail);
}

BOOST_AUTO_TEST_CASE(an_assessment_copied_from_the_last_visit_is_noticed)
{
    note.type_assessment("Sitting tolerance now 60 min.");
    BOOST_TEST(seen().overlap == "100 % as last visit");
    note.type_assessment("Entirely new.");
    BOOST_TEST(seen().overlap == "0 % as last visit");
}

BOOST_AUTO_TEST_CASE(the_library_finds_exercises_and_modalities_by_the_beginning_of_a_word)
{
    auto const found = note.library("bird");
    BOOST_TEST_REQUIRE(!found.empty());
    note.add(found.front());
    BOOST_TEST_REQUIRE(seen().rows.size() == 2U);
    BOOST_TEST(seen().rows.back().name == found.front().label);
    BOOST_TEST((seen().rows.back().mark == Mark::Confirmed));
    BOOST_TEST(seen().selected == 1U);
    note.move_row(-1);
    BOOST_TEST(seen().selected == 0U);
    note.remove_row();
    BOOST_TEST(seen().rows.size() == 1U);
    BOOST_TEST((seen().rows.front().mark == Mark::Carried));
}

BOOST_AUTO_TEST_CASE(a_dose_that_means_nothing_stays_open_with_its_fault)
{
    note.edit_dose(0);
    BOOST_TEST_REQUIRE(seen().dose.has_value());
    note.type_dose(DoseKey::Sets, "many");
    note.accept_dose();
    BOOST_TEST_REQUIRE(seen().dose.has_value());
    BOOST_TEST(std::ranges::any_of(seen().dose->fields, [](auto const& field) { return !field.complaint.empty(); }));
    note.type_dose(DoseKey::Sets, "4");
    note.accept_dose();
    BOOST_TEST(!seen().dose.has_value());
    BOOST_TEST(seen().rows.front().dose.starts_with("4"), seen().rows.front().dose);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(signing_a_visit_note, DanaCharts)

BOOST_AUTO_TEST_CASE(a_complete_note_is_sealed_and_its_journal_gone)
{
    write_the_words();
    minutes(0, "23");
    note.tick();
    std::optional<VisitId> told;
    auto const listening = note.signed_off.connect([&](VisitId visit) { told = visit; });

    note.sign();

    BOOST_TEST_REQUIRE(seen().sealed);
    BOOST_TEST(seen().seal.starts_with("Signed by Dana Reyes, PT, DPT"), seen().seal);
    BOOST_TEST((told == todays()));
    BOOST_TEST(!draft().has_value());
    note.type_subjective("afterwards");
    note.undo();
    BOOST_TEST(seen().subjective == "Slept through the night.");
    BOOST_TEST(!seen().can_undo);
}

BOOST_AUTO_TEST_CASE(a_note_that_is_not_complete_says_all_that_is_missing)
{
    minutes(0, "");
    note.sign();
    BOOST_TEST(!seen().sealed);
    BOOST_TEST(seen().complaints.size() >= 2U);
    for (Refusal const& fault : seen().complaints)
        BOOST_TEST(!fault.message.english().empty());
    note.type_subjective("x");
    BOOST_TEST(seen().complaints.empty());
}

BOOST_AUTO_TEST_CASE(an_addendum_stands_below_the_seal)
{
    write_the_words();
    minutes(0, "23");
    note.sign();
    note.addend("The referring physician called back.");
    BOOST_TEST_REQUIRE(seen().addenda.size() == 1U);
    BOOST_TEST(seen().addenda.front().starts_with("The referring physician called back."));
    BOOST_TEST(seen().sealed);
}

BOOST_AUTO_TEST_CASE(leaving_keeps_the_note_before_it_calls_back)
{
    write_the_words();
    bool left = false;
    note.leave([&] { left = true; });
    BOOST_TEST(left);
    BOOST_TEST(records().visits().find(todays())->details().note.plan == "Add dead bug.");
}

BOOST_AUTO_TEST_CASE(leaving_with_what_means_nothing_yet_keeps_it_as_typed)
{
    note.type_pain_now("seven");
    bool left = false;
    note.leave([&] { left = true; });
    BOOST_TEST(left);
    app::VisitNotePresenter again{dana};
    again.open(sciatica_id, start, {}, 2);
    BOOST_TEST(again.state().pain_now == "seven");
}

BOOST_AUTO_TEST_SUITE_END()
