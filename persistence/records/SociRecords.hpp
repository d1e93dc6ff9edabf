// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"
#include "persistence/AuditChain.hpp"
#include "persistence/records/SociAgendas.hpp"
#include "persistence/records/SociAppointments.hpp"
#include "persistence/records/SociAuthorizations.hpp"
#include "persistence/records/SociDeferrals.hpp"
#include "persistence/records/SociDocuments.hpp"
#include "persistence/records/SociDrafts.hpp"
#include "persistence/records/SociEpisodes.hpp"
#include "persistence/records/SociEvaluations.hpp"
#include "persistence/records/SociFeeSchedule.hpp"
#include "persistence/records/SociHours.hpp"
#include "persistence/records/SociOutcomeScores.hpp"
#include "persistence/records/SociPatients.hpp"
#include "persistence/records/SociPlans.hpp"
#include "persistence/records/SociReferringProviders.hpp"
#include "persistence/records/SociResources.hpp"
#include "persistence/records/SociSeries.hpp"
#include "persistence/records/SociSettings.hpp"
#include "persistence/records/SociTallies.hpp"
#include "persistence/records/SociUsers.hpp"
#include "persistence/records/SociVisits.hpp"
#include "persistence/records/SociWaitlist.hpp"

namespace plumbline::persistence {

/// The ports together, over one session. Opens no transaction: the Database does, and hands this out inside.
class SociRecords final : public Records {
public:
    SociRecords(Session& session, AuditKey const& key) noexcept;

    Patients& patients() override { return patients_; }
    ReferringProviders& referring_providers() override { return referring_providers_; }
    Users& users() override { return users_; }
    Episodes& episodes() override { return episodes_; }
    Evaluations& evaluations() override { return evaluations_; }
    OutcomeScores& scores() override { return scores_; }
    Plans& plans() override { return plans_; }
    Visits& visits() override { return visits_; }
    Appointments& appointments() override { return appointments_; }
    SeriesBook& series() override { return series_; }
    Resources& resources() override { return resources_; }
    ClinicianHours& hours() override { return hours_; }
    Waitlist& waitlist() override { return waitlist_; }
    Authorizations& authorizations() override { return authorizations_; }
    Drafts& drafts() override { return drafts_; }
    Documents& documents() override { return documents_; }
    Deferrals& deferrals() override { return deferrals_; }
    FeeSchedule& fee_schedule() override { return fee_schedule_; }
    Settings& settings() override { return settings_; }
    AuditTrail& audit() override { return audit_; }
    Patients const& patients() const override { return patients_; }
    ReferringProviders const& referring_providers() const override { return referring_providers_; }
    Users const& users() const override { return users_; }
    Episodes const& episodes() const override { return episodes_; }
    Evaluations const& evaluations() const override { return evaluations_; }
    OutcomeScores const& scores() const override { return scores_; }
    Plans const& plans() const override { return plans_; }
    Visits const& visits() const override { return visits_; }
    Appointments const& appointments() const override { return appointments_; }
    SeriesBook const& series() const override { return series_; }
    Resources const& resources() const override { return resources_; }
    ClinicianHours const& hours() const override { return hours_; }
    Waitlist const& waitlist() const override { return waitlist_; }
    Authorizations const& authorizations() const override { return authorizations_; }
    Agendas const& agendas() const override { return agendas_; }
    Drafts const& drafts() const override { return drafts_; }
    Documents const& documents() const override { return documents_; }
    Deferrals const& deferrals() const override { return deferrals_; }
    FeeSchedule const& fee_schedule() const override { return fee_schedule_; }
    Settings const& settings() const override { return settings_; }
    AuditTrail const& audit() const override { return audit_; }
    Tallies const& tallies() const override { return tallies_; }
    [[nodiscard]] std::string digest(std::string_view text) const override;

private:
    SociPatients patients_;
    SociReferringProviders referring_providers_;
    SociUsers users_;
    SociEpisodes episodes_;
    SociEvaluations evaluations_;
    SociOutcomeScores scores_;
    SociPlans plans_;
    SociVisits visits_;
    SociAppointments appointments_;
    SociSeries series_;
    SociResources resources_;
    SociHours hours_;
    SociWaitlist waitlist_;
    SociAuthorizations authorizations_;
    SociAgendas agendas_;
    SociDrafts drafts_;
    SociDocuments documents_;
    SociDeferrals deferrals_;
    SociFeeSchedule fee_schedule_;
    SociSettings settings_;
    SociAuditTrail audit_;
    SociTallies tallies_;
};

} // namespace plumbline::persistence
