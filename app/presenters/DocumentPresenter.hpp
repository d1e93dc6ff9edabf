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
    struct Fact {
        std::string what, value;
        friend bool operator==(Fact const&, Fact const&) = default;
    };
    /// What is known of a stored document, from its record: said where its pages were not kept as a drawing.
    std::vector<Fact> facts;
    std::string notice; ///< `Saved to ...`, `Sent to the printer`.
    std::vector<Refusal> complaints;
    bool busy = false;
    friend bool operator==(DocumentState const&, DocumentState const&) = default;
};

/// A document on the screen. A progress report is seen first, then produced, kept for ever, saved and printed. One
/// that is kept already is shown as it was printed, from what was kept with it; it is never built again. The pages on
/// screen are the pages on paper.
class DocumentPresenter {
public:
    /// The episode's progress report of today, still a draft.
    DocumentPresenter(Desk& desk, PatientId patient, EpisodeId episode);
    /// A document of the chart.
    DocumentPresenter(Desk& desk, PatientId patient, DocumentId stored);

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
    void fetch();
    void complain(Refusal const& refusal);
    Desk& desk_;
    PatientId patient_;
    std::optional<EpisodeId> episode_; ///< None for a stored document.
    DocumentId id_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    std::optional<StoredDocument> about_;
    std::string pdf_;
    DocumentState state_;
};

} // namespace plumbline::app
