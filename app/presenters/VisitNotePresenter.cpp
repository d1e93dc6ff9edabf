// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/VisitNotePresenter.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::app {

namespace {

constexpr std::size_t undo_steps = 200;
constexpr std::string_view draft_kind = "visit";
/// Work that broke, as on a full disk, has no answer; after so long it is tried again or may be asked for anew.
constexpr std::chrono::seconds patience{10};

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
    content_ = draft_of(note_->visit);
    trouble_.clear();
    done_.clear();
    undone_.clear();
    attempt_.clear();
    keys_ = 0;
    dirty_ = false;
    if (note_->draft && !note_->visit.seal())
        if (auto draft = draft_from_text(*note_->draft))
            content_ = std::move(*draft);
    state_ = {};
    state_.loaded = true;
    for (auto const& row : content_.rows)
        if (row.refused)
            consider(row);
    redraw();
}

void VisitNotePresenter::change(std::function<void()> const& edit)
{
    if (!note_ || note_->visit.seal() || busy_)
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
    if (done_.empty() || state_.sealed)
        return;
    undone_.push_back(std::exchange(content_, std::move(done_.back())));
    done_.pop_back();
    dirty_ = true;
    redraw();
}

void VisitNotePresenter::redo()
{
    if (undone_.empty() || state_.sealed)
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
        [id = note_->visit.id(), text = to_text(content_)](Records& records, Context const& context) {
            return keep_draft(records, context, draft_kind, id.value(), text);
        },
        [this](Result<void> kept) {
            journalling_ = false;
            if (kept)
                state_.saved = "saved " + to_iso(desk_.context().clock->now()).substr(11, 8);
            else
                dirty_ = true;
            redraw();
        });
}

void VisitNotePresenter::leave(std::function<void()> then)
{
    if (!note_ || note_->visit.seal() || busy_)
        return then();
    settle_clocks();
    auto const details = note_of(content_, note_->visit);
    bool const only_draft = !details || std::ranges::any_of(content_.rows, &NoteDraft::Row::refused);
    if (only_draft) {
        // What does not mean anything yet stays a draft, exactly as typed.
        desk_.write(
            alive_,
            [id = note_->visit.id(), text = to_text(content_)](Records& records, Context const& context) {
                return keep_draft(records, context, draft_kind, id.value(), text);
            },
            [then = std::move(then)](Result<void> const&) { then(); });
        return;
    }
    busy_ = true;
    waiting_since_ = desk_.context().clock->now();
    desk_.write(
        alive_,
        [id = note_->visit.id(), version = version_, details = *details](
            Records& records, Context const& context) { return save_note(records, context, id, version, details); },
        [this, then = std::move(then)](Result<int> version) {
            busy_ = false;
            if (version) {
                version_ = *version;
                dirty_ = false;
                then();
            } else {
                state_.complaints = {version.error()};
                changed();
            }
        });
}

void VisitNotePresenter::sign()
{
    if (!note_ || note_->visit.seal() || busy_)
        return;
    settle_clocks();
    auto const details = note_of(content_, note_->visit);
    if (!details) {
        attempt_ = details.error().others;
        attempt_.insert(attempt_.begin(), details.error());
        attempt_.front().others.clear();
        return redraw();
    }
    busy_ = true;
    waiting_since_ = desk_.context().clock->now();
    VisitId const id = note_->visit.id();
    desk_.write(
        alive_,
        [id, version = version_, details = *details](
            Records& records, Context const& context) { return sign_note(records, context, id, version, details); },
        [this, id](Result<Seal> seal) {
            busy_ = false;
            if (!seal) {
                attempt_ = seal.error().others;
                attempt_.insert(attempt_.begin(), seal.error());
                attempt_.front().others.clear();
                return redraw();
            }
            dirty_ = false;
            state_.sealed = true;
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
            DiscardedNote const note{*std::move(gone), to_text(content_)};
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
            attempt_ = {added.error()};
            redraw();
        });
}

} // namespace plumbline::app
