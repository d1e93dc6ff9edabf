// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace plumbline::testing {

/// Everything a clinic keeps, as plain maps: a copy is a snapshot.
struct MemoryState {
    std::map<PatientId, Patient> patients;
    std::map<ReferringProviderId, ReferringProvider> referring_providers;
    std::map<UserId, User> users;
    std::map<EpisodeId, Episode> episodes;
    std::map<EvaluationId, Evaluation> evaluations;
    std::map<ScoreId, OutcomeScore> scores;
    std::map<PlanId, PlanOfCare> plans;
    std::map<VisitId, Visit> visits;
    std::map<AppointmentId, Appointment> appointments;
    std::map<SeriesId, AppointmentSeries> series;
    std::map<ResourceId, Resource> resources;
    std::map<UserId, WorkingHours> hours;
    std::map<WaitlistEntryId, WaitlistEntry> waitlist;
    std::map<AuthorizationId, Authorization> authorizations;
    std::map<std::tuple<UserId, std::string, std::int64_t>, Draft> drafts;
    std::map<DocumentId, std::pair<StoredDocument, std::string>> documents;
    std::map<DocumentId, std::string> drawings;
    std::map<DeferralId, Deferral> deferrals;
    std::map<std::string, ServiceCode> fee_schedule;
    std::map<std::string, std::string, std::less<>> settings;
    std::vector<AuditLink> audit;
};

/// The ports over a MemoryState, with the refusals of the real store: an outdated version, a login or
/// record number that is taken, a clash in the schedule, a change of what is signed. Search folds case of
/// ASCII only, and the links of the audit chain carry a digest instead of a keyed one.
class MemoryRecords final : public Records {
public:
    explicit MemoryRecords(MemoryState& state);
    ~MemoryRecords() override;

    Patients& patients() override;
    ReferringProviders& referring_providers() override;
    Users& users() override;
    Episodes& episodes() override;
    Evaluations& evaluations() override;
    OutcomeScores& scores() override;
    Plans& plans() override;
    Visits& visits() override;
    Appointments& appointments() override;
    SeriesBook& series() override;
    Resources& resources() override;
    ClinicianHours& hours() override;
    Waitlist& waitlist() override;
    Authorizations& authorizations() override;
    Drafts& drafts() override;
    Documents& documents() override;
    Deferrals& deferrals() override;
    FeeSchedule& fee_schedule() override;
    Settings& settings() override;
    AuditTrail& audit() override;
    Patients const& patients() const override;
    ReferringProviders const& referring_providers() const override;
    Users const& users() const override;
    Episodes const& episodes() const override;
    Evaluations const& evaluations() const override;
    OutcomeScores const& scores() const override;
    Plans const& plans() const override;
    Visits const& visits() const override;
    Appointments const& appointments() const override;
    SeriesBook const& series() const override;
    Resources const& resources() const override;
    ClinicianHours const& hours() const override;
    Waitlist const& waitlist() const override;
    Authorizations const& authorizations() const override;
    Agendas const& agendas() const override;
    Drafts const& drafts() const override;
    Documents const& documents() const override;
    Deferrals const& deferrals() const override;
    FeeSchedule const& fee_schedule() const override;
    Settings const& settings() const override;
    AuditTrail const& audit() const override;
    Tallies const& tallies() const override;
    [[nodiscard]] std::string digest(std::string_view text) const override;

private:
    struct Ports;
    std::unique_ptr<Ports> ports_;
};

} // namespace plumbline::testing
