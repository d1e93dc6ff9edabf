// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/PatientFormPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"

#include <utility>

namespace plumbline::app {

namespace {

std::string date_text(std::optional<Date> const& day)
{
    return day ? to_iso(*day) : std::string{};
}

std::optional<Date> typed_day(std::string const& text, Date today, std::string_view field, Faults& faults)
{
    auto const day = parse_typed_date(text, today, DateLeaning::Past, field);
    if (!day) {
        faults.add(day.error());
        return std::nullopt;
    }
    return *day;
}

} // namespace

PatientFields fields_of(Patient const& patient)
{
    auto const& d = patient.details();
    PatientFields fields;
    fields.record_number = patient.record_number();
    fields.family = d.name.family;
    fields.given = d.name.given;
    fields.preferred = d.name.preferred;
    fields.birth_date = to_iso(d.birth_date);
    fields.sex = d.sex;
    fields.contact = d.contact;
    fields.emergency = d.emergency;
    fields.payer = d.coverage.payer;
    fields.member_id = d.coverage.member_id;
    fields.visits_authorized = d.coverage.visits_authorized ? std::to_string(*d.coverage.visits_authorized) : "";
    fields.unit_rule = d.coverage.unit_rule;
    fields.occupation = d.occupation;
    fields.preferences = d.treatment_preferences;
    fields.language = d.language;
    fields.demand = d.demand;
    fields.precautions = d.precautions;
    fields.medications = d.medications;
    fields.allergies = d.allergies;
    fields.consent_treatment = date_text(d.consent.treatment);
    fields.consent_privacy = date_text(d.consent.privacy_notice);
    fields.consent_messages = date_text(d.consent.messages);
    return fields;
}

Result<Patient::Details> details_of(PatientFields const& fields, Patient::Details base, Date today)
{
    Faults faults;
    base.name = {fields.family, fields.given, fields.preferred};
    auto const birth = typed_day(fields.birth_date, today, "birth_date", faults);
    if (birth)
        base.birth_date = *birth;
    else if (fields.birth_date.empty())
        faults.add("birth_date", tr_noop("A birth date is needed to tell people of one name apart."));
    base.sex = fields.sex;
    base.contact = fields.contact;
    base.emergency = fields.emergency;
    base.coverage = {fields.payer, fields.member_id, fields.unit_rule,
        whole_number(fields.visits_authorized, "coverage.visits_authorized",
            tr_noop("Write a whole number, or nothing when there is no limit."), faults)};
    base.occupation = fields.occupation;
    base.demand = fields.demand;
    base.treatment_preferences = fields.preferences;
    base.language = fields.language;
    base.precautions = fields.precautions;
    base.medications = fields.medications;
    base.allergies = fields.allergies;
    base.consent.treatment = typed_day(fields.consent_treatment, today, "consent.treatment", faults);
    base.consent.privacy_notice = typed_day(fields.consent_privacy, today, "consent.privacy_notice", faults);
    base.consent.messages = typed_day(fields.consent_messages, today, "consent.messages", faults);
    // The domain's own faults stand beside those of typing, so that a person sees all of them at once.
    auto probe = base;
    if (!birth)
        probe.birth_date = today;
    if (auto const patient = Patient::create(PatientId{1}, "0", std::move(probe), today); !patient)
        for (Refusal const& fault : each(patient.error()))
            faults.add(fault);
    if (!faults.none())
        return refuse(faults.refusal());
    return base;
}

PatientFormPresenter::PatientFormPresenter(Desk& desk)
    : desk_{desk}
    , id_{desk.make<PatientId>()}
{
}

PatientFormPresenter::PatientFormPresenter(Desk& desk, Patient const& patient)
    : desk_{desk}
    , patient_{patient}
    , id_{patient.id()}
{
    state_.fields = fields_of(patient);
    state_.fresh = false;
}

void PatientFormPresenter::edit(PatientFields fields)
{
    if (fields == state_.fields)
        return;
    state_.fields = std::move(fields);
    state_.changed = true;
    state_.doubtful = false;
    changed();
}

void PatientFormPresenter::keep(Duplicates duplicates)
{
    if (state_.busy)
        return;
    auto details =
        details_of(state_.fields, patient_ ? patient_->details() : Patient::Details{}, desk_.context().today());
    if (!details) {
        state_.complaints = each(details.error());
        changed();
        return;
    }
    state_.busy = true;
    state_.complaints.clear();
    changed();
    desk_.write(
        alive_,
        [id = id_, version = patient_ ? std::optional{patient_->version()} : std::nullopt,
            details = std::move(*details), number = state_.fields.record_number,
            duplicates](Records& records, Context const& context) -> Result<PatientId> {
            if (!version)
                return register_patient(records, context, id, details, number, duplicates);
            if (auto const done = change_patient(records, context, id, *version, details); !done)
                return refuse(done.error());
            return id;
        },
        [this](Result<PatientId> id) {
            state_.busy = false;
            if (!id) {
                state_.complaints = each(id.error());
                state_.doubtful = state_.fresh && id.error().reason == Refusal::Reason::Conflict;
                changed();
                return;
            }
            state_.changed = false;
            state_.doubtful = false;
            changed();
            kept(*id);
        });
}

} // namespace plumbline::app
