// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "domain/core/Result.hpp"
#include "domain/core/Time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

enum class Sex { Unknown, Female, Male, Other };
/// US Department of Labor strength levels; the greatest occasional lift is 10, 20, 50, 100 or more
/// pounds (Dictionary of Occupational Titles, Appendix C).
enum class PhysicalDemand { Unknown, Sedentary, Light, Medium, Heavy, VeryHeavy };
/// How a payer counts timed units. See TimedUnits.hpp.
enum class UnitRule { Cms, Ama };
enum class MedicationFlag {
    None,
    Anticoagulant,
    Antiplatelet,
    Corticosteroid,
    Opioid,
    Bisphosphonate,
    Insulin,
    BetaBlocker
};

[[nodiscard]] std::string_view code(Sex) noexcept;
[[nodiscard]] std::string_view code(PhysicalDemand) noexcept;
[[nodiscard]] std::string_view code(UnitRule) noexcept;
[[nodiscard]] std::string_view code(MedicationFlag) noexcept;
[[nodiscard]] std::string_view label(Sex) noexcept;
[[nodiscard]] std::string_view label(PhysicalDemand) noexcept;
[[nodiscard]] std::string_view label(UnitRule) noexcept;
[[nodiscard]] std::string_view label(MedicationFlag) noexcept;
template <class Enum>
[[nodiscard]] std::optional<Enum> from_code(std::string_view code) noexcept;
template <>
std::optional<Sex> from_code<Sex>(std::string_view) noexcept;
template <>
std::optional<PhysicalDemand> from_code<PhysicalDemand>(std::string_view) noexcept;
template <>
std::optional<UnitRule> from_code<UnitRule>(std::string_view) noexcept;
template <>
std::optional<MedicationFlag> from_code<MedicationFlag>(std::string_view) noexcept;

struct PersonName {
    std::string family;
    std::string given;
    std::string preferred;
    [[nodiscard]] std::string listed() const; ///< `Lindqvist, Maja`
    [[nodiscard]] std::string spoken() const; ///< `Maja Lindqvist`
    friend bool operator==(PersonName const&, PersonName const&) = default;
};

struct Contact {
    std::string phone, mobile, email, street, city, region, postal_code, country;
    friend bool operator==(Contact const&, Contact const&) = default;
};
struct EmergencyContact {
    std::string name, relation, phone;
    friend bool operator==(EmergencyContact const&, EmergencyContact const&) = default;
};
struct Coverage {
    std::string payer, member_id;
    UnitRule unit_rule = UnitRule::Cms;
    /// Of the patient's own authorization, which has the patient's id (Authorization.hpp); kept there and nowhere else.
    /// Unset when the payer sets no limit.
    std::optional<int> visits_authorized;
    friend bool operator==(Coverage const&, Coverage const&) = default;
};
/// A condition that limits treatment. The code is a row of the contraindication matrix
/// (`cardiac-pacemaker`, see Contraindications.hpp) or empty for one in the therapist's own words.
struct Precaution {
    std::string condition, note;
    friend bool operator==(Precaution const&, Precaution const&) = default;
};
struct Medication {
    std::string name, dose, reason;
    MedicationFlag flag = MedicationFlag::None;
    friend bool operator==(Medication const&, Medication const&) = default;
};
struct Allergy {
    std::string substance, reaction;
    friend bool operator==(Allergy const&, Allergy const&) = default;
};
struct Consent {
    std::optional<Date> treatment, privacy_notice, messages;
    friend bool operator==(Consent const&, Consent const&) = default;
};

/// A person the clinic treats. Whole from birth: a family or given name, a birth date not in the
/// future and at most 130 years back, and contact fields that can be used.
class Patient {
public:
    struct Details {
        PersonName name;
        Date birth_date{};
        Sex sex = Sex::Unknown;
        Contact contact;
        EmergencyContact emergency;
        Coverage coverage;
        std::string occupation;
        PhysicalDemand demand = PhysicalDemand::Unknown;
        std::string treatment_preferences;
        std::string language = "en"; ///< BCP 47 tag of the patient's own language.
        std::vector<Precaution> precautions;
        std::vector<Medication> medications;
        std::vector<Allergy> allergies;
        Consent consent;
        bool archived = false;
        friend bool operator==(Details const&, Details const&) = default;
    };

