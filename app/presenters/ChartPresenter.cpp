// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ChartPresenter.hpp"

#include "app/services/VisitNotes.hpp"

namespace plumbline::app {

namespace {

std::string end_of(Episode const& episode)
{
    auto const& details = episode.details();
    return details.ended ? fill("Discharged on {0}: {1}.", {to_words(*details.ended), details.end_reason})
                         : std::string{};
}

} // namespace

ChartPresenter::ChartPresenter(Desk& desk, PatientId patient)
    : desk_{desk}
    , patient_{patient}
{
    refresh();
}

void ChartPresenter::refresh()
{
    desk_.read(
        alive_,
        [patient = patient_, episode = wanted_](Records const& records, Context const& context) -> Result<Read> {
            auto chart = open_chart(records, context, patient, episode);
            if (!chart)
                return refuse(chart.error());
            auto decision = decision_of(records, *chart, context.today());
            return Read{*std::move(chart), std::move(decision), alerts_of(records)};
        },
        [this](Result<Read> read) { receive(std::move(read)); });
}

void ChartPresenter::choose_episode(EpisodeId episode)
{
    wanted_ = episode;
    refresh();
}

void ChartPresenter::reopen_episode(std::function<void()> done)
{
    if (!chart_ || !chart_->episode)
        return;
    desk_.write(
        alive_,
        [episode = chart_->episode->id(), version = chart_->episode->version()](Records& records,
            Context const& context) { return app::reopen_episode(records, context, episode, version); },
        [this, done = std::move(done)](Result<void> kept) {
            if (kept) {
                refresh();
                return done();
            }
            state_.complaint = kept.error();
            changed();
        });
}

void ChartPresenter::bring_back(Visit const& visit, std::string draft, std::function<void()> back)
{
    desk_.write(
        alive_,
        [visit, draft = std::move(draft)](
            Records& records, Context const& context) { return bring_back_note(records, context, visit, draft); },
        [this, back = std::move(back)](Result<void> done) {
            if (done)
                return back();
            state_.complaint = done.error();
            changed();
        });
}

void ChartPresenter::receive(Result<Read> read)
{
    if (!read) {
        state_.complaint = read.error();
        changed();
        return;
    }
    Chart* const chart = &read->chart;
    if (!noted_) {
        noted_ = true;
        desk_.write(
            alive_,
            [patient = patient_](
                Records& records, Context const& context) { return note_chart_read(records, context, patient); },
            [](Result<void> const&) {});
    }
    ChartState fresh;
    fresh.loaded = true;
    fresh.header = header_line(chart->header, read->alerts);
    fresh.overview = overview(*chart, desk_.context().today());
    fresh.decision = std::move(read->decision);
    for (Episode const& episode : chart->episodes)
        fresh.episodes.push_back(
            {episode.id(), episode.details().title, episode.details().status == EpisodeStatus::Open});
    if (chart->episode) {
        fresh.episode = chart->episode->id();
        fresh.discharged = end_of(*chart->episode);
    }
    for (Visit const& visit : chart->visits)
        if (!visit.seal() && visit.details().provider == desk_.context().actor.user)
            fresh.draft = visit.id();
    fresh.next_visit_number = static_cast<int>(chart->visits.size()) + (fresh.draft ? 0 : 1);
    chart_ = std::make_shared<Chart const>(std::move(*chart));
    fresh.broken_seals = std::move(state_.broken_seals);
    state_ = std::move(fresh);
    changed();
    look_at_seals();
}

void ChartPresenter::look_at_seals()
{
    desk_.read(
        alive_,
        [chart = chart_](
            Records const& records, Context const& context) { return broken_seals(records, context, chart->visits); },
        [this](Result<std::vector<VisitId>> broken) {
            if (!broken || *broken == state_.broken_seals)
                return;
            state_.broken_seals = *std::move(broken);
            changed();
        });
}

} // namespace plumbline::app
