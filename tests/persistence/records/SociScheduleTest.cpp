// SPDX-License-Identifier: Apache-2.0
#include "persistence/dialects/Errors.hpp"
#include "persistence/records/AppointmentRows.hpp"
#include "tests/persistence/records/Engines.hpp"
#include "tests/support/Samples.hpp"

using namespace plumbline;
using plumbline::testing::must;

namespace {

struct BusyDay : persistence::testing::Clinic {
    explicit BusyDay(persistence::testing::Engine which)
        : Clinic{which}
        , maja{admit("Lindqvist", "Maja").id()}
        , ana{admit("Ruiz", "Ana").id()}
        , tom{admit("Bauer", "Tom").id()}
        , lee{hire("lee")}
    {
        must(records.resources().keep(must(Resource::create(table, {ResourceKind::TractionTable, "Traction", true}))));
    }
    Result<void> keep(std::int64_t id, Appointment::Details const& details, int version = 0)
    {
        return records.appointments().keep(Appointment::restore(AppointmentId{id}, details, version));
    }
    Appointment::Details group(PatientId patient, std::string_view start, int seat) const
    {
        auto details = slot(patient, start);
        details.type = AppointmentType::Group;
        details.seat = seat;
        return details;
    }
    /// As another workstation would write it, without looking first.
    bool is_taken(std::int64_t id, Appointment::Details const& details)
    {
        session.execute("begin");
        bool refused = false;
        try {
            persistence::insert_appointment(session, Appointment::restore(AppointmentId{id}, details, 0));
        } catch (soci::soci_error const& error) {
            refused = persistence::fault_of(error) == persistence::Fault::Taken;
        }
        session.execute("rollback");
        return refused;
    }

    static constexpr ResourceId table{71};
    PatientId maja, ana, tom;
    UserId lee;
};

} // namespace

BOOST_AUTO_TEST_SUITE(schedule_records)

ON_BOTH_ENGINES_AT(BusyDay, everything_an_appointment_says_comes_back)
{
    SeriesId const series{81};
    must(records.series().keep(
        must(AppointmentSeries::create(series, {maja, "FREQ=WEEKLY;COUNT=2", time("2026-11-23T10:00")}))));
    auto details = group(maja, "2026-11-23T10:00", 2);
    details.status = AppointmentStatus::Cancelled;
    details.arrived = time("2026-11-23T09:50");
    details.started = time("2026-11-23T10:01");
    details.finished = time("2026-11-23T10:44");
    details.series = series;
    details.resources = {table};
    details.may_overlap = true;
    details.reason = "flu";
    details.late = true;
    must(keep(1, details));

    BOOST_TEST((records.appointments().find(AppointmentId{1}) == Appointment::restore(AppointmentId{1}, details, 1)));
    BOOST_TEST(records.appointments().of_series(series).size() == 1U);

    details.resources.clear();
    must(keep(1, details, 1));
    BOOST_TEST((records.appointments().find(AppointmentId{1})->details().resources.empty()));
}

ON_BOTH_ENGINES_AT(BusyDay, the_schema_itself_keeps_two_workstations_apart)
{
    must(keep(1, slot(maja, "2026-11-23T10:00")));
    BOOST_TEST(is_taken(2, slot(ana, "2026-11-23T10:44")));
    BOOST_TEST(is_taken(2, slot(ana, "2026-11-23T09:16")));
    BOOST_TEST(is_taken(2, slot(ana, "2026-11-23T06:00", Minutes{480})));
    BOOST_TEST(!is_taken(2, slot(ana, "2026-11-23T10:45")));
    BOOST_TEST(!is_taken(2, slot(ana, "2026-11-23T09:15")));

    auto elsewhere = slot(maja, "2026-11-23T10:30");
    elsewhere.clinician = lee;
    BOOST_TEST(is_taken(2, elsewhere)); // One patient cannot be in two rooms.
    auto beside = slot(ana, "2026-11-23T10:30");
    beside.clinician = lee;
    BOOST_TEST(!is_taken(2, beside));
    auto over = slot(ana, "2026-11-23T10:00");
    over.may_overlap = true;
    BOOST_TEST(!is_taken(2, over));
    over.may_overlap = false;
    over.status = AppointmentStatus::Cancelled;
    BOOST_TEST(!is_taken(2, over));
}

ON_BOTH_ENGINES_AT(BusyDay, a_class_has_its_places_and_no_more_than_one_in_each)
{
    must(keep(1, group(maja, "2026-11-23T10:00", 1)));
    BOOST_TEST(is_taken(2, group(ana, "2026-11-23T10:00", 1)));
    BOOST_TEST(!is_taken(2, group(ana, "2026-11-23T10:00", 2)));
    BOOST_TEST(is_taken(2, group(ana, "2026-11-23T10:15", 2)));
    BOOST_TEST(is_taken(2, slot(ana, "2026-11-23T10:15")));
}

