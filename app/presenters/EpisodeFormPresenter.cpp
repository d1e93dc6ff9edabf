// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/EpisodeFormPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/services/Common.hpp"
#include "app/services/PatientRecord.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace plumbline::app {

namespace {

constexpr std::size_t diagnoses_shown = 12;
constexpr int providers_shown = 8;

constexpr std::string_view kind = "episode";

EpisodeFields as_fields(Episode const& episode, std::string referrer)
{
    auto const& d = episode.details();
    return {d.title, d.complaint, d.onset ? to_iso(*d.onset) : "", to_iso(d.started), d.onset_approximate, d.region,
        d.side, d.mechanism, d.diagnoses, d.referred_by, std::move(referrer)};
}

EpisodeFields new_episode(Date today)
{
    EpisodeFields fields;
    fields.started = to_iso(today);
    return fields;
}

template <class Enum>
void put(Enum& value, Result<Enum> const& known)
{
    if (known)
        value = *known;
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t from = 0; from < text.size();) {
        auto const to = std::min(text.find(' ', from), text.size());
        if (to > from)
            words.emplace_back(text.substr(from, to - from));
        from = to + 1;
    }
    return words;
}

Result<ReferredEpisode> stored_episode(Records const& records, EpisodeId id)
{
    auto episode = records.episodes().find(id);
    if (!episode)
        return refuse_missing_episode();
    std::string referrer;
    if (auto const by = episode->details().referred_by)
        if (auto const provider = records.referring_providers().find(*by))
            referrer = provider->details().name;
    return ReferredEpisode{*std::move(episode), std::move(referrer)};
}

} // namespace

TypedTexts texts_of(EpisodeFields const& fields)
{
    std::string diagnoses;
    for (std::string const& code : fields.diagnoses)
        diagnoses.append(diagnoses.empty() ? "" : " ").append(code);
    return {{"title", fields.title}, {"complaint", fields.complaint}, {"onset", fields.onset},
        {"started", fields.started}, {"onset_approximate", fields.onset_approximate ? "1" : ""},
        {"region", std::string{code(fields.region)}}, {"side", std::string{code(fields.side)}},
        {"mechanism", std::string{code(fields.mechanism)}}, {"diagnoses", std::move(diagnoses)},
        {"referred_by", fields.referred_by ? std::to_string(fields.referred_by->value()) : std::string{}},
        {"referrer", fields.referrer}};
}

EpisodeFields with_texts(EpisodeFields base, TypedTexts const& texts)
{
    base.title = typed(texts, "title");
    base.complaint = typed(texts, "complaint");
    base.onset = typed(texts, "onset");
    base.started = typed(texts, "started");
    base.onset_approximate = !typed(texts, "onset_approximate").empty();
    put(base.region, region_from_code(typed(texts, "region")));
    put(base.side, side_from_code(typed(texts, "side")));
    put(base.mechanism, mechanism_from_code(typed(texts, "mechanism")));
    base.diagnoses = words_of(typed(texts, "diagnoses"));
    base.referrer = typed(texts, "referrer");
    base.referred_by.reset();
    std::string const provider = typed(texts, "referred_by");
    std::int64_t id = 0;
    if (std::from_chars(provider.data(), provider.data() + provider.size(), id).ec == std::errc{})
        base.referred_by = ReferringProviderId{id};
    return base;
}

EpisodeFormPresenter::EpisodeFormPresenter(Desk& desk, Patient const& patient)
    : RecordForm{desk, kind, patient.id().value()}
    , patient_{patient.id()}
    , birth_{patient.birth_date()}
    , id_{desk.make<EpisodeId>()}
{
    begin(new_episode(desk.context().today()), Begun::New);
}

EpisodeFormPresenter::EpisodeFormPresenter(
    Desk& desk, Patient const& patient, Episode const& episode, std::string referrer)
    : RecordForm{desk, kind, episode.id().value()}
    , patient_{patient.id()}
    , birth_{patient.birth_date()}
    , episode_{episode}
    , id_{episode.id()}
{
    begin(as_fields(episode, std::move(referrer)), Begun::Stored);
}

EpisodeFields EpisodeFormPresenter::fields_of(ReferredEpisode const& stored) const
{
    return as_fields(stored.episode, stored.referrer);
}

void EpisodeFormPresenter::adopt(ReferredEpisode const& stored)
{
    episode_ = stored.episode;
    id_ = stored.episode.id();
}

EpisodeFormPresenter::Reading EpisodeFormPresenter::reading() const
{
    return [id = id_](Records const& records) { return stored_episode(records, id); };
}

