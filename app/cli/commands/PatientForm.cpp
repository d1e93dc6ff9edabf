// SPDX-License-Identifier: Apache-2.0
// Adding a patient and changing one: the fields of the patient form as options.
#include "app/cli/Typed.hpp"

#include "app/services/Common.hpp"
#include "app/services/PatientLists.hpp"
#include "app/services/PatientRecord.hpp"

#include <array>
#include <ostream>

namespace plumbline::app::cli {

namespace {

using Details = Patient::Details;

/// What an option does to the form: changes come one by one, so that what was not given stays.
using Change = std::function<void(Details&, Typed&)>;

struct Form {
    std::string id, record_number, seen_version;
    bool accept_duplicate = false;
    std::vector<Change> changes;
    std::vector<std::string> precautions, medications, allergies;
};

struct TextField {
    std::string_view field; ///< As Patient::create names it.
    char const *option, *help;
    std::string& (*place)(Details&);
};
constexpr TextField text_fields[]{
    {"name.family", "--family", "Family name", [](Details& d) -> std::string& { return d.name.family; }},
    {"name.given", "--given", "Given name", [](Details& d) -> std::string& { return d.name.given; }},
    {"name.preferred", "--preferred", "Name the patient goes by",
        [](Details& d) -> std::string& { return d.name.preferred; }},
    {"contact.phone", "--phone", "Telephone", [](Details& d) -> std::string& { return d.contact.phone; }},
    {"contact.mobile", "--mobile", "Mobile telephone", [](Details& d) -> std::string& { return d.contact.mobile; }},
    {"contact.email", "--email", "E-mail address", [](Details& d) -> std::string& { return d.contact.email; }},
    {"contact.street", "--street", "Street and number", [](Details& d) -> std::string& { return d.contact.street; }},
    {"contact.city", "--city", "City", [](Details& d) -> std::string& { return d.contact.city; }},
    {"contact.region", "--state", "State or region", [](Details& d) -> std::string& { return d.contact.region; }},
    {"contact.postal_code", "--postal-code", "Postal code",
        [](Details& d) -> std::string& { return d.contact.postal_code; }},
    {"contact.country", "--country", "Country", [](Details& d) -> std::string& { return d.contact.country; }},
    {"emergency.name", "--emergency-name", "Whom to call in an emergency",
        [](Details& d) -> std::string& { return d.emergency.name; }},
    {"emergency.relation", "--emergency-relation", "What they are to the patient",
        [](Details& d) -> std::string& { return d.emergency.relation; }},
    {"emergency.phone", "--emergency-phone", "Their telephone",
        [](Details& d) -> std::string& { return d.emergency.phone; }},
    {"coverage.payer", "--payer", "Who pays", [](Details& d) -> std::string& { return d.coverage.payer; }},
    {"coverage.member_id", "--member-id", "Number of the insured",
        [](Details& d) -> std::string& { return d.coverage.member_id; }},
    {"occupation", "--occupation", "Occupation", [](Details& d) -> std::string& { return d.occupation; }},
    {"treatment_preferences", "--preferences", "What the patient wants of treatment",
        [](Details& d) -> std::string& { return d.treatment_preferences; }},
    {"language", "--language", "Language as a tag, such as en or es-MX",
        [](Details& d) -> std::string& { return d.language; }},
};

struct DayField {
    std::string_view field;
    char const *option, *help;
    std::optional<Date>& (*place)(Details&);
};
constexpr DayField consent_fields[]{
    {"consent.treatment", "--consent-treatment", "Day of the consent to treatment, YYYY-MM-DD",
        [](Details& d) -> std::optional<Date>& { return d.consent.treatment; }},
    {"consent.privacy_notice", "--consent-privacy", "Day the privacy notice was acknowledged",
        [](Details& d) -> std::optional<Date>& { return d.consent.privacy_notice; }},
    {"consent.messages", "--consent-messages", "Day of the consent to messages",
        [](Details& d) -> std::optional<Date>& { return d.consent.messages; }},
};

std::string lines_of(std::vector<std::string> const& entries, std::string_view field, Typed& typed)
{
    std::string lines;
    for (std::string const& entry : entries)
        lines.append(typed.text(entry, field)).append("\n");
    return lines;
}

Json json_of(Patient const& patient)
{
    Json json{{"id", id_text(patient.id())}, {"version", patient.version()}, {"record_number", patient.record_number()},
        {"name", patient.name().listed()}, {"birth_date", to_iso(patient.birth_date())},
        {"precautions", Json::array()}};
    // A condition that the matrix does not know has no code: it warns nobody by itself.
    for (Precaution const& one : patient.details().precautions)
        json["precautions"].push_back(
            {{"condition", one.condition.empty() ? Json{} : Json(one.condition)}, {"note", one.note}});
    return json;
}

void tell(std::ostream& out, Json const& json)
{
    out << said(json, "id") << "  " << said(json, "record_number") << "  " << said(json, "birth_date") << "  "
        << said(json, "name") << '\n';
    for (Json const& one : json["precautions"])
        out << "  " << (one["condition"].is_null() ? "in own words: " : said(one, "condition") + "  ")
            << said(one, "note") << '\n';
}

/// The form over a record or over an empty one.
Result<Details> filled(Details details, Form const& form, Typed& typed)
{
    for (Change const& change : form.changes)
        change(details, typed);
    if (!form.precautions.empty())
        details.precautions = precautions_from(lines_of(form.precautions, "precautions", typed));
    if (!form.medications.empty())
        details.medications = medications_from(lines_of(form.medications, "medications", typed), typed.faults);
    if (!form.allergies.empty())
        details.allergies = allergies_from(lines_of(form.allergies, "allergies", typed));
    if (auto fault = typed.refusal())
        return refuse(*std::move(fault));
    return details;
}

Exit add(Shell& shell, Form const& form)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    Typed typed{shell};
    auto const details = filled({}, form, typed);
    if (!details)
        return shell.refuse_with(details.error());
    auto const duplicates = form.accept_duplicate ? Duplicates::Accept : Duplicates::Refuse;
    return write_and_answer(
        shell,
        [&, id = (*desk)->make<PatientId>()](Records& records, Context const& context) -> Result<Json> {
            if (auto const done = register_patient(records, context, id, *details, form.record_number, duplicates);
                !done)
                return refuse(done.error());
            return json_of(*records.patients().find(id));
        },
        tell);
}

Result<Patient> stored_patient(Records const& records, Context const& context, PatientId id)
{
    if (auto const allowed = permit(context.actor, Action::EditPatients); !allowed)
        return refuse(allowed.error());
    if (auto found = records.patients().find(id))
        return *std::move(found);
    return refuse_missing_patient();
}

Exit change(Shell& shell, Form const& form)
{
    auto const id = id_from<PatientId>(form.id, "ID");
    if (!id)
        return shell.refuse_with(id.error());
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    auto const stored = (*desk)->read_now(
        [&](Records const& records, Context const& context) { return stored_patient(records, context, *id); });
    if (!stored)
        return shell.refuse_with(stored.error());
    Typed typed{shell};
    auto const seen = typed.whole(form.seen_version, "version", not_a_version);
    auto const details = filled(stored->details(), form, typed);
    if (!details)
        return shell.refuse_with(details.error());
    return write_and_answer(
        shell,
        [&](Records& records, Context const& context) -> Result<Json> {
            int const version = seen.value_or(stored->version());
            if (auto const done = change_patient(records, context, *id, version, *details); !done)
                return refuse(done.error());
            return json_of(*records.patients().find(*id));
        },
        tell);
}

template <class Enum, std::size_t Count>
void add_choice(CLI::App* command, std::shared_ptr<Form> const& form, std::string const& option,
    std::string const& help, std::array<Enum, Count> const& values, void (*put)(Details&, Enum))
{
    std::vector<std::string> codes;
    for (Enum const value : values)
        codes.emplace_back(code(value));
    command
        ->add_option_function<std::string>(
            option,
            [form, put](std::string const& given) {
                form->changes.emplace_back([given, put](Details& d, Typed&) { put(d, *from_code<Enum>(given)); });
            },
            help)
        ->check(CLI::IsMember(codes));
}

void add_choices(CLI::App* command, std::shared_ptr<Form> const& form)
{
    add_choice(
        command, form, "--sex", "Sex", std::array{Sex::Unknown, Sex::Female, Sex::Male, Sex::Other},
        +[](Details& d, Sex value) { d.sex = value; });
    add_choice(
        command, form, "--unit-rule", "How the payer counts timed units", std::array{UnitRule::Cms, UnitRule::Ama},
        +[](Details& d, UnitRule value) { d.coverage.unit_rule = value; });
    using enum PhysicalDemand;
    add_choice(
        command, form, "--demand", "Physical demand of the occupation",
        std::array{Unknown, Sedentary, Light, Medium, Heavy, VeryHeavy},
        +[](Details& d, PhysicalDemand value) { d.demand = value; });
}

/// The options of the form, in its order.
void add_fields(CLI::App* command, std::shared_ptr<Form> const& form)
{
    auto const option = [&](std::string const& name, std::string const& help,
                            std::function<void(Details&, Typed&, std::string const&)> put) {
        return command->add_option_function<std::string>(
            name,
            [form, put = std::move(put)](std::string const& given) {
                form->changes.emplace_back([put, given](Details& d, Typed& typed) { put(d, typed, given); });
            },
            help);
    };
    for (TextField const& text : text_fields)
        option(text.option, text.help, [&text](Details& d, Typed& typed, std::string const& given) {
            text.place(d) = typed.text(given, text.field);
        });
    option("--birth-date", "Day of birth, YYYY-MM-DD", [](Details& d, Typed& typed, std::string const& given) {
        d.birth_date = typed.day(given, "birth_date").value_or(Date{});
    });
    option("--visits-authorized", "How many visits the payer allows; empty for no limit",
        [](Details& d, Typed& typed, std::string const& given) {
            d.coverage.visits_authorized = typed.whole(given, "coverage.visits_authorized",
                tr_noop("Write a whole number, or nothing when there is no limit."));
        });
    for (DayField const& day : consent_fields)
        option(day.option, day.help,
            [&day](Details& d, Typed& typed, std::string const& given) { day.place(d) = typed.day(given, day.field); });
    add_choices(command, form);
    auto const list = [&](std::string const& name, std::vector<std::string>& into, std::string const& help) {
        command->add_option(name, into, help)->allow_extra_args(false);
    };
    list("--precaution", form->precautions, "CONDITION or words, then ; NOTE; may be given several times");
    list("--medication", form->medications, "NAME; DOSE; REASON; GROUP; may be given several times");
    list("--allergy", form->allergies, "SUBSTANCE; REACTION; may be given several times");
}

} // namespace

void add_patient_form_commands(CLI::App& app, Shell& shell, Finish const& finish)
{
    auto* const patient = app.get_subcommand("patient");
    auto const fresh = std::make_shared<Form>();
    auto* const add_command = patient->add_subcommand("add", "Add a patient; texts also as @FILE, or - for input");
    add_fields(add_command, fresh);
    add_command->get_option("--birth-date")->required();
    add_command->add_option("--record-number", fresh->record_number, "The clinic's own; the next when left out");
    add_command->add_flag(
        "--accept-duplicate", fresh->accept_duplicate, "Although someone of this name and birth date is here");
    add_command->callback([&shell, finish, fresh] { finish(add(shell, *fresh)); });

    auto const known = std::make_shared<Form>();
    auto* const change_command =
        patient->add_subcommand("change", "Change what is given of a patient; an empty text clears");
    change_command->add_option("ID", known->id, "Id of the patient")->required();
    add_fields(change_command, known);
    change_command->add_option("--if-version", known->seen_version, "Only when nobody changed it since this version");
    change_command->callback([&shell, finish, known] { finish(change(shell, *known)); });
}

} // namespace plumbline::app::cli
