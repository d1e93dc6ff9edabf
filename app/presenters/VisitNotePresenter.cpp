// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/VisitNotePresenter.hpp"

#include "app/presenters/Faults.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::app {

namespace {

constexpr std::size_t undo_steps = 200;
constexpr std::string_view draft_kind = "visit";
/// Work that broke, as on a full disk, has no answer; after so long it is tried again or may be asked for anew.
constexpr std::chrono::seconds patience{10};

Refusal kept_meanwhile()
{
    return {Refusal::Reason::Conflict, "",
        {tr_noop(
            "Someone else kept this note meanwhile. What you typed stands on top of theirs: look at it, then sign or "
            "leave it again.")},
        {}};
}

bool is_outdated(Refusal const& refusal)
{
    return refusal.reason == Refusal::Reason::Conflict && refusal.field.empty();
}

} // namespace

VisitNotePresenter::VisitNotePresenter(Desk& desk)
    : desk_{desk}
{
}

VisitNotePresenter::~VisitNotePresenter() = default;

void VisitNotePresenter::open(
    EpisodeId episode, ClinicTime start, std::optional<AppointmentId> appointment, int visit_number)
{
    desk_.write(
        alive_,
        [=](Records& records, Context const& context) {
            return open_note(records, context, context.make<VisitId>(), episode, start, appointment);
        },
        [this, visit_number](Result<OpenNote> note) { receive(std::move(note), visit_number); });
}

void VisitNotePresenter::open(VisitId visit, int visit_number)
{
    desk_.read(
        alive_, [=](Records const& records, Context const& context) { return reopen_note(records, context, visit); },
        [this, visit_number](Result<OpenNote> note) { receive(std::move(note), visit_number); });
}

void VisitNotePresenter::receive(Result<OpenNote> note, int visit_number)
{
    if (!note) {
        state_.complaints = {note.error()};
        changed();
        return;
    }
    note_ = std::move(*note);
    visit_number_ = visit_number;
    version_ = note_->visit.version();
    opened_ = desk_.context().clock->now();
    base_ = content_ = draft_of(note_->visit);
    trouble_.clear();
    done_.clear();
    undone_.clear();
    attempt_.clear();
    keys_ = 0;
    dirty_ = false;
    drafted_ = note_->draft.has_value();
    state_ = {};
    state_.loaded = true;
    if (note_->draft)
        take_up_draft(*note_->draft);
    for (auto const& row : content_.rows)
        if (row.refused)
            consider(row);
    redraw();
}

void VisitNotePresenter::take_up_draft(std::string const& text)
{
    auto draft = draft_from_text(text);
    if (!draft)
        return;
    if (note_->visit.seal()) {
        state_.left_over = words_not_in(base_, *draft);
        return;
    }
    auto const before = before_from_text(text);
    bool const kept_since = before && *before != base_;
    content_ = kept_since ? merged(*before, *draft, base_) : *std::move(draft);
    if (kept_since)
        attempt_ = {kept_meanwhile()};
}

void VisitNotePresenter::change(std::function<void()> const& edit)
{
    if (!note_ || !state_.writable)
        return;
    NoteDraft before = content_;
    edit();
    if (before == content_)
        return redraw();
    done_.push_back(std::move(before));
    if (done_.size() > undo_steps)
        done_.erase(done_.begin());
    undone_.clear();
    attempt_.clear();
    dirty_ = true;
    redraw();
}

void VisitNotePresenter::type_pain_now(std::string text)
{
    change([&] { content_.pain_now = std::move(text); });
}
void VisitNotePresenter::type_pain_worst(std::string text)
{
    change([&] { content_.pain_worst = std::move(text); });
}
void VisitNotePresenter::type_subjective(std::string text)
{
    change([&] { content_.subjective = std::move(text); });
}
void VisitNotePresenter::type_objective(std::string text)
{
    change([&] { content_.objective = std::move(text); });
}
void VisitNotePresenter::type_assessment(std::string text)
{
    change([&] { content_.assessment = std::move(text); });
}
void VisitNotePresenter::type_plan(std::string text)
{
    change([&] { content_.plan = std::move(text); });
}
void VisitNotePresenter::choose_trend(Trend trend)
{
    change([&] { content_.trend = trend; });
}

