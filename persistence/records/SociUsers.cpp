// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociUsers.hpp"

#include "domain/core/Text.hpp"
#include "persistence/records/Rows.hpp"

namespace plumbline::persistence {
namespace {

std::vector<User> read(Query& query)
{
    std::vector<User> users;
    std::int64_t id = 0;
    int active = 0, version = 0;
    std::string role;
    User::Details row;
    query.into(id).into(row.login).into(row.full_name).into(row.credentials).into(row.npi);
    query.into(role).into(active).into(version);
    while (query.next()) {
        row.role = stored(role_from_code(role));
        row.active = active != 0;
        users.push_back(stored(User::create(UserId{id}, row, version)));
    }
    return users;
}

std::optional<User> one(std::vector<User> users)
{
    return users.empty() ? std::nullopt : std::optional{std::move(users.front())};
}

void bind(Query& query, User const& user)
{
    User::Details const& details = user.details();
    query.bind("id", user.id().value())
        .bind("login", details.login)
        .bind("full_name", details.full_name)
        .bind("credentials", details.credentials)
        .bind("npi", details.npi)
        .bind("role", code(details.role))
        .bind("active", details.active);
}

} // namespace

std::optional<User> SociUsers::find(UserId id) const
{
    auto query = session_.query("select id, login, full_name, credentials, npi, role, active, version"
                                " from user_account where id = :id");
    query.bind("id", id.value());
    return one(read(query));
}

std::optional<User> SociUsers::by_login(std::string_view login) const
{
    auto query = session_.query("select id, login, full_name, credentials, npi, role, active, version"
                                " from user_account where login = :login");
    query.bind("login", ascii_lower(login));
    return one(read(query));
}

std::vector<User> SociUsers::all() const
{
    auto query = session_.query("select id, login, full_name, credentials, npi, role, active, version"
                                " from user_account order by login");
    return read(query);
}

Result<void> SociUsers::keep(User const& user)
{
    return keeping([&]() -> Result<void> {
        if (auto const holder = by_login(user.details().login); holder && holder->id() != user.id())
            return refuse(Refusal::Reason::Conflict, "login", tr_noop("Someone else has this login name."));
        if (user.version() > 0) {
            auto query = session_.query(
                "update user_account set login = :login, full_name = :full_name, credentials = :credentials,"
                " npi = :npi, role = :role, active = :active, version = version + 1"
                " where id = :id and version = :version");
            bind(query, user);
            query.bind("version", user.version());
            return query.run() == 1 ? Result<void>{} : outdated();
        }
        auto query = session_.query(
            "insert into user_account (id, login, full_name, credentials, npi, role, active, version)"
            " values (:id, :login, :full_name, :credentials, :npi, :role, :active, 1) on conflict (id) do nothing");
        bind(query, user);
        if (query.run() == 1)
            return {};
        auto const before = find(user.id());
        return before && before->details() == user.details() ? Result<void>{} : outdated();
    });
}

} // namespace plumbline::persistence
