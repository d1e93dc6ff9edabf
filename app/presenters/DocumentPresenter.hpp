// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/Reporting.hpp"
#include "app/services/Signal.hpp"
#include "reports/document/Page.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

struct DocumentState {
    bool loaded = false;
    std::string title;
    std::vector<reports::Page> pages;
    std::size_t page = 0;
    std::optional<DocumentId> stored; ///< Set once it is produced and kept.
    std::string notice;               ///< `Saved to ...`, `Sent to the printer`.
    std::vector<Refusal> complaints;
    bool busy = false;
    friend bool operator==(DocumentState const&, DocumentState const&) = default;
};

/// A progress report: seen first, then produced, kept for ever, saved and printed. The pages on screen are the pages on
/// paper.
class DocumentPresenter {
public:
    DocumentPresenter(Desk& desk, PatientId patient, EpisodeId episode);

    [[nodiscard]] DocumentState const& state() const noexcept { return state_; }
    [[nodiscard]] std::string const& pdf() const noexcept { return pdf_; }
    Signal<> changed;
    Signal<> produced_one; ///< Kept in the chart: its clocks have changed.

    void turn(int by);
    /// Produces and keeps the document once; afterwards only hands it out.
    void produce(std::function<void()> then);
    /// Writes the PDF where the person chose; a file that cannot be written is said in place.
    void save_as(std::string path);
    /// Sends the PDF to the named CUPS queue, or to the default one when empty.
    void print(std::string queue);

private:
    void compose();
    Desk& desk_;
    PatientId patient_;
    EpisodeId episode_;
    DocumentId id_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    std::optional<StoredDocument> about_;
    std::string pdf_;
    DocumentState state_;
};

} // namespace plumbline::app
