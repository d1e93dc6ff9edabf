// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/RecordForm.hpp"

namespace plumbline::app {

std::string restored_words(FormDraft const& draft, Date today, TypedTexts const& now)
{
    std::string const clock = to_clock(draft.at);
    std::string words = day_of(draft.at) == today
        ? fill(tr_noop("Restored what you typed at {0}."), {clock})
        : fill(tr_noop("Restored what you typed on {0} at {1}."), {to_words(day_of(draft.at)), clock});
    if (!differing(draft.before, now).empty())
        words += " Someone else kept this form since; what you typed stands on top of theirs.";
    return words;
}

} // namespace plumbline::app
