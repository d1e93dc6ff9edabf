// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/AuthorizationFormPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/services/Common.hpp"
#include "app/services/ScheduleSetup.hpp"

#include <charconv>
#include <utility>

namespace plumbline::app {

namespace {

// The patient's own authorization has the patient's id, so that a new one's draft needs a name of its own.
constexpr std::string_view kind_of_new = "new-authorization";
constexpr std::string_view kind_of_known = "authorization";

/// Every text of the form by its lasting name.
template <class Fields, class Visit>
void each_text(Fields& fields, Visit visit)
{
    visit("payer", fields.payer);
    visit("number", fields.number);
    visit("visits", fields.visits);
    visit("units", fields.units);
    visit("visits_before", fields.visits_before);
    visit("units_before", fields.units_before);
    visit("from", fields.from);
    visit("until", fields.until);
    visit("note", fields.note);
}

std::string text_of(std::optional<int> count)
{
    return count ? std::to_string(*count) : std::string{};
}

std::string text_of(std::optional<Date> day)
{
    return day ? to_iso(*day) : std::string{};
}

AuthorizationFields as_fields(Authorization::Details const& d)
{
    auto const before = [](int count) { return count == 0 ? std::string{} : std::to_string(count); };
    return {d.kind, d.episode, d.payer, d.number, text_of(d.visits), text_of(d.units), before(d.visits_before),
        before(d.units_before), text_of(d.from), text_of(d.until), d.note, d.ended};
}

Result<AuthorizationInUse> stored_one(Records const& records, AuthorizationId id)
{
    if (auto found = records.authorizations().find(id))
        return AuthorizationInUse{*std::move(found), records.agendas().use_of(id)};
    return refuse_missing("authorization", tr_noop("There is no such authorization."));
}

/// `7 of 12 visits`
std::string counted(int used, std::optional<int> allowed, std::string_view one, std::string_view many)
{
    std::string const what{allowed.value_or(used) == 1 ? one : many};
    return allowed ? fill(tr_noop("{0} of {1} {2}"), {std::to_string(used), std::to_string(*allowed), what})
                   : fill(tr_noop("{0} {1}"), {std::to_string(used), what});
}

std::string used_words(AuthorizationInUse const& stored)
{
    auto const& details = stored.authorization.details();
    std::string words = fill(tr_noop("Used so far: {0}"),
        {counted(stored.used.visits, details.visits, tr_noop("visit"), tr_noop("visits"))});
    if (details.units)
        words += ", " + counted(stored.used.units, details.units, tr_noop("timed unit"), tr_noop("timed units"));
    if (details.visits_before > 0 || details.units_before > 0)
        words += tr_noop(", those from before included");
    return words + '.';
}

} // namespace

TypedTexts texts_of(AuthorizationFields const& fields)
{
    TypedTexts texts{{"kind", std::string{code(fields.kind)}},
        {"episode", fields.episode ? std::to_string(fields.episode->value()) : std::string{}},
        {"ended", fields.ended ? "1" : ""}};
    each_text(fields, [&](char const* name, std::string const& text) { texts[name] = text; });
    return texts;
}

AuthorizationFields with_texts(AuthorizationFields base, TypedTexts const& texts)
{
    each_text(base, [&](char const* name, std::string& text) { text = typed(texts, name); });
    if (auto const kind = authorization_kind_from_code(typed(texts, "kind")))
        base.kind = *kind;
    base.ended = !typed(texts, "ended").empty();
    base.episode.reset();
    std::string const episode = typed(texts, "episode");
    std::int64_t id = 0;
    if (std::from_chars(episode.data(), episode.data() + episode.size(), id).ec == std::errc{})
        base.episode = EpisodeId{id};
    return base;
}

AuthorizationFormPresenter::AuthorizationFormPresenter(
    Desk& desk, Patient const& patient, std::vector<Episode> const& episodes)
    : RecordForm{desk, kind_of_new, patient.id().value()}
    , patient_{patient.id()}
    , id_{desk.make<AuthorizationId>()}
{
    begin_with(episodes);
    AuthorizationFields fields;
    fields.payer = patient.details().coverage.payer;
    fields.from = to_iso(desk.context().today());
    begin(std::move(fields), Begun::New);
}

AuthorizationFormPresenter::AuthorizationFormPresenter(
    Desk& desk, std::vector<Episode> const& episodes, AuthorizationInUse const& stored)
    : RecordForm{desk, kind_of_known, stored.authorization.id().value()}
    , patient_{stored.authorization.details().patient}
    , id_{stored.authorization.id()}
    , stored_{stored}
{
    begin_with(episodes);
    begin(as_fields(stored.authorization.details()), Begun::Stored);
}

void AuthorizationFormPresenter::begin_with(std::vector<Episode> const& episodes)
{
    state_.may_change = permitted(desk_.actor().role, Action::EditPatients);
    for (Episode const& one : episodes)
        state_.episodes.push_back({one.id(), one.details().title});
}

AuthorizationFields AuthorizationFormPresenter::fields_of(AuthorizationInUse const& stored) const
{
    return as_fields(stored.authorization.details());
}

AuthorizationFormPresenter::Reading AuthorizationFormPresenter::reading() const
{
    return [id = id_](Records const& records) { return stored_one(records, id); };
}

void AuthorizationFormPresenter::derive()
{
    state_.used = stored_ ? used_words(*stored_) : std::string{};
}

Result<Authorization> AuthorizationFormPresenter::typed_one() const
{
    AuthorizationFields const& f = state_.fields;
    Date const today = desk_.context().today();
    Faults faults;
    auto const count = [&](std::string const& text, std::string_view field) {
        return whole_number(text, field, tr_noop("Type a number from 0 to 9999."), faults);
    };
    auto const day = [&](std::string const& text, DateLeaning leaning, std::string_view field) {
        auto const found = parse_typed_date(text, today, leaning, field);
        if (!found)
            faults.add(found.error());
        return found ? *found : std::nullopt;
    };
    Authorization::Details wanted{.patient = patient_,
        .episode = f.episode,
        .kind = f.kind,
        .payer = f.payer,
        .number = f.number,
        .visits = count(f.visits, "visits"),
        .units = count(f.units, "units"),
        .visits_before = count(f.visits_before, "visits_before").value_or(0),
        .units_before = count(f.units_before, "units_before").value_or(0),
        .from = day(f.from, DateLeaning::Nearest, "from"),
        .until = day(f.until, DateLeaning::Future, "until"),
        .note = f.note,
        .ended = f.ended};
    auto checked = Authorization::create(id_, std::move(wanted), stored_ ? stored_->authorization.version() : 0);
    if (!checked)
        for (Refusal const& fault : each(checked.error()))
            faults.add(fault);
    if (!faults.none())
        return refuse(faults.refusal());
    return checked;
}

void AuthorizationFormPresenter::keep()
{
    if (idle())
        return;
    auto const wanted = typed_one();
    if (!wanted)
        return complain(wanted.error());
    submit([wanted = *wanted](Records& records, Context const& context) -> Result<AuthorizationInUse> {
        if (auto const done = keep_authorization(records, context, wanted); !done)
            return refuse(done.error());
        return stored_one(records, wanted.id());
    });
}

} // namespace plumbline::app
