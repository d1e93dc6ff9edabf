// SPDX-License-Identifier: Apache-2.0
#include "domain/patients/Patient.hpp"

#include "domain/clinical/Contraindications.hpp"
#include "domain/core/Text.hpp"
#include "domain/patients/ContactRules.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace plumbline {

namespace {

constexpr int oldest_years = 130;
constexpr int most_visits = 999;
/// Rows of one list: far above any person's, and low enough that a broken import cannot fill the disk.
constexpr std::size_t most_rows = 200;

bool is_record_number(std::string_view text)
{
    return !text.empty() && text.size() <= 16 && std::ranges::all_of(text, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// The shape of a BCP 47 tag: subtags of 1 to 8 letters and digits, the first of 2 to 8 letters.
bool is_language(std::string_view tag)
{
    auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    auto const sign = [&](char c) { return letter(c) || (c >= '0' && c <= '9'); };
    if (tag.size() > 35)
        return false;
    std::string_view const first = tag.substr(0, tag.find('-'));
    if (first.size() < 2 || first.size() > 8 || !std::ranges::all_of(first, letter))
        return false;
    for (tag.remove_prefix(first.size()); !tag.empty();) {
        tag.remove_prefix(1);
        std::string_view const subtag = tag.substr(0, tag.find('-'));
        if (subtag.empty() || subtag.size() > 8 || !std::ranges::all_of(subtag, sign))
            return false;
        tag.remove_prefix(subtag.size());
    }
    return true;
}

void check_name(Faults& faults, PersonName& name)
{
    clean_text(faults, "name.family", name.family, name_rule);
    clean_text(faults, "name.given", name.given, name_rule);
    clean_text(faults, "name.preferred", name.preferred, name_rule);
    if (name.family.empty() && name.given.empty())
        faults.add("name.family", tr_noop("Write a family name or a given name."));
}

void check_birth_date(Faults& faults, Date birth, Date today)
{
    if (!birth.ok())
        faults.add("birth_date", tr_noop("Write the birth date."));
    else if (birth > today)
        faults.add("birth_date", tr_noop("The birth date lies in the future."));
    else if (birth < today - std::chrono::years{oldest_years})
        faults.add("birth_date", tr_noop("The birth date lies more than 130 years back."));
}

void check_contact(Faults& faults, Patient::Details& details)
{
    Contact& contact = details.contact;
    clean_phone(faults, "contact.phone", contact.phone);
    clean_phone(faults, "contact.mobile", contact.mobile);
    clean_email(faults, "contact.email", contact.email);
    clean_text(faults, "contact.street", contact.street, line_rule);
    clean_text(faults, "contact.city", contact.city, name_rule);
    clean_text(faults, "contact.region", contact.region, name_rule);
    clean_text(faults, "contact.postal_code", contact.postal_code, TextRule{20});
    clean_text(faults, "contact.country", contact.country, name_rule);
    clean_text(faults, "emergency.name", details.emergency.name, name_rule);
    clean_text(faults, "emergency.relation", details.emergency.relation, name_rule);
    clean_phone(faults, "emergency.phone", details.emergency.phone);
}

void check_coverage(Faults& faults, Coverage& coverage)
{
    clean_text(faults, "coverage.payer", coverage.payer, line_rule);
    clean_text(faults, "coverage.member_id", coverage.member_id, name_rule);
    if (auto const visits = coverage.visits_authorized; visits && (*visits < 0 || *visits > most_visits))
        faults.add("coverage.visits_authorized", tr_noop("Authorized visits number from 0 to 999."));
}

template <class Row>
bool few_enough(Faults& faults, std::string_view field, std::vector<Row> const& rows)
{
    if (rows.size() <= most_rows)
        return true;
    faults.add(field, tr_noop("This list is too long: at most {0} rows."), {std::to_string(most_rows)});
    return false;
}

void check_precautions(Faults& faults, std::vector<Precaution>& precautions)
{
    if (!few_enough(faults, "precautions", precautions))
        return;
    for (Precaution& precaution : precautions) {
        precaution.condition = trimmed(precaution.condition);
        clean_text(faults, "precautions", precaution.note, free_text_rule);
        if (precaution.condition.empty() && precaution.note.empty())
            faults.add("precautions", tr_noop("Choose a condition or write the precaution in words."));
        else if (!precaution.condition.empty() && !condition_from_code(precaution.condition))
            faults.add("precautions", tr_noop("There is no such condition: choose one or write it in words."));
    }
}

void check_medications(Faults& faults, std::vector<Medication>& medications)
{
    if (!few_enough(faults, "medications", medications))
        return;
    for (Medication& medication : medications) {
        clean_text(faults, "medications", medication.name, line_rule);
        clean_text(faults, "medications", medication.dose, line_rule);
        clean_text(faults, "medications", medication.reason, line_rule);
        if (medication.name.empty())
            faults.add("medications", tr_noop("Write the name of the medication."));
    }
}

void check_allergies(Faults& faults, std::vector<Allergy>& allergies)
{
    if (!few_enough(faults, "allergies", allergies))
        return;
    for (Allergy& allergy : allergies) {
        clean_text(faults, "allergies", allergy.substance, line_rule);
        clean_text(faults, "allergies", allergy.reaction, line_rule);
        if (allergy.substance.empty())
            faults.add("allergies", tr_noop("Write what the patient is allergic to."));
    }
}

void check_consent(Faults& faults, Consent const& consent, Date today)
{
    auto const check = [&](std::string_view field, std::optional<Date> day) {
        if (day && (!day->ok() || *day > today))
            faults.add(field, tr_noop("Consent is dated on the day it was given, today or before."));
    };
    check("consent.treatment", consent.treatment);
    check("consent.privacy_notice", consent.privacy_notice);
    check("consent.messages", consent.messages);
}

/// Every fault of a patient's form at once; the texts come out trimmed.
Faults check(Patient::Details& details, Date today)
{
    Faults faults;
    check_name(faults, details.name);
    check_birth_date(faults, details.birth_date, today);
    check_contact(faults, details);
    check_coverage(faults, details.coverage);
    clean_text(faults, "occupation", details.occupation, line_rule);
    clean_text(faults, "treatment_preferences", details.treatment_preferences, free_text_rule);
    details.language = trimmed(details.language);
    if (!is_language(details.language))
        faults.add("language", tr_noop("Write the language as a tag such as en or es-MX."));
    check_precautions(faults, details.precautions);
    check_medications(faults, details.medications);
    check_allergies(faults, details.allergies);
    check_consent(faults, details.consent, today);
    return faults;
}

} // namespace

Result<Patient> Patient::create(PatientId id, std::string record_number, Details details, Date today)
{
    Faults faults = check(details, today);
    record_number = trimmed(record_number);
    if (!is_record_number(record_number))
        faults.add("record_number", tr_noop("A record number has 1 to 16 of the signs A-Z 0-9 and hyphen."));
    if (!faults.none())
        return refuse(faults.refusal());
    return Patient{id, std::move(record_number), std::move(details), 0};
}

Patient Patient::restore(PatientId id, std::string record_number, Details details, int version)
{
    return Patient{id, std::move(record_number), std::move(details), version};
}

Result<Patient> Patient::with(Details details, Date today) const
{
    if (Faults const faults = check(details, today); !faults.none())
        return refuse(faults.refusal());
    return Patient{id_, record_number_, std::move(details), version_};
}

Patient::Patient(PatientId id, std::string record_number, Details details, int version)
    : id_{id}
    , record_number_{std::move(record_number)}
    , details_{std::move(details)}
    , version_{version}
{
}

} // namespace plumbline
