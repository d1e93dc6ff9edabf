// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/RecordForm.hpp"
#include "app/services/PatientRecord.hpp"

#include <optional>
#include <string>

namespace plumbline::app {

/// The patient form as typed. Dates, counts and lists stay texts until the form is kept.
struct PatientFields {
    std::string record_number; ///< Empty: the next of the series. Fixed once kept.
    std::string family, given, preferred, birth_date;
    Sex sex = Sex::Unknown;
    Contact contact;
    EmergencyContact emergency;
    std::string payer, member_id, visits_authorized;
    UnitRule unit_rule = UnitRule::Cms;
    std::string occupation, preferences, language = "en";
    PhysicalDemand demand = PhysicalDemand::Unknown;
    std::string precautions, medications, allergies; ///< One entry a line, see PatientLists.hpp.
    std::string consent_treatment, consent_privacy, consent_messages;
    friend bool operator==(PatientFields const&, PatientFields const&) = default;
};
[[nodiscard]] PatientFields fields_of(Patient const& patient);
/// Names are those of Patient::create.
[[nodiscard]] TypedTexts texts_of(PatientFields const& fields);
[[nodiscard]] PatientFields with_texts(PatientFields base, TypedTexts const& texts);
/// Every fault of the form at once; field names are those of Patient::create.
[[nodiscard]] Result<Patient::Details> details_of(PatientFields const& fields, Patient::Details base, Date today);

struct PatientFormState : TypingState {
    PatientFields fields;
    bool doubtful = false; ///< Someone alike exists: keep() again with Duplicates::Accept adds all the same.
    friend bool operator==(PatientFormState const&, PatientFormState const&) = default;
};

/// Adding or changing one patient.
class PatientFormPresenter final : public RecordForm<Patient, PatientFields, PatientFormState> {
public:
    explicit PatientFormPresenter(Desk& desk);
    PatientFormPresenter(Desk& desk, Patient const& patient);

    Signal<PatientId> kept;

    void keep(Duplicates duplicates = Duplicates::Refuse);
    /// The stored record this form stands on; nothing while it is new.
    [[nodiscard]] std::optional<Patient> const& stored() const noexcept { return patient_; }

private:
    [[nodiscard]] PatientFields fields_of(Patient const& patient) const override;
    void adopt(Patient const& patient) override;
    [[nodiscard]] std::int64_t subject_of(Patient const& patient) const override { return patient.id().value(); }
    [[nodiscard]] Reading reading() const override;
    void derive() override;
    void after_keeping(Patient const& patient) override { kept(patient.id()); }

    std::optional<Patient> patient_;
    PatientId id_;                         ///< Made once, so that a repeated save is recognized.
    std::optional<PatientFields> doubted_; ///< What someone alike was found for.
};

} // namespace plumbline::app
