// SPDX-License-Identifier: Apache-2.0
// Whatever is typed: a clear word beside its field, and nothing lost.
#include "app/presenters/EpisodeFormPresenter.hpp"
#include "app/presenters/EvaluationPresenter.hpp"
#include "app/presenters/PatientFormPresenter.hpp"
#include "app/presenters/PlanPresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

std::string const huge(100'000, 'x');
std::string const composed = "Zo\xC3\xAB", decomposed = "Zoe\xCC\x88";
std::string const hebrew = "\u05E9\u05DC\u05D5\u05DD \u202Eabc\u202C";
std::string const emoji = "\U0001F9D1\u200D\u2695\uFE0F \U0001F44D\U0001F3FE";

template <class State>
bool one_each(State const& state)
{
    std::set<std::string_view> fields;
    for (Refusal const& fault : state.complaints)
        if (!fault.field.empty() && !fields.insert(fault.field).second)
            return false;
    return true;
}

struct Typing : AtTheDesk {
    app::PatientFormPresenter patient{desk_of(Role::FrontDesk)};
    app::EpisodeFormPresenter episode{desk_of(), *records().patients().find(tom_id)};
    app::EvaluationPresenter evaluation{desk_of(), chart()};
    app::PlanPresenter plan{desk_of(), chart()};

    template <class Form, class Change>
    std::vector<Refusal> const& keep(Form& form, Change change)
    {
        auto fields = form.state().fields;
        change(fields);
        form.edit(fields);
        form.keep();
        // Whatever was said about it, it is still there.
        if (!form.state().complaints.empty())
            BOOST_TEST((form.state().fields == fields));
        BOOST_TEST(one_each(form.state()), "one line for each field");
        return form.state().complaints;
    }
    void name(app::PatientFields& f)
    {
        f.family = "Meyer";
        f.birth_date = "7/7/1969";
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(whatever_is_typed, Typing)

BOOST_AUTO_TEST_CASE(empty_forms_say_what_they_need)
{
    auto const said = keep(patient, [](auto& f) { f.occupation = " "; });
    BOOST_TEST(!complaint(said, "birth_date").empty());
    BOOST_TEST(!complaint(keep(episode, [](auto& f) { f.started = "  "; }), "started").empty());
    BOOST_TEST(!complaint(episode.state().complaints, "title").empty());
    BOOST_TEST(!complaint(keep(evaluation, [](auto& f) { f.on = ""; }), "on").empty());
    state().plans.clear();
    app::PlanPresenter fresh{desk_of(), chart()};
    auto const missing = keep(fresh, [](auto& f) {
        f.established = "";
        f.weeks = "";
    });
    for (auto const* const field : {"established", "weeks", "interventions", "goals"})
        BOOST_TEST(!complaint(missing, field).empty(), field);
}

BOOST_AUTO_TEST_CASE(a_hundred_thousand_signs_are_too_long_and_stay)
{
    BOOST_TEST(!complaint(keep(patient,
                              [&](auto& f) {
                                  name(f);
                                  f.family = huge;
                                  f.precautions = huge;
                                  f.medications = huge;
                              }),
        "name.family")
                    .empty());
    BOOST_TEST(!complaint(patient.state().complaints, "precautions").empty());
    BOOST_TEST(!complaint(patient.state().complaints, "medications").empty());
    BOOST_TEST(!complaint(keep(episode,
                              [&](auto& f) {
                                  f.title = huge;
                                  f.complaint = huge;
                                  f.onset = huge;
                              }),
        "title")
                    .empty());
    BOOST_TEST(!complaint(episode.state().complaints, "onset").empty());
    BOOST_TEST(!complaint(keep(evaluation,
                              [&](auto& f) {
                                  f.history = huge;
                                  f.pain_now = huge;
                              }),
        "history")
                    .empty());
    BOOST_TEST(!complaint(evaluation.state().complaints, "pain.now").empty());
    plan.add_goal();
    keep(plan, [&](auto& f) {
        f.notes = huge;
        f.weeks = huge;
        f.goals.back().text = huge;
    });
    BOOST_TEST(!complaint(plan.state().complaints, "notes").empty());
    BOOST_TEST(!complaint(plan.state().complaints, "weeks").empty());
    BOOST_TEST(!complaint(plan.state().goal_complaints.back(), "goals.text").empty());
    // The journal holds it all the same.
    for (int i = 0; i < 2; ++i) {
        patient.tick();
        episode.tick();
        evaluation.tick();
        plan.tick();
    }
    BOOST_TEST(state().drafts.size() == 4U);
    app::PatientFormPresenter const again{desk_of(Role::FrontDesk)};
    BOOST_TEST((again.state().fields == patient.state().fields));
}

BOOST_AUTO_TEST_CASE(every_script_comes_back_as_it_was_typed)
{
    for (std::string const& text : {composed, decomposed, hebrew, emoji}) {
        app::PatientFormPresenter form{desk_of(Role::FrontDesk)};
        BOOST_TEST(keep(form, [&](auto& f) {
            name(f);
            f.given = text;
            f.precautions = text;
            f.allergies = text;
        }).empty());
        BOOST_TEST(form.state().fields.given == text);
        BOOST_TEST(form.stored()->details().precautions.front().note == text);
        BOOST_TEST(form.stored()->details().allergies.front().substance == text);
        app::EpisodeFormPresenter one{desk_of(), *records().patients().find(tom_id)};
        BOOST_TEST(keep(one, [&](auto& f) {
            f.title = text;
            f.complaint = text;
        }).empty());
        BOOST_TEST(one.state().fields.complaint == text);
        app::EvaluationPresenter other{desk_of(), chart()};
        BOOST_TEST(keep(other, [&](auto& f) { f.findings = text; }).empty());
        BOOST_TEST(other.state().fields.findings == text);
        app::PlanPresenter notes{desk_of(), chart()};
        BOOST_TEST(keep(notes, [&](auto& f) { f.notes = text; }).empty());
        BOOST_TEST(notes.state().fields.notes == text);
    }
}

BOOST_AUTO_TEST_CASE(the_same_name_composed_otherwise_is_the_same_draft_text)
{
    auto fields = patient.state().fields;
    fields.given = decomposed;
    patient.edit(fields);
    patient.tick();
    app::PatientFormPresenter const again{desk_of(Role::FrontDesk)};
    BOOST_TEST(again.state().fields.given == decomposed);
}

BOOST_AUTO_TEST_CASE(days_that_do_not_exist_or_lie_wrong_are_refused_beside_their_fields)
{
    for (auto const* const bad :
        {"2/30/1979", "30 Feb 1979", "1979-02-30", "tomorrow", "12/31/2030", "3/14/0026", "0026-03-14", "3/14/1700"}) {
        BOOST_TEST(!complaint(keep(patient,
                                  [&](auto& f) {
                                      name(f);
                                      f.birth_date = bad;
                                  }),
                       "birth_date")
                        .empty(),
            bad);
        BOOST_TEST(!complaint(keep(patient,
                                  [&](auto& f) {
                                      name(f);
                                      f.consent_treatment = bad;
                                  }),
                       "consent.treatment")
                        .empty(),
            bad);
        BOOST_TEST(!complaint(keep(episode,
                                  [&](auto& f) {
                                      f.title = "x";
                                      f.onset = bad;
                                  }),
                       "onset")
                        .empty(),
            bad);
        BOOST_TEST(!complaint(keep(evaluation, [&](auto& f) { f.on = bad; }), "on").empty(), bad);
        BOOST_TEST(!complaint(keep(plan, [&](auto& f) { f.established = bad; }), "established").empty(), bad);
        BOOST_TEST(!complaint(keep(plan,
                                  [&](auto& f) {
                                      f.established = "2026-10-19";
                                      f.sent = bad;
                                  }),
                       "certification.sent")
                        .empty(),
            bad);
    }
    BOOST_TEST(state().patients.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_year_of_two_digits_is_the_one_that_was_meant)
{
    BOOST_TEST(keep(patient, [&](auto& f) {
        name(f);
        f.birth_date = "3/14/26";
    }).empty());
    BOOST_TEST(patient.state().fields.birth_date == "2026-03-14");
    keep(patient, [&](auto& f) { f.birth_date = "12/24/26"; });
    BOOST_TEST(patient.state().fields.birth_date == "1926-12-24", "the last such day, since births lie behind us");
    plan.add_goal();
    keep(plan, [&](auto& f) {
        f.goals.back().text = "Sits";
        f.goals.back().baseline = "25 min";
        f.goals.back().target = "60 min";
        f.goals.back().target_date = "3/14/27";
    });
    BOOST_TEST((chart().plan->details().goals.back().target_date == day(2027, 3, 14)));
}

BOOST_AUTO_TEST_CASE(a_bad_date_of_the_plan_is_said_once)
{
    auto const said = keep(plan, [](auto& f) {
        f.established = "soon";
        f.sent = "later";
    });
    BOOST_TEST(said.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_bad_day_of_the_plan_says_nothing_about_its_goals)
{
    clock.advance(std::chrono::hours{24 * 365}); // The goals' days are past.
    auto const said = keep(plan, [](auto& f) { f.established = "soon"; });
    BOOST_TEST_REQUIRE(said.size() == 1U);
    BOOST_TEST(said.front().field == "established");
}

BOOST_AUTO_TEST_CASE(numbers_that_are_none_stay_as_typed)
{
    for (auto const* const bad : {"-1", "12.5", "1e3", "\u0664", "99999999999999999999", "4 5"}) {
        BOOST_TEST(!complaint(keep(patient,
                                  [&](auto& f) {
                                      name(f);
                                      f.visits_authorized = bad;
                                  }),
                       "coverage.visits_authorized")
                        .empty(),
            bad);
        BOOST_TEST(!complaint(keep(evaluation, [&](auto& f) { f.pain_now = bad; }), "pain.now").empty(), bad);
        BOOST_TEST(!complaint(keep(plan, [&](auto& f) { f.visits_per_week = bad; }), "visits_per_week").empty(), bad);
    }
    for (auto const* const bad : {"181", "-5", "nan", "inf", "30\u00B0"})
        BOOST_TEST(!complaint(keep(evaluation,
                                  [&](auto& f) {
                                      f.pain_now = "3";
                                      f.motions.front().degrees = bad;
                                  }),
                       "lumbar-flexion")
                        .empty(),
            bad);
}

BOOST_AUTO_TEST_CASE(a_complaint_goes_when_its_field_is_typed_anew_and_the_others_stay)
{
    keep(plan, [](auto& f) {
        f.established = "soon";
        f.weeks = "many";
    });
    auto fields = plan.state().fields;
    fields.weeks = "6";
    plan.edit(fields);
    BOOST_TEST(complaint(plan.state().complaints, "weeks").empty());
    BOOST_TEST(!complaint(plan.state().complaints, "established").empty());
}

BOOST_AUTO_TEST_SUITE_END()
