// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/EarlierVisitPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"
#include "app/presenters/TimeEntry.hpp"

#include <utility>

namespace plumbline::app {

EarlierVisitPresenter::EarlierVisitPresenter(Desk& desk, EpisodeId episode)
    : desk_{desk}
    , episode_{episode}
{
}

void EarlierVisitPresenter::type_day(std::string text)
{
    state_.day = std::move(text);
}

void EarlierVisitPresenter::type_time(std::string text)
{
    state_.time = std::move(text);
}

void EarlierVisitPresenter::complain(std::vector<Refusal> complaints)
{
    state_.complaints = std::move(complaints);
    changed();
}

void EarlierVisitPresenter::find()
{
    if (busy_)
        return;
    Faults faults;
    auto const day = parse_typed_date(state_.day, desk_.context().clock->today(), DateLeaning::Past, "day");
    if (!day)
        faults.add(day.error());
    else if (!*day)
        faults.add("day", tr_noop("Type the day of the visit."));
    auto const time = parse_typed_time(state_.time, "time");
    if (!time)
        faults.add(time.error());
    if (!faults.none())
        return complain(each(faults.refusal()));
    busy_ = true;
    desk_.read(
        alive_,
        [episode = episode_, day = **day, time = *time](Records const& records, Context const& context) {
            return earlier_visit(records, context, episode, day, time);
        },
        [this](Result<EarlierVisit> visit) {
            busy_ = false;
            if (!visit)
                return complain(each(visit.error()));
            complain({});
            found(*visit);
        });
}

} // namespace plumbline::app
