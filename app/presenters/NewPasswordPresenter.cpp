// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/NewPasswordPresenter.hpp"

#include "app/presenters/Faults.hpp"
#include "app/services/Administration.hpp"

#include <utility>

namespace plumbline::app {

NewPasswordPresenter::NewPasswordPresenter(Desk& desk, User user)
    : desk_{desk}
    , user_{std::move(user)}
{
}

void NewPasswordPresenter::refused(Refusal refusal)
{
    state_.busy = false;
    state_.complaints = each(std::move(refusal));
    changed();
}

void NewPasswordPresenter::give(std::string const& fresh, std::string const& again)
{
    if (state_.busy)
        return;
    if (fresh != again)
        return refused(
            {Refusal::Reason::Invalid, "password_again", {tr_noop("The two passwords are not the same."), {}}, {}});
    state_.busy = true;
    state_.complaints.clear();
    changed();
    desk_.manage(
        alive_,
        [user = user_.id(), fresh](
            OpenClinic& clinic, Context const& context) { return give_password(clinic, context, user, fresh); },
        [this](Result<void> outcome) {
            if (!outcome)
                return refused(outcome.error());
            state_.busy = false;
            given();
        });
}

} // namespace plumbline::app
