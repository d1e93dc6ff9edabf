// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/PatientListPresenter.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::app {

PatientListPresenter::PatientListPresenter(Desk& desk, int page)
    : desk_{desk}
    , page_{page}
{
    ask(0);
}

void PatientListPresenter::ask(std::size_t offset)
{
    int const question = ++question_;
    desk_.read(
        alive_,
        [text = state_.search, offset, page = page_](Records const& records, Context const& context) {
            return search_patients(records, context, text, page + 1, static_cast<int>(offset));
        },
        [this, offset, question](Result<std::vector<PatientRow>> rows) {
            asking_more_ = false;
            if (question != question_)
                return;
            searching_ = false;
            bool const open = std::exchange(open_waits_, false);
            if (!rows) {
                state_.complaint = rows.error();
                changed();
                return;
            }
            state_.complaint.reset();
            state_.more = std::ssize(*rows) > page_;
            if (state_.more)
                rows->pop_back();
            state_.rows.resize(std::min(state_.rows.size(), offset), PatientRow{PatientId{0}, {}, {}, {}, {}, {}});
            state_.rows.insert(state_.rows.end(), rows->begin(), rows->end());
            if (offset == 0)
                state_.selected = state_.rows.empty() ? std::nullopt : std::optional<std::size_t>{0};
            changed();
            if (open)
                open_selected();
        });
}

void PatientListPresenter::type_search(std::string text)
{
    if (text == state_.search)
        return;
    state_.search = std::move(text);
    state_.selected.reset(); // Enter opens nobody by the letters before.
    searching_ = true;
    open_waits_ = false;
    ask(0);
}

void PatientListPresenter::load_more()
{
    if (!state_.more || asking_more_)
        return;
    asking_more_ = true;
    ask(state_.rows.size());
}

void PatientListPresenter::refresh()
{
    ask(0);
}

void PatientListPresenter::select(std::size_t row)
{
    if (searching_ || row >= state_.rows.size() || state_.selected == row)
        return;
    state_.selected = row;
    changed();
}

void PatientListPresenter::open_selected()
{
    if (auto const row = chosen())
        return opened(*row);
    open_waits_ = searching_;
}

std::optional<PatientRow> PatientListPresenter::chosen() const
{
    if (!state_.selected || *state_.selected >= state_.rows.size())
        return std::nullopt;
    return state_.rows[*state_.selected];
}

} // namespace plumbline::app
