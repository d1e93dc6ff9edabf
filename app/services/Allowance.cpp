// SPDX-License-Identifier: Apache-2.0
#include "app/services/Allowance.hpp"

#include "app/services/Standing.hpp"

#include <algorithm>
#include <set>

namespace plumbline::app {

namespace {

constexpr int most_appointments = 500;
constexpr int minutes_a_unit = 15; // A timed unit; CMS Claims Processing Manual ch. 5 section 20.2.
constexpr int minutes_rounded = 7;

std::optional<Date> certified_until(Records const& records, EpisodeId episode, Date today)
{
    auto const plans = records.plans().of_episode(episode);
    if (plans.empty())
        return std::nullopt;
    auto const& certification = plans.back().details().certification;
    if (!certification.sent && !certification.signed_on)
        return std::nullopt;
    auto const now = standing(
        records.visits().rows_of_episode(episode), records.evaluations().of_episode(episode), plans, {}, today);
    return now.certification ? std::optional{now.certification->interval_ends} : std::nullopt;
}

bool was_treated(Records const& records, EpisodeId episode, Date day)
{
    auto const visits = records.visits().rows_of_episode(episode);
    auto const evaluations = records.evaluations().of_episode(episode);
    return std::ranges::any_of(visits, [&](VisitRow const& visit) {
        return day_of(visit.start) == day && (visit.sealed || visit.minutes > 0);
    }) || std::ranges::any_of(evaluations, [&](Evaluation const& one) { return one.details().on == day; });
}

Refusal limit(std::string_view words, std::vector<std::string> arguments)
{
    return {Refusal::Reason::Invalid, "limits", {words, std::move(arguments)}, {}};
}

} // namespace

Allowance::Allowance(Records const& records, Date today, PatientId patient, std::optional<EpisodeId> episode,
    std::span<AppointmentId const> apart)
    : records_{records}
    , today_{today}
    , episode_{episode}
    , authorizations_{records.authorizations().of_patient(patient)}
{
    std::erase_if(authorizations_, [](Authorization const& one) { return one.details().ended; });
    if (episode)
        certified_until_ = certified_until(records, *episode, today);
    if (authorizations_.empty())
        return;
    for (Appointment const& one : records.appointments().of_patient(patient, today, most_appointments))
        if (takes_time(one) && std::ranges::find(apart, one.id()) == apart.end())
            coming_.push_back({one.details().episode, day_of(one.details().start)});
    for (Episode const& one : records.episodes().of_patient(patient))
        if (was_treated(records, one.id(), today))
            treated_today_.push_back(one.id());
}

std::optional<Refusal> Allowance::against(Date day, AppointmentType type) const
{
    for (auto const kind : {AuthorizationKind::Payer, AuthorizationKind::Referral})
        if (auto refusal = beyond(kind, day))
            return refusal;
    // An evaluation is what a new certification rests on.
    bool const certified = type == AppointmentType::Evaluation || type == AppointmentType::ReEvaluation
        || !certified_until_ || day <= *certified_until_;
    if (certified)
        return std::nullopt;
    return limit(tr_noop("The certification ends on {0}."), {to_words(*certified_until_)});
}

std::optional<Refusal> Allowance::beyond(AuthorizationKind kind, Date day) const
{
    auto const now = in_force(
        authorizations_, kind, episode_, day, [&](AuthorizationId id) { return use_with_coming(id, day); }, {});
    if (!now || !now->exhausted)
        return std::nullopt;
    bool const payer = kind == AuthorizationKind::Payer;
    if (now->days_left && *now->days_left < 0)
        return limit(payer ? tr_noop("The authorization ends on {0}.") : tr_noop("The referral ends on {0}."),
            {to_words(*now->until)});
    if (now->visits_left && *now->visits_left <= 0)
        return limit(payer ? tr_noop("All {0} authorized visits are used or booked.")
                           : tr_noop("All {0} visits of the referral are used or booked."),
            {std::to_string(*now->visits_allowed)});
    return limit(payer ? tr_noop("The {0} authorized units allow no other visit.")
                       : tr_noop("The {0} units of the referral allow no other visit."),
        {std::to_string(*now->units_allowed)});
}

AuthorizationUse Allowance::use_with_coming(AuthorizationId id, Date day) const
{
    auto known = used_.find(id);
    if (known == used_.end())
        known = used_.emplace(id, records_.agendas().use_of(id)).first;
    AuthorizationUse use = known->second;
    Authorization const& authorization = *std::ranges::find(authorizations_, id, &Authorization::id);
    bool const today_counts = treated_today(authorization);
    std::set<Date> days;
    for (Coming const& one : coming_)
        if (one.day != day && !(one.day == today_ && today_counts) && covers(authorization, one.episode, one.day))
            days.insert(one.day);
    auto const coming = static_cast<int>(days.size());
    if (expected_ && authorization.details().units) {
        int const a_visit = use.visits > 0 && use.units > 0
            ? (use.units + use.visits - 1) / use.visits
            : static_cast<int>(expected_->count() + minutes_rounded) / minutes_a_unit;
        use.units += coming * a_visit + std::max(a_visit - 1, 0); // All of the visit's own have to fit.
    }
    use.visits += coming - (day == today_ && today_counts);
    return use;
}

bool Allowance::treated_today(Authorization const& authorization) const
{
    return std::ranges::any_of(
        treated_today_, [&](EpisodeId episode) { return covers(authorization, episode, today_); });
}

} // namespace plumbline::app
