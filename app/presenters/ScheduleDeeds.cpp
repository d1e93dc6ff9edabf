// SPDX-License-Identifier: Apache-2.0
// What is done to the schedule.
#include "app/presenters/SchedulePresenter.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

constexpr std::size_t fits_asked = 9;

Seen seen(ScheduleBlock const& block)
{
    return {block.id, block.version};
}

} // namespace

void SchedulePresenter::perform(std::string who, Work work, std::function<void()> then)
{
    run({std::move(who), std::move(work), std::move(then)});
}

void SchedulePresenter::run(Pending deed)
{
    desk_.write(
        alive_,
        [work = deed.work, meant = deed.meant](
            Records& records, Context const& context) { return work(records, context, meant); },
        [this, deed](Result<ScheduleEdit> edit) {
            if (edit) {
                adopt(std::move(*edit), deed.who);
                if (deed.then)
                    deed.then();
                return;
            }
            refused_ = can_be_meant(edit.error()) ? std::optional{deed} : std::nullopt;
            refused(edit.error());
        });
}

void SchedulePresenter::refused(Refusal refusal)
{
    bool const outdated = refusal.reason == Refusal::Reason::Conflict && refusal.field.empty();
    complain(std::move(refusal));
    if (outdated)
        refresh(); // So that what somebody else made of it is seen.
}

void SchedulePresenter::complain(Refusal refusal)
{
    state_.may_override = refused_ && can_be_meant(refusal);
    state_.complaint = std::move(refusal);
    changed();
}

void SchedulePresenter::dismiss()
{
    refused_.reset();
    state_.may_override = false;
    following_.reset();
    bool const offered = std::exchange(state_.may_move_following, false);
    if (std::exchange(state_.complaint, std::nullopt) || offered)
        changed();
}

void SchedulePresenter::mean_it(std::string reason)
{
    if (!refused_ || !state_.complaint)
        return;
    Pending pending = *std::exchange(refused_, std::nullopt);
    pending.meant = with_meant(std::move(pending.meant), *state_.complaint);
    if (!reason.empty())
        pending.meant.reason = std::move(reason);
    dismiss();
    run(std::move(pending));
}

void SchedulePresenter::adopt(ScheduleEdit edit, std::string const& who)
{
    std::string words = (who.empty() || state_.names == Names::Hidden ? "" : who + ": ") + edit.words.english();
    auto const about = edit.appointment();
    follow(edit);
    history_.remember({std::move(edit), who});
    say_done(std::move(words), about);
}

void SchedulePresenter::say_done(std::string words, std::optional<AppointmentId> about)
{
    wanted_selection_ = about;
    state_.can_undo = history_.next(ScheduleHistory::Way::Undo) != nullptr;
    state_.can_redo = history_.next(ScheduleHistory::Way::Redo) != nullptr;
    dismiss();
    said(words);
    refresh();
}

void SchedulePresenter::follow(ScheduleEdit const& edit)
{
    for (auto const& change : edit.appointments) {
        if (!change.after)
            continue;
        AppointmentId const id = change.after->id();
        for (ScheduleBlock& one : pinned_)
            if (one.id == id)
                one.version = change.after->version();
        if (held_ && held_->id == id)
            held_->version = change.after->version();
        if (clip_ && clip_->id == id)
            clip_->version = change.after->version();
    }
}

std::vector<ResourceId> SchedulePresenter::resources_with(
    ScheduleBlock const& block, ResourceId wanted, std::int64_t pulled_from) const
{
    auto const kind_of = [this](ResourceId id) -> std::optional<ResourceKind> {
        auto const& columns = reading_.sheet.columns;
        auto const own = std::ranges::find(columns, std::optional{id}, &ScheduleColumn::resource);
        return own == columns.end() ? std::nullopt : own->kind;
    };
    std::vector<ResourceId> held = block.resources;
    std::erase_if(held, [&](ResourceId one) {
        return one == wanted || one.value() == pulled_from || (kind_of(one) && kind_of(one) == kind_of(wanted));
    });
    held.push_back(wanted);
    std::ranges::sort(held);
    return held;
}

std::int64_t SchedulePresenter::resource_at_cursor() const
{
    auto const& columns = state_.sheet.columns;
    bool const there = cursor_.column < columns.size() && columns[cursor_.column].always;
    return there ? columns[cursor_.column].key : 0;
}

AppointmentChange SchedulePresenter::change_to(
    ScheduleBlock const& block, std::size_t column, Minutes from, std::int64_t pulled_from) const
{
    AppointmentChange wanted;
    if (column >= state_.sheet.columns.size())
        return wanted;
    ScheduleSlot const there = slot(column, from);
    wanted.start = there.start;
    if (there.clinician && *there.clinician != block.clinician)
        wanted.clinician = there.clinician;
    if (!there.resources.empty())
        if (auto held = resources_with(block, there.resources.front(), pulled_from); held != block.resources)
            wanted.resources = std::move(held);
    return wanted;
}

