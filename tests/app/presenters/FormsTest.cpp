// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/EpisodeFormPresenter.hpp"
#include "app/presenters/EvaluationPresenter.hpp"
#include "app/presenters/PatientFormPresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

app::PatientFields lena()
{
    app::PatientFields fields;
    fields.family = "Meyer";
    fields.given = "Lena";
    fields.birth_date = "7/7/69";
    return fields;
}

struct DanaEvaluates : AtTheDesk {
    app::EvaluationPresenter form{desk_of(), chart()};

    void answer(std::array<std::string, 10> const& answers)
    {
        auto fields = form.state().fields;
        fields.oswestry = answers;
        form.edit(fields);
    }
    std::string complained(std::string_view field) { return complaint(form.state().complaints, field); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(the_patient_form, AtTheDesk)

BOOST_AUTO_TEST_CASE(all_faults_of_the_form_show_at_once)
{
    app::PatientFormPresenter form{desk_of(Role::FrontDesk)};
    auto fields = lena();
    fields.birth_date = "31/31/1970";
    fields.visits_authorized = "many";
    fields.consent_treatment = "soonish";
    form.edit(fields);
    form.keep();
    auto const& said = form.state().complaints;
    for (auto const* const field : {"birth_date", "coverage.visits_authorized", "consent.treatment"})
        BOOST_TEST(!complaint(said, field).empty(), field);
    BOOST_TEST(said.size() >= 3U);
    BOOST_TEST(!form.state().busy);
    BOOST_TEST(state().patients.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_new_patient_is_kept_once_however_often_it_is_asked)
{
    app::PatientFormPresenter form{late_desk_of(Role::FrontDesk)};
    int kept = 0;
    auto const listening = form.kept.connect([&](PatientId) { ++kept; });
    form.edit(lena());
    form.keep();
    form.keep();
    late.finish_all();
    BOOST_TEST(kept == 1);
    BOOST_TEST(state().patients.size() == 3U);
    BOOST_TEST(!form.state().changed);
}

BOOST_AUTO_TEST_CASE(someone_alike_is_doubted_and_then_accepted)
{
    app::PatientFormPresenter form{desk_of(Role::FrontDesk)};
    auto fields = lena();
    fields.family = "Lindqvist";
    fields.given = "Maja";
    fields.birth_date = "1979-03-12";
    form.edit(fields);
    form.keep();
    BOOST_TEST(form.state().doubtful);
    BOOST_TEST(!form.state().complaints.empty());
    BOOST_TEST(state().patients.size() == 2U);

    form.keep(app::Duplicates::Accept);
    BOOST_TEST(state().patients.size() == 3U);
    BOOST_TEST(!form.state().doubtful);
}

BOOST_AUTO_TEST_CASE(a_patient_whom_someone_else_changed_meanwhile_is_not_overwritten)
{
    auto const before = *records().patients().find(maja_id);
    app::PatientFormPresenter form{desk_of(Role::FrontDesk), before};
    auto details = before.details();
    details.contact.phone = "555-0199";
    must(records().patients().keep(must(before.with(details, today()))));

    auto fields = form.state().fields;
    fields.occupation = "Welder";
    form.edit(fields);
    form.keep();
    BOOST_TEST((form.state().clash == app::TypingState::Clash::Met));
    BOOST_TEST(records().patients().find(maja_id)->details().contact.phone == "555-0199");
    BOOST_TEST(form.state().fields.occupation == "Welder");
}

BOOST_AUTO_TEST_CASE(what_was_read_is_what_is_written)
{
    auto const before = *records().patients().find(maja_id);
    BOOST_TEST((must(app::details_of(app::fields_of(before), before.details(), today())) == before.details()));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(the_episode_form, AtTheDesk)

BOOST_AUTO_TEST_CASE(the_onset_as_typed_says_the_stage)
{
    app::EpisodeFormPresenter form{desk_of(), *records().patients().find(tom_id)};
    auto fields = form.state().fields;
    fields.onset = "-10";
    form.edit(fields);
    BOOST_TEST(form.state().stage.find("acute") != std::string::npos, form.state().stage);
    fields.onset = "nonsense";
    form.edit(fields);
    BOOST_TEST(form.state().stage.empty());
}

BOOST_AUTO_TEST_CASE(an_episode_starts_with_title_onset_and_diagnosis)
{
    app::EpisodeFormPresenter form{desk_of(), *records().patients().find(tom_id)};
    form.search_diagnosis("M54");
    BOOST_TEST_REQUIRE(!form.state().found.empty());
    std::string const code{form.state().found.front().code};
    form.add_diagnosis(code);
    form.add_diagnosis(code);
    BOOST_TEST_REQUIRE(form.state().titles.size() == 1U);
    BOOST_TEST(form.state().titles.front().starts_with(code));
    auto fields = form.state().fields;
    fields.title = "low back pain";
    fields.complaint = "Pain after gardening.";
    fields.onset = "11/1";
    form.edit(fields);
    std::optional<EpisodeId> kept;
    auto const listening = form.kept.connect([&](EpisodeId id) { kept = id; });
    form.keep();
    BOOST_TEST_REQUIRE(kept.has_value(), first_of(form.state().complaints));
    auto const stored = records().episodes().find(*kept);
    BOOST_TEST((stored->details().onset == day(2026, 11, 1)));
    BOOST_TEST((stored->details().diagnoses == std::vector<std::string>{code}));
}

BOOST_AUTO_TEST_CASE(faults_of_the_episode_show_together)
{
    app::EpisodeFormPresenter form{desk_of(), *records().patients().find(tom_id)};
    auto fields = form.state().fields;
    fields.onset = "32/32";
    fields.started = "";
    form.edit(fields);
    form.keep();
    for (auto const* const field : {"onset", "started", "title"})
        BOOST_TEST(!complaint(form.state().complaints, field).empty(), field);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(the_evaluation_form, DanaEvaluates)

BOOST_AUTO_TEST_CASE(the_second_evaluation_of_an_episode_is_a_re_evaluation)
{
    BOOST_TEST((form.state().fields.kind == EvaluationKind::ReEvaluation));
    BOOST_TEST(form.state().fields.on == "2026-11-23");
    BOOST_TEST(form.state().oswestry == "not filled in");
}

BOOST_AUTO_TEST_CASE(the_oswestry_is_scored_while_its_digits_are_typed)
{
    answer({"2", "2", "2", "2", "2", "2", "2", "2", "2", "2"});
    BOOST_TEST(form.state().oswestry == "40 % · moderate · 10 of 10 answered");
    answer({"2", "2", "2", "2", "2", "2", "", "2", "1", "1"});
    BOOST_TEST(form.state().oswestry.find("9 of 10 answered") != std::string::npos, form.state().oswestry);
    BOOST_TEST(form.state().oswestry.starts_with("35.6 %"), form.state().oswestry);
    answer({"6", "2", "2", "2", "2", "2", "2", "2", "2", "2"});
    BOOST_TEST(form.state().oswestry.find('%') == std::string::npos, form.state().oswestry);
}

BOOST_AUTO_TEST_CASE(a_wrong_digit_keeps_nothing)
{
    answer({"2", "x", "2", "2", "2", "2", "2", "2", "2", "2"});
    form.keep();
    BOOST_TEST(!complained("oswestry").empty());
    BOOST_TEST(state().scores.empty());
    BOOST_TEST(state().evaluations.size() == 1U);
}

BOOST_AUTO_TEST_CASE(keeping_twice_keeps_one_evaluation_and_one_score)
{
    answer({"2", "2", "2", "2", "2", "2", "2", "2", "2", "2"});
    form.keep();
    auto fields = form.state().fields;
    fields.assessment = "Better.";
    form.edit(fields);
    form.keep();
    BOOST_TEST(form.state().complaints.empty());
    BOOST_TEST(state().evaluations.size() == 2U);
    BOOST_TEST(state().scores.size() == 1U);
    BOOST_TEST(form.state().saved == "saved 10:30");
}

BOOST_AUTO_TEST_CASE(pain_and_angles_out_of_range_are_refused_beside_their_fields)
{
    auto fields = form.state().fields;
    fields.pain_now = "11";
    fields.pain_worst = "bad";
    fields.motions.front().degrees = "400";
    form.edit(fields);
    form.keep();
    BOOST_TEST(!complained("pain.now").empty());
    BOOST_TEST(!complained("pain.worst").empty());
    BOOST_TEST(form.state().complaints.size() >= 3U);
}

BOOST_AUTO_TEST_CASE(a_signed_evaluation_cannot_be_edited)
{
    auto fields = form.state().fields;
    fields.pain_now = "3";
    fields.motions.front().degrees = "45";
    fields.history = "Six weeks of care.";
    fields.findings = "Straight leg raise negative.";
    fields.assessment = "Leg pain has centralized.";
    form.edit(fields);
    form.sign();
    BOOST_TEST_REQUIRE(form.state().sealed, first_of(form.state().complaints));
    fields.assessment = "Worse.";
    form.edit(fields);
    BOOST_TEST(form.state().fields.assessment == "Leg pain has centralized.");
}

BOOST_AUTO_TEST_SUITE_END()
