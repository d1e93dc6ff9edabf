// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/EpisodeFormPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"
#include "app/services/PatientRecord.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::app {

namespace {

constexpr std::size_t diagnoses_shown = 12;
constexpr int providers_shown = 8;

} // namespace

EpisodeFormPresenter::EpisodeFormPresenter(Desk& desk, Patient const& patient)
    : desk_{desk}
    , patient_{patient.id()}
    , birth_{patient.birth_date()}
    , id_{desk.make<EpisodeId>()}
{
    state_.fields.started = to_iso(desk.context().today());
    derive();
}

EpisodeFormPresenter::EpisodeFormPresenter(Desk& desk, Patient const& patient, Episode const& episode)
    : desk_{desk}
    , patient_{patient.id()}
    , birth_{patient.birth_date()}
    , episode_{episode}
    , id_{episode.id()}
{
    auto const& d = episode.details();
    state_.fresh = false;
    state_.fields = {d.title, d.complaint, d.onset ? to_iso(*d.onset) : "", to_iso(d.started), d.onset_approximate,
        d.region, d.side, d.mechanism, d.diagnoses, d.referred_by};
    derive();
}

void EpisodeFormPresenter::derive()
{
    Date const today = desk_.context().today();
    state_.stage.clear();
    if (auto const onset = parse_typed_date(state_.fields.onset, today, DateLeaning::Past, "onset"); onset && *onset) {
        Stage const found = stage(**onset, today);
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

void EpisodeFormPresenter::edit(EpisodeFields fields)
{
    if (fields == state_.fields)
        return;
    state_.fields = std::move(fields);
    derive();
    changed();
}

void EpisodeFormPresenter::search_diagnosis(std::string const& text)
{
    state_.found =
        text.empty() ? std::vector<DiagnosisCode>{} : find_diagnoses(text, desk_.context().today(), diagnoses_shown);
    changed();
}

void EpisodeFormPresenter::add_diagnosis(std::string const& code)
{
    if (std::ranges::find(state_.fields.diagnoses, code) == state_.fields.diagnoses.end())
        state_.fields.diagnoses.push_back(code);
    state_.found.clear();
    derive();
    changed();
}

void EpisodeFormPresenter::remove_diagnosis(std::size_t index)
{
    if (index < state_.fields.diagnoses.size())
        state_.fields.diagnoses.erase(state_.fields.diagnoses.begin() + static_cast<std::ptrdiff_t>(index));
    derive();
    changed();
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
    state_.fields.referred_by = provider.id();
    state_.referrer = provider.details().name;
    state_.providers.clear();
    changed();
}

void EpisodeFormPresenter::add_referrer(ReferringProviderDetails details)
{
    auto const provider = ReferringProvider::create(desk_.make<ReferringProviderId>(), std::move(details));
    if (!provider) {
        state_.complaints = each(provider.error());
        changed();
        return;
    }
    desk_.write(
        alive_,
        [provider = *provider](
            Records& records, Context const& context) { return keep_referring_provider(records, context, provider); },
        [this, provider = *provider](Result<ReferringProviderId> done) {
            if (done)
                return choose_referrer(provider);
            state_.complaints = each(done.error());
            changed();
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
    if (state_.busy)
        return;
    auto wanted = details();
    if (!wanted) {
        state_.complaints = each(wanted.error());
        changed();
        return;
    }
    state_.busy = true;
    state_.complaints.clear();
    changed();
    desk_.write(
        alive_,
        [id = id_, patient = patient_, version = episode_ ? std::optional{episode_->version()} : std::nullopt,
            details = std::move(*wanted)](Records& records, Context const& context) -> Result<EpisodeId> {
            if (!version)
                return start_episode(records, context, id, patient, details);
            if (auto const done = change_episode(records, context, id, *version, details); !done)
                return refuse(done.error());
            return id;
        },
        [this](Result<EpisodeId> id) {
            state_.busy = false;
            if (!id)
                state_.complaints = each(id.error());
            changed();
            if (id)
                kept(*id);
        });
}

} // namespace plumbline::app
