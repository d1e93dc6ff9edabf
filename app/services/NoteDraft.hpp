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
    std::string tied_code{};
    friend bool operator==(NoteDraft const&, NoteDraft const&) = default;
};

[[nodiscard]] NoteDraft draft_of(Visit const& visit);
/// The row as it would stand in the note; refused for its minutes, its dose or its texts.
[[nodiscard]] Result<Intervention> meaning_of(NoteDraft::Row const& row);
/// The note the draft means; all that does not mean anything is refused together, each with its field (`pain_now`,
/// `pain_worst`, `minutes`, a parameter of the dose ...). Refused rows are left out.
[[nodiscard]] Result<Visit::Details> note_of(NoteDraft const& draft, Visit const& visit);

/// Whether nothing was written, measured or done in it: carried rows are only proposals.
[[nodiscard]] bool is_blank(NoteDraft const& draft) noexcept;

/// What was typed since `before`, on top of theirs: each text, and each row as a whole. Rows that either side added are
/// there; one that a side removed is gone unless the other changed it.
[[nodiscard]] NoteDraft merged(NoteDraft const& before, NoteDraft const& mine, NoteDraft const& theirs);

/// What was typed and done and is not in the note that was kept, line by line: for an addendum to a note that a colleague
/// signed meanwhile.
[[nodiscard]] std::string words_not_in(NoteDraft const& kept, NoteDraft const& mine);

/// JSON for the drafts table. Reading refuses what another program version wrote and this one cannot take.
/// Before is the note as it was kept when this was typed, so that what a colleague kept since can be told from it.
[[nodiscard]] std::string to_text(NoteDraft const& draft, NoteDraft const* before = nullptr);
[[nodiscard]] Result<NoteDraft> draft_from_text(std::string_view text);
/// Nothing when the text does not hold it.
[[nodiscard]] std::optional<NoteDraft> before_from_text(std::string_view text);

} // namespace plumbline::app
