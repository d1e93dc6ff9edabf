// SPDX-License-Identifier: Apache-2.0
// How what was done to the schedule is taken back, and done again.
#include "app/presenters/SchedulePresenter.hpp"

namespace plumbline::app {

void SchedulePresenter::when_settled(std::function<void()> deed)
{
    waiting_deeds_.push_back(std::move(deed));
    if (!settling_)
        settle();
}

void SchedulePresenter::settle()
{
    settling_ = true;
    // Work is done in the order in which it was handed in, so the answer to this comes after all the others.
    desk_.read(
        alive_, [](Records const&, Context const&) { return Result<void>{}; },
        [this](Result<void> const&) {
            settling_ = false;
            if (waiting_deeds_.empty())
                return;
            auto const next = std::move(waiting_deeds_.front());
            waiting_deeds_.pop_front();
            next();
            settle();
        });
}

void SchedulePresenter::take_back(ScheduleHistory::Way way)
{
    auto const* const step = history_.next(way);
    if (step == nullptr)
        return;
    desk_.write(
        alive_,
        [edit = step->edit](Records& records, Context const& context) { return app::undo(records, context, edit); },
        [this, way](Result<ScheduleEdit> answer) { took_back(way, std::move(answer)); });
}

void SchedulePresenter::took_back(ScheduleHistory::Way way, Result<ScheduleEdit> answer)
{
    if (!answer) {
        waiting_deeds_.clear();
        refused_.reset();
        return refused(answer.error());
    }
    std::string const who = history_.next(way)->who;
    auto const about = answer->appointment();
    follow(*answer);
    history_.took_back(way, std::move(*answer));
    say_done((way == ScheduleHistory::Way::Undo ? "Undone" : "Done again")
            + (who.empty() || state_.names == Names::Hidden ? "." : ": " + who),
        about);
}

void SchedulePresenter::undo()
{
    when_settled([this] { take_back(ScheduleHistory::Way::Undo); });
}

void SchedulePresenter::redo()
{
    when_settled([this] { take_back(ScheduleHistory::Way::Redo); });
}

void SchedulePresenter::move_following()
{
    if (following_)
        when_settled([this, as = *following_] { move_following(as); });
}

void SchedulePresenter::move_following(AppointmentChange const& as)
{
    auto const* const step = history_.next(ScheduleHistory::Way::Undo);
    if (!following_ || step == nullptr || !step->edit.appointment())
        return;
    using Moved = std::pair<ScheduleEdit, ScheduleEdit>;
    SeriesChange const wanted{.scope = SeriesScope::ThisAndFollowing, .change = as};
    desk_.write(
        alive_,
        [edit = step->edit, which = *step->edit.appointment(), wanted](
            Records& records, Context const& context) -> Result<Moved> {
            auto back = app::undo(records, context, edit);
            if (!back)
                return tl::unexpected{back.error()};
            auto moved = change_series(records, context, which, wanted);
            if (!moved)
                return tl::unexpected{moved.error()};
            return Moved{*std::move(back), *std::move(moved)};
        },
        [this, who = step->who](Result<Moved> moved) {
            if (!moved)
                return refused(moved.error());
            history_.took_back(ScheduleHistory::Way::Undo, std::move(moved->first));
            adopt(std::move(moved->second), who);
        });
}

} // namespace plumbline::app
