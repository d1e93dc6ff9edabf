// SPDX-License-Identifier: Apache-2.0
#include "domain/patients/Authorization.hpp"

#include "domain/core/Text.hpp"
#include "domain/core/Vocabulary.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace plumbline {

namespace {

constexpr Vocabulary kinds{std::to_array<Term<AuthorizationKind>>({
    {AuthorizationKind::Payer, "payer", "Authorization"},
    {AuthorizationKind::Referral, "referral", "Referral"},
})};

constexpr int most = 9999;

void check_count(Faults& faults, std::string_view field, std::optional<int> count)
{
    if (count && (*count < 0 || *count > most))
        faults.add(field, tr_noop("Type a number from 0 to {0}."), {std::to_string(most)});
}

std::optional<int> left(std::optional<int> allowed, int used)
{
    return allowed ? std::optional{*allowed - used} : std::nullopt;
}

bool few(std::optional<int> left, int alert) noexcept
{
    return left && *left <= alert;
}

} // namespace

std::string_view code(AuthorizationKind kind) noexcept
{
    return kinds.code(kind);
}
std::string_view label(AuthorizationKind kind) noexcept
{
    return kinds.label(kind);
}
Result<AuthorizationKind> authorization_kind_from_code(std::string_view code)
{
    if (auto const kind = kinds.from_code(code))
        return *kind;
    return refuse(Refusal::Reason::Invalid, "kind", tr_noop("There is no such kind of authorization."));
}

Result<Authorization> Authorization::create(AuthorizationId id, Details details, int version)
{
    Faults faults;
    if (details.patient.value() <= 0)
        faults.add("patient", tr_noop("Choose the patient."));
    check_count(faults, "visits", details.visits);
    check_count(faults, "units", details.units);
    check_count(faults, "visits_before", details.visits_before);
    check_count(faults, "units_before", details.units_before);
    if (details.from && !details.from->ok())
        faults.add("from", tr_noop("There is no such day."));
    if (details.until && !details.until->ok())
        faults.add("until", tr_noop("There is no such day."));
    else if (details.from && details.until && details.from->ok() && *details.until < *details.from)
        faults.add("until", tr_noop("It ends before it begins."));
    clean_text(faults, "payer", details.payer, name_rule);
    clean_text(faults, "number", details.number, name_rule);
    clean_text(faults, "note", details.note, line_rule);
    if (!faults.none())
        return refuse(faults.refusal());
    return Authorization{id, std::move(details), version};
}

Authorization Authorization::restore(AuthorizationId id, Details details, int version)
{
    return Authorization{id, std::move(details), version};
}

Authorization::Authorization(AuthorizationId id, Details details, int version)
    : id_{id}
    , details_{std::move(details)}
    , version_{version}
{
}

bool covers(Authorization const& authorization, std::optional<EpisodeId> episode, Date day) noexcept
{
    Authorization::Details const& details = authorization.details();
    return !details.ended && (!details.episode || details.episode == episode) && (!details.from || *details.from <= day)
        && (!details.until || day <= *details.until);
}

AuthorizationStanding standing_of(
    Authorization const& authorization, AuthorizationUse used, Date day, AuthorizationAlert const& alert)
{
    Authorization::Details const& details = authorization.details();
    AuthorizationStanding now{.id = authorization.id(),
        .kind = details.kind,
        .payer = details.payer,
        .number = details.number,
        .visits_allowed = details.visits,
        .units_allowed = details.units,
        .used = used,
        .until = details.until,
        .visits_left = left(details.visits, used.visits),
        .units_left = left(details.units, used.units),
        .days_left = details.until ? std::optional{days_between(day, *details.until)} : std::nullopt};
    now.warns =
        few(now.visits_left, alert.visits) || few(now.units_left, alert.units) || few(now.days_left, alert.days);
    now.exhausted = few(now.visits_left, 0) || few(now.units_left, 0) || few(now.days_left, -1);
    return now;
}

std::optional<AuthorizationStanding> in_force(std::span<Authorization const> authorizations, AuthorizationKind kind,
    std::optional<EpisodeId> episode, Date day, UseOfAuthorization const& use, AuthorizationAlert const& alert)
{
    constexpr Date never{std::chrono::year{9999}, std::chrono::month{12}, std::chrono::day{31}};
    std::vector<Authorization const*> begun;
    for (Authorization const& one : authorizations) {
        auto const& details = one.details();
        if (details.kind == kind && !details.ended && (!details.episode || details.episode == episode)
            && (!details.from || *details.from <= day))
            begun.push_back(&one);
    }
    std::ranges::sort(begun, {}, [&](Authorization const* one) {
        return std::tuple{!one->details().episode, one->details().until.value_or(never), one->id()};
    });
    std::optional<AuthorizationStanding> last;
    for (Authorization const* one : begun) {
        auto const now = standing_of(*one, use(one->id()), day, alert);
        if (!now.exhausted)
            return now;
        if (!last || last->until.value_or(never) <= now.until.value_or(never))
            last = now;
    }
    return last;
}

} // namespace plumbline
