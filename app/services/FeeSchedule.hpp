// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"
#include "app/services/Import.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// A line of the fee schedule as the person saw it and as it is to be; none for not there.
struct CodeChange {
    std::optional<ServiceCode> before, after;
    friend bool operator==(CodeChange const&, CodeChange const&) = default;
};
/// What was done to the fee schedule, all or nothing.
using FeeEdit = std::vector<CodeChange>;
/// What takes it back, when nobody changed the same lines since.
[[nodiscard]] FeeEdit inverse(FeeEdit edit);

[[nodiscard]] Result<std::vector<ServiceCode>> service_codes(Records const& records, Context const& context);
/// Refuses with Conflict when a line is not as the person saw it, on `code` when another line has the code already, and
/// on `modality` when another one is offered first for it. Answers what was done, as it was kept.
[[nodiscard]] Result<FeeEdit> change_codes(Records& records, Context const& context, FeeEdit const& wanted);

/// The row's own code, or for a row without one what is offered first for its modality, and whether that is timed. A code
/// that is not in the list stays as it was typed.
void take_service_code(Intervention::Details& row, std::vector<ServiceCode> const& codes);

struct CodeImport {
    ImportOutcome outcome;
    FeeEdit edit; ///< Empty in a rehearsal and when a row is at fault.
};
/// Takes over a list of codes (CodeSheet.hpp), all rows in this transaction or none. Codes that are there already get
/// the list's label, timed flag and modality; codes that are not in the list stay.
[[nodiscard]] Result<CodeImport> import_codes(
    Records& records, Context const& context, std::string const& bytes, ImportMode mode);
/// The same as a dry run on a reader.
[[nodiscard]] Result<CodeImport> rehearse_codes(
    Records const& records, Context const& context, std::string const& bytes);

} // namespace plumbline::app
