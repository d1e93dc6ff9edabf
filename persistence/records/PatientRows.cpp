// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/PatientRows.hpp"

#include "domain/clinical/Contraindications.hpp"
#include "persistence/records/Rows.hpp"

#include <algorithm>

namespace plumbline::persistence {
namespace {

/// Precautions as the patient's own row holds them, so that lists need no second table: one a line, by
/// its code, or in the therapist's words when it has none.
std::string marks_of(std::vector<Precaution> const& precautions)
{
    std::string marks;
    for (Precaution const& precaution : precautions) {
        std::string line = precaution.condition.empty() ? precaution.note : precaution.condition;
        std::ranges::replace(line, '\n', ' ');
        marks += (marks.empty() ? "" : "\n") + line;
    }
    return marks;
}

/// Six digits: a number of the clinic's own series.
std::optional<std::int64_t> own_number(std::string_view record_number)
{
    constexpr std::size_t digits = 6;
    if (record_number.size() != digits || record_number.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    std::int64_t number = 0;
    for (char const c : record_number)
        number = number * 10 + (c - '0');
    return number;
}

void bind_name_and_contact(Query& query, Patient::Details const& details)
{
    query.bind("family", details.name.family)
        .bind("given", details.name.given)
        .bind("preferred", details.name.preferred)
        .bind("birth_on", to_iso(details.birth_date))
        .bind("phone", details.contact.phone)
        .bind("marks", marks_of(details.precautions))
        .bind("archived", details.archived)
        .bind("sex", code(details.sex))
        .bind("mobile", details.contact.mobile)
        .bind("email", details.contact.email)
        .bind("street", details.contact.street)
        .bind("city", details.contact.city)
        .bind("region", details.contact.region)
        .bind("postal_code", details.contact.postal_code)
        .bind("country", details.contact.country);
}

void bind_details(Query& query, Patient::Details const& details)
{
    bind_name_and_contact(query, details);
    query.bind("emergency_name", details.emergency.name)
        .bind("emergency_relation", details.emergency.relation)
        .bind("emergency_phone", details.emergency.phone)
        .bind("payer", details.coverage.payer)
        .bind("member_id", details.coverage.member_id)
        .bind("unit_rule", code(details.coverage.unit_rule))
        .bind("occupation", details.occupation)
        .bind("demand", code(details.demand))
        .bind("treatment_preferences", details.treatment_preferences)
        .bind("language", details.language)
        .bind("treatment_consent_on", iso(details.consent.treatment))
        .bind("privacy_notice_on", iso(details.consent.privacy_notice))
        .bind("messages_consent_on", iso(details.consent.messages));
}

struct PatientColumns {
    Patient::Details details;
    std::string record_number, birth_on, sex, unit_rule, demand;
    std::optional<std::string> treatment_on, privacy_on, messages_on;
    int archived = 0, version = 0;

    void into(Query& query)
    {
        query.into(record_number).into(details.name.family).into(details.name.given).into(details.name.preferred);
        query.into(birth_on).into(details.contact.phone).into(archived).into(sex).into(details.contact.mobile);
        query.into(details.contact.email).into(details.contact.street).into(details.contact.city);
        query.into(details.contact.region).into(details.contact.postal_code).into(details.contact.country);
        query.into(details.emergency.name).into(details.emergency.relation).into(details.emergency.phone);
        query.into(details.coverage.payer).into(details.coverage.member_id).into(unit_rule);
        query.into(details.coverage.visits_authorized).into(details.occupation).into(demand);
        query.into(details.treatment_preferences).into(details.language);
        query.into(treatment_on).into(privacy_on).into(messages_on).into(version);
    }
    void finish()
    {
        details.birth_date = stored_day(birth_on);
        details.archived = archived != 0;
        details.sex = stored(from_code<Sex>(sex));
        details.coverage.unit_rule = stored(from_code<UnitRule>(unit_rule));
        details.demand = stored(from_code<PhysicalDemand>(demand));
        details.consent.treatment = optional_day(treatment_on);
        details.consent.privacy_notice = optional_day(privacy_on);
        details.consent.messages = optional_day(messages_on);
    }
};

void read_lists(Session& session, PatientId id, Patient::Details& details)
{
    int list = 0;
    std::string a, b, c, d;
    auto query = session.query(
        "select 0 as list, position, condition as a, note as b, '' as c, '' as d"
        " from patient_precaution where patient_id = :id"
        " union all select 1, position, name, dose, reason, flag from patient_medication where patient_id = :id"
        " union all select 2, position, substance, reaction, '', '' from patient_allergy where patient_id = :id"
        " order by list, position");
    int position = 0;
    query.bind("id", id.value()).into(list).into(position).into(a).into(b).into(c).into(d);
    while (query.next()) {
        if (list == 0)
            details.precautions.push_back({a, b});
        else if (list == 1)
            details.medications.push_back({a, b, c, stored(from_code<MedicationFlag>(d))});
        else
            details.allergies.push_back({a, b});
    }
}

void write_precautions(Session& session, PatientId id, std::vector<Precaution> const& rows)
{
    session.query("delete from patient_precaution where patient_id = :id").bind("id", id.value()).run();
    for (std::size_t i = 0; i < rows.size(); ++i)
        session
            .query("insert into patient_precaution (patient_id, position, condition, note)"
                   " values (:id, :position, :condition, :note)")
            .bind("id", id.value())
            .bind("position", i)
            .bind("condition", rows[i].condition)
            .bind("note", rows[i].note)
            .run();
}

void write_medications(Session& session, PatientId id, std::vector<Medication> const& rows)
{
    session.query("delete from patient_medication where patient_id = :id").bind("id", id.value()).run();
    for (std::size_t i = 0; i < rows.size(); ++i)
        session
            .query("insert into patient_medication (patient_id, position, name, dose, reason, flag)"
                   " values (:id, :position, :name, :dose, :reason, :flag)")
            .bind("id", id.value())
            .bind("position", i)
            .bind("name", rows[i].name)
            .bind("dose", rows[i].dose)
            .bind("reason", rows[i].reason)
            .bind("flag", code(rows[i].flag))
            .run();
}

void write_allergies(Session& session, PatientId id, std::vector<Allergy> const& rows)
{
    session.query("delete from patient_allergy where patient_id = :id").bind("id", id.value()).run();
    for (std::size_t i = 0; i < rows.size(); ++i)
        session
            .query("insert into patient_allergy (patient_id, position, substance, reaction)"
                   " values (:id, :position, :substance, :reaction)")
            .bind("id", id.value())
            .bind("position", i)
            .bind("substance", rows[i].substance)
            .bind("reaction", rows[i].reaction)
            .run();
}

/// The visits that the payer allows have one home, the authorization of the patient's own id.
void write_own_authorization(Session& session, Patient const& patient)
{
    Coverage const& coverage = patient.details().coverage;
    if (coverage.visits_authorized)
        session
            .query("insert into payer_authorization (id, patient_id, kind, payer, number, visits, visits_before,"
                   " units_before, note, ended, version) values (:id, :id, 'payer', :payer, '', :visits, 0, 0, '', 0,"
                   " 1) on conflict (id) do update set visits = excluded.visits, payer = excluded.payer, version ="
                   " payer_authorization.version + 1 where payer_authorization.visits is distinct from excluded.visits"
                   " or payer_authorization.payer <> excluded.payer")
            .bind("id", patient.id().value())
            .bind("payer", coverage.payer)
            .bind("visits", *coverage.visits_authorized)
            .run();
    else
        session
            .query("update payer_authorization set visits = null, version = version + 1"
                   " where id = :id and visits is not null")
            .bind("id", patient.id().value())
            .run();
}

} // namespace

std::string labels_of(std::string_view marks)
{
    std::string labels;
    while (!marks.empty()) {
        auto const end = std::min(marks.find('\n'), marks.size());
        std::string_view const line = marks.substr(0, end);
        auto const known = std::ranges::find(conditions(), line, &Condition::code);
        labels.append(labels.empty() ? "" : ", ").append(known == conditions().end() ? line : known->label);
        marks.remove_prefix(std::min(end + 1, marks.size()));
    }
    return labels;
}

std::optional<Patient> read_patient(Session& session, PatientId id)
{
    PatientColumns row;
    {
        auto query = session.query(
            "select p.record_number, p.family, p.given, p.preferred, p.birth_on, p.phone, p.archived, p.sex, p.mobile,"
            " p.email, p.street, p.city, p.region, p.postal_code, p.country, p.emergency_name, p.emergency_relation,"
            " p.emergency_phone, p.payer, p.member_id, p.unit_rule, g.visits, p.occupation, p.demand,"
            " p.treatment_preferences, p.language, p.treatment_consent_on, p.privacy_notice_on, p.messages_consent_on,"
            " p.version from patient p left join payer_authorization g on g.id = p.id where p.id = :id");
        query.bind("id", id.value());
        row.into(query);
        if (!query.next())
            return std::nullopt;
    }
    row.finish();
    read_lists(session, id, row.details);
    return Patient::restore(id, std::move(row.record_number), std::move(row.details), row.version);
}

bool insert_patient_row(Session& session, Patient const& patient)
{
    auto query = session.query(
        "insert into patient (id, record_number, own_number, family, given, preferred, birth_on, phone, marks,"
        " archived, sex, mobile, email, street, city, region, postal_code, country, emergency_name,"
        " emergency_relation, emergency_phone, payer, member_id, unit_rule, occupation, demand,"
        " treatment_preferences, language, treatment_consent_on, privacy_notice_on, messages_consent_on, version)"
        " values (:id, :record_number, :own_number, :family, :given, :preferred, :birth_on, :phone, :marks,"
        " :archived, :sex, :mobile, :email, :street, :city, :region, :postal_code, :country, :emergency_name,"
        " :emergency_relation, :emergency_phone, :payer, :member_id, :unit_rule, :occupation,"
        " :demand, :treatment_preferences, :language, :treatment_consent_on, :privacy_notice_on,"
        " :messages_consent_on, 1) on conflict (id) do nothing");
    query.bind("id", patient.id().value())
        .bind("record_number", patient.record_number())
        .bind("own_number", own_number(patient.record_number()));
    bind_details(query, patient.details());
    if (query.run() != 1)
        return false;
    write_own_authorization(session, patient);
    return true;
}

bool update_patient_row(Session& session, Patient const& patient)
{
    auto query = session.query(
        "update patient set family = :family, given = :given, preferred = :preferred, birth_on = :birth_on,"
        " phone = :phone, marks = :marks, archived = :archived, sex = :sex, mobile = :mobile, email = :email,"
        " street = :street, city = :city, region = :region, postal_code = :postal_code, country = :country,"
        " emergency_name = :emergency_name, emergency_relation = :emergency_relation,"
        " emergency_phone = :emergency_phone, payer = :payer, member_id = :member_id, unit_rule = :unit_rule,"
        " occupation = :occupation, demand = :demand,"
        " treatment_preferences = :treatment_preferences, language = :language,"
        " treatment_consent_on = :treatment_consent_on, privacy_notice_on = :privacy_notice_on,"
        " messages_consent_on = :messages_consent_on, version = version + 1"
        " where id = :id and version = :version");
    query.bind("id", patient.id().value()).bind("version", patient.version());
    bind_details(query, patient.details());
    if (query.run() != 1)
        return false;
    write_own_authorization(session, patient);
    return true;
}

void write_lists(Session& session, Patient const& patient, Patient::Details const& before)
{
    Patient::Details const& now = patient.details();
    if (now.precautions != before.precautions)
        write_precautions(session, patient.id(), now.precautions);
    if (now.medications != before.medications)
        write_medications(session, patient.id(), now.medications);
    if (now.allergies != before.allergies)
        write_allergies(session, patient.id(), now.allergies);
}

std::vector<PatientRow> read_patient_rows(Query& query, std::size_t expected)
{
    std::vector<PatientRow> rows;
    rows.reserve(expected);
    std::int64_t id = 0;
    std::string record_number, birth_on, phone, marks;
    PersonName name;
    query.into(id).into(record_number).into(name.family).into(name.given).into(name.preferred);
    query.into(birth_on).into(phone).into(marks);
    while (query.next())
        rows.push_back({PatientId{id}, std::move(record_number), std::move(name), stored_day(birth_on),
            std::move(phone), labels_of(marks)});
    return rows;
}

} // namespace plumbline::persistence
