// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

/// The bytes are kept as base64 text: SOCI's blobs mean something else on each engine.
class SociDocuments final : public Documents {
public:
    explicit SociDocuments(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::vector<StoredDocument> of_patient(PatientId patient) const override;
    [[nodiscard]] std::vector<Date> progress_report_days(EpisodeId episode) const override;
    [[nodiscard]] std::optional<std::string> bytes(DocumentId id) const override;
    /// The same document may be kept again; another one under its id throws std::logic_error.
    void keep(StoredDocument const& document, std::string_view bytes) override;
    [[nodiscard]] std::optional<std::string> drawing(DocumentId id) const override;
    void keep_drawing(DocumentId id, std::string_view drawing) override;

private:
    Session& session_;
};

} // namespace plumbline::persistence
