// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"
#include "app/services/Import.hpp"

#include <string>

namespace plumbline::app {

/// Imports a patient list in CSV as OpenEMR, Open Dental or a person writes it (PatientSheet.hpp): all rows in this
/// transaction or none. A file that is no such list is refused on field `file`; faults in rows come back as values.
[[nodiscard]] Result<ImportOutcome> import_patients(
    Records& records, Context const& context, std::string const& bytes, ImportMode mode);
/// The same as a dry run on a reader.
[[nodiscard]] Result<ImportOutcome> rehearse_import(
    Records const& records, Context const& context, std::string const& bytes);

} // namespace plumbline::app
