// SPDX-License-Identifier: Apache-2.0
#include "tests/support/MemoryRecords.hpp"

#include "tests/support/MemoryPorts.hpp"

#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>

#include <array>

namespace plumbline::testing {

struct MemoryRecords::Ports {
    explicit Ports(MemoryState& state)
        : patients{state}
        , referring_providers{state}
        , users{state}
        , episodes{state}
        , evaluations{state}
        , scores{state}
        , plans{state}
        , visits{state}
        , appointments{state}
        , series{state}
        , resources{state}
        , hours{state}
        , waitlist{state}
        , authorizations{state}
        , agendas{state}
        , drafts{state}
        , documents{state}
        , deferrals{state}
        , fee_schedule{state}
        , settings{state}
        , audit{state}
        , tallies{state}
    {
    }

    MemoryPatients patients;
    MemoryReferringProviders referring_providers;
    MemoryUsers users;
    MemoryEpisodes episodes;
    MemoryEvaluations evaluations;
    MemoryScores scores;
    MemoryPlans plans;
    MemoryVisits visits;
    MemoryAppointments appointments;
    MemorySeries series;
    MemoryResources resources;
    MemoryHours hours;
    MemoryWaitlist waitlist;
    MemoryAuthorizations authorizations;
    MemoryAgendas agendas;
    MemoryDrafts drafts;
    MemoryDocuments documents;
    MemoryDeferrals deferrals;
    MemoryFeeSchedule fee_schedule;
    MemorySettings settings;
    MemoryAuditTrail audit;
    MemoryTallies tallies;
};

MemoryRecords::MemoryRecords(MemoryState& state)
    : ports_{std::make_unique<Ports>(state)}
{
}

MemoryRecords::~MemoryRecords() = default;

Patients& MemoryRecords::patients()
{
    return ports_->patients;
}
ReferringProviders& MemoryRecords::referring_providers()
{
    return ports_->referring_providers;
}
Users& MemoryRecords::users()
{
    return ports_->users;
}
Episodes& MemoryRecords::episodes()
{
    return ports_->episodes;
}
Evaluations& MemoryRecords::evaluations()
{
    return ports_->evaluations;
}
OutcomeScores& MemoryRecords::scores()
{
    return ports_->scores;
}
Plans& MemoryRecords::plans()
{
    return ports_->plans;
}
Visits& MemoryRecords::visits()
{
    return ports_->visits;
}
Appointments& MemoryRecords::appointments()
{
    return ports_->appointments;
}
SeriesBook& MemoryRecords::series()
{
    return ports_->series;
}
Resources& MemoryRecords::resources()
{
    return ports_->resources;
}
ClinicianHours& MemoryRecords::hours()
{
    return ports_->hours;
}
Waitlist& MemoryRecords::waitlist()
{
    return ports_->waitlist;
}
Authorizations& MemoryRecords::authorizations()
{
    return ports_->authorizations;
}
Drafts& MemoryRecords::drafts()
{
    return ports_->drafts;
}
Documents& MemoryRecords::documents()
{
    return ports_->documents;
}
Deferrals& MemoryRecords::deferrals()
{
    return ports_->deferrals;
}
FeeSchedule& MemoryRecords::fee_schedule()
{
    return ports_->fee_schedule;
}
Settings& MemoryRecords::settings()
{
    return ports_->settings;
}
AuditTrail& MemoryRecords::audit()
{
    return ports_->audit;
}
Patients const& MemoryRecords::patients() const
{
    return ports_->patients;
}
ReferringProviders const& MemoryRecords::referring_providers() const
{
    return ports_->referring_providers;
}
Users const& MemoryRecords::users() const
{
    return ports_->users;
}
Episodes const& MemoryRecords::episodes() const
{
    return ports_->episodes;
}
Evaluations const& MemoryRecords::evaluations() const
{
    return ports_->evaluations;
}
OutcomeScores const& MemoryRecords::scores() const
{
    return ports_->scores;
}
Plans const& MemoryRecords::plans() const
{
    return ports_->plans;
}
Visits const& MemoryRecords::visits() const
{
    return ports_->visits;
}
Appointments const& MemoryRecords::appointments() const
{
    return ports_->appointments;
}
SeriesBook const& MemoryRecords::series() const
{
    return ports_->series;
}
Resources const& MemoryRecords::resources() const
{
    return ports_->resources;
}
ClinicianHours const& MemoryRecords::hours() const
{
    return ports_->hours;
}
Waitlist const& MemoryRecords::waitlist() const
{
    return ports_->waitlist;
}
Authorizations const& MemoryRecords::authorizations() const
{
    return ports_->authorizations;
}
Agendas const& MemoryRecords::agendas() const
{
    return ports_->agendas;
}
Drafts const& MemoryRecords::drafts() const
{
    return ports_->drafts;
}
Documents const& MemoryRecords::documents() const
{
    return ports_->documents;
}
Deferrals const& MemoryRecords::deferrals() const
{
    return ports_->deferrals;
}
FeeSchedule const& MemoryRecords::fee_schedule() const
{
    return ports_->fee_schedule;
}
Settings const& MemoryRecords::settings() const
{
    return ports_->settings;
}
AuditTrail const& MemoryRecords::audit() const
{
    return ports_->audit;
}

Tallies const& MemoryRecords::tallies() const
{
    return ports_->tallies;
}
std::string MemoryRecords::digest(std::string_view text) const
{
    return sha256(text);
}

std::string sha256(std::string_view text)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(text.data()), text.size());
    std::string hex(2 * hash.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
}

} // namespace plumbline::testing
