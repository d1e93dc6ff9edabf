// SPDX-License-Identifier: Apache-2.0
#include "app/services/VisitNotes.hpp"

#include "app/services/PatientRecord.hpp"
#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

namespace {

constexpr VisitId today_id{9001};
constexpr AppointmentId appointment_id{8001};

/// Maja was treated on Thursday; today's note may be opened.
struct MajaComesAgain : AtTheClinic {
    Visit last = signed_visit(VisitId{7001}, day(2026, 11, 19), 5);
    ClinicTime start = time(day(2026, 11, 23), 10, 30);

    Result<app::OpenNote> open(
        Role role = Role::Therapist, VisitId id = today_id, std::optional<AppointmentId> appointment = {})
    {
        return by(role, app::open_note, id, sciatica_id, start, appointment);
    }
    /// Today's note, opened and written so that it can be signed.
    Visit::Details written(Role role = Role::Therapist)
    {
        auto details = treatment(start, acting(role).user);
        details.appointment = must(open(role)).visit.details().appointment;
        return details;
    }
    int version() { return records().visits().find(today_id)->version(); }
};

Visit::Details with_row(Visit::Details details, Intervention::Details added)
{
    details.interventions.push_back(row(InterventionId{9900}, std::move(added)));
    return details;
}

Intervention::Details overridden(Intervention::Details details)
{
    details.override_reason = "Cardiologist agreed by telephone on 20 November.";
    return details;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(opening_a_note, MajaComesAgain)

BOOST_AUTO_TEST_CASE(a_new_note_carries_the_last_rows_forward_pale)
{
    auto const note = must(open());

    BOOST_TEST_REQUIRE(note.visit.details().interventions.size() == 1U);
    auto const& carried = note.visit.details().interventions.front();
    BOOST_TEST((carried.details().state == RowState::Carried));
    BOOST_TEST(carried.details().name == "Bird dog");
    BOOST_TEST((carried.id() != last.details().interventions.front().id()));
    BOOST_TEST(note.visit.total_minutes() == 0);
    BOOST_TEST((note.visit.details().provider == dana_id));
}

BOOST_AUTO_TEST_CASE(beside_it_stand_the_last_note_the_pain_and_the_conditions)
{
    auto const note = must(open());

    BOOST_TEST_REQUIRE(note.last.has_value());
    BOOST_TEST((note.last->id() == last.id()));
    BOOST_TEST_REQUIRE(note.pain_history.size() == 1U);
    BOOST_TEST(note.pain_history.front().pain.now->points() == 5);
    BOOST_TEST((note.conditions == std::vector<std::string>{"cardiac-pacemaker"}));
}

BOOST_AUTO_TEST_CASE(pain_is_shown_of_the_last_six_visits_oldest_first)
{
    for (unsigned i = 1; i <= 8; ++i)
        signed_visit(VisitId{6000 + i}, day(2026, 11, i), static_cast<int>(i % 10));

    auto const history = must(open()).pain_history;

    BOOST_TEST_REQUIRE(history.size() == 6U);
    BOOST_TEST(history.front().pain.now->points() == 4);
    BOOST_TEST(history.back().pain.now->points() == 5);
}

BOOST_AUTO_TEST_CASE(opening_again_on_the_same_day_finds_the_draft)
{
    must(open());
    auto const again = must(open(Role::Therapist, VisitId{9002}));

    BOOST_TEST((again.visit.id() == today_id));
    BOOST_TEST(!records().visits().find(VisitId{9002}).has_value());
}

BOOST_AUTO_TEST_CASE(a_colleague_begins_a_note_of_their_own)
{
    must(open());
    auto const pats = must(open(Role::Assistant, VisitId{9002}));

    BOOST_TEST((pats.visit.id() == VisitId{9002}));
    BOOST_TEST((pats.visit.details().provider == pat_id));
    BOOST_TEST_REQUIRE(pats.same_day.size() == 1U);
    BOOST_TEST((pats.same_day.front().id() == today_id));
}

BOOST_AUTO_TEST_CASE(beside_it_stand_the_region_of_the_complaint_and_who_may_treat)
{
    auto const note = must(open());

    BOOST_TEST((note.region == sciatica().region));
    std::vector<UserId> who;
    for (auto const& one : note.providers)
        who.push_back(one.id);
    BOOST_TEST((who == std::vector{dana_id, olga_id, pat_id}));
}

BOOST_AUTO_TEST_CASE(its_appointment_is_linked_and_in_treatment)
{
    booked(appointment_id.value(), start);

    auto const note = must(open(Role::Therapist, today_id, appointment_id));

    BOOST_TEST((note.visit.details().appointment == appointment_id));
    auto const appointment = records().appointments().find(appointment_id);
    BOOST_TEST((appointment->details().status == AppointmentStatus::InTreatment));
    BOOST_TEST(appointment->details().arrived.has_value());
}

BOOST_AUTO_TEST_CASE(someone_elses_appointment_opens_no_note)
{
    booked(appointment_id.value(), start, tom_id);
    auto const opened = open(Role::Therapist, today_id, appointment_id);

    BOOST_TEST(refused(opened, Reason::Invalid, "appointment"));
    BOOST_TEST(!records().visits().find(today_id).has_value());
    BOOST_TEST((records().appointments().find(appointment_id)->details().status == AppointmentStatus::Booked));
}

BOOST_AUTO_TEST_CASE(an_episode_that_ended_is_not_treated)
{
    auto ended = sciatica();
    ended.status = EpisodeStatus::Discharged;
    ended.ended = day(2026, 11, 20);
    ended.end_reason = "goals met";
    auto const episode = *records().episodes().find(sciatica_id);
    must(records().episodes().keep(must(episode.with(ended, maja().birth_date, today()))));

    BOOST_TEST(refused(open(), Reason::Invalid, "episode"));
}

BOOST_AUTO_TEST_CASE(what_was_typed_before_a_crash_is_there)
{
    must(open());
    must(by(Role::Therapist, app::keep_draft, "visit", today_id.value(), "half a sen"));

    BOOST_TEST(must(open()).draft.value_or("") == "half a sen");
    BOOST_TEST(!must(seen_by(Role::Assistant, app::reopen_note, today_id)).draft.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(contraindications, MajaComesAgain)

BOOST_AUTO_TEST_CASE(a_pacemaker_stops_electrical_stimulation_and_says_so)
{
    auto const refusal = by(Role::Therapist, app::consider, maja_id, tens(), std::optional<InterventionId>{});

    BOOST_TEST(refused(refusal, Reason::Invalid, "modality"));
    BOOST_TEST(!refusal.error().message.english().empty());
}

BOOST_AUTO_TEST_CASE(what_is_safe_may_stand)
{
    auto const allowed =
        by(Role::Assistant, app::consider, maja_id, hot_pack(pat_id), std::optional{InterventionId{55}});

    BOOST_TEST_REQUIRE(allowed.has_value());
    BOOST_TEST((allowed->id() == InterventionId{55}));
    BOOST_TEST(state().audit.empty());
}

BOOST_AUTO_TEST_CASE(a_pt_overrides_with_a_reason_and_the_log_shows_it)
{
    auto const allowed =
        by(Role::Therapist, app::consider, maja_id, overridden(tens()), std::optional<InterventionId>{});

    BOOST_TEST(allowed.has_value());
    BOOST_TEST((last_entry().event == AuditEvent::Change));
    BOOST_TEST(last_entry().entity == "intervention");
    BOOST_TEST(last_entry().detail.find("Cardiologist") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_pta_never_overrides)
{
    auto const considered =
        by(Role::Assistant, app::consider, maja_id, overridden(tens(pat_id)), std::optional<InterventionId>{});
    BOOST_TEST(refused(considered, Reason::NotAllowed, "modality"));

    auto const details = with_row(written(Role::Assistant), overridden(tens(pat_id)));
    BOOST_TEST(
        refused(by(Role::Assistant, app::save_note, today_id, version(), details), Reason::NotAllowed, "modality"));
    BOOST_TEST(
        refused(by(Role::Assistant, app::sign_note, today_id, version(), details), Reason::NotAllowed, "modality"));
}

BOOST_AUTO_TEST_CASE(an_override_that_a_pt_gave_stands_in_the_ptas_note)
{
    auto const details = with_row(written(Role::Assistant), overridden(tens(pat_id)));
    must(by(Role::Therapist, app::save_note, today_id, version(), details));

    BOOST_TEST(by(Role::Assistant, app::save_note, today_id, version(), details).has_value());
    BOOST_TEST(by(Role::Assistant, app::sign_note, today_id, version(), details).has_value());
}

BOOST_AUTO_TEST_CASE(nobody_overrides_where_the_matrix_allows_none)
{
    auto patient = maja();
    patient.precautions = {{"no-consent", ""}};
    must(by(Role::Owner, app::change_patient, maja_id, 1, patient));
    for (Role const role : {Role::Owner, Role::Therapist}) {
        auto const refusal = by(role, app::consider, maja_id, overridden(hot_pack()), std::optional<InterventionId>{});
        BOOST_TEST(refused(refusal, Reason::NotAllowed, "modality"));
    }
}

BOOST_AUTO_TEST_CASE(a_stopped_row_is_kept_in_the_draft_but_never_signed)
{
    auto const details = with_row(written(), tens());
    BOOST_TEST(by(Role::Therapist, app::save_note, today_id, version(), details).has_value());

    auto const refusal = by(Role::Therapist, app::sign_note, today_id, version(), details);
    BOOST_TEST(refused(refusal, Reason::Invalid, "modality"));
}

BOOST_AUTO_TEST_CASE(a_stopped_row_that_was_only_carried_does_not_stand_in_the_way)
{
    auto stopped = tens();
    stopped.state = RowState::Carried;
    auto const details = with_row(written(), stopped);

    BOOST_TEST(by(Role::Therapist, app::sign_note, today_id, version(), details).has_value());
    BOOST_TEST(records().visits().find(today_id)->details().interventions.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(saving_and_signing, MajaComesAgain)

BOOST_AUTO_TEST_CASE(a_save_gives_the_new_version_and_drops_the_typing_draft)
{
    auto const details = written();
    must(by(Role::Therapist, app::keep_draft, "visit", today_id.value(), "half a sen"));
    int const before = version();

    auto const saved = by(Role::Therapist, app::save_note, today_id, before, details);

    BOOST_TEST_REQUIRE(saved.has_value());
    BOOST_TEST(*saved == version());
    BOOST_TEST(!records().drafts().find(dana_id, "visit", today_id.value()).has_value());
    BOOST_TEST((last_entry().event == AuditEvent::Change));
}

BOOST_AUTO_TEST_CASE(a_save_over_a_newer_note_is_a_conflict)
{
    auto const details = written();
    int const before = version();
    must(by(Role::Therapist, app::save_note, today_id, before, details));

    BOOST_TEST(refused(by(Role::Therapist, app::save_note, today_id, before, details), Reason::Conflict, ""));
    BOOST_TEST(refused(by(Role::Therapist, app::sign_note, today_id, before, details), Reason::Conflict, ""));
}

BOOST_AUTO_TEST_CASE(a_refused_signature_lists_all_that_is_missing)
{
    auto details = written();
    details.note.pain_now.reset();
    details.note.pain_worst.reset();
    details.interventions = {row(InterventionId{1}, bird_dog(dana_id, 0)), row(InterventionId{2}, tens())};

    auto const refusal = by(Role::Therapist, app::sign_note, today_id, version(), details);

    BOOST_TEST_REQUIRE(!refusal.has_value());
    std::vector<std::string> fields{std::string{refusal.error().field}};
    for (Refusal const& other : refusal.error().others)
        fields.emplace_back(other.field);
    BOOST_TEST(fields == (std::vector<std::string>{"pain", "minutes", "modality"}), boost::test_tools::per_element());
    BOOST_TEST(!records().visits().find(today_id)->seal().has_value());
}

BOOST_AUTO_TEST_CASE(signing_seals_the_note_closes_the_appointment_and_is_noted_with_its_fingerprint)
{
    booked(appointment_id.value(), start);
    must(open(Role::Therapist, today_id, appointment_id));
    auto details = written();
    details.interventions.push_back(row(InterventionId{77}, [] {
        auto pale = hot_pack();
        pale.state = RowState::Carried;
        return pale;
    }()));

    auto const seal = by(Role::Therapist, app::sign_note, today_id, version(), details);

    BOOST_TEST_REQUIRE(seal.has_value());
    auto const visit = *records().visits().find(today_id);
    BOOST_TEST((visit.seal() == *seal));
    BOOST_TEST(seal->signature == "Dana Reyes, PT, DPT");
    BOOST_TEST(visit.details().interventions.size() == 1U);
    BOOST_TEST(app::seal_holds(records(), visit));
    BOOST_TEST((records().appointments().find(appointment_id)->details().status == AppointmentStatus::Done));
    BOOST_TEST((last_entry().event == AuditEvent::Sign));
    BOOST_TEST(last_entry().detail.find(seal->sha256) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_signed_note_never_changes_again)
{
    auto const details = written();
    must(by(Role::Therapist, app::sign_note, today_id, version(), details));

    BOOST_TEST(refused(by(Role::Owner, app::save_note, today_id, version(), details), Reason::NotAllowed, ""));
    BOOST_TEST(refused(by(Role::Therapist, app::sign_note, today_id, version(), details), Reason::NotAllowed, ""));
    BOOST_TEST((last_entry().event == AuditEvent::Denied));
}

BOOST_AUTO_TEST_CASE(only_the_one_who_treated_signs)
{
    auto const details = written(Role::Assistant);

    BOOST_TEST(
        refused(by(Role::Therapist, app::sign_note, today_id, version(), details), Reason::NotAllowed, "provider"));
}

BOOST_AUTO_TEST_CASE(who_takes_a_note_over_signs_it_and_what_was_done_stays_with_who_did_it)
{
    auto details = written(Role::Assistant); // Pat did the bird dog; a hot pack was only proposed to Pat.
    auto pale = hot_pack(pat_id);
    pale.state = RowState::Carried;
    details = with_row(std::move(details), pale);
    must(by(Role::Assistant, app::save_note, today_id, version(), details));
    BOOST_TEST(refused(by(Role::Therapist, app::take_over_note, today_id, version() - 1), Reason::Conflict, ""));

    auto const taken = must(by(Role::Therapist, app::take_over_note, today_id, version()));

    auto const& rows = taken.visit.details().interventions;
    BOOST_TEST((taken.visit.details().provider == dana_id));
    BOOST_TEST((rows.front().details().provider == pat_id));
    BOOST_TEST((rows.back().details().provider == dana_id));
    BOOST_TEST((last_entry().event == AuditEvent::Change));
    BOOST_TEST(by(Role::Therapist, app::sign_note, today_id, version(), taken.visit.details()).has_value());
    BOOST_TEST(refused(by(Role::Owner, app::take_over_note, today_id, version()), Reason::NotAllowed, ""));
}

BOOST_AUTO_TEST_CASE(what_comes_later_is_an_addendum_with_its_own_seal)
{
    BOOST_TEST(refused(by(Role::Therapist, app::add_addendum, VisitId{4242}, 1, "later"), Reason::NotFound, "visit"));

    int const seen = records().visits().find(last.id())->version();
    must(by(Role::Therapist, app::add_addendum, last.id(), seen, "  Calf measured too: 36 cm.\r\n"));

    auto const visit = *records().visits().find(last.id());
    BOOST_TEST_REQUIRE(visit.addenda().size() == 1U);
    BOOST_TEST(visit.addenda().front().text == "Calf measured too: 36 cm.");
    BOOST_TEST(app::seal_holds(records(), visit));
    BOOST_TEST((visit.details() == last.details()));
    BOOST_TEST(was_noted(AuditEvent::Addend, "visit"));
}

BOOST_AUTO_TEST_CASE(a_note_changed_behind_the_programs_back_shows_a_broken_seal)
{
    auto details = last.details();
    details.note.assessment = "All well.";
    auto const forged = Visit::restore(last.id(), maja_id, sciatica_id, details, last.seal(), {}, last.version());

    BOOST_TEST(app::seal_holds(records(), last));
    BOOST_TEST(!app::seal_holds(records(), forged));
}

BOOST_AUTO_TEST_CASE(drafts_are_kept_without_audit_entries_and_dropped)
{
    must(by(Role::Therapist, app::keep_draft, "visit", std::int64_t{5}, "one"));
    must(by(Role::Therapist, app::keep_draft, "visit", std::int64_t{5}, "two"));
    BOOST_TEST(records().drafts().find(dana_id, "visit", 5)->content == "two");
    must(by(Role::Therapist, app::drop_draft, "visit", std::int64_t{5}));

    BOOST_TEST(!records().drafts().find(dana_id, "visit", 5).has_value());
    BOOST_TEST(state().audit.empty());
    BOOST_TEST(
        refused(by(Role::Therapist, app::keep_draft, "shopping", std::int64_t{5}, "milk"), Reason::Invalid, "kind"));
}

BOOST_AUTO_TEST_SUITE_END()
