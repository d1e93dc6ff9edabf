// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Visit.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace plumbline::testing {
namespace {

ClinicTime at_time(std::string_view iso)
{
    return parse_clinic_time(iso).value();
}
PainScore pain(int points)
{
    return PainScore::of(points).value();
}
constexpr UserId dana{4}, sam{5};
Seal const seal{"7f3a91c244de00", dana, "Dana Reyes, PT, DPT", {}, "0.1.0"};

Intervention::Details row(Modality modality, std::string code, int minutes)
{
    Intervention::Details details;
    details.modality = modality;
    details.service_code = std::move(code);
    details.minutes = minutes;
    details.provider = dana;
    return details;
}

Intervention made(std::int64_t id, Intervention::Details details)
{
    return Intervention::create(InterventionId{id}, std::move(details)).value();
}

std::string row_fault(Intervention::Details details)
{
    auto const result = Intervention::create(InterventionId{1}, std::move(details));
    return result ? std::string{} : std::string{result.error().field};
}

/// The note of an ordinary visit: two exercises of one code, mobilization, and a pale hot pack.
struct OpenNote {
    ClinicTime const now = at_time("2026-11-23T10:52");
    Visit::Details details = [] {
        Visit::Details d;
        d.start = at_time("2026-11-23T10:30");
        d.provider = dana;
        d.note.pain_now = pain(4);
        d.note.pain_worst = pain(6);
        d.note.trend = Trend::Better;
        d.note.subjective = "Sat through a meeting.";
        Intervention::Details bird_dog = row(Modality::Exercise, "97110", 0);
        bird_dog.name = "Bird dog";
        bird_dog.exercise_id = "E05";
        bird_dog.dose = Dose::parse(Modality::Exercise, "sets=3;reps=8;hold=10").value();
        Intervention::Details heat = row(Modality::HotPack, "97010", 15);
        heat.timed = false;
        heat.state = RowState::Carried;
        d.interventions = {made(11, bird_dog), made(12, row(Modality::Exercise, "97110", 23)),
            made(13, row(Modality::Massage, "97140", 15)), made(14, heat)};
        return d;
    }();

