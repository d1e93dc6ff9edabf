// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/AuthorizationsPresenter.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace plumbline::app {

namespace {

using Tone = AuthorizationLine::Tone;

std::string used_of(int used, std::optional<int> allowed)
{
    return allowed ? fill(tr_noop("{0} of {1}"), {std::to_string(used), std::to_string(*allowed)})
                   : std::to_string(used);
}

std::string counted(int count, std::string_view one, std::string_view many)
{
    return fill(count == 1 ? one : many, {std::to_string(count)});
}

bool not_begun(AuthorizationRow const& row, Date today)
{
    auto const& from = row.authorization.details().from;
    return from && today < *from;
}

/// What is over, before what runs short, before what is left.
std::string standing_words(AuthorizationStanding const& now)
{
    auto const over = [](std::optional<int> left, int at) { return left && *left <= at; };
    if (over(now.days_left, -1))
        return std::string{tr_noop("over")};
    if (over(now.visits_left, -1))
        return counted(-*now.visits_left, tr_noop("{0} visit too many"), tr_noop("{0} visits too many"));
    if (over(now.units_left, -1))
        return counted(-*now.units_left, tr_noop("{0} unit too many"), tr_noop("{0} units too many"));
    if (over(now.visits_left, 0) || over(now.units_left, 0))
        return std::string{tr_noop("used up")};
    std::string words;
    auto const say = [&](std::string part) { words += (words.empty() ? "" : ", ") + std::move(part); };
    if (now.visits_left)
        say(counted(*now.visits_left, tr_noop("{0} visit left"), tr_noop("{0} visits left")));
    if (now.units_left)
        say(counted(*now.units_left, tr_noop("{0} unit left"), tr_noop("{0} units left")));
    if (now.days_left && now.warns)
        say(*now.days_left == 0 ? std::string{tr_noop("ends today")}
                                : counted(*now.days_left, tr_noop("{0} day left"), tr_noop("{0} days left")));
    return words.empty() ? std::string{tr_noop("in force")} : words;
}

enum class Rank { InForce, Coming, Over, Ended };

Rank rank(AuthorizationRow const& row, Date today)
{
    if (row.authorization.details().ended)
        return Rank::Ended;
    if (not_begun(row, today))
        return Rank::Coming;
    return row.standing.exhausted ? Rank::Over : Rank::InForce;
}

} // namespace

AuthorizationLine line_of(AuthorizationRow const& row, std::string about, Date today)
{
    auto const& details = row.authorization.details();
    AuthorizationLine line{.what = std::string{label(details.kind)},
        .about = std::move(about),
        .visits = used_of(row.standing.used.visits, details.visits),
        .units = details.units ? used_of(row.standing.used.units, details.units) : std::string{},
        .ends = details.until ? to_words(*details.until) : std::string{},
        .standing = standing_words(row.standing)};
    for (std::string const* part : {&details.payer, &details.number})
        if (!part->empty())
            line.what += " · " + *part;
    switch (rank(row, today)) {
    case Rank::Ended:
        line.standing = std::string{tr_noop("withdrawn or replaced")};
        line.tone = Tone::Muted;
        break;
    case Rank::Coming:
        line.standing = fill(tr_noop("begins {0}"), {to_words(*details.from)});
        line.tone = Tone::Muted;
        break;
    case Rank::Over:
        line.tone = Tone::Stop;
        break;
    case Rank::InForce:
        line.tone = row.standing.warns ? Tone::Due : Tone::Plain;
        break;
    }
    return line;
}

AuthorizationsPresenter::AuthorizationsPresenter(Desk& desk, PatientId patient)
    : desk_{desk}
    , patient_{patient}
{
    state_.may_change = permitted(desk.actor().role, Action::EditPatients);
}

AuthorizationRow const* AuthorizationsPresenter::row(std::size_t index) const noexcept
{
    return index < rows_.size() ? &rows_[index] : nullptr;
}

void AuthorizationsPresenter::refresh()
{
    desk_.read(
        alive_,
        [patient = patient_](Records const& records, Context const& context) -> Result<Found> {
            auto rows = authorizations(records, context, patient);
            if (!rows)
                return refuse(rows.error());
            return Found{*std::move(rows), records.episodes().of_patient(patient)};
        },
        [this](Result<Found> found) {
            if (found)
                return show(*std::move(found));
            state_.complaint = found.error();
            changed();
        });
}

void AuthorizationsPresenter::show(Found found)
{
    Date const today = desk_.context().today();
    rows_ = std::move(found.rows);
    std::ranges::stable_sort(rows_, {}, [&](AuthorizationRow const& row) {
        return std::tuple{rank(row, today), row.authorization.details().kind};
    });
    AuthorizationsState fresh{
        .loaded = true, .lines = {}, .count = {}, .may_change = state_.may_change, .complaint = {}};
    int in_force = 0;
    for (AuthorizationRow const& row : rows_) {
        auto const episode = row.authorization.details().episode;
        auto const one = std::ranges::find_if(found.episodes, [&](Episode const& e) { return e.id() == episode; });
        fresh.lines.push_back(line_of(row, one == found.episodes.end() ? std::string{} : one->details().title, today));
        in_force += rank(row, today) == Rank::InForce ? 1 : 0;
    }
    if (!rows_.empty())
        fresh.count = fill(tr_noop("{0} in force"), {std::to_string(in_force)});
    state_ = std::move(fresh);
    changed();
}

} // namespace plumbline::app
