// SPDX-License-Identifier: Apache-2.0
// What forms promise: a crash, a colleague, a slip or a second Enter costs nothing that was typed.
#include "app/presenters/EpisodeFormPresenter.hpp"
#include "app/presenters/EvaluationPresenter.hpp"
#include "app/presenters/PatientFormPresenter.hpp"
#include "app/presenters/PlanPresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using FormClash = app::TypingState::Clash;
using namespace std::chrono_literals;

namespace {

app::PatientFields lena()
{
    app::PatientFields fields;
    fields.family = "Meyer";
    fields.given = "Lena";
    fields.birth_date = "7/7/69";
    return fields;
}

app::PlanFields first_plan(app::PlanFields fields)
{
    fields.interventions = {Modality::Exercise};
    fields.goals.front().text = "Walks for half an hour";
    fields.goals.front().baseline = "10 min";
    fields.goals.front().target = "30 min";
    fields.goals.front().target_date = "+42";
    return fields;
}

/// The form changed in one field, as by a key.
template <class Form, class Change>
void type(Form& form, Change change)
{
    auto fields = form.state().fields;
    change(fields);
    form.edit(std::move(fields));
}

struct FormsAtTheDesk : AtTheDesk {
    Patient maja() { return *records().patients().find(maja_id); }
    Episode sciatica() { return *records().episodes().find(sciatica_id); }
    Evaluation evaluation() { return *records().evaluations().find(first_evaluation_id); }
    PlanOfCare the_plan() { return records().plans().of_episode(sciatica_id).back(); }
    std::vector<OutcomeScore> scores() { return records().scores().of_episode(sciatica_id); }

