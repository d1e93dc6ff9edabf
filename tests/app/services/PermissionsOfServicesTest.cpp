// SPDX-License-Identifier: Apache-2.0
#include "app/services/Administration.hpp"
#include "app/services/AuditLog.hpp"
#include "app/services/Backups.hpp"
#include "app/services/Chart.hpp"
#include "app/services/Decisions.hpp"
#include "app/services/FeeSchedule.hpp"
#include "app/services/ImportPatients.hpp"
#include "app/services/PatientRecord.hpp"
#include "app/services/Reporting.hpp"
#include "app/services/ScheduleOpenings.hpp"
#include "app/services/ScheduleSeries.hpp"
#include "app/services/ScheduleSetup.hpp"
#include "app/services/Today.hpp"
#include "app/services/VisitNotes.hpp"
#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

/// A service with the action it needs, called so that only the permission decides what is asked of it first.
struct Door {
    char const* name;
    Action action;
    std::function<std::optional<Refusal>(AtTheClinic&, Role)> call;
};

template <class T>
std::optional<Refusal> refusal_of(Result<T> const& outcome)
{
    return outcome ? std::nullopt : std::optional{outcome.error()};
}

template <class Service, class... Arguments>
auto writing(Service service, Arguments... arguments)
{
    return [=](AtTheClinic& here, Role role) { return refusal_of(here.by(role, service, arguments...)); };
}
template <class Service, class... Arguments>
auto reading(Service service, Arguments... arguments)
{
    return [=](AtTheClinic& here, Role role) { return refusal_of(here.seen_by(role, service, arguments...)); };
}
template <class Service, class... Arguments>
auto managing(Service service, Arguments... arguments)
{
    return [=](AtTheClinic& here, Role role) {
        return refusal_of(here.desk(role).manage_now(
            [&](OpenClinic& clinic, app::Context const& context) { return service(clinic, context, arguments...); }));
    };
}

Appointment some_appointment()
{
    return must(Appointment::create(AppointmentId{9001}, treatment_at(time(day(2026, 11, 30), 9), tom_id)));
}