void VisitNotePresenter::undo()
{
    if (done_.empty() || !state_.writable)
        return;
    undone_.push_back(std::exchange(content_, std::move(done_.back())));
    done_.pop_back();
    dirty_ = true;
    redraw();
}

void VisitNotePresenter::redo()
{
    if (undone_.empty() || !state_.writable)
        return;
    done_.push_back(std::exchange(content_, std::move(undone_.back())));
    undone_.pop_back();
    dirty_ = true;
    redraw();
}

void VisitNotePresenter::tick()
{
    if (!note_)
        return;
    give_up_waiting();
    bool const ticking =
        std::ranges::any_of(trouble_, [](auto const& entry) { return entry.second.clock_since.has_value(); });
    if (ticking)
        settle_clocks();
    if (dirty_ && !journalling_ && !busy_)
        journal();
    else if (ticking)
        redraw();
}

void VisitNotePresenter::give_up_waiting()
{
    if ((journalling_ || busy_) && desk_.context().clock->now() - waiting_since_ > patience) {
        journalling_ = busy_ = false;
        dirty_ = true;
    }
}

void VisitNotePresenter::journal()
{
    dirty_ = false;
    journalling_ = true;
    waiting_since_ = desk_.context().clock->now();
    desk_.write(
        alive_,
        [id = note_->visit.id(), text = to_text(content_, &base_)](Records& records, Context const& context) {
            return keep_draft(records, context, draft_kind, id.value(), text);
        },
        [this](Result<void> kept) {
            journalling_ = false;
            if (kept)
                state_.saved = "saved " + to_iso(desk_.context().clock->now()).substr(11, 8);
            drafted_ = drafted_ || kept.has_value();
            dirty_ = dirty_ || !kept;
            redraw();
        });
}

void VisitNotePresenter::journal_typed_since(NoteDraft const& sent)
{
    if (content_ != sent)
        journal();
}

void VisitNotePresenter::leave(std::function<void()> then)
{
    if (!note_ || !state_.writable || busy_)
        return then();
    settle_clocks();
    if (content_ == base_ && !drafted_)
        return then();
    auto const details = note_of(content_, note_->visit);
    bool const only_draft = !details || std::ranges::any_of(content_.rows, &NoteDraft::Row::refused);
    if (only_draft) {
        // What does not mean anything yet stays a draft, exactly as typed.
        desk_.write(
            alive_,
            [id = note_->visit.id(), text = to_text(content_, &base_)](Records& records, Context const& context) {
                return keep_draft(records, context, draft_kind, id.value(), text);
            },
            [this, sent = content_, then = std::move(then)](Result<void> const&) {
                journal_typed_since(sent);
                then();
            });
        return;
    }
    if (dirty_)
        journal(); // First on disk as it was typed, whatever becomes of the note.
    busy_ = true;
    waiting_since_ = desk_.context().clock->now();
    desk_.write(
        alive_,
        [id = note_->visit.id(), version = version_, details = *details](
            Records& records, Context const& context) { return save_note(records, context, id, version, details); },
        [this, sent = content_, then = std::move(then)](Result<int> version) {
            busy_ = false;
            if (version) {
                version_ = *version;
                base_ = sent;
                dirty_ = drafted_ = false;
            } else if (is_outdated(version.error()))
                return meet_theirs();
            journal_typed_since(sent);
            then(); // What was not kept is a draft, and nothing of it is lost.
        });
}

void VisitNotePresenter::complain(Refusal refusal)
{
    attempt_ = each(std::move(refusal));
    redraw();
}

void VisitNotePresenter::meet_theirs()
{
    busy_ = true;
    waiting_since_ = desk_.context().clock->now();
    desk_.read(
        alive_,
        [id = note_->visit.id()](
            Records const& records, Context const& context) { return reopen_note(records, context, id); },
        [this](Result<OpenNote> theirs) {
            busy_ = false;
            if (!theirs)
                return complain(theirs.error());
            go_on_with(*std::move(theirs));
            if (!note_->visit.seal())
                complain(kept_meanwhile());
        });
}

