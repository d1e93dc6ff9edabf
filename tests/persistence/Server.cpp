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

namespace {

/// Where the port stands in the address: after the last colon of the part between `//` and `/`.
std::pair<std::size_t, std::size_t> port_in(std::string const& address)
{
    auto const end = address.find('/', std::string_view{"postgresql://"}.size());
    return {address.rfind(':', end) + 1, end};
}

} // namespace

ClinicAddress EmptyServer::address_through(int port) const
{
    std::string text = address().text;
    auto const [begin, end] = port_in(text);
    return {text.replace(begin, end - begin, std::to_string(port))};
}

int EmptyServer::server_port()
{
    std::string const address = postgres_address().value();
    auto const [begin, end] = port_in(address);
    return std::stoi(address.substr(begin, end - begin));
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