    /// Somebody else changed Maja's telephone meanwhile.
    void someone_changes_the_phone(std::string phone = "555-0199")
    {
        auto details = maja().details();
        details.contact.phone = std::move(phone);
        must(records().patients().keep(must(maja().with(details, today()))));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(after_a_crash, FormsAtTheDesk)

BOOST_AUTO_TEST_CASE(the_form_of_a_known_patient_comes_back_as_typed_and_can_be_discarded)
{
    {
        app::PatientFormPresenter form{desk_of(), maja()};
        type(form, [](auto& f) { f.occupation = "Weld"; });
        type(form, [](auto& f) { f.birth_date = "31/31/1970"; });
        form.tick();
        BOOST_TEST(state().drafts.size() == 1U);
        form.edit(form.state().fields);
    }
    clock.advance(3h);
    app::PatientFormPresenter again{desk_of(), maja()};
    BOOST_TEST(again.state().restored == "Restored what you typed at 10:30.");
    BOOST_TEST(again.state().fields.occupation == "Weld");
    BOOST_TEST(again.state().fields.birth_date == "31/31/1970");
    BOOST_TEST(again.state().changed);
    BOOST_TEST(maja().details().occupation != "Weld");

    again.discard();
    again.tick();
    BOOST_TEST(again.state().restored.empty());
    BOOST_TEST(!again.state().changed);
    BOOST_TEST(again.state().fields.occupation == maja().details().occupation);
    BOOST_TEST(state().drafts.empty());

    again.undo();
    again.tick();
    BOOST_TEST(again.state().fields.occupation == "Weld");
    BOOST_TEST(state().drafts.size() == 1U);
}

BOOST_AUTO_TEST_CASE(another_day_is_said_with_its_date)
{
    {
        app::PatientFormPresenter form{desk_of(Role::FrontDesk)};
        form.edit(lena());
        form.tick();
    }
    clock.advance(48h);
    app::PatientFormPresenter again{desk_of(Role::FrontDesk)};
    BOOST_TEST(again.state().restored == "Restored what you typed on 23 Nov 2026 at 10:30.");
    BOOST_TEST(again.state().fields.family == "Meyer");
    again.keep();
    BOOST_TEST(state().patients.size() == 3U);
    BOOST_TEST(state().drafts.empty());
    BOOST_TEST(again.state().restored.empty());
}

BOOST_AUTO_TEST_CASE(nobody_sees_what_somebody_else_typed)
{
    app::PatientFormPresenter form{desk_of(Role::FrontDesk)};
    form.edit(lena());
    form.tick();
    app::PatientFormPresenter other{desk_of(Role::Manager)};
    BOOST_TEST(other.state().restored.empty());
    BOOST_TEST(other.state().fields.family.empty());
}

BOOST_AUTO_TEST_CASE(a_new_episode_comes_back_with_its_diagnoses)
{
    {
        app::EpisodeFormPresenter form{desk_of(), *records().patients().find(tom_id)};
        type(form, [](auto& f) {
            f.title = "low back pain";
            f.onset = "11/1";
            f.onset_approximate = true;
        });
        form.add_diagnosis("M54.50");
        form.add_diagnosis("M54.2");
    } // Closed before the journal's next tick.
    app::EpisodeFormPresenter again{desk_of(), *records().patients().find(tom_id)};
    BOOST_TEST(again.state().fields.title == "low back pain");
    BOOST_TEST(again.state().fields.onset == "11/1");
    BOOST_TEST(again.state().fields.onset_approximate);
    BOOST_TEST(again.state().titles.size() == 2U);
}

BOOST_AUTO_TEST_CASE(an_evaluation_comes_back_with_angles_and_answers)
{
    {
        app::EvaluationPresenter form{desk_of(), chart()};
        type(form, [](auto& f) {
            f.pain_now = "four";
            f.motions.front().degrees = "4";
            f.motions.front().painful = true;
            f.oswestry[9] = "3";
            f.history = "Line one\nline two";
        });
        form.tick();
    }
    app::EvaluationPresenter again{desk_of(), chart()};
    BOOST_TEST(again.state().fields.pain_now == "four");
    BOOST_TEST(again.state().fields.motions.front().degrees == "4");
    BOOST_TEST(again.state().fields.motions.front().painful);
    BOOST_TEST(again.state().fields.oswestry[9] == "3");
    BOOST_TEST(again.state().fields.history == "Line one\nline two");
    app::EvaluationPresenter const kept{desk_of(), chart(), evaluation()};
    BOOST_TEST(kept.state().restored.empty(), "the draft of a new one is not that of a kept one");
}

BOOST_AUTO_TEST_CASE(a_plan_comes_back_with_goals_that_have_no_sense_yet)
{
    {
        app::PlanPresenter plan{desk_of(), chart()};
        plan.add_goal();
        type(plan, [](auto& f) {
            f.goals.back().text = "Sits";
            f.goals.back().target_date = "some day";
            f.goals.back().term = GoalTerm::Short;
            f.goals.front().state = GoalState::Met;
            f.goals.front().now = "18 %";
            f.interventions.push_back(Modality::Tens);
        });
        plan.tick();
    }
    app::PlanPresenter const again{desk_of(), chart()};
    BOOST_TEST_REQUIRE(again.state().fields.goals.size() == 2U);
    BOOST_TEST((again.state().fields.goals.front().state == GoalState::Met));
    BOOST_TEST(again.state().fields.goals.front().text == "Oswestry 20 % or less");
    BOOST_TEST(again.state().fields.goals.back().text == "Sits");
    BOOST_TEST(again.state().fields.goals.back().target_date == "some day");
    BOOST_TEST((again.state().fields.goals.back().term == GoalTerm::Short));
    BOOST_TEST((std::ranges::find(again.state().fields.interventions, Modality::Tens)
        != again.state().fields.interventions.end()));
}

BOOST_AUTO_TEST_CASE(what_is_restored_stands_on_top_of_what_a_colleague_kept_since)
{
    {
        app::PatientFormPresenter form{desk_of(), maja()};
        type(form, [](auto& f) { f.occupation = "Welder"; });
    }
    someone_changes_the_phone();
    app::PatientFormPresenter again{desk_of(), maja()};
    BOOST_TEST(again.state().restored.find("Someone else") != std::string::npos, again.state().restored);
    BOOST_TEST(again.state().fields.occupation == "Welder");
    BOOST_TEST(again.state().fields.contact.phone == "555-0199");
    again.keep();
    BOOST_TEST(maja().details().occupation == "Welder");
    BOOST_TEST(maja().details().contact.phone == "555-0199");
}

BOOST_AUTO_TEST_CASE(what_is_typed_while_the_draft_is_looked_for_is_not_overwritten_by_it)
{
    {
        app::PatientFormPresenter form{desk_of(), maja()};
        type(form, [](auto& f) {
            f.occupation = "Welder";
            f.contact.city = "Bangor";
        });
    }
    app::PatientFormPresenter again{late_desk_of(), maja()};
    type(again, [](auto& f) { f.occupation = "Baker"; });
    again.tick();
    late.finish_all();
    BOOST_TEST(again.state().fields.occupation == "Baker");
    BOOST_TEST(again.state().fields.contact.city == "Bangor");
}

BOOST_AUTO_TEST_CASE(typing_back_to_what_is_stored_leaves_no_draft)
{
    app::PatientFormPresenter form{desk_of(), maja()};
    auto const before = form.state().fields;
    type(form, [](auto& f) { f.occupation = "x"; });
    form.tick();
    form.edit(before);
    form.tick();
    BOOST_TEST(state().drafts.empty());
    BOOST_TEST(!form.state().changed);
}

BOOST_AUTO_TEST_CASE(who_may_not_write_is_told_once_and_leaves_one_denial)
{
    app::PlanPresenter plan{desk_of(Role::FrontDesk), chart()};
    type(plan, [](auto& f) { f.notes = "x"; });
    for (int i = 0; i < 5; ++i)
        plan.tick();
    BOOST_TEST(!first_of(plan.state().complaints).empty());
    BOOST_TEST(std::ranges::count_if(state().audit, [](AuditLink const& link) {
        return link.entry.event == AuditEvent::Denied;
    }) == 1);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(keeping_again, FormsAtTheDesk)

BOOST_AUTO_TEST_CASE(a_new_patient_is_changed_by_the_second_keep)
{
    app::PatientFormPresenter form{desk_of(Role::FrontDesk)};
    form.edit(lena());
    form.keep();
    BOOST_TEST(!form.state().fresh);
    BOOST_TEST(!form.state().fields.record_number.empty());
    BOOST_TEST(form.state().fields.birth_date == "1969-07-07");
    BOOST_TEST(form.state().saved == "saved 10:30");
    auto const audit_entries = state().audit.size();
    form.keep();
    BOOST_TEST(state().audit.size() == audit_entries);

    type(form, [](auto& f) { f.occupation = "Welder"; });
    form.keep();
    type(form, [](auto& f) { f.occupation = "Baker"; });
    form.keep();
    BOOST_TEST(form.state().complaints.empty(), first_of(form.state().complaints));
    BOOST_TEST(state().patients.size() == 3U);
    BOOST_TEST(state().patients.rbegin()->second.details().occupation == "Baker");
    BOOST_TEST(state().patients.rbegin()->second.version() == 3);
}

BOOST_AUTO_TEST_CASE(a_new_episode_is_changed_by_the_second_keep)
{
    app::EpisodeFormPresenter form{desk_of(), *records().patients().find(tom_id)};
    type(form, [](auto& f) { f.title = "low back pain"; });
    form.keep();
    type(form, [](auto& f) { f.title = "low back pain, right"; });
    form.keep();
    form.keep();
    auto const episodes = records().episodes().of_patient(tom_id);
    BOOST_TEST_REQUIRE(episodes.size() == 1U);
    BOOST_TEST(episodes.front().details().title == "low back pain, right");
}

BOOST_AUTO_TEST_CASE(a_new_plan_is_changed_by_the_second_keep_and_its_goal_is_kept_once)
{
    state().plans.clear();
    app::PlanPresenter form{desk_of(), chart()};
    form.edit(first_plan(form.state().fields));
    form.keep();
    BOOST_TEST_REQUIRE(form.state().complaints.empty(), first_of(form.state().complaints));
    BOOST_TEST_REQUIRE(form.state().fields.goals.size() == 1U);
    BOOST_TEST(form.state().fields.goals.front().kept);
    type(form, [](auto& f) { f.weeks = "8"; });
    form.keep();
    BOOST_TEST_REQUIRE(state().plans.size() == 1U);
    BOOST_TEST(the_plan().details().weeks == 8);
    BOOST_TEST(the_plan().details().goals.size() == 1U);
}

BOOST_AUTO_TEST_CASE(enter_twice_before_the_answer_keeps_one)
{
    app::PatientFormPresenter patient{late_desk_of(Role::FrontDesk)};
    app::EpisodeFormPresenter episode{late_desk_of(), *records().patients().find(tom_id)};
    late.finish_all();
    patient.edit(lena());
    type(episode, [](auto& f) { f.title = "low back pain"; });
    for (int i = 0; i < 3; ++i) {
        patient.keep();
        episode.keep();
    }
    late.finish_all();
    patient.keep();
    episode.keep();
    late.finish_all();
    BOOST_TEST(state().patients.size() == 3U);
    BOOST_TEST(records().episodes().of_patient(tom_id).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_signature_asked_for_while_it_is_being_kept_follows)
{
    state().plans.clear();
    app::PlanPresenter form{late_desk_of(), chart()};
    late.finish_all();
    form.edit(first_plan(form.state().fields));
    form.keep();
    form.sign();
    form.sign();
    late.finish_all();
    BOOST_TEST(form.state().complaints.empty(), first_of(form.state().complaints));
    BOOST_TEST_REQUIRE(state().plans.size() == 1U);
    BOOST_TEST(the_plan().seal().has_value());
    BOOST_TEST(form.state().sealed);
}

BOOST_AUTO_TEST_CASE(a_refused_keep_forgets_the_signature_asked_for_meanwhile)
{
    app::EvaluationPresenter form{late_desk_of(), chart(), evaluation()}, theirs{desk_of(), chart(), evaluation()};
    late.finish_all();
    type(theirs, [](auto& f) { f.findings = "Reflexes equal."; });
    theirs.keep();
    type(form, [](auto& f) { f.assessment = "Better."; });
    form.keep();
    form.sign();
    late.finish_all();
    BOOST_TEST((form.state().clash == FormClash::Met));
    form.put_mine_on_top();
    late.finish_all();
    form.keep();
    late.finish_all();
    BOOST_TEST(evaluation().details().assessment == "Better.");
    BOOST_TEST(!evaluation().seal());
}

BOOST_AUTO_TEST_CASE(what_is_typed_while_it_is_being_kept_stays_and_is_not_called_kept)
{
    app::PatientFormPresenter form{late_desk_of(), maja()};
    late.finish_all();
    type(form, [](auto& f) { f.occupation = "Weld"; });
    form.keep();
    type(form, [](auto& f) { f.occupation = "Welder"; });
    late.finish_all();
    BOOST_TEST(maja().details().occupation == "Weld");
    BOOST_TEST(form.state().fields.occupation == "Welder");
    BOOST_TEST(form.state().changed);
    form.keep();
    late.finish_all();
    BOOST_TEST(maja().details().occupation == "Welder");
    BOOST_TEST(!form.state().changed);
}

BOOST_AUTO_TEST_CASE(a_keep_that_never_answered_may_be_tried_again)
{
    app::PatientFormPresenter form{late_desk_of(), maja()};
    late.finish_all();
    type(form, [](auto& f) { f.occupation = "Welder"; });
    form.keep();
    clock.advance(1min);
    form.tick();
    BOOST_TEST(!form.state().busy);
    BOOST_TEST(form.state().changed);
}

BOOST_AUTO_TEST_CASE(answers_are_corrected_moved_and_taken_away_until_the_signature)
{
    app::EvaluationPresenter form{desk_of(), chart(), evaluation()};
    type(form, [](auto& f) { f.oswestry.fill("2"); });
    form.keep();
    BOOST_TEST_REQUIRE(scores().size() == 1U);
    BOOST_TEST(scores().front().score().value == 40);
    BOOST_TEST((scores().front().evaluation() == first_evaluation_id));

    type(form, [](auto& f) {
        f.oswestry.fill("3");
        f.pain_now = "6";
        f.on = "2026-10-20";
    });
    form.keep();
    BOOST_TEST_REQUIRE(form.state().complaints.empty(), first_of(form.state().complaints));
    BOOST_TEST_REQUIRE(scores().size() == 1U);
    BOOST_TEST(scores().front().score().value == 60);
    BOOST_TEST((scores().front().on() == day(2026, 10, 20)));
    BOOST_TEST((evaluation().details().pain.now == pain(6)));
    BOOST_TEST(was_noted(AuditEvent::Change, "score"));

    type(form, [](auto& f) { f.oswestry.fill(""); });
    form.keep();
    BOOST_TEST(scores().empty());
    BOOST_TEST(was_noted(AuditEvent::Delete, "score"));

    type(form, [](auto& f) { f.oswestry.fill("1"); });
    form.sign();
    BOOST_TEST_REQUIRE(form.state().sealed, first_of(form.state().complaints));
    BOOST_TEST_REQUIRE(scores().size() == 1U);
    type(form, [](auto& f) { f.oswestry.fill("5"); });
    form.keep();
    BOOST_TEST(scores().front().score().value == 20);
    BOOST_TEST(form.state().fields.oswestry[0] == "1");
}

BOOST_AUTO_TEST_CASE(answers_of_the_same_day_that_belong_to_no_evaluation_are_not_doubled)
{
    must(by(Role::Therapist, app::record_score, ScoreId{77}, sciatica_id, day(2026, 10, 19), Measure::Odi,
        std::vector<std::optional<int>>(10, 2)));
    app::EvaluationPresenter form{desk_of(), chart(), evaluation()};
    BOOST_TEST(form.state().fields.oswestry[3] == "2");
    type(form, [](auto& f) { f.oswestry[3] = "4"; });
    form.keep();
    BOOST_TEST_REQUIRE(scores().size() == 1U);
    BOOST_TEST(scores().front().score().value == 44);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(two_people_at_once, FormsAtTheDesk)

BOOST_AUTO_TEST_CASE(mine_goes_on_top_of_theirs)
{
    app::PatientFormPresenter form{desk_of(), maja()};
    type(form, [](auto& f) { f.occupation = "Welder"; });
    someone_changes_the_phone();
    form.keep();
    BOOST_TEST((form.state().clash == FormClash::Met));
    BOOST_TEST(form.state().fields.occupation == "Welder");

    form.put_mine_on_top();
    BOOST_TEST((form.state().clash == FormClash::None));
    BOOST_TEST(form.state().fields.occupation == "Welder");
    BOOST_TEST(form.state().fields.contact.phone == "555-0199");
    BOOST_TEST(form.state().changed);
    form.keep();
    BOOST_TEST(maja().details().occupation == "Welder");
    BOOST_TEST(maja().details().contact.phone == "555-0199");
}

BOOST_AUTO_TEST_CASE(theirs_can_be_looked_at_and_mine_comes_back_by_undoing)
{
    app::PatientFormPresenter form{desk_of(), maja()};
    type(form, [](auto& f) {
        f.contact.phone = "555-0111";
        f.occupation = "Welder";
    });
    someone_changes_the_phone();
    form.keep();
    form.see_theirs();
    BOOST_TEST((form.state().clash == FormClash::Theirs));
    BOOST_TEST(form.state().fields.contact.phone == "555-0199");
    form.tick();
    BOOST_TEST(state().drafts.size() == 1U, "what was typed outlives a crash while theirs are shown");
    form.keep();
    BOOST_TEST(maja().details().contact.phone == "555-0199");

    form.undo();
    BOOST_TEST((form.state().clash == FormClash::None));
    BOOST_TEST(form.state().fields.contact.phone == "555-0111");
    form.keep();
    BOOST_TEST(maja().details().contact.phone == "555-0111");
    BOOST_TEST(maja().details().occupation == "Welder");
    form.tick();
    BOOST_TEST(state().drafts.empty());
}

BOOST_AUTO_TEST_CASE(two_evaluations_of_one_record_do_not_overwrite_each_other)
{
    app::EvaluationPresenter mine{desk_of(), chart(), evaluation()}, theirs{desk_of(), chart(), evaluation()};
    type(theirs, [](auto& f) {
        f.findings = "Reflexes equal.";
        f.oswestry.fill("2");
    });
    theirs.keep();
    type(mine, [](auto& f) { f.assessment = "Better."; });
    mine.sign();
    BOOST_TEST((mine.state().clash == FormClash::Met));
    BOOST_TEST(!mine.state().sealed);
    mine.put_mine_on_top();
    mine.keep();
    BOOST_TEST(evaluation().details().findings == "Reflexes equal.");
    BOOST_TEST(evaluation().details().assessment == "Better.");
    BOOST_TEST(scores().size() == 1U);
}

BOOST_AUTO_TEST_CASE(two_first_plans_of_one_episode_become_one)
{
    state().plans.clear();
    app::PlanPresenter mine{desk_of(), chart()}, theirs{desk_of(), chart()};
    theirs.edit(first_plan(theirs.state().fields));
    theirs.keep();
    mine.edit(first_plan(mine.state().fields));
    type(mine, [](auto& f) {
        f.goals.front().text = "Sits for an hour";
        f.weeks = "4";
    });
    mine.keep();
    BOOST_TEST((mine.state().clash == FormClash::Met));
    BOOST_TEST(state().plans.size() == 1U);

    mine.put_mine_on_top();
    BOOST_TEST_REQUIRE(mine.state().fields.goals.size() == 2U);
    mine.keep();
    BOOST_TEST_REQUIRE(mine.state().complaints.empty(), first_of(mine.state().complaints));
    BOOST_TEST(state().plans.size() == 1U);
    BOOST_TEST(the_plan().details().goals.size() == 2U);
    BOOST_TEST(the_plan().details().weeks == 4);
    mine.tick();
    theirs.tick();
    BOOST_TEST(state().drafts.empty());
}

BOOST_AUTO_TEST_CASE(an_episode_that_was_discharged_meanwhile_is_not_opened_again_by_a_title)
{
    app::EpisodeFormPresenter form{desk_of(), *records().patients().find(maja_id), sciatica()};
    auto details = sciatica().details();
    details.status = EpisodeStatus::Discharged;
    details.ended = today();
    details.end_reason = "Goals met.";
    must(by(Role::Therapist, app::change_episode, sciatica_id, sciatica().version(), details));
    type(form, [](auto& f) { f.title = "sciatica, left"; });
    form.keep();
    BOOST_TEST((form.state().clash == FormClash::Met));
    form.put_mine_on_top();
    form.keep();
    BOOST_TEST(sciatica().details().title == "sciatica, left");
    BOOST_TEST((sciatica().details().status == EpisodeStatus::Discharged));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(undoing_in_a_form, FormsAtTheDesk)

BOOST_AUTO_TEST_CASE(a_word_is_one_step_and_a_pause_begins_another)
{
    app::PatientFormPresenter form{desk_of(), maja()};
    std::string const before = form.state().fields.occupation;
    for (char const* const text : {"W", "We", "Wel", "Weld"})
        type(form, [&](auto& f) { f.occupation = text; });
    clock.advance(2s);
    type(form, [](auto& f) { f.occupation = "Welder"; });
    type(form, [](auto& f) { f.contact.city = "Bangor"; });

    form.undo();
    BOOST_TEST(form.state().fields.contact.city != "Bangor");
    form.undo();
    BOOST_TEST(form.state().fields.occupation == "Weld");
    form.undo();
    BOOST_TEST(form.state().fields.occupation == before);
    BOOST_TEST(!form.state().can_undo);
    form.undo();
    form.redo();
    form.redo();
    form.redo();
    BOOST_TEST(form.state().fields.contact.city == "Bangor");
    BOOST_TEST(!form.state().can_redo);
}

BOOST_AUTO_TEST_CASE(goals_come_and_go_as_steps)
{
    app::PlanPresenter plan{desk_of(), chart()};
    plan.add_goal();
    type(plan, [](auto& f) { f.goals.back().text = "Sits for an hour"; });
    plan.remove_goal(1);
    BOOST_TEST(plan.state().fields.goals.size() == 1U);
    plan.undo();
    BOOST_TEST_REQUIRE(plan.state().fields.goals.size() == 2U);
    BOOST_TEST(plan.state().fields.goals.back().text == "Sits for an hour");
    plan.undo();
    BOOST_TEST(plan.state().fields.goals.back().text.empty());
    plan.undo();
    BOOST_TEST(plan.state().fields.goals.size() == 1U);
    BOOST_TEST(!plan.state().changed);
}

BOOST_AUTO_TEST_CASE(diagnoses_come_and_go_as_steps)
{
    app::EpisodeFormPresenter form{desk_of(), *records().patients().find(maja_id), sciatica()};
    auto const before = form.state().fields.diagnoses;
    form.add_diagnosis("M54.2");
    form.remove_diagnosis(0);
    form.undo();
    BOOST_TEST(form.state().fields.diagnoses.size() == before.size() + 1);
    form.undo();
    BOOST_TEST((form.state().fields.diagnoses == before));
    form.redo();
    BOOST_TEST(form.state().titles.size() == before.size() + 1);
}

BOOST_AUTO_TEST_SUITE_END()
