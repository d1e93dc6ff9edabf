// SPDX-License-Identifier: Apache-2.0
#include "tests/support/Samples.hpp"

namespace plumbline::testing {
namespace {

constexpr Date in_care_since = day(2026, 10, 19);

UserId id_of(Role role)
{
    switch (role) {
    case Role::Owner:
        return olga_id;
    case Role::Therapist:
        return dana_id;
    case Role::Assistant:
        return pat_id;
    case Role::FrontDesk:
        return fay_id;
    case Role::Manager:
        return mona_id;
    case Role::ReadOnly:
        break;
    }
    return rhea_id;
}

User::Details person(Role role)
{
    switch (role) {
    case Role::Owner:
        return {.login = "olga", .full_name = "Olga Harbor", .credentials = "PT, DPT", .npi = {}, .role = role};
    case Role::Therapist:
        return {.login = "dana", .full_name = "Dana Reyes", .credentials = "PT, DPT", .npi = {}, .role = role};
    case Role::Assistant:
        return {.login = "pat", .full_name = "Pat Nair", .credentials = "PTA", .npi = {}, .role = role};
    case Role::FrontDesk:
        return {.login = "fay", .full_name = "Fay Dock", .credentials = {}, .npi = {}, .role = role};
    case Role::Manager:
        return {.login = "mona", .full_name = "Mona Keel", .credentials = {}, .npi = {}, .role = role};
    case Role::ReadOnly:
        break;
    }
    return {.login = "rhea", .full_name = "Rhea Stern", .credentials = {}, .npi = {}, .role = role};
}

} // namespace

User staff(Role role)
{
    return must(User::create(id_of(role), person(role)));
}

Actor acting(Role role)
{
    User const user = staff(role);
    return {user.id(), role, user.details().login, user.name_with_credentials()};
}

Patient::Details maja()
{
    Patient::Details details;
    details.name = {"Lindqvist", "Maja", ""};
    details.birth_date = day(1979, 3, 12);
    details.sex = Sex::Female;
    details.contact.phone = "555-0142";
    details.coverage.visits_authorized = 12;
    details.precautions = {{"cardiac-pacemaker", ""}};
    return details;
}

Patient::Details tom()
{
    Patient::Details details;
    details.name = {"Bauer", "Tom", ""};
    details.birth_date = day(1958, 5, 2);
    details.sex = Sex::Male;
    return details;
}

Episode::Details sciatica()
{
    Episode::Details details;
    details.title = "left-sided sciatica";
    details.complaint = "Pain down the left leg since moving boxes.";
    details.side = Side::Left;
    details.onset = day(2026, 8, 3);
    details.mechanism = Mechanism::Lifting;
    details.diagnoses = {"M54.32"};
    details.started = in_care_since;
    return details;
}

Evaluation::Details first_evaluation()
{
    Evaluation::Details details;
    details.on = in_care_since;
    details.pain.now = pain(7);
    details.motions = {{Motion::LumbarFlexion, 32, true}, {Motion::LumbarExtension, 12, true}};
    details.history = "Lifted boxes on 3 August.";
    details.assessment = "Lumbar radicular pain, improves with extension.";
    return details;
}

PlanOfCare::Details plan()
{
    PlanOfCare::Details details;
    details.established = in_care_since;
    details.interventions = {Modality::Exercise, Modality::Mobilization};
    details.certification.sent = day(2026, 10, 20);
    details.certification.signed_on = day(2026, 10, 26);
    details.certification.signed_by = "H. Brandt, MD";
    Goal goal;
    goal.text = "Oswestry 20 % or less";
    goal.measure = Measure::Odi;
    goal.baseline = "46 %";
    goal.target = "20 %";
    goal.target_date = day(2026, 12, 15);
    details.goals = {goal};
    return details;
}

Intervention::Details bird_dog(UserId provider, int minutes)
{
    Intervention::Details details;
    details.name = "Bird dog";
    details.dose = must(Dose::of(Modality::Exercise, {{DoseKey::Sets, 3}, {DoseKey::Reps, 8}, {DoseKey::Hold, 10}}));
    details.minutes = minutes;
    details.service_code = "97110";
    details.provider = provider;
    details.at_home = true;
    return details;
}

Intervention::Details hot_pack(UserId provider)
{
    Intervention::Details details;
    details.modality = Modality::HotPack;
    details.name = "Hot pack";
    details.dose = must(Dose::of(Modality::HotPack, {{DoseKey::Layers, 6}, {DoseKey::SkinCheck, 1}}));
    details.minutes = 15;
    details.timed = false;
    details.provider = provider;
    return details;
}

Intervention::Details tens(UserId provider)
{
    Intervention::Details details;
    details.modality = Modality::Tens;
    details.name = "TENS";
    details.dose = must(Dose::of(Modality::Tens, {{DoseKey::Frequency, 100}, {DoseKey::PulseWidth, 100}}));
    details.minutes = 20;
    details.timed = false;
    details.provider = provider;
    return details;
}

Intervention row(InterventionId id, Intervention::Details details)
{
    return must(Intervention::create(id, std::move(details)));
}

PainScore pain(int points)
{
    return must(PainScore::of(points));
}

Visit::Details treatment(ClinicTime start, UserId provider)
{
    Visit::Details details;
    details.start = start;
    details.provider = provider;
    details.note.pain_now = pain(4);
    details.note.pain_worst = pain(6);
    details.note.trend = Trend::Better;
    details.note.subjective = "Sat through a one-hour meeting; calf stayed quiet.";
    details.note.assessment = "Sitting tolerance now 60 min.";
    details.note.plan = "Start dead bug.";
    details.interventions = {row(InterventionId{start.time_since_epoch().count()}, bird_dog(provider))};
    return details;
}

Appointment::Details treatment_at(ClinicTime start, PatientId patient, UserId clinician)
{
    Appointment::Details details;
    details.patient = patient;
    details.clinician = clinician;
    details.start = start;
    return details;
}

void furnish(Records& records, Date today)
{
    for (Role const role : all_roles())
        must(records.users().keep(staff(role)));
    must(records.patients().keep(must(Patient::create(maja_id, "001482", maja(), today))));
    must(records.patients().keep(must(Patient::create(tom_id, "001483", tom(), today))));
    must(records.episodes().keep(must(Episode::create(sciatica_id, maja_id, sciatica(), maja().birth_date, today))));
    must(records.evaluations().keep(
        must(Evaluation::create(first_evaluation_id, maja_id, sciatica_id, dana_id, first_evaluation(), today))));
    auto details = plan();
    details.goals.front().id = GoalId{501};
    must(records.plans().keep(
        must(PlanOfCare::create(plan_id, maja_id, sciatica_id, dana_id, std::move(details), today))));
}

} // namespace plumbline::testing
