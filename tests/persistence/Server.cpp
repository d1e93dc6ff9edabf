// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/Server.hpp"

#include "persistence/Secret.hpp"
#include "persistence/Session.hpp"
#include "persistence/dialects/Postgres.hpp"
#include "tests/support/Needs.hpp"

namespace plumbline::testing {
namespace {

using persistence::Dialect;
using persistence::Session;
namespace postgres = persistence::postgres;

/// The test server's address with another database in it.
std::string address_of(std::string const& database)
{
    std::string const address = postgres_address().value();
    auto const query = address.find('?');
    auto const path = address.find('/', std::string_view{"postgresql://"}.size());
    return address.substr(0, path) + '/' + database + (query == std::string::npos ? "?" : address.substr(query));
}

void on(std::string const& database, std::string const& sql)
{
    Session session{Dialect::Postgres, postgres::connect(postgres::connection_string(address_of(database)).value())};
    session.execute(sql);
}

} // namespace

EmptyServer::EmptyServer()
    : name_{"plumbline_empty_" + persistence::random_hex(8)}
{
    on("postgres", "create database " + name_ + " template template0 encoding 'UTF8'");
}

EmptyServer::~EmptyServer()
{
    try {
        on("postgres", "drop database if exists " + name_ + " with (force)");
    } catch (std::exception const&) {
        // The server is thrown away after the tests.
    }
}

ClinicAddress EmptyServer::address(std::string const& more) const
{
    auto address = address_of(name_);
    return {address + (address.back() == '?' || more.empty() ? "" : "&") + more};
}

void EmptyServer::execute(std::string const& sql) const
{
    on(name_, sql);
}

void EmptyServer::cut_connections() const
{
    on("postgres", "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name_ + "'");
}

} // namespace plumbline::testing
