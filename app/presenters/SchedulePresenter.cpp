// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/SchedulePresenter.hpp"

#include "app/presenters/Sentences.hpp"

#include <algorithm>
#include <array>

namespace plumbline::app {

namespace {

constexpr std::chrono::minutes refresh_every{1};
constexpr std::size_t fits_shown = 3;
constexpr std::array<std::string_view, 7> short_days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string days_wanted(std::array<bool, 7> const& weekdays)
{
    if (std::ranges::all_of(weekdays, [](bool wanted) { return wanted; }))
        return "any day";
    std::string text;
    for (std::size_t day = 0; day < weekdays.size(); ++day)
        if (weekdays[day])
            text += (text.empty() ? "" : ", ") + std::string{short_days[day]};
    return text;
}

std::string clock_of(Minutes time)
{
    return to_clock(ClinicTime{} + time);
}

std::string wish_words(WaitlistEntry::Details const& wish, std::vector<ClinicianRow> const& clinicians)
{
    std::string text = wish.priority == WaitlistPriority::AsSoonAsPossible ? "ASAP · " : "";
    auto const whom =
        std::ranges::find_if(clinicians, [&](ClinicianRow const& row) { return row.id == wish.clinician; });
    if (whom != clinicians.end())
        text += whom->name + " · ";
    if (wish.type != AppointmentType::Treatment)
        text += in_a_sentence(label(wish.type)) + " · ";
    text += days_wanted(wish.weekdays);
    if (wish.between)
        text += ' ' + clock_of(wish.between->from) + "–" + clock_of(wish.between->to);
    return text + " · " + std::to_string(wish.length.count()) + " min";
}

/// The one whose week is shown: who was chosen, else who asks, else the first.
std::vector<UserId> one_of(ScheduleLook const& look, std::vector<ClinicianRow> const& all, UserId self)
{
    if (!look.clinicians.empty())
        return {look.clinicians.front()};
    if (std::ranges::count(all, self, &ClinicianRow::id) > 0 || all.empty())
        return {self};
    return {all.front().id};
}

ScheduleWish wish_of(ScheduleLook const& look, Date day, std::vector<ClinicianRow> const& all, UserId self)
{
    auto const [from, to] = days_shown(look.span, day);
    ScheduleWish wish{.from = from, .to = to, .clinicians = look.clinicians};
    if (look.span == ScheduleSpan::Week)
        wish.clinicians = one_of(look, all, self);
    wish.all_resources = look.span == ScheduleSpan::Day && look.columns != ScheduleColumns::Clinicians;
    return wish;
}

} // namespace

SchedulePresenter::SchedulePresenter(Desk& desk)
    : desk_{desk}
{
    state_.day = state_.today = desk_.context().today();
    state_.title = title_of(state_.look.span, state_.day, state_.today);
    state_.may_edit = permitted(desk_.actor().role, Action::EditSchedule);
    state_.may_print =
        permitted(desk_.actor().role, Action::SeeSchedule) && permitted(desk_.actor().role, Action::PrintDocument);
}

Result<SchedulePresenter::Reading> SchedulePresenter::read(
    Records const& records, Context const& context, ScheduleLook const& look, Date day)
{
    Reading reading;
    reading.clinicians = clinicians(records);
    ScheduleWish const wish = wish_of(look, day, reading.clinicians, context.actor.user);
    if (look.span == ScheduleSpan::Month) {
        auto counts = schedule_counts(records, context, wish.from, wish.to, look.clinicians);
        if (!counts)
            return tl::unexpected{counts.error()};
        reading.counts = std::move(*counts);
    } else {
        auto sheet = schedule_sheet(records, context, wish);
        if (!sheet)
            return tl::unexpected{sheet.error()};
        reading.sheet = std::move(*sheet);
        if (look.span == ScheduleSpan::Day && look.columns == ScheduleColumns::Resources)
            std::erase_if(reading.sheet.columns, [](ScheduleColumn const& one) { return one.clinician.has_value(); });
    }
    if (auto waiting = waiting_room(records, context))
        reading.waiting = std::move(*waiting);
    if (auto rows = waitlist(records, context))
        reading.waitlist = std::move(*rows);
    for (ScheduleBlock const& block : freed(reading.sheet, context.clock->local_now()))
        if (auto who = waiting_for(records, context, {block.clinician, block.start, block.length}, fits_shown))
            reading.fits[block.id] = std::move(*who);
    return reading;
}

std::vector<ScheduleBlock> SchedulePresenter::read_again(
    Records const& records, Context const& context, std::vector<ScheduleBlock> pinned)
{
    for (ScheduleBlock& one : pinned) {
        if (auto again = schedule_block(records, context, one.id))
            one = *std::move(again);
        else
            one.status = AppointmentStatus::Cancelled; // Gone: its booking was undone.
    }
    return pinned;
}

void SchedulePresenter::refresh()
{
    refreshed_ = desk_.context().clock->now();
    state_.title = title_of(state_.look.span, state_.day, state_.today);
    desk_.read(
        alive_,
        [look = state_.look, day = state_.day, pinned = pinned_](
            Records const& records, Context const& context) -> Result<Reading> {
            auto reading = read(records, context, look, day);
            if (reading)
                reading->pinned = read_again(records, context, pinned);
            return reading;
        },
        [this, question = ++questions_](Result<Reading> reading) {
            if (question != questions_)
                return;
            if (reading)
                receive(std::move(*reading));
            else
                complain(reading.error());
        });
}

void SchedulePresenter::receive(Reading reading)
{
    reading_ = std::move(reading);
    // Pinned meanwhile or let go of meanwhile: the pinboard itself says which.
    for (ScheduleBlock& one : pinned_)
        if (auto const again = std::ranges::find(reading_.pinned, one.id, &ScheduleBlock::id);
            again != reading_.pinned.end())
            one = *again;
    std::erase_if(pinned_, [](ScheduleBlock const& one) { return !takes_time(one.status); });
    state_.loaded = true;
    draw();
}

void SchedulePresenter::draw()
{
    ScheduleState const before = state_;
    ClinicTime const now = desk_.context().clock->local_now();
    Names const names = state_.names;
    state_.today = day_of(now);
    state_.clinicians = reading_.clinicians;
    DrawingWish wish{now, names, state_.look.span == ScheduleSpan::Week, {}};
    for (ClinicianRow const& row : reading_.clinicians)
        wish.clinicians.emplace(row.id, row.name);
    state_.sheet = drawn(reading_.sheet, reading_.fits, wish);
    state_.agenda = state_.look.span == ScheduleSpan::List ? agenda(reading_.sheet, reading_.fits, now, names)
                                                           : std::vector<AgendaLine>{};
    state_.month.clear();
    if (state_.look.span == ScheduleSpan::Month) {
        auto const [from, to] = days_shown(ScheduleSpan::Month, state_.day);
        for (Date day = from; day <= to; day = plus_days(day, 1)) {
            MonthDay one{.day = day, .in_month = day.month() == state_.day.month()};
            for (DayCount const& count : reading_.counts)
                if (count.day == day)
                    one = {day, one.in_month, count.booked, count.canceled, count.missed};
            state_.month.push_back(one);
        }
    }
    draw_beside();
    if (wanted_selection_) {
        select(*std::exchange(wanted_selection_, std::nullopt));
        meant_.reset();
    }
    if (!(state_ == before))
        changed();
}

void SchedulePresenter::draw_beside()
{
    state_.waiting.clear();
    for (WaitingRow const& row : reading_.waiting)
        state_.waiting.push_back({row.appointment, shown(row.name), std::to_string(row.minutes) + " min"});
    state_.waitlist.clear();
    for (WaitlistRow const& row : reading_.waitlist)
        state_.waitlist.push_back({row.entry.id(), shown(row.name),
            wish_words(row.entry.details(), reading_.clinicians), row.entry.details().length});
    state_.pinned.clear();
    for (ScheduleBlock const& block : pinned_)
        state_.pinned.push_back({block.id, shown(block.name),
            std::to_string(block.length.count()) + " min, " + day_words(day_of(block.start)) + ' '
                + to_clock(block.start),
            block.length, BlockFill::Visit});
    state_.can_undo = history_.next(ScheduleHistory::Way::Undo) != nullptr;
    state_.can_redo = history_.next(ScheduleHistory::Way::Redo) != nullptr;
}

std::string SchedulePresenter::shown(PersonName const& name) const
{
    return shown_name(name, state_.names);
}

void SchedulePresenter::tick()
{
    if (state_.loaded && desk_.context().clock->now() - refreshed_ >= refresh_every)
        refresh();
}

void SchedulePresenter::go_to(Date day)
{
    // What was refused on the day that is left is not said about another.
    if (day != state_.day)
        dismiss();
    state_.day = day;
    refresh();
}

void SchedulePresenter::go_today()
{
    go_to(desk_.context().today());
}

void SchedulePresenter::step(int direction)
{
    go_to(stepped(state_.look.span, state_.day, direction));
}

void SchedulePresenter::turn(int direction)
{
    state_.day = stepped(state_.look.span, state_.day, direction);
    refresh();
}

void SchedulePresenter::step_weeks(int weeks)
{
    go_to(plus_days(state_.day, 7 * weeks));
}

void SchedulePresenter::step_months(int months)
{
    go_to(plus_months(state_.day, months));
}

void SchedulePresenter::choose_span(ScheduleSpan span)
{
    state_.look.span = span;
    refresh();
}

void SchedulePresenter::choose_columns(ScheduleColumns columns)
{
    state_.look.columns = columns;
    refresh();
}

void SchedulePresenter::choose_clinicians(std::vector<UserId> clinicians)
{
    state_.look.clinicians = std::move(clinicians);
    refresh();
}

void SchedulePresenter::use(ScheduleLook look)
{
    state_.look = std::move(look);
    refresh();
}

void SchedulePresenter::show_names(Names names)
{
    state_.names = names;
    if (state_.loaded)
        draw();
}

void SchedulePresenter::select(SheetCursor const& cursor)
{
    if (cursor.block != cursor_.block)
        meant_.reset();
    cursor_ = cursor;
    if (ScheduleBlock const* const one = selected())
        held_ = *one;
}

void SchedulePresenter::select(AppointmentId appointment)
{
    meant_ = appointment;
    SheetBlock const* found = nullptr;
    // Who holds a room is drawn twice: the keyboard stays in its column.
    for (SheetBlock const& one : state_.sheet.blocks)
        if ((one.id == appointment.value() || std::ranges::count(one.members, appointment.value()) > 0)
            && (found == nullptr || one.column == cursor_.column))
            found = &one;
    if (found != nullptr)
        cursor_ = {found->column, found->time.from, found->id};
    else
        cursor_.block = appointment.value(); // In the list there is no sheet to stand on.
}

void SchedulePresenter::select(FreePlace const& place)
{
    auto const& columns = state_.sheet.columns;
    for (std::size_t index = 0; index < columns.size(); ++index)
        if (!columns[index].always && columns[index].key == place.clinician.value()
            && columns[index].day == day_of(place.start))
            select(SheetCursor{index, place.start - at(columns[index].day, Minutes{0}), std::nullopt});
}

void SchedulePresenter::mean(std::optional<AppointmentId> of_the_class)
{
    meant_ = of_the_class;
}

std::vector<ScheduleBlock> SchedulePresenter::whole_class() const
{
    std::vector<ScheduleBlock> all;
    auto const drawn_one = std::ranges::find_if(state_.sheet.blocks,
        [this](SheetBlock const& one) { return one.id == cursor_.block && one.column == cursor_.column; });
    if (meant_ || drawn_one == state_.sheet.blocks.end())
        return all;
    for (std::int64_t const id : drawn_one->members)
        if (ScheduleBlock const* const member = block(AppointmentId{id}))
            all.push_back(*member);
    return all;
}

ScheduleBlock const* SchedulePresenter::block(AppointmentId id) const
{
    auto const found = std::ranges::find(reading_.sheet.blocks, id, &ScheduleBlock::id);
    return found == reading_.sheet.blocks.end() ? nullptr : &*found;
}

ScheduleBlock const* SchedulePresenter::selected() const
{
    if (meant_)
        return block(*meant_);
    return cursor_.block ? block(AppointmentId{*cursor_.block}) : nullptr;
}

WaitlistRow const* SchedulePresenter::waiting_row(WaitlistEntryId id) const
{
    auto const found =
        std::ranges::find_if(reading_.waitlist, [&](WaitlistRow const& row) { return row.entry.id() == id; });
    return found == reading_.waitlist.end() ? nullptr : &*found;
}

ScheduleSlot SchedulePresenter::slot(std::size_t column, Minutes from) const
{
    if (column >= state_.sheet.columns.size())
        return {.start = at(state_.day, Minutes{9 * 60})};
    SheetColumn const& one = state_.sheet.columns[column];
    ScheduleSlot slot{.start = at(one.day, from)};
    if (one.always)
        slot.resources = {ResourceId{one.key}};
    else
        slot.clinician = UserId{one.key};
    return slot;
}

ScheduleSlot SchedulePresenter::slot() const
{
    return slot(cursor_.column, cursor_.minute);
}

} // namespace plumbline::app
