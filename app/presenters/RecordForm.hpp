// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/Faults.hpp"
#include "app/presenters/FormJournal.hpp"
#include "app/services/Signal.hpp"
#include "app/services/VisitNotes.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plumbline::app {

/// What every form says of its typing.
struct TypingState {
    enum class Clash {
        None,
        Met,    ///< Someone else kept this record meanwhile; nothing was overwritten.
        Theirs, ///< The form shows theirs; one's own typing comes back on top of it.
    };
    bool fresh = true;    ///< Adding, not changing.
    bool busy = false;    ///< It is being kept.
    bool changed = false; ///< Something was typed that is not kept yet.
    bool can_undo = false;
    bool can_redo = false;
    std::string saved;    ///< `saved 10:30`
    std::string restored; ///< `Restored what you typed at 14:05.` until it is kept or discarded.
    Clash clash = Clash::None;
    std::vector<Refusal> complaints; ///< Of the last try to keep it, less what was typed anew since.
    int attempts = 0;                ///< How often keeping was refused.
    friend bool operator==(TypingState const&, TypingState const&) = default;
};

/// `Restored what you typed at 14:05.`, or on which day.
[[nodiscard]] std::string restored_words(FormDraft const& draft, Date today, TypedTexts const& now);

/// A form over one record, without the screen: nothing typed is lost to a crash, to a colleague or to a slip.
/// Every form journals into its draft, has its undo, keeps the same record however often it is asked, and puts what was
/// typed on top of what someone else kept meanwhile. State is a TypingState with `Fields fields`; `texts_of(Fields)` and
/// `with_texts(Fields, TypedTexts)` are found beside the fields.
template <class Entity, class Fields, class State>
class RecordForm {
public:
    RecordForm(RecordForm const&) = delete;
    RecordForm& operator=(RecordForm const&) = delete;
    virtual ~RecordForm()
    {
        if (!state_.busy || state_.fields != sent_)
            journal_.flush([this] { return draft(); });
    }

    [[nodiscard]] State const& state() const noexcept { return state_; }
    Signal<> changed;

    /// The whole form after any key or click. What is typed into one field without a pause is one step back.
    void edit(Fields fields);
    void undo();
    void redo();
    /// A few times a second: journals what was typed.
    void tick();
    /// Back to the record as it is stored; Ctrl+Z brings back what was typed.
    void discard();
    /// After a clash.
    void see_theirs() { meet_theirs(Show::Theirs); }
    void put_mine_on_top();

protected:
    using Work = std::function<Result<Entity>(Records&, Context const&)>;
    using Reading = std::function<Result<Entity>(Records const&)>;

    RecordForm(Desk& desk, std::string_view kind, std::int64_t subject)
        : desk_{desk}
        , journal_{desk, kind, subject}
    {
    }
    /// Last thing in the constructor of the form: shows this and what was typed before a crash.
    enum class Begun { New, Stored, Sealed };
    void begin(Fields fields, Begun begun);
    /// A step back of its own: a row came or went.
    void step(Fields fields);
    /// Nothing to do, because nothing was typed over a record that is kept.
    [[nodiscard]] bool idle() const noexcept { return state_.busy || (!state_.fresh && !state_.changed); }
    void complain(Refusal refusal);
    void submit(Work work);
    /// While it is being kept: what follows when that is done; a refusal forgets it. False when nothing is under way.
    bool once_kept(std::function<void()> next);
    void redraw();

    [[nodiscard]] virtual Fields fields_of(Entity const& entity) const = 0;
    /// The record as it is stored is the one that is changed from now on.
    virtual void adopt(Entity const& entity) = 0;
    [[nodiscard]] virtual std::int64_t subject_of(Entity const& entity) const = 0;
    /// Reads the record anew; runs on the database's thread, perhaps after this is gone.
    [[nodiscard]] virtual Reading reading() const = 0;
    /// What else the state says, from the fields.
    virtual void derive() = 0;
    virtual void after_keeping(Entity const& entity) = 0;

    Desk& desk_;
    State state_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);

