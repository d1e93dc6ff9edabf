// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociTallies.hpp"

#include "tests/persistence/records/Engines.hpp"

#include <algorithm>
#include <map>

using namespace plumbline;

namespace {

using persistence::testing::Clinic;

struct Manager : Clinic {
    explicit Manager(persistence::testing::Engine on)
        : Clinic{on}
    {
    }
    [[nodiscard]] Tallies const& tallies() const { return std::as_const(records).tallies(); }

    void book(std::int64_t id, PatientId patient, std::string_view start,
        AppointmentStatus status = AppointmentStatus::Booked, std::optional<UserId> clinician = {})
    {
        auto details = slot(patient, start);
        details.status = status;
        if (clinician)
            details.clinician = *clinician;
        BOOST_REQUIRE(records.appointments().keep(Appointment::restore(AppointmentId{id}, details, 0)).has_value());
    }
    void treat(std::int64_t id, Episode const& episode, std::string_view start, int pain, bool is_signed = true)
    {
        Visit::Details details;
        details.start = time(start);
        details.provider = therapist;
        details.note.pain_now = PainScore::of(pain).value();
        auto const keep = [&](std::optional<Seal> const& seal, int version) {
            BOOST_REQUIRE(
                records.visits()
                    .keep(Visit::restore(VisitId{id}, episode.patient(), episode.id(), details, seal, {}, version))
                    .has_value());
        };
        keep({}, 0);
        if (is_signed)
            keep(seal("visit"), 1);
    }
    void score(std::int64_t id, Episode const& episode, std::string_view on, int each)
    {
        std::vector<std::optional<int>> const items(10, each);
        BOOST_REQUIRE(records.scores()
                          .keep(OutcomeScore::create(
                              ScoreId{id}, episode.patient(), episode.id(), day(on), Measure::Odi, items, therapist)
                                    .value())
                          .has_value());
    }
    void plan(std::int64_t id, Episode const& episode, std::string_view established, int weeks)
    {
        PlanOfCare::Details details;
        details.established = day(established);
        details.weeks = weeks;
        BOOST_REQUIRE(records.plans()
                          .keep(PlanOfCare::restore(PlanId{id}, episode.patient(), episode.id(), therapist, details, 0))
                          .has_value());
    }
};

} // namespace

#define FOR_THE_MANAGER(name) ON_BOTH_ENGINES_AT(Manager, name)

BOOST_AUTO_TEST_SUITE(tallies)

FOR_THE_MANAGER(whom_to_reach_about_an_appointment)
{
    auto maja = person("Lindqvist", "Maja");
    maja.contact.phone = "555-0118";
    maja.contact.email = "maja@example.org";
    maja.consent.messages = day("2026-10-01");
    Patient const first = admit(maja), second = admit("Bauer", "Tom");
    UserId const lee = hire("lee");
    book(1, first.id(), "2026-11-24T10:30");
    book(2, second.id(), "2026-11-23T09:00", AppointmentStatus::Confirmed, lee);
    book(3, first.id(), "2026-11-25T10:30", AppointmentStatus::Cancelled);

    auto const days = tallies().booked({day("2026-11-23"), day("2026-11-24")});
    BOOST_TEST_REQUIRE(days.size() == 2U);
    BOOST_TEST((days[0].patient == second.id()));
    BOOST_TEST((days[0].status == AppointmentStatus::Confirmed));
    BOOST_TEST(!days[0].may_be_messaged);
    BOOST_TEST(days[1].name.listed() == "Lindqvist, Maja");
    BOOST_TEST(days[1].phone == "555-0118");
    BOOST_TEST(days[1].email == "maja@example.org");
    BOOST_TEST(days[1].may_be_messaged);
    BOOST_TEST((days[1].length == Minutes{45}));
    BOOST_TEST(days[1].version == 1);

    BOOST_TEST(tallies().booked({day("2026-11-23"), day("2026-11-30"), lee}).size() == 1U);
    BOOST_TEST(tallies().booked({day("2026-11-23"), day("2026-11-30"), {}, first.id()}).size() == 2U);
}

