// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/TodayPresenter.hpp"

#include "app/services/Decisions.hpp"
#include "app/services/Schedule.hpp"

#include <algorithm>
#include <array>

namespace plumbline::app {

namespace {

constexpr std::chrono::minutes refresh_every{1};

std::string long_day(Date day)
{
    static constexpr std::array months{"January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December"};
    return fill("{0} {1} {2}",
        {weekday_name(day), std::to_string(static_cast<unsigned>(day.day())),
            months[static_cast<unsigned>(day.month()) - 1]});
}

std::string subtitle(TodayBoard const& board, std::optional<DayRow> const& next)
{
    auto const done = std::ranges::count(board.rows, AppointmentStatus::Done, &DayRow::status);
    std::string text = fill("{0} {1} · {2} done",
        {std::to_string(board.rows.size()), board.rows.size() == 1 ? "visit" : "visits", std::to_string(done)});
    if (!next)
        return text;
    text += " · next: " + next->name.listed();
    if (next->status == AppointmentStatus::Arrived && next->waiting_minutes > 0)
        return text + fill(", arrived {0} min ago", {std::to_string(next->waiting_minutes)});
    return text + " at " + to_clock(next->start);
}

} // namespace

TodayPresenter::TodayPresenter(Desk& desk)
    : desk_{desk}
{
    refresh();
}

void TodayPresenter::refresh()
{
    read_board(std::nullopt);
}

void TodayPresenter::read_board(std::optional<Refusal> complaint)
{
    refreshed_ = desk_.context().clock->now();
    desk_.read(
        alive_,
        [scope = state_.scope](Records const& records, Context const& context) {
            return today_board(records, context, context.today(), scope);
        },
        [this, complaint = std::move(complaint)](Result<TodayBoard> board) { receive(std::move(board), complaint); });
}

void TodayPresenter::receive(Result<TodayBoard> board, std::optional<Refusal> complaint)
{
    if (!board) {
        state_.complaint = board.error();
        changed();
        return;
    }
    TodayState fresh;
    fresh.loaded = true;
    fresh.scope = state_.scope;
    fresh.title = long_day(board->day);
    fresh.next = next_note(*board);
    fresh.subtitle = subtitle(*board, fresh.next);
    fresh.board = std::move(*board);
    fresh.complaint = std::move(complaint);
    if (fresh == state_)
        return;
    state_ = std::move(fresh);
    changed();
}

void TodayPresenter::tick()
{
    if (desk_.context().clock->now() - refreshed_ >= refresh_every)
        refresh();
}

void TodayPresenter::choose_scope(Scope scope)
{
    state_.scope = scope;
    refresh();
}

void TodayPresenter::take_up(PatientId patient, EpisodeId episode)
{
    desk_.write(
        alive_,
        [=, id = desk_.make<DeferralId>()](Records& records, Context const& context) {
            return take_up_decision(records, context, id, patient, episode);
        },
        [this](Result<void> done) { read_board(done ? std::nullopt : std::optional{done.error()}); });
}

void TodayPresenter::set_status(AppointmentId appointment, AppointmentStatus status)
{
    desk_.write(
        alive_,
        [=](Records& records, Context const& context) {
            return app::set_status(records, context, appointment, status);
        },
        [this](Result<ScheduleEdit> done) { read_board(done ? std::nullopt : std::optional{done.error()}); });
}

} // namespace plumbline::app
