// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace plumbline {

/// Names one Entity and nothing else: a PatientId never fits where a VisitId is asked for.
/// The value is a TSID (see IdMaker): positive, unique in the clinic, sorted by creation.
template <class Entity>
class Id {
public:
    explicit constexpr Id(std::int64_t value) noexcept
        : value_{value}
    {
    }
    [[nodiscard]] constexpr std::int64_t value() const noexcept { return value_; }
    friend constexpr auto operator<=>(Id, Id) = default;

private:
    std::int64_t value_;
};

using PatientId = Id<class Patient>;
using ReferringProviderId = Id<class ReferringProvider>;
using UserId = Id<class User>;
using EpisodeId = Id<class Episode>;
using EvaluationId = Id<class Evaluation>;
using ScoreId = Id<class OutcomeScore>;
using PlanId = Id<class PlanOfCare>;
using GoalId = Id<struct Goal>;
using VisitId = Id<class Visit>;
using InterventionId = Id<class Intervention>;
using AppointmentId = Id<class Appointment>;
using SeriesId = Id<class AppointmentSeries>;
using ResourceId = Id<class Resource>;
using AuthorizationId = Id<class Authorization>;
using DocumentId = Id<class Document>;
using DeferralId = Id<struct Deferral>;

} // namespace plumbline

template <class Entity>
struct std::hash<plumbline::Id<Entity>> {
    std::size_t operator()(plumbline::Id<Entity> id) const noexcept { return std::hash<std::int64_t>{}(id.value()); }
};