    Result<Visit> create() const { return Visit::create(VisitId{1}, PatientId{2}, EpisodeId{3}, details, now); }
    Visit visit() const { return create().value(); }
    std::string missing() const
    {
        std::string fields;
        for (Refusal const& one : visit().missing_for_signature())
            fields.append(fields.empty() ? "" : " ").append(one.field);
        return fields;
    }
    /// Whether a change of one row changes what is sealed.
    bool row_changes(void (*change)(Intervention::Details&)) const
    {
        Visit::Details other = details;
        Intervention::Details first = other.interventions[0].details();
        change(first);
        other.interventions[0] = Intervention::restore(InterventionId{11}, first);
        return Visit::restore(VisitId{1}, PatientId{2}, EpisodeId{3}, other, {}, {}, 0).canonical_text()
            != visit().canonical_text();
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(intervention)

BOOST_AUTO_TEST_CASE(a_row_without_a_name_takes_that_of_its_modality)
{
    BOOST_TEST(made(1, row(Modality::Tens, "", 20)).details().name == "TENS");
}

BOOST_AUTO_TEST_CASE(minutes_stay_within_what_the_modality_allows_or_are_left_out)
{
    BOOST_TEST(row_fault(row(Modality::Ultrasound, "97035", 20)).empty());
    BOOST_TEST(row_fault(row(Modality::Ultrasound, "97035", 21)) == "minutes");
    BOOST_TEST(row_fault(row(Modality::ContrastBath, "97034", 4)) == "minutes");
    BOOST_TEST(row_fault(row(Modality::Exercise, "97110", 0)).empty());
    BOOST_TEST(row_fault(row(Modality::Exercise, "97110", -1)) == "minutes");
}

BOOST_AUTO_TEST_CASE(ice_massage_ends_after_15_minutes)
{
    Intervention::Details details = row(Modality::ColdPack, "97010", 16);
    BOOST_TEST(row_fault(details).empty());
    details.dose = Dose::parse(Modality::ColdPack, "technique=1").value();
    BOOST_TEST(row_fault(details) == "minutes");
}

BOOST_AUTO_TEST_CASE(a_dose_must_be_one_of_its_modality)
{
    Intervention::Details details = row(Modality::HotPack, "", 15);
    details.dose = Dose::parse(Modality::Exercise, "sets=3").value();
    BOOST_TEST(row_fault(details) == "sets");
    details.dose = Dose{};
    BOOST_TEST(row_fault(details).empty());
}

BOOST_AUTO_TEST_CASE(an_exercise_must_be_in_the_library_when_it_says_so)
{
    Intervention::Details details = row(Modality::Exercise, "", 0);
    details.exercise_id = "E99";
    BOOST_TEST(row_fault(details) == "exercise_id");
}

BOOST_AUTO_TEST_CASE(states_and_trends_are_found_by_their_codes)
{
    BOOST_TEST((row_state_from_code("carried").value() == RowState::Carried));
    for (Trend const trend : {Trend::Unsaid, Trend::Better, Trend::Same, Trend::Worse})
        BOOST_TEST((trend_from_code(code(trend)).value() == trend));
    BOOST_TEST(!trend_from_code("sideways"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(visit)

BOOST_FIXTURE_TEST_CASE(a_visit_is_never_written_before_its_day, OpenNote)
{
    details.start = at_time("2026-11-23T17:00");
    BOOST_TEST(create().has_value());
    details.start = at_time("2026-11-24T00:00");
    BOOST_TEST(create().error().field == "start");
}

BOOST_FIXTURE_TEST_CASE(a_row_stands_in_the_note_once, OpenNote)
{
    details.interventions.push_back(details.interventions[0]);
    BOOST_TEST(create().error().field == "interventions");
}

BOOST_FIXTURE_TEST_CASE(minutes_are_those_of_confirmed_rows_summed_by_code, OpenNote)
{
    std::vector<TimedMinutes> const expected{{"97110", 23}, {"97140", 15}};
    BOOST_TEST((visit().timed_minutes() == expected));
    BOOST_TEST(visit().total_minutes() == 38);
}

BOOST_FIXTURE_TEST_CASE(rows_without_a_code_count_under_their_modality_and_need_no_minutes, OpenNote)
{
    details.interventions[0] = made(11, row(Modality::Exercise, "", 0));
    details.interventions[1] = made(12, row(Modality::Exercise, "", 23));
    std::vector<TimedMinutes> const expected{{"Exercise", 23}, {"97140", 15}};
    BOOST_TEST((visit().timed_minutes() == expected));
    details.interventions[1] = made(12, row(Modality::Exercise, "", 0));
    BOOST_TEST(missing().empty());
}

BOOST_FIXTURE_TEST_CASE(a_late_entry_and_a_chosen_code_are_under_the_seal_and_old_seals_hold, OpenNote)
{
    auto const text = [&] { return visit().canonical_text(); };
    std::string const ordinary = text();
    BOOST_TEST(ordinary.starts_with("plumbline-visit 1\n"));
    BOOST_TEST(ordinary.find("late-entry") == std::string::npos);
    details.late_entry = true;
    std::string const late = text();
    BOOST_TEST(late.starts_with("plumbline-visit 2\n"));
    BOOST_TEST(late.find("late-entry: yes\n") != std::string::npos);
    details.late_entry = false;
    details.tied_code = "97140";
    BOOST_TEST(text().find("late-entry: no\ntied-code: 97140\n") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(an_ordinary_note_is_ready_to_sign, OpenNote)
{
    BOOST_TEST(missing().empty());
    details.note.subjective.clear();
    BOOST_TEST(missing().empty());
}

BOOST_FIXTURE_TEST_CASE(a_note_without_pain_cannot_be_signed, OpenNote)
{
    details.note.pain_now.reset();
    BOOST_TEST(missing() == "pain");
    details.note.pain_now = pain(7);
    BOOST_TEST(missing() == "pain_worst");
    details.note.pain_worst.reset();
    BOOST_TEST(missing().empty());
}

BOOST_FIXTURE_TEST_CASE(an_empty_note_cannot_be_signed_but_one_of_words_can, OpenNote)
{
    details.interventions.erase(details.interventions.begin(), details.interventions.begin() + 3);
    details.note.subjective.clear();
    BOOST_TEST(missing() == "interventions");
    details.note.assessment = "Came, felt faint, was sent home.";
    BOOST_TEST(missing().empty());
}

BOOST_FIXTURE_TEST_CASE(a_timed_code_needs_minutes_on_one_of_its_rows, OpenNote)
{
    details.interventions[1] = made(12, row(Modality::Exercise, "97110", 0));
    BOOST_TEST(missing() == "minutes");
    BOOST_TEST(visit().missing_for_signature()[0].message.english()
        == "Bird dog (97110) has no minutes. Type them on one row of this code.");
    Intervention::Details untimed = row(Modality::Exercise, "97110", 0);
    untimed.timed = false;
    details.interventions[0] = made(11, untimed);
    details.interventions[1] = made(12, untimed);
    BOOST_TEST(missing().empty());
}

BOOST_FIXTURE_TEST_CASE(a_thrust_needs_recorded_consent, OpenNote)
{
    Intervention::Details thrust = row(Modality::Manipulation, "97140", 5);
    details.interventions[2] = made(13, thrust);
    BOOST_TEST(missing() == "consent");
    thrust.dose = Dose::of(Modality::Manipulation, {{DoseKey::Consent, 0}}).value();
    details.interventions[2] = made(13, thrust);
    BOOST_TEST(missing() == "consent");
    thrust.dose = Dose::of(Modality::Manipulation, {{DoseKey::Consent, 1}}).value();
    details.interventions[2] = made(13, thrust);
    BOOST_TEST(missing().empty());
}

BOOST_FIXTURE_TEST_CASE(signing_leaves_out_what_was_not_confirmed, OpenNote)
{
    Visit const draft = visit();
    Visit const signed_note = draft.sealed(seal).value();
    BOOST_TEST(signed_note.details().interventions.size() == 3U);
    BOOST_TEST((signed_note.seal() == seal));
    BOOST_TEST(signed_note.canonical_text() == draft.canonical_text());
}

BOOST_FIXTURE_TEST_CASE(signing_tells_all_that_is_missing_at_once, OpenNote)
{
    details.note.pain_now.reset();
    details.interventions[1] = made(12, row(Modality::Exercise, "97110", 0));
    Refusal const refusal = visit().sealed(seal).error();
    BOOST_TEST(refusal.field == "pain");
    BOOST_TEST(refusal.others.size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(a_signed_note_takes_only_addenda, OpenNote)
{
    Visit const signed_note = visit().sealed(seal).value();
    BOOST_TEST((signed_note.with(details, now).error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST((signed_note.sealed(seal).error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST(signed_note.with_addendum({"  ", seal}).error().field == "addendum");
    Visit const longer = signed_note.with_addendum({"Phoned: no soreness.", seal}).value();
    BOOST_TEST(longer.addenda().size() == 1U);
    BOOST_TEST(longer.canonical_text() == signed_note.canonical_text());
    BOOST_TEST((visit().with_addendum({"x", seal}).error().reason == Refusal::Reason::NotAllowed));
}

BOOST_FIXTURE_TEST_CASE(a_draft_changes_under_the_same_version, OpenNote)
{
    Visit const stored = Visit::restore(VisitId{1}, PatientId{2}, EpisodeId{3}, details, {}, {}, 7);
    details.note.plan = "Start dead bug.";
    BOOST_TEST(stored.with(details, now).value().version() == 7);
}

BOOST_FIXTURE_TEST_CASE(the_seal_covers_every_field_of_the_note, OpenNote)
{
    std::string const before = visit().canonical_text();
    BOOST_TEST(before.find("plumbline-visit 1\nid: 1\npatient: 2\nepisode: 3\n") == 0U);
    auto const changes = [&](auto change) {
        Visit::Details other = details;
        change(other);
        return Visit::restore(VisitId{1}, PatientId{2}, EpisodeId{3}, other, {}, {}, 0).canonical_text() != before;
    };
    using D = Visit::Details;
    BOOST_TEST(!changes([](D&) {}));
    BOOST_TEST(changes([](D& d) { d.start += Minutes{1}; }));
    BOOST_TEST(changes([](D& d) { d.provider = sam; }));
    BOOST_TEST(changes([](D& d) { d.appointment = AppointmentId{9}; }));
    BOOST_TEST(changes([](D& d) { d.note.pain_now = pain(5); }));
    BOOST_TEST(changes([](D& d) { d.note.pain_worst.reset(); }));
    BOOST_TEST(changes([](D& d) { d.note.trend = Trend::Same; }));
    BOOST_TEST(changes([](D& d) { d.note.subjective += "!"; }));
    BOOST_TEST(changes([](D& d) { d.note.objective = "x"; }));
    BOOST_TEST(changes([](D& d) { d.note.assessment = "x"; }));
    BOOST_TEST(changes([](D& d) { d.note.plan = "x"; }));
    BOOST_TEST(changes([](D& d) { std::swap(d.interventions[0], d.interventions[1]); }));
    BOOST_TEST(!changes([](D& d) { d.interventions.pop_back(); })); // The pale row.
}

BOOST_FIXTURE_TEST_CASE(the_seal_covers_every_field_of_a_row, OpenNote)
{
    using D = Intervention::Details;
    BOOST_TEST(!row_changes([](D&) {}));
    BOOST_TEST(row_changes([](D& d) { d.modality = Modality::Massage; }));
    BOOST_TEST(row_changes([](D& d) { d.name = "x"; }));
    BOOST_TEST(row_changes([](D& d) { d.exercise_id = "E06"; }));
    BOOST_TEST(row_changes([](D& d) { d.region = Region::Neck; }));
    BOOST_TEST(row_changes([](D& d) { d.side = Side::Left; }));
    BOOST_TEST(row_changes([](D& d) { d.dose = Dose{}; }));
    BOOST_TEST(row_changes([](D& d) { d.minutes = 1; }));
    BOOST_TEST(row_changes([](D& d) { d.service_code = "97112"; }));
    BOOST_TEST(row_changes([](D& d) { d.timed = false; }));
    BOOST_TEST(row_changes([](D& d) { d.provider = sam; }));
    BOOST_TEST(row_changes([](D& d) { d.at_home = true; }));
    BOOST_TEST(row_changes([](D& d) { d.response = "x"; }));
    BOOST_TEST(row_changes([](D& d) { d.override_reason = "x"; }));
    BOOST_TEST(row_changes([](D& d) { d.state = RowState::Carried; }));
}

BOOST_FIXTURE_TEST_CASE(no_text_can_pass_for_another_line, OpenNote)
{
    details.note.subjective = "a\nobjective: b";
    std::string const first = visit().canonical_text();
    details.note.subjective = "a\\nobjective: b";
    std::string const second = visit().canonical_text();
    details.note.subjective = "a";
    details.note.objective = "b";
    std::string const third = visit().canonical_text();
    BOOST_TEST((std::set<std::string>{first, second, third}.size() == 3U));
    BOOST_TEST(std::count(first.begin(), first.end(), '\n') == std::count(third.begin(), third.end(), '\n'));
}

BOOST_FIXTURE_TEST_CASE(the_last_visits_confirmed_rows_come_pale_with_new_ids, OpenNote)
{
    Intervention::Details spoken = details.interventions[0].details();
    spoken.response = "no leg pain";
    spoken.override_reason = "asked the surgeon";
    spoken.at_home = true;
    details.interventions[0] = made(11, spoken);
    std::int64_t next = 100;

    auto const rows = carried_forward(visit(), sam, [&] { return InterventionId{++next}; });

    BOOST_REQUIRE_EQUAL(rows.size(), 3U);
    BOOST_TEST((rows[0].id() == InterventionId{101}));
    BOOST_TEST((rows[2].id() == InterventionId{103}));
    for (Intervention const& one : rows) {
        BOOST_TEST((one.details().state == RowState::Carried));
        BOOST_TEST((one.details().provider == sam));
        BOOST_TEST(one.details().response.empty());
        BOOST_TEST(one.details().override_reason.empty());
    }
    BOOST_TEST(rows[0].details().at_home);
    BOOST_TEST(rows[0].details().dose.canonical() == "sets=3;reps=8;hold=10");
}

BOOST_AUTO_TEST_CASE(the_clone_check_counts_repeated_words)
{
    BOOST_TEST(word_overlap("Sitting tolerance up", "sitting tolerance UP.") == 1.0);
    BOOST_TEST(word_overlap("one two three four", "two, four!") == 0.5);
    BOOST_TEST(word_overlap("", "anything") == 0.0);
    BOOST_TEST(word_overlap("...", "anything") == 0.0);
    BOOST_TEST(word_overlap("anything", "") == 0.0);
    BOOST_TEST(word_overlap("mejoró", "mejoró mucho") == 1.0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
