// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace plumbline::app {

/// What payer, referral and certification still allow a patient: days that were treated are used, days that are booked
/// will be. Who has neither authorization nor a plan that was sent to be certified is not limited.
class Allowance {
public:
    /// Days of the appointments that are set apart do not count: they are about to change.
    Allowance(Records const& records, Date today, PatientId patient, std::optional<EpisodeId> episode,
        std::span<AppointmentId const> apart = {});

    /// Units are counted ahead too: as many a visit as were used so far, else as visits of this length can have.
    void expect_units(Minutes length) noexcept { expected_ = length; }
    /// From now on a visit of the episode on this day is booked.
    void add(Date day) { coming_.push_back({episode_, day}); }
    /// Why a visit on the day would go beyond (Invalid on field `limits`); nothing when it is covered.
    [[nodiscard]] std::optional<Refusal> against(Date day, AppointmentType type) const;

private:
    struct Coming {
        std::optional<EpisodeId> episode;
        Date day;
    };
    [[nodiscard]] std::optional<Refusal> beyond(AuthorizationKind kind, Date day) const;
    [[nodiscard]] AuthorizationUse use_with_coming(AuthorizationId id, Date day) const;
    [[nodiscard]] bool treated_today(Authorization const& authorization) const;

    Records const& records_;
    Date today_;
    std::optional<EpisodeId> episode_;
    std::vector<Authorization> authorizations_;
    std::vector<Coming> coming_;
    std::vector<EpisodeId> treated_today_;
    std::optional<Date> certified_until_;
    std::optional<Minutes> expected_;
    mutable std::map<AuthorizationId, AuthorizationUse> used_; ///< As far as asked for.
};

} // namespace plumbline::app