    /// The record number is the clinic's own and never changes: 1 to 16 of A-Z 0-9 and hyphen.
    /// Trims texts and refuses, field by field, what could not be right.
    [[nodiscard]] static Result<Patient> create(PatientId id, std::string record_number, Details details, Date today);
    /// From a store that has checked it before: only what would break the program is refused.
    [[nodiscard]] static Patient restore(PatientId id, std::string record_number, Details details, int version);

    [[nodiscard]] Result<Patient> with(Details details, Date today) const;

    [[nodiscard]] PatientId id() const noexcept { return id_; }
    [[nodiscard]] std::string const& record_number() const noexcept { return record_number_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    [[nodiscard]] PersonName const& name() const noexcept { return details_.name; }
    [[nodiscard]] Date birth_date() const noexcept { return details_.birth_date; }
    /// How often it was kept before; 0 for one never stored. A store refuses an outdated version.
    [[nodiscard]] int version() const noexcept { return version_; }
    friend bool operator==(Patient const&, Patient const&) = default;

private:
    Patient(PatientId id, std::string record_number, Details details, int version);
    PatientId id_;
    std::string record_number_;
    Details details_;
    int version_;
};

/// A row of the patient list: enough to recognise a person.
struct PatientRow {
    PatientId id;
    std::string record_number;
    PersonName name;
    Date birth_date{};
    std::string phone;
    std::string precautions; ///< Comma-separated labels, for the red mark in lists.
    friend bool operator==(PatientRow const&, PatientRow const&) = default;
};

/// The clinic's patients as the domain needs them. Who keeps them, and how, is not said here.
class Patients {
public:
    virtual ~Patients() = default;
    [[nodiscard]] virtual std::optional<Patient> find(PatientId id) const = 0;
    /// Inserts version 0, otherwise updates. Refuses with Conflict when someone else kept it since.
    [[nodiscard]] virtual Result<void> keep(Patient const& patient) = 0;
    /// Typeahead over family name, given name, birth date, phone and record number; accents and case
    /// folded; empty text lists all by name. Archived patients are left out. At most limit rows.
    [[nodiscard]] virtual std::vector<PatientRow> search(std::string_view text, int limit, int offset = 0) const = 0;
    [[nodiscard]] virtual std::int64_t count() const = 0;
    /// People with the same folded name and birth date, or the same record number.
    [[nodiscard]] virtual std::vector<PatientRow> likely_duplicates(PersonName const& name, Date birth_date) const = 0;
    [[nodiscard]] virtual std::optional<PatientId> by_record_number(std::string_view record_number) const = 0;
    /// The next free number of the clinic's own series, six digits: `001482`.
    [[nodiscard]] virtual std::string next_record_number() = 0;
    /// Equal for two people whom `likely_duplicates` takes for one, when they were born on one day.
    [[nodiscard]] virtual std::string likeness(PersonName const& name) const = 0;
};

/// A physician or other provider who sends patients.
struct ReferringProviderDetails {
    std::string name, credentials, npi, practice, phone, fax, address;
    friend bool operator==(ReferringProviderDetails const&, ReferringProviderDetails const&) = default;
};
class ReferringProvider {
public:
    [[nodiscard]] static Result<ReferringProvider> create(
        ReferringProviderId id, ReferringProviderDetails details, int version = 0);
    [[nodiscard]] ReferringProviderId id() const noexcept { return id_; }
    [[nodiscard]] ReferringProviderDetails const& details() const noexcept { return details_; }
    [[nodiscard]] int version() const noexcept { return version_; }
    friend bool operator==(ReferringProvider const&, ReferringProvider const&) = default;

private:
    ReferringProvider(ReferringProviderId id, ReferringProviderDetails details, int version);
    ReferringProviderId id_;
    ReferringProviderDetails details_;
    int version_;
};
class ReferringProviders {
public:
    virtual ~ReferringProviders() = default;
    [[nodiscard]] virtual std::optional<ReferringProvider> find(ReferringProviderId id) const = 0;
    [[nodiscard]] virtual std::vector<ReferringProvider> search(std::string_view text, int limit) const = 0;
    [[nodiscard]] virtual Result<void> keep(ReferringProvider const& provider) = 0;
};

} // namespace plumbline
