// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/PatientRecord.hpp"
#include "app/services/Signal.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// The patient form as typed. Dates and counts stay texts until the form is kept.
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
    std::vector<Precaution> precautions;
    std::vector<Medication> medications;
    std::vector<Allergy> allergies;
    std::string consent_treatment, consent_privacy, consent_messages;
    friend bool operator==(PatientFields const&, PatientFields const&) = default;
};
[[nodiscard]] PatientFields fields_of(Patient const& patient);
/// Every fault of the form at once; field names are those of Patient::create.
[[nodiscard]] Result<Patient::Details> details_of(PatientFields const& fields, Patient::Details base, Date today);

struct PatientFormState {
    PatientFields fields;
    bool fresh = true; ///< Adding, not changing.
    std::vector<Refusal> complaints;
    bool doubtful = false; ///< Someone alike exists: keep() again with Duplicates::Accept adds all the same.
    bool busy = false;
    bool changed = false; ///< Something was typed since it was opened or kept.
    friend bool operator==(PatientFormState const&, PatientFormState const&) = default;
};

/// Adding or changing one patient.
class PatientFormPresenter {
public:
    explicit PatientFormPresenter(Desk& desk);
    PatientFormPresenter(Desk& desk, Patient const& patient);

    [[nodiscard]] PatientFormState const& state() const noexcept { return state_; }
    Signal<> changed;
    Signal<PatientId> kept;

    /// The whole form after any key or click.
    void edit(PatientFields fields);
    void keep(Duplicates duplicates = Duplicates::Refuse);

private:
    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    std::optional<Patient> patient_;
    PatientId id_; ///< Made once, so that a repeated save is recognized.
    PatientFormState state_;
};

} // namespace plumbline::app
