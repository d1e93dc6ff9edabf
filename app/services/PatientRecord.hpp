// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"

namespace plumbline::app {

enum class Duplicates { Refuse, Accept };

/// Adds a patient. With Duplicates::Refuse someone with the same name and birth date is a Conflict on field
/// `name.family` (ask the person and come again with Accept). Record number empty: the next of the series.
[[nodiscard]] Result<PatientId> register_patient(Records& records, Context const& context, PatientId id,
    Patient::Details details, std::string record_number, Duplicates duplicates);

/// Version is the one the person saw; Conflict when it changed since.
[[nodiscard]] Result<void> change_patient(
    Records& records, Context const& context, PatientId id, int version, Patient::Details details);

[[nodiscard]] Result<std::vector<PatientRow>> search_patients(
    Records const& records, Context const& context, std::string_view text, int limit, int offset = 0);

[[nodiscard]] Result<ReferringProviderId> keep_referring_provider(
    Records& records, Context const& context, ReferringProvider const& provider);

} // namespace plumbline::app