void SchedulePresenter::change(ScheduleBlock const& block, AppointmentChange const& wanted, std::function<void()> then)
{
    bool const moves = block.series && wanted.start && *wanted.start != block.start;
    auto finish = [this, moves, wanted, then = std::move(then)] {
        if (then)
            then();
        if (!moves)
            return;
        following_ = wanted;
        state_.may_move_following = true;
        changed();
    };
    perform(
        shown(block.name),
        [which = seen(block), wanted](Records& records, Context const& context, Meant const& meant) {
            AppointmentChange all = wanted;
            all.meant = meant;
            return app::change(records, context, which, all);
        },
        std::move(finish));
}

void SchedulePresenter::copy_to(ScheduleBlock const& block, AppointmentChange wanted)
{
    perform(shown(block.name),
        [which = seen(block), wanted, id = desk_.make<AppointmentId>()](
            Records& records, Context const& context, Meant const& meant) {
            AppointmentChange all = wanted;
            all.meant = meant;
            return app::copy(records, context, which, id, all);
        });
}

void SchedulePresenter::wish(SheetWish const& wish)
{
    dismiss();
    if (wish.kind == SheetWish::Kind::Create) {
        ScheduleSlot wanted = slot(wish.column, wish.time.from);
        // One step is a click that slipped; the type says how long it is then.
        if (wish.time.to - wish.time.from > state_.sheet.step)
            wanted.length = wish.time.to - wish.time.from;
        return booking_wanted(wanted);
    }
    if (wish.kind == SheetWish::Kind::Bring && carried_ && carried_->id.value() == wish.id) {
        ScheduleSlot wanted = slot(wish.column, wish.time.from);
        wanted.patient = std::exchange(carried_, std::nullopt);
        return booking_wanted(wanted);
    }
    if (wish.kind == SheetWish::Kind::Bring && waiting_row(WaitlistEntryId{wish.id}) != nullptr)
        return fill(WaitlistEntryId{wish.id}, slot(wish.column, wish.time.from));
    AppointmentId const id{wish.id};
    auto const pinned = std::ranges::find(pinned_, id, &ScheduleBlock::id);
    ScheduleBlock const* known = pinned != pinned_.end() ? &*pinned : block(id);
    if (known == nullptr && held_ && held_->id == id)
        known = &*held_;
    if (known == nullptr)
        return;
    ScheduleBlock const meant = *known;
    if (wish.kind == SheetWish::Kind::Resize)
        return change(meant, {.length = wish.time.to - wish.time.from}, {});
    AppointmentChange const there = change_to(meant, wish.column, wish.time.from, wish.pulled_from);
    if (wish.kind == SheetWish::Kind::Copy)
        return copy_to(meant, there);
    change(meant, there, [this, id] { unpin(id); });
}

bool SchedulePresenter::may_become(AppointmentStatus status) const
{
    auto const may = [status](ScheduleBlock const& one) {
        return one.status != status && plumbline::may_become(one.status, status);
    };
    ScheduleBlock const* const one = selected();
    return state_.may_edit && one != nullptr && (may(*one) || std::ranges::any_of(whole_class(), may));
}

void SchedulePresenter::set_status(AppointmentStatus status)
{
    ScheduleBlock const* const one = selected();
    if (one == nullptr)
        return;
    // Who treats and who writes the note are one person: the note is what comes next.
    std::function<void()> then;
    if (status == AppointmentStatus::Arrived && one->clinician == desk_.actor().user
        && permitted(desk_.actor().role, Action::EditNote))
        then = [this, arrived = *one] { note_wanted(arrived); };
    perform(
        shown(one->name),
        [which = seen(*one), status](Records& records, Context const& context, Meant const&) {
            return app::set_status(records, context, which, status);
        },
        std::move(then));
}

void SchedulePresenter::cancel(std::string const& reason, SeriesScope scope)
{
    ScheduleBlock const* const one = selected();
    if (one == nullptr)
        return;
    perform(
        shown(one->name), [which = seen(*one), reason, scope](Records& records, Context const& context, Meant const&) {
            return scope == SeriesScope::This ? app::cancel(records, context, which, reason)
                                              : cancel_series(records, context, which, scope, reason);
        });
}

void SchedulePresenter::nudge(int steps, int columns)
{
    ScheduleBlock const* const one = selected();
    auto const column = static_cast<std::ptrdiff_t>(cursor_.column) + columns;
    if (one == nullptr || column < 0 || column >= static_cast<std::ptrdiff_t>(state_.sheet.columns.size()))
        return;
    auto const there = static_cast<std::size_t>(column);
    AppointmentChange wanted = change_to(*one, there, cursor_.minute, resource_at_cursor());
    wanted.start =
        at(day_of(*wanted.start), one->start - at(day_of(one->start), Minutes{0}) + state_.sheet.step * steps);
    change(*one, wanted, {});
}

