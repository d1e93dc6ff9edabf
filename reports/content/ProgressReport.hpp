// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Measure.hpp"
#include "domain/clinical/PlanOfCare.hpp"
#include "domain/core/Time.hpp"
#include "reports/content/ClinicLines.hpp"
#include "reports/content/Words.hpp"
#include "reports/document/Document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::reports {

/// Something a person said or decided, in that person's words, and the visits it was noted at.
struct Statement {
    std::string text;
    std::optional<Date> on{};
    Sources sources{};
    friend bool operator==(Statement const&, Statement const&) = default;
};

struct EpisodeLine {
    std::string referred_by;            ///< `H. Brandt, MD`; empty when the patient came alone.
    std::string complaint;              ///< `left-sided sciatica`
    std::vector<std::string> diagnoses; ///< ICD-10-CM codes, treating diagnosis first.
    std::optional<Date> onset;
    std::string onset_circumstance; ///< `lifting`; empty when unknown.
    friend bool operator==(EpisodeLine const&, EpisodeLine const&) = default;
};

/// The days a report covers and what became of the visits planned in them.
struct ReportPeriod {
    Date from{};
    Date to{};
    int planned = 0;
    int canceled = 0;
    int missed = 0;
    Sources attended; ///< One id for each visit that took place and is signed.
    friend bool operator==(ReportPeriod const&, ReportPeriod const&) = default;
};

struct ScoredDay {
    Date on{};
    double value = 0;
    std::int64_t visit = 0; ///< 0 when the score was taken outside a visit.
    friend bool operator==(ScoredDay const&, ScoredDay const&) = default;
};

/// The scores of one measure, oldest first; change is counted from the first. Range and thresholds
/// come from facts().
struct MeasureCourse {
    Measure measure{};
    std::vector<ScoredDay> days;
    friend bool operator==(MeasureCourse const&, MeasureCourse const&) = default;
};

struct GoalLine {
    int number = 0;
    std::string text;
    std::string baseline, now, target;
    std::optional<Date> target_date;
    GoalState state = GoalState::InProgress;
    std::optional<Date> state_since; ///< The day it was met, not met or dropped.
    std::string assessment;          ///< The clinician's words on the progress toward this goal.
    Sources sources;
    friend bool operator==(GoalLine const&, GoalLine const&) = default;
};

enum class Course { Unsaid, Improved, Unchanged, Declined };

/// A finding as it was at the start of the period and now. Texts carry their units.
struct FindingLine {
    std::string name;
    std::string then, now, normal;
    std::string change; ///< `+16°, beyond measurement error 12.8°`
    Course course = Course::Unsaid;
    bool in_summary = false; ///< Deserves a sentence in the summary, besides its row.
    Sources sources{};
    friend bool operator==(FindingLine const&, FindingLine const&) = default;
};

struct TreatmentLine {
    std::string name; ///< `graded core and extension exercise`
    Sources visits;
    friend bool operator==(TreatmentLine const&, TreatmentLine const&) = default;
};

struct HomeProgramLine {
    int days_done = 0;
    int days_asked = 7;
    Sources sources{};
    friend bool operator==(HomeProgramLine const&, HomeProgramLine const&) = default;
};

struct SignatureLine {
    std::string signer; ///< Name with professional identification: `Dana Reyes, PT, DPT`.
    ClinicTime at{};
    std::string seal; ///< Seal::short_form()
    friend bool operator==(SignatureLine const&, SignatureLine const&) = default;
};

/// Everything a progress report says, as plain values: what CMS Pub. 100-02 ch. 15 section 220.3 D
/// asks of the assistant's part and of the clinician's part.
struct ProgressReportData {
    ClinicLines clinic;
    PatientLine patient;
    EpisodeLine episode;
    ReportPeriod period;
    Date written{};
    std::optional<Instant> written_at; ///< The date in the file's properties.

    std::vector<Date> unsigned_days; ///< Treated in the period, but the note is not signed: nothing of it is quoted.
    std::vector<Statement> patient_says;
    std::vector<Statement> observations; ///< Further sentences of the summary, such as where symptoms moved.
    std::vector<MeasureCourse> measures; ///< The most telling first; the first two make the summary.
    std::vector<GoalLine> goals;
    std::vector<FindingLine> findings;
    Date findings_then{};
    Date findings_now{};
    bool warning_signs_asked = false; ///< At every visit of the period.
    std::vector<Statement> warning_signs;

    std::vector<TreatmentLine> treatments;
    std::optional<HomeProgramLine> home_program;
    std::vector<Statement> assessment; ///< The clinician's, on the whole.
    std::vector<Statement> goal_changes;
    std::vector<Statement> plan;
    std::optional<Date> certified_until;

    std::vector<std::string> contributors;  ///< Who else treated in the period, with credentials.
    std::vector<Statement> broken_seals{};  ///< Visits of the period whose text is not what was signed.
    std::optional<SignatureLine> signature; ///< Without it the report says that it is a draft.
};

/// The summary alone, sentence by sentence, each with the visits it was derived from.
[[nodiscard]] std::vector<Run> progress_summary(ProgressReportData const& data, Words const& words = {});

/// Throws nothing and leaves out what is empty, heading included; what the rules demand and is missing
/// (scores, goals, plan, signature) is said to be missing.
[[nodiscard]] Document progress_report(ProgressReportData const& data, Words const& words = {});

/// The measure's course as screen and paper show it, the region of important change tinted.
[[nodiscard]] Chart course_chart(MeasureCourse const& course, Words const& words = {});
/// `Oswestry disability, %`
[[nodiscard]] std::string course_title(Measure measure, Words const& words = {});

} // namespace plumbline::reports
