// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::app {

/// A form as typed: each text under a name that lasts. What was never typed is absent or empty, which is the same.
using TypedTexts = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] std::string typed(TypedTexts const& texts, std::string_view name);

/// What a person changed from `before` to `mine`, put on top of what someone else made of it.
[[nodiscard]] TypedTexts merged(TypedTexts const& before, TypedTexts const& mine, TypedTexts const& theirs);
/// Names under which the two differ.
[[nodiscard]] std::vector<std::string> differing(TypedTexts const& one, TypedTexts const& other);

/// What was typed into a form and neither kept nor discarded.
struct FormDraft {
    TypedTexts before; ///< What the form said when typing began, so that others' changes can be told from one's own.
    TypedTexts texts;
    ClinicTime at{}; ///< When, on the clinic's wall.
    friend bool operator==(FormDraft const&, FormDraft const&) = default;
};

/// JSON for the drafts table. Names that this program version does not know come back untouched.
[[nodiscard]] std::string to_text(FormDraft const& draft);
[[nodiscard]] Result<FormDraft> form_draft_from_text(std::string_view text);

/// The actor's own draft of this form; nothing when there is none or when the actor may not write such forms.
[[nodiscard]] Result<std::optional<FormDraft>> find_form_draft(
    Records const& records, Context const& context, std::string_view kind, std::int64_t subject);

} // namespace plumbline::app