FOR_THE_MANAGER(an_open_case_with_all_that_its_clocks_are_counted_from)
{
    auto details = person("Lindqvist", "Maja");
    details.coverage.visits_authorized = 12;
    Patient const maja = admit(details);
    Episode const episode = begin_episode(maja.id(), "Sciatica");
    plan(41, episode, "2026-10-19", 6);
    plan(42, episode, "2026-11-16", 4);
    treat(61, episode, "2026-11-20T10:30", 4);
    treat(62, episode, "2026-11-18T10:30", 5);
    treat(63, episode, "2026-11-19T10:30", 5, false); // Opened by mistake: neither signed nor any minutes.
    book(1, maja.id(), "2026-11-26T10:30", AppointmentStatus::Cancelled);
    book(2, maja.id(), "2026-11-30T10:30");
    book(3, maja.id(), "2026-11-20T10:30", AppointmentStatus::Done);

    std::vector<GivenVisit> const given{{therapist, time("2026-11-18T10:30")}, {therapist, time("2026-11-20T10:30")}};
    BOOST_TEST((tallies().visits(day("2026-11-18"), day("2026-11-20")) == given));
    BOOST_TEST(tallies().visits(day("2026-11-21"), day("2026-11-30")).empty());

    auto const cases = tallies().open_cases(time("2026-11-23T12:00"));
    BOOST_TEST_REQUIRE(cases.size() == 1U);
    OpenCase const& one = cases.front();
    BOOST_TEST((one.episode == episode.id()));
    BOOST_TEST(one.name.listed() == "Lindqvist, Maja");
    BOOST_TEST(one.title == "Sciatica");
    BOOST_TEST_REQUIRE(one.authorizations.size() == 1U);
    BOOST_TEST((one.authorizations[0].authorization.details().visits == 12));
    BOOST_TEST(one.authorizations[0].used.visits == 2);
    BOOST_TEST((one.treatment_days == std::vector{day("2026-11-18"), day("2026-11-20")}));
    BOOST_TEST((one.next_visit == time("2026-11-30T10:30")));
    BOOST_TEST_REQUIRE(one.plans.size() == 2U);
    BOOST_TEST((one.plans.front().id() == PlanId{41}));
    BOOST_TEST((one.plans.back().id() == PlanId{42}));
    BOOST_TEST(one.plans.back().details().weeks == 4);
}

FOR_THE_MANAGER(what_was_used_of_each_authorization_is_what_its_own_question_says)
{
    Patient const maja = admit("Lindqvist", "Maja"), tom = admit("Bauer", "Tom");
    Episode const back = begin_episode(maja.id(), "Sciatica"), shoulder = begin_episode(maja.id(), "Shoulder");
    begin_episode(tom.id());
    Intervention::Details exercise;
    exercise.name = "Bird dog";
    exercise.minutes = 23;
    exercise.service_code = "97110";
    exercise.provider = therapist;
    exercise.state = RowState::Confirmed;
    Visit::Details details;
    details.provider = therapist;
    details.start = time("2026-11-18T10:30");
    details.interventions = {Intervention::restore(InterventionId{901}, exercise)};
    BOOST_REQUIRE(
        records.visits().keep(Visit::restore(VisitId{60}, maja.id(), back.id(), details, {}, {}, 0)).has_value());
    treat(61, back, "2026-11-20T10:30", 4);
    treat(62, shoulder, "2026-11-19T10:30", 5);
    auto const allow = [&](std::int64_t id, Authorization::Details granted) {
        if (granted.patient.value() == 0)
            granted.patient = maja.id();
        BOOST_REQUIRE(
            records.authorizations().keep(Authorization::create(AuthorizationId{id}, granted).value()).has_value());
    };
    allow(71, {.visits = 12, .visits_before = 2});
    allow(72, {.episode = back.id(), .units = 40, .units_before = 3});
    allow(73, {.visits = 5, .from = day("2026-11-19"), .until = day("2026-11-19")});
    allow(74, {.visits = 5, .ended = true});
    allow(75, {.patient = tom.id(), .kind = AuthorizationKind::Referral});

    auto const cases = tallies().open_cases(time("2026-11-23T12:00"));
    BOOST_TEST_REQUIRE(cases.size() == 3U);
    std::map<AuthorizationId, AuthorizationUse> used;
    for (OpenCase const& one : cases)
        for (AuthorizationInUse const& grant : one.authorizations) {
            BOOST_TEST((grant.used == records.agendas().use_of(grant.authorization.id())));
            BOOST_TEST((grant.authorization.details().patient == one.patient));
            used[grant.authorization.id()] = grant.used;
        }
    BOOST_TEST(used.size() == 4U);
    BOOST_TEST((used[AuthorizationId{71}] == AuthorizationUse{5, 0}));
    BOOST_TEST((used[AuthorizationId{72}] == AuthorizationUse{2, 5}));
    BOOST_TEST((used[AuthorizationId{73}] == AuthorizationUse{1, 0}));
}