ON_BOTH_ENGINES_AT(BusyDay, a_table_carries_one_patient_or_one_class)
{
    auto on_table = slot(maja, "2026-11-23T10:00");
    on_table.resources = {table};
    must(keep(1, on_table));
    auto also = slot(ana, "2026-11-23T10:30");
    also.clinician = lee;
    also.resources = {table};
    BOOST_TEST(is_taken(2, also));
    auto const refused = keep(2, also);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().field == "resources");
    BOOST_TEST(refused.error().message.english()
        == "The room or equipment is already taken from 10:00 to 10:45 on 23 Nov 2026.");

    // What moves takes its table along.
    on_table.start = time("2026-11-23T14:00");
    must(keep(1, on_table, 1));
    BOOST_TEST(!is_taken(2, also));
    also.start = time("2026-11-23T14:30");
    BOOST_TEST(is_taken(2, also));

    on_table.status = AppointmentStatus::NoShow;
    must(keep(1, on_table, 2));
    BOOST_TEST(!is_taken(2, also));

    auto one = group(maja, "2026-11-24T10:00", 1);
    auto two = group(ana, "2026-11-24T10:00", 2);
    one.resources = two.resources = {table};
    must(keep(5, one));
    BOOST_TEST(!is_taken(6, two));
}

ON_BOTH_ENGINES_AT(BusyDay, appointments_that_change_places_are_kept_together)
{
    must(keep(1, slot(maja, "2026-11-23T10:00")));
    must(keep(2, slot(ana, "2026-11-23T11:00")));
    std::vector<Appointment> swapped{Appointment::restore(AppointmentId{1}, slot(maja, "2026-11-23T11:00"), 1),
        Appointment::restore(AppointmentId{2}, slot(ana, "2026-11-23T10:00"), 1)};
    must(records.appointments().keep_all(swapped));
    BOOST_TEST((records.appointments().find(AppointmentId{1})->details().start == time("2026-11-23T11:00")));
    BOOST_TEST(is_taken(3, slot(tom, "2026-11-23T10:00"))); // Nothing stayed parked.

    auto const onto_each_other = std::vector{Appointment::restore(AppointmentId{1}, slot(maja, "2026-11-23T15:00"), 2),
        Appointment::restore(AppointmentId{2}, slot(ana, "2026-11-23T15:30"), 2)};
    BOOST_TEST((records.appointments().keep_all(onto_each_other).error().reason == Refusal::Reason::Conflict));
}

ON_BOTH_ENGINES_AT(BusyDay, what_a_visit_refers_to_stays)
{
    Episode const episode = begin_episode(maja);
    must(keep(1, slot(maja, "2026-11-23T10:00")));
    must(keep(2, slot(ana, "2026-11-23T11:00")));
    Visit::Details note;
    note.start = time("2026-11-23T10:00");
    note.provider = therapist;
    note.appointment = AppointmentId{1};
    must(records.visits().keep(must(Visit::create(VisitId{9}, maja, episode.id(), note, time("2026-11-23T12:00")))));

    BOOST_TEST((records.appointments().remove(AppointmentId{1}, 1).error().reason == Refusal::Reason::Conflict));
    BOOST_TEST(!records.appointments().remove(AppointmentId{2}, 7).has_value());
    BOOST_TEST(records.appointments().remove(AppointmentId{2}, 1).has_value());
    BOOST_TEST(!records.appointments().find(AppointmentId{2}).has_value());
}

ON_BOTH_ENGINES_AT(BusyDay, days_are_counted)
{
    auto gone = slot(ana, "2026-11-23T10:00");
    gone.status = AppointmentStatus::Cancelled;
    must(keep(1, slot(maja, "2026-11-23T10:00")));
    must(keep(2, gone));
    must(keep(3, slot(tom, "2026-11-25T10:00", Minutes{30})));
    std::vector<DayCount> const expected{
        {day("2026-11-23"), 1, 1, 0, Minutes{45}}, {day("2026-11-25"), 1, 0, 0, Minutes{30}}};
    BOOST_TEST((records.appointments().counts(day("2026-11-01"), day("2026-11-30")) == expected));
    BOOST_TEST(records.appointments().counts(day("2026-11-01"), day("2026-11-30"), lee).empty());
}

