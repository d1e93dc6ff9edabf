// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Modality.hpp"
#include "domain/core/Message.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

/// How strongly a condition speaks against a modality, weakest first. Stop: anywhere; Local: over or
/// near the part, or when the field covers it; Precaution: warn.
enum class Verdict { Clear, Precaution, Local, Stop };
[[nodiscard]] std::string_view code(Verdict) noexcept; ///< `clear`, `precaution`, `local`, `stop`

struct Condition {
    std::string_view code;  ///< `cardiac-pacemaker`
    std::string_view label; ///< `cardiac pacemaker / ICD`
    std::string_view source;
    bool overridable; ///< False for the rows no one may override (cauda equina, no consent).
};
/// The 40 rows of the matrix, in its order.
[[nodiscard]] std::span<Condition const> conditions() noexcept;
/// The code itself, or the one row that words such as `pacemaker` find; otherwise refused, naming the candidates.
[[nodiscard]] Result<std::string_view> condition_from_code(std::string_view code);

struct ContraindicationReason {
    std::string_view condition; ///< Code.
    Verdict verdict{};
    Message message; ///< A sentence: what and why.
    std::string_view source;
    friend bool operator==(ContraindicationReason const&, ContraindicationReason const&) = default;
};
struct TreatmentCheck {
    Verdict verdict = Verdict::Clear;
    bool overridable = true;
    std::vector<ContraindicationReason> reasons; ///< Strongest first; empty when clear.
};
/// What the patient's conditions say to a modality at a region. Special fields of the fact book 3.3 apply
/// (epilepsy with TENS is local at the neck, a precaution elsewhere). Unknown condition codes are ignored.
/// Where the textbooks conflict the stricter cell is kept. Only a PT may override, with a typed reason.
[[nodiscard]] TreatmentCheck check_treatment(std::span<std::string const> conditions, Modality modality, Region region);

} // namespace plumbline