std::vector<Door> doors()
{
    auto const open_note = [](Records& records, app::Context const& context) {
        return app::open_note(records, context, VisitId{9002}, sciatica_id, context.clock->local_now());
    };
    auto const consider = [](Records& records, app::Context const& context) {
        return app::consider(records, context, tom_id, bird_dog());
    };
    auto const see_today = [](Records const& records, app::Context const& context) {
        return app::today_board(records, context, context.today(), app::Scope::Clinic);
    };
    auto const open_chart = [](Records const& records, app::Context const& context) {
        return app::open_chart(records, context, maja_id);
    };
    auto const search = [](Records const& records, app::Context const& context) {
        return app::search_patients(records, context, "", 10);
    };
    auto const admit = [](OpenClinic& clinic, app::Context const& context) {
        User::Details details;
        details.login = "newcomer";
        details.full_name = "Nia Comer";
        return app::admit_user(clinic, context, details, "quiet harbor lamp 7");
    };
    Date const monday = day(2026, 11, 23);
    return {
        {"search_patients", Action::SeePatients, reading(search)},
        {"register_patient", Action::EditPatients,
            writing(app::register_patient, PatientId{9003}, tom(), std::string{"T-1"}, app::Duplicates::Accept)},
        {"change_patient", Action::EditPatients, writing(app::change_patient, tom_id, 1, tom())},
        {"import_patients", Action::ImportPatients,
            writing(app::import_patients, std::string{"name,family name,birth date\n"}, app::ImportMode::Import)},
        {"open_chart", Action::SeeChart, reading(open_chart)},
        {"note_chart_read", Action::SeeChart, writing(app::note_chart_read, maja_id)},
        {"reopen_note", Action::SeeChart, reading(app::reopen_note, VisitId{1})},
        {"start_episode", Action::EditEpisode, writing(app::start_episode, EpisodeId{9004}, tom_id, sciatica())},
        {"change_episode", Action::EditEpisode, writing(app::change_episode, sciatica_id, 1, sciatica())},
        {"save_evaluation", Action::EditEvaluation,
            writing(app::save_evaluation, EvaluationId{9005}, sciatica_id, 0, first_evaluation())},
        {"sign_evaluation", Action::SignEvaluation, writing(app::sign_evaluation, first_evaluation_id, 1)},
        {"record_score", Action::EditNote,
            writing(app::record_score, ScoreId{9006}, sciatica_id, monday, Measure::Nprs,
                std::vector<std::optional<int>>{4})},
        {"establish_plan", Action::EditPlan, writing(app::establish_plan, PlanId{9007}, sciatica_id, plan())},
        {"change_plan", Action::EditPlan, writing(app::change_plan, plan_id, sciatica_id, 1, plan())},
        {"sign_plan", Action::EditPlan, writing(app::sign_plan, plan_id, 1)},
        {"discharge_episode", Action::EditPlan,
            writing(app::discharge_episode, sciatica_id, 1, app::Discharge{monday, "goals met"})},
        {"reopen_episode", Action::EditPlan, writing(app::reopen_episode, sciatica_id, 1)},
        {"open_note", Action::EditNote, writing(open_note)},
        {"consider", Action::EditNote, writing(consider)},
        {"save_note", Action::EditNote, writing(app::save_note, VisitId{1}, 1, Visit::Details{})},
        {"take_over_note", Action::SignNote, writing(app::take_over_note, VisitId{1}, 1)},
        {"broken_seals", Action::SeeChart, reading(app::broken_seals, std::vector<Visit>{})},
        {"sign_note", Action::SignNote, writing(app::sign_note, VisitId{1}, 1, Visit::Details{})},
        {"add_addendum", Action::AddAddendum, writing(app::add_addendum, VisitId{1}, 1, std::string{"text"})},
        {"keep_draft", Action::EditNote,
            writing(app::keep_draft, std::string_view{"visit"}, std::int64_t{1}, std::string{"text"})},
        {"today_board", Action::SeeSchedule, reading(see_today)},
        {"schedule_sheet", Action::SeeSchedule, reading(app::schedule_sheet, app::ScheduleWish{monday, monday})},
        {"schedule_block", Action::SeeSchedule, reading(app::schedule_block, AppointmentId{1})},
        {"schedule_counts", Action::SeeSchedule, reading(app::schedule_counts, monday, monday, std::vector<UserId>{})},
        {"waiting_room", Action::SeeSchedule, reading(app::waiting_room)},
        {"openings", Action::SeeSchedule, reading(app::openings, app::OpeningsWish{})},
        {"waitlist", Action::SeeSchedule, reading(app::waitlist)},
        {"waiting_for", Action::SeeSchedule, reading(app::waiting_for, Opening{}, std::size_t{3})},
        {"free_time_at", Action::SeeSchedule, reading(app::free_time_at, dana_id, ClinicTime{}, std::size_t{3})},
        {"all_hours", Action::SeeSchedule, reading(app::all_hours)},
        {"resources", Action::SeeSchedule, reading(app::resources)},
        {"authorizations", Action::SeePatients, reading(app::authorizations, maja_id)},
        {"keep_hours", Action::EditSchedule, writing(app::keep_hours, WorkingHours::restore(dana_id, {}, 0))},
        {"keep_resource", Action::EditSchedule,
            writing(app::keep_resource, Resource::restore(ResourceId{1}, {ResourceKind::Room, "Room", true}, 0))},
        {"keep_authorization", Action::EditPatients,
            writing(app::keep_authorization, Authorization::restore(AuthorizationId{1}, {.patient = maja_id}, 0))},
        {"book", Action::EditSchedule, writing(app::book, some_appointment(), app::Hours::Kept)},
        {"walk_in", Action::EditSchedule, writing(app::walk_in, some_appointment(), app::Hours::Kept)},
        {"change", Action::EditSchedule, writing(app::change, AppointmentId{1}, app::AppointmentChange{})},
        {"copy", Action::EditSchedule,
            writing(app::copy, AppointmentId{1}, AppointmentId{2}, app::AppointmentChange{})},
        {"cancel", Action::EditSchedule, writing(app::cancel, AppointmentId{1}, std::string{"ill"})},
        {"undo", Action::EditSchedule, writing(app::undo, app::ScheduleEdit{})},
        {"propose_series", Action::EditSchedule,
            writing(app::propose_series, some_appointment().details(), std::string{"FREQ=DAILY;COUNT=2"},
                std::vector<Date>{}, app::Hours::Kept)},
        {"propose_series_from", Action::EditSchedule,
            writing(app::propose_series_from, AppointmentId{1}, app::AppointmentChange{},
                std::string{"FREQ=DAILY;COUNT=2"}, std::vector<Date>{})},
        {"propose_plan", Action::EditSchedule, writing(app::propose_plan, app::PlanWish{})},
        {"book_proposal", Action::EditSchedule,
            writing(app::book_proposal, app::VisitProposal{}, app::Conflicts::Refuse, app::Hours::Kept)},
        {"propose_series_change", Action::EditSchedule,
            writing(app::propose_series_change, AppointmentId{1}, app::SeriesChange{})},
        {"change_series", Action::EditSchedule,
            writing(app::change_series, AppointmentId{1}, app::SeriesChange{}, app::Conflicts::Refuse)},
        {"series_standing", Action::SeeSchedule, reading(app::series_standing, AppointmentId{1})},
        {"with_visit_at", Action::EditSchedule,
            reading(app::with_visit_at, app::VisitProposal{}, std::size_t{0}, ClinicTime{}, app::Meant{})},
        {"cancel_series", Action::EditSchedule,
            writing(app::cancel_series, AppointmentId{1}, app::SeriesScope::All, std::string{"ill"})},
        {"put_on_waitlist", Action::EditSchedule,
            writing(app::put_on_waitlist, WaitlistEntry::restore(WaitlistEntryId{1}, {}, 0))},
        {"take_off_waitlist", Action::EditSchedule, writing(app::take_off_waitlist, WaitlistEntryId{1}, 1)},
        {"fill_from_waitlist", Action::EditSchedule,
            writing(app::fill_from_waitlist, WaitlistEntryId{1}, 1, AppointmentId{1}, Opening{}, app::Hours::Kept)},
        {"set_status", Action::EditSchedule, writing(app::set_status, AppointmentId{1}, AppointmentStatus::Arrived)},
        {"produce_progress_report", Action::MakeReport,
            writing(app::produce_progress_report, DocumentId{9008}, maja_id, std::optional<EpisodeId>{}, monday)},
        {"put_off_decision", Action::EditPlan,
            writing(app::put_off_decision,
                app::DeferRequest{DeferralId{9009}, maja_id, sciatica_id, plus_days(monday, 7), "why"})},
        {"take_up_decision", Action::EditPlan, writing(app::take_up_decision, DeferralId{9010}, maja_id, sciatica_id)},
        {"decision_facts", Action::SeeChart, reading(app::decision_facts, maja_id, sciatica_id)},
        {"note_copied", Action::PrintDocument, writing(app::note_copied, StoredDocument{})},
        {"note_printed", Action::PrintDocument, writing(app::note_printed, StoredDocument{})},
        {"service_codes", Action::SeeClinic, reading(app::service_codes)},
        {"change_codes", Action::EditFees, writing(app::change_codes, app::FeeEdit{})},
        {"import_codes", Action::EditFees,
            writing(app::import_codes, std::string{"code,timed\n"}, app::ImportMode::Import)},
        {"rehearse_codes", Action::EditFees, reading(app::rehearse_codes, std::string{"code,timed\n"})},
        {"audit_log", Action::SeeAudit,
            reading(app::audit_log, app::AuditLogWish{}, 10, std::optional<std::int64_t>{})},
        {"audit_logins", Action::SeeAudit, reading(app::audit_logins)},
        {"audit_table", Action::SeeAudit, reading(app::audit_table, app::AuditLogWish{})},
        {"note_audit_read", Action::SeeAudit, writing(app::note_audit_read)},
        {"note_audit_taken_out", Action::SeeAudit, writing(app::note_audit_taken_out, AuditEvent::Print)},
        {"clinic_facts", Action::SeeClinic, reading(app::clinic_facts)},
        {"check_clinic", Action::CheckClinic, managing(app::check_clinic)},
        {"verify_audit", Action::VerifyAudit, managing(app::verify_audit)},
        {"change_setting", Action::ManageClinic,
            writing(app::change_setting, std::string_view{"lock.minutes"}, std::string_view{"5"})},
        {"change_settings", Action::ManageClinic,
            writing(app::change_settings, std::map<std::string, std::string>{{"schedule.opens", "08:00"}})},
        {"admit_user", Action::ManageUsers, managing(admit)},
        {"give_password", Action::ManageUsers,
            managing(app::give_password, mona_id, std::string{"quiet harbor lamp 7"})},
        {"back_up", Action::BackUp, managing(app::back_up, std::string{"backup.plumbline"})},
    };
}

} // namespace

BOOST_AUTO_TEST_SUITE(permissions_of_services)

BOOST_AUTO_TEST_CASE(every_service_opens_to_exactly_the_roles_of_the_matrix)
{
    for (Door const& door : doors())
        for (Role const role : all_roles()) {
            AtTheClinic here;
            auto const refusal = door.call(here, role);
            bool const denied = refusal && refusal->reason == Refusal::Reason::NotAllowed && refusal->field.empty();
            BOOST_TEST(denied == !permitted(role, door.action), door.name << " by " << label(role));
        }
}

BOOST_AUTO_TEST_CASE(a_denial_changes_nothing_and_stays_in_the_audit_log)
{
    for (Door const& door : doors())
        for (Role const role : all_roles()) {
            if (permitted(role, door.action))
                continue;
            AtTheClinic here;
            door.call(here, role);
            BOOST_TEST_REQUIRE(here.state().audit.size() == 1U, door.name << " by " << label(role));
            BOOST_TEST((here.last_entry().event == AuditEvent::Denied));
            BOOST_TEST((here.last_entry().user == acting(role).user));
            BOOST_TEST(!here.last_entry().detail.empty());
        }
}

BOOST_AUTO_TEST_SUITE_END()