ON_BOTH_ENGINES_AT(BusyDay, hours_waitlist_resources_and_authorizations_come_back)
{
    using namespace std::chrono_literals;
    WorkingHours::Details week;
    week.week[0] = {{8h, 12h}, {13h, 17h}};
    week.exceptions = {{day("2026-12-24"), day("2026-12-26"), {}, "Christmas"}};
    must(records.hours().keep(must(WorkingHours::create(lee, week))));
    BOOST_TEST((records.hours().of(lee)->details() == week));
    BOOST_TEST(!records.hours().of(therapist).has_value());
    week.exceptions.clear();
    BOOST_TEST(!records.hours().keep(must(WorkingHours::create(lee, week, 5))).has_value());
    must(records.hours().keep(must(WorkingHours::create(lee, week, 1))));
    BOOST_TEST((records.hours().all() == std::vector{WorkingHours::restore(lee, week, 2)}));

    WaitlistEntry::Details wish{.patient = ana, .clinician = lee, .since = day("2026-11-20")};
    wish.between = DaySpan{9h, 12h};
    wish.weekdays[5] = false;
    must(records.waitlist().keep(must(WaitlistEntry::create(WaitlistEntryId{1}, wish))));
    BOOST_TEST((records.waitlist().all() == std::vector{WaitlistEntry::restore(WaitlistEntryId{1}, wish, 1)}));
    BOOST_TEST(!records.waitlist().remove(WaitlistEntryId{1}, 2).has_value());
    must(records.waitlist().remove(WaitlistEntryId{1}, 1));

    Authorization::Details grant{.patient = ana, .payer = "Blue", .number = "A-7", .visits = 12, .units = 40};
    grant.from = day("2026-10-01");
    grant.until = day("2026-12-31");
    must(records.authorizations().keep(must(Authorization::create(AuthorizationId{4}, grant))));
    BOOST_TEST((
        records.authorizations().of_patient(ana) == std::vector{Authorization::restore(AuthorizationId{4}, grant, 1)}));
    BOOST_TEST(records.resources().all().size() == 1U);
    BOOST_TEST(
        !records.resources().keep(must(Resource::create(table, {ResourceKind::Room, "Else", true}))).has_value());
}

ON_BOTH_ENGINES_AT(BusyDay, the_visits_of_the_patients_form_are_those_of_the_authorization)
{
    auto details = person("Ng", "Wei");
    details.coverage.payer = "Blue";
    details.coverage.visits_authorized = 8;
    Patient const wei = admit(details);
    AuthorizationId const own{wei.id().value()};
    BOOST_REQUIRE(records.authorizations().find(own).has_value());
    BOOST_TEST(records.authorizations().find(own)->details().visits.value_or(0) == 8);

    auto more = records.authorizations().find(own)->details();
    more.visits = 12;
    must(records.authorizations().keep(Authorization::restore(own, more, 1)));
    BOOST_TEST(records.patients().find(wei.id())->details().coverage.visits_authorized.value_or(0) == 12);
    // Whoever had the form open is told.
    BOOST_TEST(!records.patients().keep(wei).has_value());
}

ON_BOTH_ENGINES_AT(BusyDay, an_agenda_knows_everything_in_a_fixed_number_of_statements)
{
    Episode const episode = begin_episode(maja);
    must(keep(1, slot(maja, "2026-11-23T10:00")));
    Visit::Details note;
    note.start = time("2026-11-20T10:00");
    note.provider = therapist;
    Intervention::Details row;
    row.minutes = 30;
    row.service_code = "97110";
    row.provider = therapist;
    note.interventions = {must(Intervention::create(InterventionId{31}, row))};
    must(records.visits().keep(must(Visit::create(VisitId{9}, maja, episode.id(), note, time("2026-11-23T12:00")))));
    Authorization::Details grant{.patient = maja, .visits = 12, .units = 40, .visits_before = 3};
    must(records.authorizations().keep(must(Authorization::create(AuthorizationId{4}, grant))));

    auto const agenda = records.agendas().of_days(day("2026-11-23"), day("2026-11-23"), {}, day("2026-11-23"));

    BOOST_TEST_REQUIRE(agenda.appointments.size() == 1U);
    BOOST_TEST(agenda.people.at(maja).name.family == "Lindqvist");
    BOOST_TEST((agenda.people.at(maja).last_visit == day("2026-11-20")));
    BOOST_TEST((agenda.episodes.at(AppointmentId{1}) == episode.id()));
    BOOST_TEST((agenda.courses.at(episode.id()).treatment_days == std::vector{day("2026-11-20")}));
    BOOST_TEST(agenda.used.at(AuthorizationId{4}).visits == 4);
    BOOST_TEST(agenda.used.at(AuthorizationId{4}).units == 2);
    BOOST_TEST((records.agendas().use_of(AuthorizationId{4}) == AuthorizationUse{4, 2}));
    auto const nobody = records.agendas().of_days(day("2026-11-23"), day("2026-11-23"), lee, day("2026-11-23"));
    BOOST_TEST(nobody.appointments.empty());
    BOOST_TEST(nobody.people.empty());

    auto const statements = [&] {
        auto const before = session.counts().executed;
        static_cast<void>(records.agendas().of_days(day("2026-11-23"), day("2026-11-27"), {}, day("2026-11-23")));
        return session.counts().executed - before;
    };
    auto const of_one = statements();
    for (int i = 0; i < 40; ++i)
        must(keep(100 + i,
            slot(admit("P" + std::to_string(i), "X").id(), to_iso(time("2026-11-24T00:00") + i * Minutes{45}))));
    BOOST_TEST(statements() == of_one);
    BOOST_TEST(of_one <= 14);
}

BOOST_AUTO_TEST_SUITE_END()
