// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/OpeningsPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"
#include "app/presenters/TimeEntry.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {
constexpr int days_searched = 10;
constexpr std::size_t shown_openings = 60;
constexpr Minutes midnight{24 * 60};
} // namespace

OpeningsPresenter::OpeningsPresenter(Desk& desk, Date from)
    : desk_{desk}
{
    state_.fields.from = to_iso(std::max(from, desk.context().today()));
    desk_.read(
        alive_,
        [](Records const& records, Context const&) -> Result<std::vector<ClinicianRow>> { return clinicians(records); },
        [this](Result<std::vector<ClinicianRow>> rows) {
            state_.clinicians = std::move(*rows);
            search();
        });
}

void OpeningsPresenter::edit(OpeningsFields fields)
{
    if (fields == state_.fields)
        return;
    state_.fields = std::move(fields);
    search();
}

Result<OpeningsWish> OpeningsPresenter::wish() const
{
    OpeningsFields const& typed = state_.fields;
    Faults faults;
    auto const length = whole_number(typed.length, "length", tr_noop("Type the minutes."), faults);
    auto const from = parse_typed_date(typed.from, desk_.context().today(), DateLeaning::Future, "from");
    auto const begin = parse_typed_time(typed.not_before, "not_before");
    auto const end = parse_typed_time(typed.not_after, "not_after");
    if (!from)
        faults.add(from.error());
    for (auto const* time : {&begin, &end})
        if (!*time)
            faults.add(time->error());
    if (!faults.none())
        return refuse(faults.refusal());
    OpeningsWish wish;
    wish.wanted.length = Minutes{length.value_or(45)};
    wish.wanted.from = from->value_or(desk_.context().today());
    wish.wanted.days = days_searched;
    wish.wanted.step = std::max(wish.wanted.step, std::min(wish.wanted.length, Minutes{30}));
    wish.wanted.at_most = shown_openings;
    if (*begin || *end)
        wish.wanted.between = DaySpan{begin->value_or(Minutes{0}), end->value_or(midnight)};
    if (typed.clinician > 0 && typed.clinician <= state_.clinicians.size())
        wish.clinicians = {state_.clinicians[typed.clinician - 1].id};
    return wish;
}

void OpeningsPresenter::search()
{
    auto const wanted = wish();
    if (!wanted) {
        state_.complaints = each(wanted.error());
        return changed();
    }
    desk_.read(
        alive_,
        [wanted = *wanted](
            Records const& records, Context const& context) { return openings(records, context, wanted); },
        [this, question = ++questions_](Result<std::vector<Opening>> found) {
            if (question != questions_)
                return;
            state_.complaints = found ? std::vector<Refusal>{} : each(found.error());
            receive(found ? std::move(*found) : std::vector<Opening>{});
        });
}

void OpeningsPresenter::receive(std::vector<Opening> found)
{
    state_.searched = true;
    state_.found = std::move(found);
    state_.lines.clear();
    for (Opening const& one : state_.found) {
        auto const whose = std::ranges::find(state_.clinicians, one.clinician, &ClinicianRow::id);
        state_.lines.push_back(day_words(day_of(one.start)) + "  " + to_clock(one.start) + "  "
            + (whose == state_.clinicians.end() ? "" : whose->name));
    }
    changed();
}

std::optional<ScheduleSlot> OpeningsPresenter::slot(std::size_t found) const
{
    if (found >= state_.found.size())
        return std::nullopt;
    Opening const& one = state_.found[found];
    return ScheduleSlot{one.clinician, {}, one.start, one.length};
}

} // namespace plumbline::app
