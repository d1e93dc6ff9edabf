// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/FeeSchedulePresenter.hpp"

#include "app/presenters/Faults.hpp"

#include <utility>

namespace plumbline::app {

namespace {

constexpr std::size_t problems_shown = 8;

std::string words_of(FeeEdit const& edit)
{
    if (edit.size() != 1)
        return fill(tr_noop("{0} service codes are changed."), {std::to_string(edit.size())});
    CodeChange const& one = edit.front();
    if (!one.after)
        return fill(tr_noop("Code {0} is removed."), {one.before->code});
    return fill(one.before ? tr_noop("Code {0} is changed.") : tr_noop("Code {0} is added."), {one.after->code});
}

} // namespace

FeeSchedulePresenter::FeeSchedulePresenter(Desk& desk)
    : desk_{desk}
{
    state_.may_see = permitted(desk.actor().role, Action::SeeClinic);
    state_.may_change = permitted(desk.actor().role, Action::EditFees);
}

void FeeSchedulePresenter::refresh()
{
    if (!state_.may_see)
        return;
    desk_.read(alive_, service_codes, [this](Result<std::vector<ServiceCode>> codes) {
        if (!codes)
            return refused(codes.error());
        state_.loaded = true;
        state_.codes = *std::move(codes);
        changed();
    });
}

void FeeSchedulePresenter::refused(Refusal refusal)
{
    state_.busy = false;
    state_.complaints = each(std::move(refusal));
    changed();
}

void FeeSchedulePresenter::change(FeeEdit edit)
{
    if (state_.busy)
        return;
    state_.busy = true;
    state_.complaints.clear();
    state_.notice.clear();
    state_.problems.clear();
    desk_.write(
        alive_,
        [edit = std::move(edit)](
            Records& records, Context const& context) { return change_codes(records, context, edit); },
        [this](Result<FeeEdit> done) {
            state_.busy = false;
            if (done)
                edited(*done);
            else
                refused(done.error());
            // Whose change it was that stands in the way is to be seen, too.
            refresh();
        });
}

void FeeSchedulePresenter::edited(FeeEdit const& edit)
{
    if (!edit.empty())
        happened(words_of(edit), edit);
    refresh();
}

void FeeSchedulePresenter::remove(std::size_t index)
{
    if (index < state_.codes.size())
        change({{state_.codes[index], std::nullopt}});
}

void FeeSchedulePresenter::undo(FeeEdit const& edit)
{
    change(inverse(edit));
}

void FeeSchedulePresenter::import_list(std::string const& file)
{
    if (state_.busy)
        return;
    state_.busy = true;
    state_.complaints.clear();
    state_.problems.clear();
    state_.notice.clear();
    changed();
    desk_.manage(
        alive_,
        [file](OpenClinic& clinic, Context const& context) -> Result<CodeImport> {
            auto const bytes = read_import_file(file);
            if (!bytes)
                return refuse(bytes.error());
            return clinic.store().write(
                [&](Records& records) { return import_codes(records, context, *bytes, ImportMode::Import); });
        },
        [this](Result<CodeImport> import) {
            if (!import)
                return refused(import.error());
            take(*import);
        });
}

void FeeSchedulePresenter::take(CodeImport const& import)
{
    ImportOutcome const& outcome = import.outcome;
    state_.busy = false;
    state_.notice = outcome.faults > 0
        ? fill(tr_noop("Nothing was taken over: {0} rows cannot be used."), {std::to_string(outcome.faults)})
        : fill(tr_noop("Added {0}, changed {1}, {2} were so already."),
            {std::to_string(outcome.created), std::to_string(outcome.updated), std::to_string(outcome.skipped)});
    for (ImportProblem const& problem : outcome.problems)
        if (state_.problems.size() < problems_shown)
            state_.problems.push_back(problem.english());
    if (outcome.problems.size() > problems_shown)
        state_.problems.push_back(
            fill(tr_noop("and {0} more"), {std::to_string(outcome.problems.size() - problems_shown)}));
    changed();
    edited(import.edit);
}

} // namespace plumbline::app
