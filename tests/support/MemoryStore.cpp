// SPDX-License-Identifier: Apache-2.0
#include "tests/support/MemoryStore.hpp"

#include "domain/store/BrokenWorld.hpp"
#include "tests/support/MemoryPorts.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::testing {
namespace {

/// Puts the state back unless told that it is to stay.
class Undo {
public:
    explicit Undo(MemoryState& state)
        : state_{state}
        , before_{state}
    {
    }
    ~Undo()
    {
        if (!kept_)
            std::swap(state_, before_);
    }
    Undo(Undo const&) = delete;
    Undo& operator=(Undo const&) = delete;
    void keep() noexcept { kept_ = true; }

private:
    MemoryState& state_;
    MemoryState before_;
    bool kept_ = false;
};

tl::unexpected<Refusal> wrong_password()
{
    return refuse(Refusal::Reason::NotAllowed, "password", tr_noop("Wrong password."));
}

bool is_last_owner(MemoryState const& state, UserId user)
{
    return std::ranges::none_of(state.users, [&](auto const& entry) {
        User const& other = entry.second;
        return other.id() != user && other.details().active && other.details().role == Role::Owner;
    });
}

} // namespace

MemoryStore::MemoryStore()
    : records_{state_}
{
}

void MemoryStore::write_all(std::function<bool(Records&)> const& work)
{
    Undo undo{state_};
    bool const is_good = work(records_);
    if (writes_until_broken_ && --*writes_until_broken_ == 0) {
        writes_until_broken_.reset();
        throw DiskFull{Message{tr_noop("The disk is full. Nothing was saved.")}};
    }
    if (!is_good)
        return;
    undo.keep();
    ++committed_;
}

void MemoryStore::read_all(std::function<void(Records const&)> const& work)
{
    work(records_);
}

MemoryClinic::MemoryClinic(Actor actor, std::string password)
    : actor_{std::move(actor)}
    , password_{std::move(password)}
{
}

Result<void> MemoryClinic::unlock(std::string const& password)
{
    return password == password_ ? Result<void>{} : wrong_password();
}

Result<void> MemoryClinic::change_password(std::string const& old_password, std::string const& new_password)
{
    if (old_password != password_)
        return wrong_password();
    return acceptable_password(new_password, actor_.login).map([&] { password_ = new_password; });
}

Result<void> MemoryClinic::admit(User const& user, std::string const& password)
{
    if (auto allowed = permit(actor_, Action::ManageUsers); !allowed)
        return allowed;
    return acceptable_password(password, user.details().login).and_then([&] {
        return store_.write([&](Records& records) { return records.users().keep(user); });
    });
}

Result<void> MemoryClinic::dismiss(UserId id)
{
    if (auto allowed = permit(actor_, Action::ManageUsers); !allowed)
        return allowed;
    if (is_last_owner(store_.state(), id))
        return refuse(Refusal::Reason::NotAllowed, "user", tr_noop("The last owner cannot be dismissed."));
    return store_.write([&](Records& records) -> Result<void> {
        auto const user = records.users().find(id);
        if (!user)
            return refuse(Refusal::Reason::NotFound, "user", tr_noop("There is no such user."));
        User::Details details = user->details();
        details.active = false;
        return User::create(id, std::move(details), user->version()).and_then([&](User const& gone) {
            return records.users().keep(gone);
        });
    });
}

Result<BackupReceipt> MemoryClinic::backup(std::string const& file)
{
    if (auto allowed = permit(actor_, Action::BackUp); !allowed)
        return refuse(allowed.error());
    MemoryState const& state = store_.state();
    return BackupReceipt{
        file, sha256(file), true, std::ssize(state.patients), std::ssize(state.visits), std::ssize(state.audit)};
}

AuditVerdict MemoryClinic::verify_audit()
{
    auto const& links = store_.state().audit;
    return {true, std::ssize(links), std::nullopt, links.empty() ? std::string{} : links.back().mac};
}

} // namespace plumbline::testing
