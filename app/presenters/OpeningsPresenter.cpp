// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/OpeningsPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"
#include "app/presenters/Sentences.hpp"
#include "app/presenters/TimeEntry.hpp"
#include "domain/scheduling/OpeningSearch.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {
constexpr int dates_wanted = 10;
constexpr std::size_t first_shown = 3; // Of a clinician on one date.
constexpr Minutes midnight{24 * 60};
constexpr Minutes longest_step{30};
} // namespace

OpeningsPresenter::OpeningsPresenter(Desk& desk, Date from)
    : desk_{desk}
    , who_{desk}
{
    state_.fields.from = to_iso(std::max(from, desk.context().today()));
    chosen_ = who_.changed.connect([this] {
        auto const meant = who_.chosen() ? std::optional{who_.chosen()->id} : std::nullopt;
        if (meant != searched_for_)
            search();
    });
    desk_.read(
        alive_,
        [](Records const& records, Context const& context) -> Result<Choices> {
            auto all = resources(records, context);
            if (!all)
                return tl::unexpected{all.error()};
            return Choices{clinicians(records), *std::move(all)};
        },
        [this](Result<Choices> choices) {
            if (choices)
                offer(*std::move(choices));
            search();
        });
}

void OpeningsPresenter::offer(Choices choices)
{
    state_.clinicians = std::move(choices.clinicians);
    resources_ = std::move(choices.resources);
    auto const usable = [](Resource const& one) { return one.details().active; };
    for (ResourceKind const kind : {ResourceKind::Room, ResourceKind::TractionTable, ResourceKind::Equipment})
        if (std::ranges::any_of(
                resources_, [&](Resource const& one) { return usable(one) && one.details().kind == kind; }))
            state_.rooms.push_back({"any " + in_a_sentence(label(kind)), kind, {}});
    for (Resource const& one : resources_)
        if (usable(one))
            state_.rooms.push_back({one.details().name, {}, one.id()});
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
    if (length && (Minutes{*length} < Appointment::shortest || Minutes{*length} > Appointment::longest))
        faults.add("length", tr_noop("An appointment lasts from 5 minutes to 8 hours."));
    if (!from)
        faults.add(from.error());
    for (auto const* time : {&begin, &end})
        if (!*time)
            faults.add(time->error());
    if (std::ranges::none_of(typed.weekdays, std::identity{}))
        faults.add("weekdays", tr_noop("Choose at least one day of the week."));
    if (!faults.none())
        return refuse(faults.refusal());
    OpeningsWish wish;
    wish.wanted.length = Minutes{length.value_or(45)};
    wish.wanted.from = from->value_or(desk_.context().today());
    wish.wanted.days = openings_horizon;
    wish.dates = dates_wanted;
    wish.wanted.weekdays = typed.weekdays;
    wish.wanted.step = std::max(wish.wanted.step, std::min(wish.wanted.length, longest_step));
    if (*begin || *end)
        wish.wanted.between = DaySpan{begin->value_or(Minutes{0}), end->value_or(midnight)};
    if (typed.clinician > 0 && typed.clinician <= state_.clinicians.size())
        wish.clinicians = {state_.clinicians[typed.clinician - 1].id};
    if (typed.room > 0 && typed.room <= state_.rooms.size()) {
        RoomChoice const& room = state_.rooms[typed.room - 1];
        wish.kind = room.kind;
        if (room.one)
            wish.resources = {*room.one};
    }
    wish.patient = searched_for_;
    return wish;
}

void OpeningsPresenter::search()
{
    searched_for_ = who_.chosen() ? std::optional{who_.chosen()->id} : std::nullopt;
    whole_.clear();
    auto const wanted = wish();
    if (!wanted) {
        ++questions_; // What is on its way answers something else.
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
    state_.found = std::move(found);
    int const dates = dates_of(state_.found);
    state_.summary = state_.found.empty()
        ? std::string{tr_noop("No opening in the next three months.")}
        : fill(dates == 1 ? tr_noop("{0} times on {1} date") : tr_noop("{0} times on {1} dates"),
            {std::to_string(state_.found.size()), std::to_string(dates)});
    draw();
}

OpeningLine OpeningsPresenter::line_of(std::size_t opening) const
{
    Opening const& one = state_.found[opening];
    auto const whose = std::ranges::find(state_.clinicians, one.clinician, &ClinicianRow::id);
    OpeningLine line{
        {}, to_clock(one.start), whose == state_.clinicians.end() ? std::string{} : whose->name, {}, opening};
    for (ResourceId const id : one.resources)
        if (auto const room = std::ranges::find(resources_, id, &Resource::id); room != resources_.end())
            line.room += (line.room.empty() ? "" : ", ") + room->details().name;
    return line;
}

void OpeningsPresenter::add_date(std::size_t first, std::size_t last)
{
    std::span<Opening const> const all{state_.found};
    Date const day = day_of(all[first].start);
    auto const of_day = all.subspan(first, last - first);
    auto const shown = first_of_each(of_day, whole_.contains(day) ? of_day.size() : first_shown);
    auto const begin = state_.lines.size();
    std::size_t next = 0;
    for (std::size_t index = first; index < last && next < shown.size(); ++index)
        if (all[index] == shown[next]) {
            state_.lines.push_back(line_of(index));
            ++next;
        }
    if (shown.size() < of_day.size())
        state_.lines.push_back(
            {{}, fill(tr_noop("{0} more"), {std::to_string(of_day.size() - shown.size())}), {}, {}, {}});
    state_.lines[begin].day = day_words(day);
}

void OpeningsPresenter::draw()
{
    state_.lines.clear();
    for (std::size_t first = 0; first < state_.found.size();) {
        std::size_t last = first;
        while (last < state_.found.size() && day_of(state_.found[last].start) == day_of(state_.found[first].start))
            ++last;
        add_date(first, last);
        first = last;
    }
    changed();
}

std::optional<ScheduleSlot> OpeningsPresenter::take(std::size_t line)
{
    if (line >= state_.lines.size())
        return std::nullopt;
    auto const opening = state_.lines[line].opening;
    if (!opening) {
        // The line before belongs to the same date.
        whole_.insert(day_of(state_.found[*state_.lines[line - 1].opening].start));
        draw();
        return std::nullopt;
    }
    Opening const& one = state_.found[*opening];
    return ScheduleSlot{one.clinician, one.resources, one.start, one.length, who_.chosen()};
}

} // namespace plumbline::app
