// SPDX-License-Identifier: Apache-2.0
#include "app/services/NoteDraft.hpp"
#include "app/services/VisitNotes.hpp"
#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

namespace {

std::optional<app::DiscardReason> const no_reason;

struct ANoteIsBegun : AtTheClinic {
    AppointmentId slot = booked(9001, time(today(), 10, 30));

    Visit begin(std::optional<AppointmentId> appointment = {})
    {
        return must(by(Role::Therapist, app::open_note, VisitId{7001}, sciatica_id, clock.local_now(), appointment))
            .visit;
    }
    Visit write()
    {
        auto const visit = begin();
        auto details = visit.details();
        details.note.subjective = "Slept better.";
        must(by(Role::Therapist, app::save_note, visit.id(), visit.version(), details));
        return *records().visits().find(visit.id());
    }
    AppointmentStatus status() { return records().appointments().find(slot)->details().status; }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(discarding_a_note, ANoteIsBegun)

BOOST_AUTO_TEST_CASE(a_blank_one_goes_without_a_reason_and_its_appointment_waits_again)
{
    signed_visit(VisitId{1}, day(2026, 11, 19)); // Its rows are carried forward, which is no writing.
    auto const visit = begin(slot);
    BOOST_TEST_REQUIRE(!visit.details().interventions.empty());
    BOOST_TEST((status() == AppointmentStatus::InTreatment));

    must(by(Role::Therapist, app::discard_note, visit.id(), visit.version(), no_reason));

    BOOST_TEST(!records().visits().find(visit.id()).has_value());
    BOOST_TEST((status() == AppointmentStatus::Booked));
    BOOST_TEST(!records().appointments().find(slot)->details().arrived.has_value());
    BOOST_TEST((last_entry().event == AuditEvent::Delete));
    BOOST_TEST(last_entry().detail == "reason=blank");
}

BOOST_AUTO_TEST_CASE(who_had_arrived_before_is_still_here)
{
    auto details = records().appointments().find(slot)->details();
    details.status = AppointmentStatus::Arrived;
    details.arrived = time(today(), 10, 20);
    must(records().appointments().keep(
        must(Appointment::create(slot, details, records().appointments().find(slot)->version()))));
    auto const visit = begin(slot);
    must(by(Role::Therapist, app::discard_note, visit.id(), visit.version(), no_reason));
    BOOST_TEST((status() == AppointmentStatus::Arrived));
}

BOOST_AUTO_TEST_CASE(one_that_holds_something_needs_a_reason)
{
    auto const visit = write();
    BOOST_TEST(refused(
        by(Role::Therapist, app::discard_note, visit.id(), visit.version(), no_reason), Reason::Invalid, "reason"));
    must(by(Role::Therapist, app::discard_note, visit.id(), visit.version(),
        std::optional{app::DiscardReason::WrongPatient}));
    BOOST_TEST(last_entry().detail == "reason=wrong-patient");
}

BOOST_AUTO_TEST_CASE(what_is_only_journalled_counts_as_writing)
{
    auto const visit = begin();
    auto draft = app::draft_of(visit);
    draft.plan = "Progress the load.";
    must(by(Role::Therapist, app::keep_draft, std::string_view{"visit"}, visit.id().value(), app::to_text(draft)));
    BOOST_TEST(refused(
        by(Role::Therapist, app::discard_note, visit.id(), visit.version(), no_reason), Reason::Invalid, "reason"));
}

BOOST_AUTO_TEST_CASE(signed_outdated_and_foreign_notes_stay)
{
    auto const visit = write();
    BOOST_TEST(refused(by(Role::Therapist, app::discard_note, visit.id(), visit.version() + 1,
                           std::optional{app::DiscardReason::WrittenTwice}),
        Reason::Conflict, ""));
    BOOST_TEST(refused(by(Role::FrontDesk, app::discard_note, visit.id(), visit.version(),
                           std::optional{app::DiscardReason::WrittenTwice}),
        Reason::NotAllowed, ""));
    auto const done = signed_visit(VisitId{2}, day(2026, 11, 19));
    BOOST_TEST(refused(
        by(Role::Owner, app::discard_note, done.id(), done.version(), std::optional{app::DiscardReason::WrittenTwice}),
        Reason::NotAllowed, "visit"));
    BOOST_TEST(records().visits().find(done.id()).has_value());
    BOOST_TEST(refused(by(Role::Owner, app::discard_note, VisitId{404}, 1, no_reason), Reason::NotFound, "visit"));
}

BOOST_AUTO_TEST_CASE(it_comes_back_as_it_was_with_what_was_typed)
{
    auto const visit = begin(slot);
    auto draft = app::draft_of(visit);
    draft.plan = "Progress the load.";
    auto const text = app::to_text(draft);
    auto const gone = must(by(Role::Therapist, app::discard_note, visit.id(), visit.version(),
        std::optional{app::DiscardReason::OpenedByMistake}));

    must(by(Role::Therapist, app::bring_back_note, gone, std::optional{text}));

    auto const again = must(seen_by(Role::Therapist, app::reopen_note, visit.id()));
    BOOST_TEST((again.visit.details() == visit.details()));
    BOOST_TEST(again.draft.value_or("") == text);
    BOOST_TEST((status() == AppointmentStatus::InTreatment));
    BOOST_TEST((last_entry().event == AuditEvent::Create));
}

BOOST_AUTO_TEST_CASE(it_does_not_come_back_beside_a_newer_note_of_its_appointment)
{
    auto const visit = begin(slot);
    auto const gone = must(by(Role::Therapist, app::discard_note, visit.id(), visit.version(), no_reason));
    must(by(Role::Therapist, app::open_note, VisitId{7002}, sciatica_id, clock.local_now(), std::optional{slot}));
    BOOST_TEST(refused(by(Role::Therapist, app::bring_back_note, gone, std::optional<std::string>{}), Reason::Conflict,
        "appointment"));
}

BOOST_AUTO_TEST_SUITE_END()