void EpisodeFormPresenter::derive()
{
    Date const today = desk_.context().today();
    state_.stage.clear();
    if (auto const onset = read_day(state_.fields.onset, today, DateLeaning::Past); onset && *onset <= today) {
        Stage const found = stage(*onset, today);
        state_.stage = fill("{0} · {1} by weeks", {std::string{found.duration}, std::string{found.clinical}});
    }
    state_.titles.clear();
    for (std::string const& code : state_.fields.diagnoses) {
        auto const known = std::ranges::find(diagnosis_codes(), std::string_view{code}, &DiagnosisCode::code);
        state_.titles.push_back(
            known == diagnosis_codes().end() ? code : fill("{0} {1}", {code, std::string{known->title}}));
    }
    state_.warnings.clear();
    for (Message const& pair : excluded_pairs(state_.fields.diagnoses))
        state_.warnings.push_back(pair.english());
}

void EpisodeFormPresenter::search_diagnosis(std::string const& text)
{
    state_.found =
        text.empty() ? std::vector<DiagnosisCode>{} : find_diagnoses(text, desk_.context().today(), diagnoses_shown);
    changed();
}

void EpisodeFormPresenter::add_diagnosis(std::string const& code)
{
    state_.found.clear();
    EpisodeFields fields = state_.fields;
    if (std::ranges::find(fields.diagnoses, code) == fields.diagnoses.end())
        fields.diagnoses.push_back(code);
    step(std::move(fields));
}

void EpisodeFormPresenter::remove_diagnosis(std::size_t index)
{
    EpisodeFields fields = state_.fields;
    if (index >= fields.diagnoses.size())
        return;
    fields.diagnoses.erase(fields.diagnoses.begin() + static_cast<std::ptrdiff_t>(index));
    step(std::move(fields));
}

void EpisodeFormPresenter::search_referrer(std::string text)
{
    desk_.read(
        alive_,
        [text = std::move(text)](Records const& records, Context const&) -> Result<std::vector<ReferringProvider>> {
            return records.referring_providers().search(text, providers_shown);
        },
        [this](Result<std::vector<ReferringProvider>> found) {
            if (found)
                state_.providers = std::move(*found);
            changed();
        });
}

void EpisodeFormPresenter::choose_referrer(ReferringProvider const& provider)
{
    state_.providers.clear();
    EpisodeFields fields = state_.fields;
    fields.referred_by = provider.id();
    fields.referrer = provider.details().name;
    step(std::move(fields));
}

void EpisodeFormPresenter::add_referrer(ReferringProviderDetails details)
{
    auto const provider = ReferringProvider::create(desk_.make<ReferringProviderId>(), std::move(details));
    if (!provider)
        return complain(provider.error());
    desk_.write(
        alive_,
        [provider = *provider](
            Records& records, Context const& context) { return keep_referring_provider(records, context, provider); },
        [this, provider = *provider](Result<ReferringProviderId> done) {
            if (done)
                return choose_referrer(provider);
            complain(done.error());
        });
}

Result<Episode::Details> EpisodeFormPresenter::details() const
{
    Date const today = desk_.context().today();
    Faults faults;
    auto const onset = parse_typed_date(state_.fields.onset, today, DateLeaning::Past, "onset");
    auto const started = parse_typed_date(state_.fields.started, today, DateLeaning::Past, "started");
    if (!onset)
        faults.add(onset.error());
    if (!started)
        faults.add(started.error());
    else if (!*started)
        faults.add("started", tr_noop("An episode starts on a day."));
    Episode::Details result = episode_ ? episode_->details() : Episode::Details{};
    auto const& f = state_.fields;
    result.title = f.title;
    result.complaint = f.complaint;
    result.region = f.region;
    result.side = f.side;
    result.onset = onset ? *onset : std::nullopt;
    result.onset_approximate = f.onset_approximate;
    result.mechanism = f.mechanism;
    result.diagnoses = f.diagnoses;
    result.referred_by = f.referred_by;
    result.started = started && *started ? **started : today;
    if (auto const episode = Episode::create(id_, patient_, result, birth_, today); !episode)
        for (Refusal const& fault : each(episode.error()))
            faults.add(fault);
    if (!faults.none())
        return refuse(faults.refusal());
    return result;
}

void EpisodeFormPresenter::keep()
{
    if (idle())
        return;
    auto wanted = details();
    if (!wanted)
        return complain(wanted.error());
    submit([id = id_, patient = patient_, version = episode_ ? std::optional{episode_->version()} : std::nullopt,
               details = std::move(*wanted)](Records& records, Context const& context) -> Result<ReferredEpisode> {
        if (version) {
            if (auto const done = change_episode(records, context, id, *version, details); !done)
                return refuse(done.error());
        } else if (auto const done = start_episode(records, context, id, patient, details); !done) {
            return refuse(done.error());
        }
        return stored_episode(records, id);
    });
}

} // namespace plumbline::app
