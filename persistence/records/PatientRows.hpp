// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/patients/Patient.hpp"
#include "persistence/Session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::persistence {

/// The patient's own row and the three lists that hang on it, in two statements.
[[nodiscard]] std::optional<Patient> read_patient(Session& session, PatientId id);

/// False when a patient of this id is there already; then nothing is written.
[[nodiscard]] bool insert_patient_row(Session& session, Patient const& patient);
/// False when the stored version is another.
[[nodiscard]] bool update_patient_row(Session& session, Patient const& patient);

/// Writes the lists that differ from those stored before.
void write_lists(Session& session, Patient const& patient, Patient::Details const& before);

/// The labels, parted by commas, of what the column marks holds.
[[nodiscard]] std::string labels_of(std::string_view marks);

/// Walks rows of: id, record_number, family, given, preferred, birth_on, phone, marks. Makes room for so many.
[[nodiscard]] std::vector<PatientRow> read_patient_rows(Query& query, std::size_t expected = 0);

/// Precautions as lists show them, from the patient's row.
[[nodiscard]] std::string labels_of(std::string_view marks);

} // namespace plumbline::persistence