FOR_THE_MANAGER(a_closed_case_and_an_archived_patient_are_no_open_case)
{
    Patient const maja = admit("Lindqvist", "Maja"), tom = admit("Bauer", "Tom");
    Episode const ended = begin_episode(maja.id());
    auto details = ended.details();
    details.status = EpisodeStatus::Discharged;
    details.ended = day("2026-11-20");
    BOOST_REQUIRE(
        records.episodes().keep(Episode::restore(ended.id(), maja.id(), details, ended.version())).has_value());
    begin_episode(tom.id());
    auto archived = tom.details();
    archived.archived = true;
    BOOST_REQUIRE(
        records.patients().keep(Patient::restore(tom.id(), tom.record_number(), archived, tom.version())).has_value());

    BOOST_TEST(tallies().open_cases(time("2026-11-23T12:00")).empty());
}

FOR_THE_MANAGER(a_patient_is_new_on_the_day_of_the_first_episode_alone)
{
    Patient const maja = admit("Lindqvist", "Maja"), tom = admit("Bauer", "Tom");
    Episode const first = begin_episode(maja.id());
    begin_episode(tom.id());
    auto details = first.details();
    details.started = plus_days(details.started, -200);
    BOOST_REQUIRE(
        records.episodes().keep(Episode::restore(first.id(), maja.id(), details, first.version())).has_value());
    begin_episode(maja.id());

    Date const started = first.details().started;
    BOOST_TEST((tallies().new_patients(plus_days(started, -30), started) == std::vector{started}));
}

FOR_THE_MANAGER(the_course_of_each_measure_with_the_treating_diagnosis)
{
    Patient const maja = admit("Lindqvist", "Maja");
    Episode const begun = begin_episode(maja.id());
    auto details = begun.details();
    details.diagnoses = {"M54.32", "M51.26"};
    BOOST_REQUIRE(
        records.episodes().keep(Episode::restore(begun.id(), maja.id(), details, begun.version())).has_value());
    score(71, begun, "2026-11-20", 1);
    score(72, begun, "2026-10-20", 3);
    score(73, begun, "2026-12-20", 0); // After the days that are asked for.
    treat(61, begun, "2026-10-21T10:30", 7);
    treat(62, begun, "2026-11-21T10:30", 2);
    treat(63, begun, "2026-11-22T10:30", 9, false); // Not signed.

    auto const found = tallies().measured(day("2026-09-01"), day("2026-11-23"));
    std::vector<Measured> const expected{
        {begun.id(), "M54.32", Measure::Nprs, day("2026-10-21"), 7},
        {begun.id(), "M54.32", Measure::Nprs, day("2026-11-21"), 2},
        {begun.id(), "M54.32", Measure::Odi, day("2026-10-20"), 60},
        {begun.id(), "M54.32", Measure::Odi, day("2026-11-20"), 20},
    };
    BOOST_TEST((found == expected));
}

FOR_THE_MANAGER(every_question_costs_the_same_however_large_the_clinic_is)
{
    auto const ask = [&] {
        auto const before = session.counts().executed;
        BOOST_TEST(tallies().booked({day("2026-01-01"), day("2026-12-31")}).size() < 1000U);
        BOOST_TEST(tallies().open_cases(time("2026-11-23T12:00")).size() < 1000U);
        BOOST_TEST(tallies().booked_times(day("2026-01-01"), day("2026-12-31")).size() < 1000U);
        BOOST_TEST(tallies().visits(day("2026-01-01"), day("2026-12-31")).size() < 1000U);
        BOOST_TEST(tallies().new_patients(day("2026-01-01"), day("2026-12-31")).size() < 1000U);
        BOOST_TEST(tallies().measured(day("2026-01-01"), day("2026-12-31")).size() < 1000U);
        return session.counts().executed - before;
    };
    auto const of_nobody = ask();
    for (int i = 0; i < 8; ++i) {
        Patient const patient = admit("P" + std::to_string(i), "X");
        Episode const episode = begin_episode(patient.id());
        plan(400 + i, episode, "2026-10-19", 6);
        treat(600 + i, episode, "2026-11-18T10:30", 4);
        book(100 + i, patient.id(), "2026-11-2" + std::to_string(i) + "T09:00");
    }

    BOOST_TEST(ask() == of_nobody);
    BOOST_TEST(of_nobody == 15);
}

BOOST_AUTO_TEST_SUITE_END()
