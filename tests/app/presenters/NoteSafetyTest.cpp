// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ChartPresenter.hpp"
#include "app/presenters/VisitNotePresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Mark = app::FlowsheetRow::Mark;

namespace {

app::LibraryEntry const tens_entry{"TENS", "modality", Modality::Tens, {}};

/// Maja has a pacemaker.
struct SomeoneAddsTens : AtTheDesk {
    app::VisitNotePresenter by_dana{desk_of(Role::Therapist)}, by_pat{desk_of(Role::Assistant)};

    void open(app::VisitNotePresenter& note)
    {
        note.open(sciatica_id, time(today(), 10, 30), {}, 1);
        note.add(tens_entry);
    }
    Visit stored() { return records().visits().of_episode(sciatica_id).back(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(treatments_that_may_harm, SomeoneAddsTens)

BOOST_AUTO_TEST_CASE(tens_for_a_pacemaker_is_refused_in_its_row_with_the_source)
{
    open(by_dana);
    auto const& rows = by_dana.state().rows;
    BOOST_TEST_REQUIRE(rows.size() == 1U);
    BOOST_TEST((rows.front().mark == Mark::Refused));
    BOOST_TEST_REQUIRE(!rows.front().remarks.empty());
    BOOST_TEST(rows.front().remarks.front().fault);
    BOOST_TEST(!rows.front().remarks.front().source.empty());
    by_dana.confirm_row();
    by_dana.confirm_all();
    BOOST_TEST((by_dana.state().rows.front().mark == Mark::Refused));
}

BOOST_AUTO_TEST_CASE(a_refused_row_does_not_reach_the_kept_note)
{
    open(by_dana);
    by_dana.leave([] {});
    BOOST_TEST(stored().details().interventions.empty());
}

BOOST_AUTO_TEST_CASE(a_therapist_may_override_with_a_reason_where_the_matrix_lets_her)
{
    open(by_dana);
    bool const may = by_dana.state().rows.front().overridable;
    by_dana.override_refusal(0, "Cardiologist agreed by telephone on 20 November.");
    BOOST_TEST((by_dana.state().rows.front().mark == (may ? Mark::Confirmed : Mark::Refused)));
    BOOST_TEST(may
        == check_treatment(std::vector<std::string>{"cardiac-pacemaker"}, Modality::Tens, Region::LowBack).overridable);
    by_dana.undo();
    BOOST_TEST((by_dana.state().rows.front().mark == Mark::Refused));
}

BOOST_AUTO_TEST_CASE(an_assistant_may_not_override)
{
    open(by_pat);
    BOOST_TEST_REQUIRE((by_pat.state().rows.front().mark == Mark::Refused));
    BOOST_TEST(!by_pat.state().rows.front().overridable);
    by_pat.override_refusal(0, "It felt right.");
    BOOST_TEST((by_pat.state().rows.front().mark == Mark::Refused));
}

BOOST_AUTO_TEST_CASE(after_a_crash_the_refused_row_is_still_refused)
{
    open(by_dana);
    by_dana.tick();
    app::VisitNotePresenter again{desk_of(Role::Therapist)};
    again.open(stored().id(), 1);
    BOOST_TEST_REQUIRE(again.state().rows.size() == 1U);
    BOOST_TEST((again.state().rows.front().mark == Mark::Refused));
    BOOST_TEST(!again.state().rows.front().remarks.empty());
}

BOOST_AUTO_TEST_CASE(a_late_answer_to_a_row_that_was_removed_changes_nothing)
{
    app::VisitNotePresenter note{late_desk_of(Role::Therapist)};
    note.open(sciatica_id, time(today(), 10, 30), {}, 1);
    late.finish_all();
    note.add(tens_entry);
    note.remove_row();
    late.finish_all();
    BOOST_TEST(note.state().rows.empty());
    BOOST_TEST(note.state().complaints.empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(a_note_opened_by_mistake, SomeoneAddsTens)

BOOST_AUTO_TEST_CASE(goes_without_a_word_while_it_is_blank)
{
    by_dana.open(sciatica_id, time(today(), 10, 30), {}, 1);
    BOOST_TEST(by_dana.blank());
    std::optional<app::DiscardedNote> gone;
    auto const listening = by_dana.discarded.connect([&](app::DiscardedNote const& note) { gone = note; });
    by_dana.discard();
    BOOST_TEST_REQUIRE(gone.has_value());
    BOOST_TEST(records().visits().of_episode(sciatica_id).empty());
    by_dana.type_plan("too late");
    by_dana.tick();
    BOOST_TEST(state().drafts.empty());
}

BOOST_AUTO_TEST_CASE(asks_why_when_something_was_typed_and_brings_it_back_as_typed)
{
    by_dana.open(sciatica_id, time(today(), 10, 30), {}, 1);
    by_dana.type_pain_now("4 or 5");
    std::optional<app::DiscardedNote> gone;
    auto const listening = by_dana.discarded.connect([&](app::DiscardedNote const& note) { gone = note; });
    by_dana.discard();
    BOOST_TEST(!gone.has_value());
    BOOST_TEST(!by_dana.state().complaints.empty());
    by_dana.discard(app::DiscardReason::WrongPatient);
    BOOST_TEST_REQUIRE(gone.has_value());

    app::ChartPresenter maja{desk_of(), maja_id};
    bool back = false;
    maja.bring_back(gone->visit, gone->draft, [&] { back = true; });
    BOOST_TEST_REQUIRE(back);
    app::VisitNotePresenter again{desk_of()};
    again.open(gone->visit.id(), 1);
    BOOST_TEST(again.state().pain_now == "4 or 5");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(who_types_on_while_a_note_is_being_kept, AtTheDesk)

BOOST_AUTO_TEST_CASE(finds_it_again_after_leaving)
{
    app::VisitNotePresenter note{late_desk_of(Role::Therapist)};
    note.open(sciatica_id, time(today(), 10, 30), {}, 1);
    late.finish_all();
    note.type_assessment("Sits for");
    bool left = false;
    note.leave([&] { left = true; });
    note.type_assessment("Sits for an hour.");
    late.finish_all();
    BOOST_TEST(left);
    Visit const kept = records().visits().of_episode(sciatica_id).back();
    BOOST_TEST(kept.details().note.assessment == "Sits for");
    app::VisitNotePresenter again{desk_of(Role::Therapist)};
    again.open(kept.id(), 1);
    BOOST_TEST(again.state().assessment == "Sits for an hour.");
}

BOOST_AUTO_TEST_CASE(finds_it_again_where_the_note_could_only_be_a_draft)
{
    app::VisitNotePresenter note{late_desk_of(Role::Therapist)};
    note.open(sciatica_id, time(today(), 10, 30), {}, 1);
    late.finish_all();
    note.type_pain_now("4 or");
    bool left = false;
    note.leave([&] { left = true; });
    note.type_pain_now("4 or 5");
    late.finish_all();
    BOOST_TEST(left);
    app::VisitNotePresenter again{desk_of(Role::Therapist)};
    again.open(records().visits().of_episode(sciatica_id).back().id(), 1);
    BOOST_TEST(again.state().pain_now == "4 or 5");
}

BOOST_AUTO_TEST_CASE(has_it_beside_the_signed_note)
{
    app::VisitNotePresenter note{late_desk_of(Role::Therapist)};
    note.open(sciatica_id, time(today(), 10, 30), {}, 1);
    late.finish_all();
    note.type_pain_now("4");
    note.type_assessment("Sits for an hour.");
    note.sign();
    note.type_plan("Less heat.");
    late.finish_all();
    BOOST_TEST_REQUIRE(note.state().sealed, first_of(note.state().complaints));
    BOOST_TEST(note.state().plan.empty());
    BOOST_TEST(note.state().left_over == "Next time: Less heat.");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(a_disk_that_was_full, AtTheDesk)

BOOST_AUTO_TEST_CASE(what_was_typed_is_journalled_again_and_the_note_can_be_signed)
{
    app::VisitNotePresenter note{late_desk_of(Role::Therapist)};
    note.open(sciatica_id, time(today(), 10, 30), {}, 1);
    late.finish_all();
    note.type_assessment("Sits for an hour.");
    note.tick();
    late.break_next();
    note.tick();
    BOOST_TEST(late.waiting() == 0U);

    clock.advance(std::chrono::seconds{11});
    note.tick();
    BOOST_TEST_REQUIRE(late.waiting() == 1U);
    late.finish_all();
    BOOST_TEST(!note.state().saved.empty());

    bool left = false;
    note.leave([&] { left = true; });
    late.break_next();
    BOOST_TEST(!left);
    clock.advance(std::chrono::seconds{11});
    note.tick();
    late.finish_all();
    note.leave([&] { left = true; });
    late.finish_all();
    BOOST_TEST(left);
    BOOST_TEST(records().visits().of_episode(sciatica_id).back().details().note.assessment == "Sits for an hour.");
}

BOOST_AUTO_TEST_SUITE_END()