private:
    static constexpr std::size_t undo_steps = 200;
    static constexpr std::chrono::seconds pause{1};
    /// A keep that broke has no answer; after so long it may be tried again.
    static constexpr std::chrono::seconds patience{20};
    enum class Show { Theirs, MineOnTop };

    [[nodiscard]] std::optional<FormDraft> draft() const;
    void restore(Result<std::optional<FormDraft>> found);
    void push(Fields fields);
    void replace(Fields fields);
    void forget_complaints(std::vector<std::string> const& names);
    void meet_theirs(Show show);
    void show_theirs(Entity const& entity, Show show);
    void accept(Entity const& entity);

    FormJournal journal_;
    Fields base_{}; ///< As the record is stored; of a new one, as the form began.
    Fields sent_{};
    std::optional<Fields> on_top_; ///< Mine on top of theirs, while theirs are shown.
    std::vector<Fields> done_, undone_;
    std::string last_name_; ///< The field typed in last.
    Instant last_at_{};
    Instant busy_since_{};
    std::function<void()> next_; ///< Asked for while it was being kept.
};

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::begin(Fields fields, Begun begun)
{
    base_ = fields;
    state_.fields = std::move(fields);
    state_.fresh = begun == Begun::New;
    derive();
    // What was typed into a record that someone signed since stays in its draft: it must not look like the record.
    if (begun == Begun::Sealed)
        return;
    journal_.look([this](Result<std::optional<FormDraft>> found) { restore(std::move(found)); });
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::restore(Result<std::optional<FormDraft>> found)
{
    if (!found)
        return complain(found.error());
    if (!*found)
        return;
    FormDraft const& draft = **found;
    TypedTexts const now = texts_of(base_);
    // What was typed while the draft was looked for stands on top of it.
    TypedTexts const earlier = merged(draft.before, draft.texts, now);
    TypedTexts const all = merged(now, texts_of(state_.fields), earlier);
    if (differing(all, now).empty()) {
        journal_.mark();
        return;
    }
    state_.restored = restored_words(draft, desk_.context().today(), now);
    replace(with_texts(base_, all));
}

template <class Entity, class Fields, class State>
std::optional<FormDraft> RecordForm<Entity, Fields, State>::draft() const
{
    Fields const& mine = on_top_ ? *on_top_ : state_.fields;
    if (mine == base_)
        return std::nullopt;
    return FormDraft{.before = texts_of(base_), .texts = texts_of(mine), .at = desk_.context().clock->local_now()};
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::redraw()
{
    state_.changed = state_.fields != base_;
    state_.can_undo = !done_.empty();
    state_.can_redo = !undone_.empty();
    derive();
    changed();
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::push(Fields fields)
{
    done_.push_back(std::move(fields));
    if (done_.size() > undo_steps)
        done_.erase(done_.begin());
    undone_.clear();
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::replace(Fields fields)
{
    state_.fields = std::move(fields);
    if (state_.clash == TypingState::Clash::Theirs)
        state_.clash = TypingState::Clash::None;
    on_top_.reset();
    journal_.mark();
    redraw();
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::edit(Fields fields)
{
    if (fields == state_.fields)
        return;
    auto const names = differing(texts_of(state_.fields), texts_of(fields));
    Instant const now = desk_.context().clock->now();
    bool const goes_on = names.size() == 1 && names.front() == last_name_ && !done_.empty() && now - last_at_ < pause;
    if (!goes_on)
        push(state_.fields);
    undone_.clear();
    last_name_ = names.size() == 1 ? names.front() : std::string{};
    last_at_ = now;
    forget_complaints(names);
    replace(std::move(fields));
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::step(Fields fields)
{
    if (fields == state_.fields)
        return;
    push(state_.fields);
    last_name_.clear();
    forget_complaints(differing(texts_of(state_.fields), texts_of(fields)));
    replace(std::move(fields));
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::forget_complaints(std::vector<std::string> const& names)
{
    std::erase_if(
        state_.complaints, [&](Refusal const& fault) { return std::ranges::find(names, fault.field) != names.end(); });
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::undo()
{
    if (done_.empty())
        return;
    undone_.push_back(state_.fields);
    auto before = std::move(done_.back());
    done_.pop_back();
    last_name_.clear();
    replace(std::move(before));
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::redo()
{
    if (undone_.empty())
        return;
    done_.push_back(state_.fields);
    auto after = std::move(undone_.back());
    undone_.pop_back();
    last_name_.clear();
    replace(std::move(after));
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::discard()
{
    if (state_.busy)
        return;
    state_.restored.clear();
    state_.complaints.clear();
    state_.clash = TypingState::Clash::None;
    Fields const mine = on_top_ ? *on_top_ : state_.fields;
    if (mine != base_)
        push(mine);
    last_name_.clear();
    replace(base_);
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::tick()
{
    if (state_.busy && desk_.context().clock->now() - busy_since_ > patience) {
        state_.busy = false;
        next_ = nullptr;
        redraw();
    }
    if (state_.busy)
        return;
    journal_.tick([this] { return draft(); });
    if (journal_.refusal() && state_.complaints.empty())
        complain(*journal_.refusal());
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::complain(Refusal refusal)
{
    state_.complaints = one_each(std::move(refusal));
    ++state_.attempts;
    redraw();
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::submit(Work work)
{
    state_.busy = true;
    busy_since_ = desk_.context().clock->now();
    next_ = nullptr;
    state_.complaints.clear();
    sent_ = state_.fields;
    changed();
    desk_.write(
        alive_,
        [work = std::move(work), kind = std::string{journal_.kind()}, subject = journal_.subject()](
            Records& records, Context const& context) -> Result<Entity> {
            auto kept = work(records, context);
            if (kept)
                if (auto const dropped = drop_draft(records, context, kind, subject); !dropped)
                    return refuse(dropped.error());
            return kept;
        },
        [this](Result<Entity> kept) {
            state_.busy = false;
            if (kept)
                return accept(*kept);
            bool const outdated = kept.error().reason == Refusal::Reason::Conflict && kept.error().field.empty();
            if (!outdated)
                return complain(kept.error());
            state_.clash = TypingState::Clash::Met;
            journal_.mark();
            redraw();
        });
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::accept(Entity const& entity)
{
    adopt(entity);
    Fields const stored = fields_of(entity);
    bool const typed_on = state_.fields != sent_;
    state_.fields =
        typed_on ? with_texts(stored, merged(texts_of(sent_), texts_of(state_.fields), texts_of(stored))) : stored;
    base_ = stored;
    on_top_.reset();
    done_.clear();
    undone_.clear();
    last_name_.clear();
    state_.fresh = false;
    state_.clash = TypingState::Clash::None;
    state_.restored.clear();
    state_.saved = "saved " + to_clock(desk_.context().clock->local_now());
    journal_.settle(subject_of(entity));
    if (typed_on)
        journal_.mark();
    redraw();
    auto const next = std::exchange(next_, nullptr);
    after_keeping(entity);
    if (next)
        next();
}

template <class Entity, class Fields, class State>
bool RecordForm<Entity, Fields, State>::once_kept(std::function<void()> next)
{
    if (!state_.busy)
        return false;
    next_ = std::move(next);
    return true;
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::put_mine_on_top()
{
    if (!on_top_)
        return meet_theirs(Show::MineOnTop);
    push(state_.fields);
    auto mine = *std::move(on_top_);
    replace(std::move(mine));
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::meet_theirs(Show show)
{
    if (state_.clash != TypingState::Clash::Met || state_.busy)
        return;
    desk_.read(
        alive_, [reading = reading()](Records const& records, Context const&) { return reading(records); },
        [this, show](Result<Entity> entity) {
            if (!entity)
                return complain(entity.error());
            show_theirs(*entity, show);
        });
}

template <class Entity, class Fields, class State>
void RecordForm<Entity, Fields, State>::show_theirs(Entity const& entity, Show show)
{
    Fields const theirs = fields_of(entity);
    Fields mine = with_texts(theirs, merged(texts_of(base_), texts_of(state_.fields), texts_of(theirs)));
    adopt(entity);
    if (subject_of(entity) != journal_.subject())
        journal_.drop(); // Of a record that is not new any more.
    journal_.settle(subject_of(entity));
    base_ = theirs;
    state_.fresh = false;
    state_.restored.clear();
    done_.clear();
    undone_.clear();
    last_name_.clear();
    state_.clash = TypingState::Clash::None;
    if (show == Show::MineOnTop) {
        push(theirs);
        return replace(std::move(mine));
    }
    push(mine);
    replace(theirs);
    if (mine == theirs)
        return;
    on_top_ = std::move(mine);
    state_.clash = TypingState::Clash::Theirs;
    changed();
}

} // namespace plumbline::app
