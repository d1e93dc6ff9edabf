// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/InsightsPresenter.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

struct Read {
    std::vector<InsightTable> worklists, figures;
};

Result<Read> read_all(Records const& records, Context const& context, int weeks)
{
    auto const lists = worklists(records, context);
    if (!lists)
        return refuse(lists.error());
    auto const numbers = insights(records, context, weeks);
    if (!numbers)
        return refuse(numbers.error());
    Read read{{}, tables_of(*numbers)};
    for (Worklist const& list : *lists)
        read.worklists.push_back(table_of(list));
    return read;
}

} // namespace

InsightTable const* InsightsState::shown() const noexcept
{
    if (chosen < worklists.size())
        return &worklists[chosen];
    std::size_t const figure = chosen - worklists.size();
    return figure < figures.size() ? &figures[figure] : nullptr;
}

InsightsPresenter::InsightsPresenter(Desk& desk)
    : desk_{desk}
{
    state_.allowed = permitted(desk.actor().role, Action::SeeInsights);
}

void InsightsPresenter::refresh()
{
    if (!state_.allowed)
        return;
    desk_.read(
        alive_,
        [weeks = state_.weeks](
            Records const& records, Context const& context) { return read_all(records, context, weeks); },
        [this, weeks = state_.weeks](Result<Read> read) {
            if (weeks != state_.weeks)
                return; // Another period was chosen meanwhile; its answer is on its way.
            if (read) {
                state_.worklists = std::move(read->worklists);
                state_.figures = std::move(read->figures);
                state_.loaded = true;
                state_.complaint.reset();
                if (!wanted_.empty())
                    choose(std::exchange(wanted_, {}));
            } else {
                state_.complaint = read.error();
            }
            changed();
        });
}

void InsightsPresenter::choose(std::size_t index)
{
    if (index == state_.chosen || index >= state_.worklists.size() + state_.figures.size())
        return;
    state_.chosen = index;
    state_.notice.clear();
    state_.complaint.reset();
    changed();
}

void InsightsPresenter::choose(std::string const& code)
{
    if (!state_.loaded) {
        wanted_ = code;
        return;
    }
    for (auto const* const tables : {&state_.worklists, &state_.figures})
        for (std::size_t index = 0; index < tables->size(); ++index)
            if ((*tables)[index].code == code)
                return choose(tables == &state_.worklists ? index : state_.worklists.size() + index);
}

void InsightsPresenter::choose_weeks(int weeks)
{
    if (weeks == state_.weeks || std::ranges::find(insight_periods, weeks) == insight_periods.end())
        return;
    state_.weeks = weeks;
    refresh();
}

void InsightsPresenter::hand_out(AuditEvent how, std::string done, TableHand hand)
{
    InsightTable const* const table = state_.shown();
    if (!table || state_.busy)
        return;
    state_.busy = true;
    state_.notice.clear();
    changed();
    // Away from the window's thread, like everything that can wait for a disk or a printer.
    desk_.manage(
        alive_,
        [table = *table, how, hand = std::move(hand)](OpenClinic& clinic, Context const& context) -> Result<void> {
            if (auto allowed = permit(context.actor, Action::SeeInsights); !allowed)
                return allowed;
            // What cannot be noted is not handed out.
            if (auto noted = clinic.store().write(
                    [&](Records& records) { return note_taken_out(records, context, how, table.code); });
                !noted)
                return noted;
            return hand(clinic, context, table);
        },
        [this, done = std::move(done)](Result<void> handed) {
            state_.busy = false;
            state_.notice = handed ? done : std::string{};
            state_.complaint = handed ? std::nullopt : std::optional{handed.error()};
            changed();
        });
}

void InsightsPresenter::save_as(std::string path)
{
    std::string done = "Saved to " + path;
    hand_out(AuditEvent::Export, std::move(done), to_file(std::move(path)));
}

void InsightsPresenter::print(std::string queue)
{
    hand_out(AuditEvent::Print, "Sent to the printer", to_printer(std::move(queue)));
}

} // namespace plumbline::app