void SchedulePresenter::lengthen(int steps)
{
    if (ScheduleBlock const* const one = selected())
        change(*one, {.length = one->length + state_.sheet.step * steps}, {});
}

void SchedulePresenter::cut()
{
    if (ScheduleBlock const* const one = selected())
        clip_ = Clip{one->id, one->version, true};
}

void SchedulePresenter::copy()
{
    if (ScheduleBlock const* const one = selected())
        clip_ = Clip{one->id, one->version, false};
}

void SchedulePresenter::paste()
{
    if (!clip_)
        return;
    ScheduleSlot const there = slot();
    AppointmentChange wanted{.start = there.start, .clinician = there.clinician};
    if (ScheduleBlock const* const known = block(clip_->id); known != nullptr && !there.resources.empty())
        wanted.resources = resources_with(*known, there.resources.front(), 0);
    Seen const which{clip_->id, clip_->version};
    bool const moves = clip_->cut;
    perform(
        {},
        [which, wanted, moves, id = desk_.make<AppointmentId>()](
            Records& records, Context const& context, Meant const& meant) {
            AppointmentChange all = wanted;
            all.meant = meant;
            return moves ? app::change(records, context, which, all) : app::copy(records, context, which, id, all);
        },
        [this, moves] {
            if (moves)
                clip_.reset();
        });
}

void SchedulePresenter::pin()
{
    if (ScheduleBlock const* const one = selected())
        pin(one->id);
}

void SchedulePresenter::pin(AppointmentId id)
{
    ScheduleBlock const* const one = block(id);
    if (one == nullptr || std::ranges::count(pinned_, id, &ScheduleBlock::id) > 0)
        return;
    pinned_.push_back(*one);
    draw();
}

void SchedulePresenter::unpin(AppointmentId id)
{
    if (std::erase_if(pinned_, [id](ScheduleBlock const& one) { return one.id == id; }) > 0)
        draw();
}

std::vector<WaitlistRow> SchedulePresenter::fits_of(std::size_t gap) const
{
    if (gap >= state_.sheet.gaps.size())
        return {};
    auto const found = reading_.fits.find(AppointmentId{state_.sheet.gaps[gap].id});
    return found == reading_.fits.end() ? std::vector<WaitlistRow>{} : found->second;
}

std::optional<ScheduleSlot> SchedulePresenter::slot_of_gap(std::size_t gap) const
{
    if (gap >= state_.sheet.gaps.size())
        return std::nullopt;
    SheetGap const& one = state_.sheet.gaps[gap];
    ScheduleSlot slot_there = slot(one.column, one.time.from);
    slot_there.length = one.time.to - one.time.from;
    return slot_there;
}

void SchedulePresenter::who_fits(ScheduleSlot const& wanted, std::function<void(FreeTime)> answer)
{
    dismiss();
    if (!wanted.clinician)
        return complain({Refusal::Reason::Invalid, "clinician",
            {tr_noop("People wait for a clinician: ask who fits in a clinician's column.")}, {}});
    desk_.read(
        alive_,
        [wanted](Records const& records, Context const& context) {
            return free_time_at(records, context, *wanted.clinician, wanted.start, fits_asked);
        },
        [this, answer = std::move(answer)](Result<FreeTime> time) {
            if (time)
                answer(std::move(*time));
            else
                complain(time.error());
        });
}

void SchedulePresenter::fill(WaitlistEntryId entry, ScheduleSlot const& wanted)
{
    WaitlistRow const* const row = waiting_row(entry);
    if (row == nullptr)
        return;
    auto const& details = row->entry.details();
    auto const clinician = wanted.clinician ? wanted.clinician : details.clinician;
    if (!clinician)
        return complain({Refusal::Reason::Invalid, "clinician", {tr_noop("Drop it into a clinician's column.")}, {}});
    Opening const opening{*clinician, wanted.start, details.length, wanted.resources};
    perform(shown(row->name),
        [id = entry, version = row->entry.version(), as = desk_.make<AppointmentId>(), opening](Records& records,
            Context const& context,
            Meant const& meant) { return fill_from_waitlist(records, context, id, version, as, opening, meant); });
}

void SchedulePresenter::take_off(WaitlistEntryId entry)
{
    if (WaitlistRow const* const row = waiting_row(entry))
        perform(shown(row->name),
            [entry, version = row->entry.version()](Records& records, Context const& context, Meant const&) {
                return take_off_waitlist(records, context, entry, version);
            });
}

} // namespace plumbline::app
