// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"
#include "app/services/Standing.hpp"

namespace plumbline::app {

/// What never scrolls away above a patient's chart.
struct ChartHeader {
    PatientId patient{0};
    std::string record_number;
    PersonName name;
    Date birth_date{};
    int age = 0;
    std::vector<Precaution> precautions; ///< With condition labels resolved into notes where the note is empty.
    std::optional<EpisodeId> episode{};
    std::string episode_title{};
    std::optional<Date> onset{}, discharged{};
    int visits_done = 0; ///< Distinct treatment days of the episode: signed, or with minutes, or evaluated.
    std::optional<int> visits_authorized; ///< By the authorization in force.
    std::optional<AuthorizationStanding> authorization{}, referral{};
    std::optional<CertificationClock> certification{};
    ProgressReportClock progress{};
    UnitRule unit_rule = UnitRule::Cms;
    friend bool operator==(ChartHeader const&, ChartHeader const&) = default;
};

/// All a therapist needs of one episode, read in a fixed number of statements.
struct Chart {
    Patient patient;
    std::vector<Episode> episodes;  ///< Newest first.
    std::optional<Episode> episode; ///< The chosen one; the newest open when none was asked for.
    std::optional<ReferringProvider> referred_by{};
    std::vector<Evaluation> evaluations{}; ///< Oldest first, like all below.
    std::vector<OutcomeScore> scores{};
    std::vector<PlanOfCare> plans{};  ///< One a certified interval.
    std::optional<PlanOfCare> plan{}; ///< In force, the last of them.
    std::vector<Visit> visits{};
    std::vector<StoredDocument> documents{}; ///< Newest first, of the patient.
    std::vector<User> users{};               ///< To resolve names.
    ChartHeader header{};
};
/// The chosen episode's clocks, the only way to count them from a chart.
[[nodiscard]] Standing standing_of(Chart const& chart, Date today);
[[nodiscard]] Result<Chart> open_chart(
    Records const& records, Context const& context, PatientId patient, std::optional<EpisodeId> episode = {});
/// The audit entry of a chart that was opened; written apart so that reading never waits for the disk.
[[nodiscard]] Result<void> note_chart_read(Records& records, Context const& context, PatientId patient);

[[nodiscard]] Result<EpisodeId> start_episode(
    Records& records, Context const& context, EpisodeId id, PatientId patient, Episode::Details details);
[[nodiscard]] Result<void> change_episode(
    Records& records, Context const& context, EpisodeId id, int version, Episode::Details details);

[[nodiscard]] Result<void> save_evaluation(Records& records, Context const& context, EvaluationId id, EpisodeId episode,
    int version, Evaluation::Details details);
[[nodiscard]] Result<void> sign_evaluation(Records& records, Context const& context, EvaluationId id, int version);
[[nodiscard]] Result<ScoreId> record_score(Records& records, Context const& context, ScoreId id, EpisodeId episode,
    Date on, Measure measure, std::vector<std::optional<int>> items);

/// The answers to a questionnaire as they stand in the form of an evaluation.
struct Answers {
    ScoreId id{0};
    int version = 0; ///< As last seen; 0 when none are kept yet.
    Measure measure = Measure::Odi;
    std::vector<std::optional<int>> items;
};
/// Keeps, corrects or, when nothing is answered any more, takes away what was answered for an evaluation, until that is
/// signed. The day is the evaluation's own. Refusals stand on field `oswestry`.
[[nodiscard]] Result<void> answer(Records& records, Context const& context, EvaluationId evaluation, Answers answers);
/// The questionnaire that was answered for an evaluation: its own, or one of the same day that belongs to none.
[[nodiscard]] std::optional<OutcomeScore> answered_for(
    std::vector<OutcomeScore> const& scores, Evaluation const& evaluation, Measure measure);

/// Ends an episode of care. Refused while a note or an evaluation of it is unsigned, which is named, and on a day before
/// its last treatment (CMS Pub. 100-02 ch. 15 section 220.3 D: a discharge covers what came before).
struct Discharge {
    Date on{};
    std::string reason;
};
[[nodiscard]] Result<void> discharge_episode(
    Records& records, Context const& context, EpisodeId id, int version, Discharge discharge);
/// Takes the discharge back; the audit log keeps that there was one.
[[nodiscard]] Result<void> reopen_episode(Records& records, Context const& context, EpisodeId id, int version);

/// The first plan of an episode, or a recertification that follows the one in force and keeps its certification as it is.
/// Ids of goals that have none yet (value 0) are made here.
[[nodiscard]] Result<PlanId> establish_plan(
    Records& records, Context const& context, PlanId id, EpisodeId episode, PlanOfCare::Details details);
[[nodiscard]] Result<void> change_plan(
    Records& records, Context const& context, PlanId id, EpisodeId episode, int version, PlanOfCare::Details details);
[[nodiscard]] Result<void> sign_plan(Records& records, Context const& context, PlanId id, int version);

} // namespace plumbline::app