void VisitNotePresenter::go_on_with(OpenNote fresh)
{
    NoteDraft const theirs = draft_of(fresh.visit);
    NoteDraft const mine = std::exchange(content_, {});
    bool const sealed = fresh.visit.seal().has_value();
    note_ = std::move(fresh);
    version_ = note_->visit.version();
    content_ = sealed ? theirs : merged(base_, mine, theirs);
    state_.left_over = sealed ? words_not_in(theirs, mine) : std::string{};
    base_ = theirs;
    done_.clear();
    undone_.clear();
    attempt_.clear();
    state_.dose.reset();
    dirty_ = !sealed && content_ != base_;
    redraw();
}

void VisitNotePresenter::take_over()
{
    if (!note_ || !state_.may_take_over || busy_)
        return;
    settle_clocks();
    busy_ = true;
    waiting_since_ = desk_.context().clock->now();
    desk_.write(
        alive_,
        [id = note_->visit.id(), version = version_](
            Records& records, Context const& context) { return take_over_note(records, context, id, version); },
        [this](Result<OpenNote> taken) {
            busy_ = false;
            if (!taken)
                return is_outdated(taken.error()) ? meet_theirs() : complain(taken.error());
            // What the other one typed and did not keep; this person's own stands on top of it.
            if (auto draft = taken->draft ? draft_from_text(*taken->draft) : refuse(Refusal{}); draft && !drafted_)
                content_ = merged(base_, content_, *draft);
            go_on_with(*std::move(taken));
        });
}

void VisitNotePresenter::sign()
{
    if (!note_ || note_->visit.seal() || busy_)
        return;
    settle_clocks();
    auto const details = note_of(content_, note_->visit);
    if (!details)
        return complain(details.error());
    busy_ = true;
    waiting_since_ = desk_.context().clock->now();
    VisitId const id = note_->visit.id();
    desk_.write(
        alive_,
        [id, version = version_, details = *details](
            Records& records, Context const& context) { return sign_note(records, context, id, version, details); },
        [this, id, sent = content_](Result<Seal> seal) {
            busy_ = false;
            if (!seal)
                return is_outdated(seal.error()) ? meet_theirs() : complain(seal.error());
            dirty_ = drafted_ = false;
            state_.sealed = true;
            journal_typed_since(sent);
            open(id, visit_number_);
            signed_off(id);
        });
}

void VisitNotePresenter::discard(std::optional<DiscardReason> reason)
{
    if (!note_ || note_->visit.seal() || busy_)
        return;
    if (!reason && !blank()) {
        attempt_ = {Refusal{Refusal::Reason::Invalid, "reason",
            Message{tr_noop("This note holds something. Say why it is taken away.")}, {}}};
        return redraw();
    }
    busy_ = true;
    waiting_since_ = desk_.context().clock->now();
    dirty_ = false; // Otherwise the journal would write a draft of a note that is gone.
    desk_.write(
        alive_,
        [id = note_->visit.id(), version = version_, reason](
            Records& records, Context const& context) { return discard_note(records, context, id, version, reason); },
        [this](Result<Visit> gone) {
            busy_ = false;
            if (!gone) {
                dirty_ = true;
                attempt_ = {gone.error()};
                return redraw();
            }
            DiscardedNote const note{*std::move(gone), to_text(content_, &base_)};
            note_.reset();
            discarded(note);
        });
}

void VisitNotePresenter::addend(std::string text)
{
    if (!note_ || !note_->visit.seal())
        return;
    VisitId const id = note_->visit.id();
    desk_.write(
        alive_,
        [id, version = version_, text = std::move(text)](
            Records& records, Context const& context) { return add_addendum(records, context, id, version, text); },
        [this, id](Result<void> added) {
            if (added)
                return open(id, visit_number_);
            complain(added.error());
        });
}

void VisitNotePresenter::forget_left_over()
{
    if (!note_ || !note_->visit.seal())
        return;
    state_.left_over.clear();
    desk_.write(
        alive_,
        [id = note_->visit.id()](
            Records& records, Context const& context) { return drop_draft(records, context, draft_kind, id.value()); },
        [](Result<void> const&) {});
    redraw();
}

} // namespace plumbline::app
