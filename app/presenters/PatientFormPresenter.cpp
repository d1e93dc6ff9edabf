// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/PatientFormPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/services/Common.hpp"
#include "app/services/PatientLists.hpp"

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
    fields.precautions = text_of(d.precautions);
    fields.medications = text_of(d.medications);
    fields.allergies = text_of(d.allergies);
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
    else
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
    // A list that was not touched stays as it is, whatever its texts hold.
    if (fields.precautions != text_of(base.precautions))
        base.precautions = precautions_from(fields.precautions);
    if (fields.medications != text_of(base.medications))
        base.medications = medications_from(fields.medications, faults);
    if (fields.allergies != text_of(base.allergies))
        base.allergies = allergies_from(fields.allergies);
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

namespace {

constexpr std::string_view kind = "patient";
/// Subject of the draft of somebody who is not kept yet: one for each user.
constexpr std::int64_t somebody_new = 0;

template <class Enum>
void put(Enum& value, TypedTexts const& texts, std::string_view name)
{
    if (auto const known = from_code<Enum>(typed(texts, name)))
        value = *known;
}

/// Each text of the form under its name, in one place for reading and writing.
template <class Fields, class Visit>
void each_text(Fields& f, Visit visit)
{
    visit("record_number", f.record_number);
    visit("name.family", f.family);
    visit("name.given", f.given);
    visit("name.preferred", f.preferred);
    visit("birth_date", f.birth_date);
    visit("contact.phone", f.contact.phone);
    visit("contact.mobile", f.contact.mobile);
    visit("contact.email", f.contact.email);
    visit("contact.street", f.contact.street);
    visit("contact.city", f.contact.city);
    visit("contact.region", f.contact.region);
    visit("contact.postal_code", f.contact.postal_code);
    visit("contact.country", f.contact.country);
    visit("emergency.name", f.emergency.name);
    visit("emergency.relation", f.emergency.relation);
    visit("emergency.phone", f.emergency.phone);
    visit("coverage.payer", f.payer);
    visit("coverage.member_id", f.member_id);
    visit("coverage.visits_authorized", f.visits_authorized);
    visit("occupation", f.occupation);
    visit("treatment_preferences", f.preferences);
    visit("language", f.language);
    visit("precautions", f.precautions);
    visit("medications", f.medications);
    visit("allergies", f.allergies);
    visit("consent.treatment", f.consent_treatment);
    visit("consent.privacy_notice", f.consent_privacy);
    visit("consent.messages", f.consent_messages);
}

} // namespace

TypedTexts texts_of(PatientFields const& fields)
{
    TypedTexts texts;
    each_text(fields, [&](char const* name, std::string const& text) { texts[name] = text; });
    texts["sex"] = code(fields.sex);
    texts["demand"] = code(fields.demand);
    texts["coverage.unit_rule"] = code(fields.unit_rule);
    return texts;
}

PatientFields with_texts(PatientFields base, TypedTexts const& texts)
{
    each_text(base, [&](char const* name, std::string& text) { text = typed(texts, name); });
    put(base.sex, texts, "sex");
    put(base.demand, texts, "demand");
    put(base.unit_rule, texts, "coverage.unit_rule");
    return base;
}

PatientFormPresenter::PatientFormPresenter(Desk& desk)
    : RecordForm{desk, kind, somebody_new}
    , id_{desk.make<PatientId>()}
{
    begin({}, Begun::New);
}

PatientFormPresenter::PatientFormPresenter(Desk& desk, Patient const& patient)
    : RecordForm{desk, kind, patient.id().value()}
    , patient_{patient}
    , id_{patient.id()}
{
    begin(app::fields_of(patient), Begun::Stored);
}

PatientFields PatientFormPresenter::fields_of(Patient const& patient) const
{
    return app::fields_of(patient);
}

void PatientFormPresenter::adopt(Patient const& patient)
{
    patient_ = patient;
    id_ = patient.id();
}

PatientFormPresenter::Reading PatientFormPresenter::reading() const
{
    return [id = id_](Records const& records) -> Result<Patient> {
        if (auto found = records.patients().find(id))
            return *std::move(found);
        return refuse_missing_patient();
    };
}

void PatientFormPresenter::derive()
{
    state_.doubtful = doubted_ == state_.fields && std::ranges::any_of(state_.complaints, [](Refusal const& fault) {
        return fault.reason == Refusal::Reason::Conflict && fault.field == "name.family";
    });
}

void PatientFormPresenter::keep(Duplicates duplicates)
{
    if (idle())
        return;
    auto details =
        details_of(state_.fields, patient_ ? patient_->details() : Patient::Details{}, desk_.context().today());
    if (!details)
        return complain(details.error());
    doubted_ = state_.fields;
    submit([id = id_, version = patient_ ? std::optional{patient_->version()} : std::nullopt,
               details = std::move(*details), number = state_.fields.record_number,
               duplicates](Records& records, Context const& context) -> Result<Patient> {
        if (version) {
            if (auto const done = change_patient(records, context, id, *version, details); !done)
                return refuse(done.error());
        } else if (auto const done = register_patient(records, context, id, details, number, duplicates); !done) {
            return refuse(done.error());
        }
        return *records.patients().find(id);
    });
}

} // namespace plumbline::app
