// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Alerts.hpp"
#include "app/services/Chart.hpp"
#include "app/services/Decisions.hpp"
#include "app/services/Desk.hpp"
#include "app/services/Signal.hpp"
#include "reports/document/Chart.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// The figures above a chart, in the words of the drawing.
struct HeaderLine {
    std::string name;                ///< `Lindqvist, Maja`
    std::string facts;               ///< `47 y · 12 Mar 1979 · 001482 · left-sided sciatica · since 3 Aug`
    std::string facts_without_names; ///< The same while names are hidden: nothing that tells who it is.
    struct Figure {
        std::string value, caption;
        bool due = false; ///< Amber.
        friend bool operator==(Figure const&, Figure const&) = default;
    };
    std::vector<Figure> figures; ///< Visits authorized, certification left, progress report due.
    std::vector<std::string> precautions;
    friend bool operator==(HeaderLine const&, HeaderLine const&) = default;
};
[[nodiscard]] HeaderLine header_line(ChartHeader const& header, Alerts const& alerts = {});

/// Three texts side by side; right is drawn in the color of its meaning.
struct FactRow {
    enum class Tone { Plain, Good, Due, Stop, Muted };
    std::string left, middle, right;
    Tone tone = Tone::Plain;
    std::int64_t id = 0; ///< Of what the row opens; 0 when it opens nothing.
    friend bool operator==(FactRow const&, FactRow const&) = default;
};
struct ChangeRow {
    std::string measure, then, now, change;
    friend bool operator==(ChangeRow const&, ChangeRow const&) = default;
};
struct OutcomeChart {
    std::string title, change; ///< `Oswestry disability`, `46 → 28 %`
    reports::Chart chart;
    friend bool operator==(OutcomeChart const&, OutcomeChart const&) = default;
};

/// What the overview says of an episode.
struct Overview {
    std::vector<OutcomeChart> outcomes;
    std::string first_day, last_day; ///< Headings of the then and now columns.
    std::vector<ChangeRow> findings;
    std::vector<FactRow> plan_reasons; ///< Cause, severity, work, wishes, health: why this plan is theirs.
    std::vector<FactRow> goals, visits, documents;
    std::string frequency; ///< `2 × week`
    friend bool operator==(Overview const&, Overview const&) = default;
};
[[nodiscard]] Overview overview(Chart const& chart, Date today);

struct ChartState {
    bool loaded = false;
    HeaderLine header;
    Overview overview;
    EpisodeDecision decision; ///< What the review asks to be decided, or until when it was put off.
    struct EpisodeChoice {
        EpisodeId id{0};
        std::string label;
        bool open = true;
        friend bool operator==(EpisodeChoice const&, EpisodeChoice const&) = default;
    };
    std::vector<EpisodeChoice> episodes;
    std::optional<EpisodeId> episode;
    std::optional<VisitId> draft; ///< This person's, of today or earlier, still unsigned: what `Visit note` opens.
    int next_visit_number = 1;
    std::string discharged; ///< `Discharged on 20 Nov 2026: Goals met.`; empty while the episode is open.
    std::vector<VisitId>
        broken_seals; ///< Of visits whose text is not what was signed; looked at after the chart is shown.
    std::optional<Refusal> complaint;
    std::string notice; ///< `Saved`, after something was kept.
    friend bool operator==(ChartState const&, ChartState const&) = default;
};

/// One patient's chart: header, overview and the data that the sections below it edit.
class ChartPresenter {
public:
    ChartPresenter(Desk& desk, PatientId patient);

    [[nodiscard]] ChartState const& state() const noexcept { return state_; }
    /// The whole chart as last read; null until loaded.
    [[nodiscard]] std::shared_ptr<Chart const> chart() const noexcept { return chart_; }
    [[nodiscard]] PatientId patient() const noexcept { return patient_; }
    Signal<> changed;

    void refresh();
    void choose_episode(EpisodeId episode);
    /// Takes the discharge of the episode in front back; done is called when it is kept.
    void reopen_episode(std::function<void()> done);
    /// Undoes the discarding of a note; back is called when it stands in the chart again.
    void bring_back(Visit const& visit, std::string draft, std::function<void()> back);

private:
    struct Read {
        Chart chart;
        EpisodeDecision decision;
        Alerts alerts;
    };
    void receive(Result<Read> read);
    void look_at_seals();

    Desk& desk_;
    PatientId patient_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    std::shared_ptr<Chart const> chart_;
    std::optional<EpisodeId> wanted_;
    bool noted_ = false;
    ChartState state_;
};

} // namespace plumbline::app
