// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Visit.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::app {

/// A visit note as it is being typed: texts stay texts until they mean something, rows may still be refused.
struct NoteDraft {
    struct Row {
        InterventionId id{0};
        Intervention::Details details;
        std::string minutes; ///< As typed.
        bool refused = false;
        friend bool operator==(Row const&, Row const&) = default;
    };
    std::string pain_now, pain_worst, subjective, objective, assessment, plan;
    Trend trend = Trend::Unsaid;
    std::vector<Row> rows;
    friend bool operator==(NoteDraft const&, NoteDraft const&) = default;
};

[[nodiscard]] NoteDraft draft_of(Visit const& visit);
/// The note the draft means; all that does not mean anything is refused together, each beside its field
/// (`pain_now`, `pain_worst`, `rows.2.minutes` ...). Refused rows are left out.
[[nodiscard]] Result<Visit::Details> note_of(NoteDraft const& draft, Visit const& visit);

/// Whether nothing was written, measured or done in it: carried rows are only proposals.
[[nodiscard]] bool is_blank(NoteDraft const& draft) noexcept;

/// JSON for the drafts table. Reading refuses what another program version wrote and this one cannot take.
[[nodiscard]] std::string to_text(NoteDraft const& draft);
[[nodiscard]] Result<NoteDraft> draft_from_text(std::string_view text);

} // namespace plumbline::app
