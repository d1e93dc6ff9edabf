// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/FormJournal.hpp"

#include "app/services/VisitNotes.hpp"

#include <utility>

namespace plumbline::app {

namespace {

/// A write that broke has no answer; after so long it is tried again.
constexpr std::chrono::seconds patience{10};

} // namespace

FormJournal::FormJournal(Desk& desk, std::string_view kind, std::int64_t subject)
    : desk_{desk}
    , kind_{kind}
    , subject_{subject}
{
}

void FormJournal::look(std::function<void(Result<std::optional<FormDraft>>)> found)
{
    looking_ = true;
    desk_.read(
        alive_,
        [kind = kind_, subject = subject_](Records const& records, Context const& context) {
            return find_form_draft(records, context, kind, subject);
        },
        [this, found = std::move(found)](Result<std::optional<FormDraft>> draft) {
            looking_ = false;
            found(std::move(draft));
        });
}

void FormJournal::tick(std::function<std::optional<FormDraft>()> const& draft)
{
    Instant const now = desk_.context().clock->now();
    if (writing_ && now - *writing_ > patience) {
        writing_.reset();
        dirty_ = true;
    }
    if (!dirty_ || looking_ || writing_ || refusal_)
        return;
    writing_ = now;
    dirty_ = false;
    write(draft());
}

void FormJournal::flush(std::function<std::optional<FormDraft>()> const& draft)
{
    if (dirty_ && !looking_ && !refusal_)
        write(draft());
    dirty_ = false;
}

void FormJournal::write(std::optional<FormDraft> const& draft)
{
    desk_.write(
        alive_,
        [kind = kind_, subject = subject_, text = draft ? std::optional{to_text(*draft)} : std::nullopt](
            Records& records, Context const& context) {
            return text ? keep_draft(records, context, kind, subject, *text)
                        : drop_draft(records, context, kind, subject);
        },
        [this](Result<void> const& written) {
            writing_.reset();
            if (written)
                return;
            dirty_ = true;
            // Asking again would only fill the audit log.
            if (written.error().reason == Refusal::Reason::NotAllowed)
                refusal_ = written.error();
        });
}

void FormJournal::settle(std::int64_t subject) noexcept
{
    subject_ = subject;
    dirty_ = false;
}

} // namespace plumbline::app
