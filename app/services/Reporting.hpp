// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Chart.hpp"
#include "reports/document/Document.hpp"

namespace plumbline::app {

/// The paper every document of the clinic is laid out for.
inline constexpr reports::PageSize document_paper = reports::PageSize::Letter;

struct ProducedDocument {
    StoredDocument about;
    std::string pdf;
    std::vector<reports::Page> pages{}; ///< As printed, never rebuilt; empty for one kept before drawings were.
};

/// The progress report of an episode as of a day, from its chart, still unsigned: a draft for the screen.
/// Same chart and day, same document.
[[nodiscard]] Result<reports::Document> compose_progress_report(
    Records const& records, Context const& context, Chart const& chart, Date as_of);
/// Composes, signs in the actor's name, writes the PDF, stores it for ever and notes it in the audit log. Resets
/// the ten-visit clock. An id that was used already gives the document that it named.
[[nodiscard]] Result<ProducedDocument> produce_progress_report(Records& records, Context const& context, DocumentId id,
    PatientId patient, std::optional<EpisodeId> episode, Date as_of);
[[nodiscard]] Result<ProducedDocument> fetch_document(
    Records& records, Context const& context, PatientId patient, DocumentId id);
/// A copy of it left the clinic's file.
[[nodiscard]] Result<void> note_copied(Records& records, Context const& context, StoredDocument const& document);
[[nodiscard]] Result<void> note_printed(Records& records, Context const& context, StoredDocument const& document);

} // namespace plumbline::app
