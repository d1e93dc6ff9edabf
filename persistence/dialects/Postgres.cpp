// SPDX-License-Identifier: Apache-2.0
#include "persistence/dialects/Postgres.hpp"

#include "persistence/Session.hpp"

#include <libpq-fe.h>

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <map>

namespace plumbline::persistence::postgres {
namespace {

using Options = std::map<std::string, std::string>;

std::optional<Options> parse(std::string const& address)
{
    std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> const parsed{
        PQconninfoParse(address.c_str(), nullptr), &PQconninfoFree};
    if (!parsed)
        return std::nullopt;
    Options options;
    for (PQconninfoOption const* option = parsed.get(); option->keyword != nullptr; ++option)
        if (option->val != nullptr)
            options[option->keyword] = option->val;
    return options;
}

bool is_this_computer(std::string_view host)
{
    return host.empty() || host.starts_with('/') || host.starts_with('@') || host == "localhost" || host == "::1"
        || host.starts_with("127.");
}

// A list of hosts is tried one after the other, so each of them must be local.
bool all_local(std::string_view hosts)
{
    while (true) {
        auto const comma = hosts.find(',');
        if (!is_this_computer(hosts.substr(0, comma)))
            return false;
        if (comma == std::string_view::npos)
            return true;
        hosts.remove_prefix(comma + 1);
    }
}

std::string quoted(std::string_view value)
{
    std::string text{'\''};
    for (char const c : value) {
        if (c == '\'' || c == '\\')
            text += '\\';
        text += c;
    }
    return text + '\'';
}

std::string in_words(Options const& options)
{
    std::string text;
    for (auto const& [key, value] : options)
        text += key + '=' + quoted(value) + ' ';
    return text;
}

void set_default(Options& options, char const* key, char const* value)
{
    options.emplace(key, value);
}

std::string setting(Session& session, std::string_view query)
{
    std::string value;
    auto shown = session.query(query);
    shown.into(value);
    return shown.next() ? value : std::string{};
}

soci::postgresql_session_backend* backend(Session& session) noexcept
{
    return static_cast<soci::postgresql_session_backend*>(session.connection().get_backend());
}

} // namespace

Result<std::string> connection_string(std::string_view address)
{
    auto options = parse(std::string{address});
    if (!options)
        return refuse(Refusal::Reason::Invalid, "clinic",
            tr_noop("This is not a server address. It looks like postgresql://user@host/database."));

    bool const local = all_local((*options)["host"]) && all_local((*options)["hostaddr"]);
    if (!local) {
        auto const asked = options->find("sslmode");
        if (asked != options->end() && asked->second != "verify-full")
            return refuse(Refusal::Reason::Invalid, "clinic",
                tr_noop("A server on another computer is only used with sslmode=verify-full."));
        (*options)["sslmode"] = "verify-full";
    }
    for (auto const* unset : {"host", "hostaddr"})
        if ((*options)[unset].empty())
            options->erase(unset);

    set_default(*options, "connect_timeout", "5");
    set_default(*options, "tcp_user_timeout", "15000");
    set_default(*options, "keepalives_idle", "10");
    set_default(*options, "application_name", "plumbline");
    set_default(*options, "client_encoding", "UTF8");
    // The address may carry options of its own, such as a search_path: those come last and win.
    std::string& server_options = (*options)["options"];
    server_options = "-c statement_timeout=60s -c lock_timeout=5s -c synchronous_commit=on "
                     "-c idle_in_transaction_session_timeout=20s -c tcp_keepalives_idle=10 "
                     "-c tcp_keepalives_interval=5 -c tcp_keepalives_count=2 -c client_min_messages=warning "
        + server_options;

    return in_words(*options);
}

std::string with_database(std::string const& connection_string, std::string const& name)
{
    auto options = parse(connection_string).value_or(Options{});
    options["dbname"] = name;
    return in_words(options);
}

std::map<std::string, std::string> environment(std::string const& connection_string)
{
    std::map<std::string, std::string> variables;
    std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> const parsed{
        PQconninfoParse(connection_string.c_str(), nullptr), &PQconninfoFree};
    for (auto const* option = parsed.get(); option != nullptr && option->keyword != nullptr; ++option)
        if (option->val != nullptr && option->envvar != nullptr)
            variables[option->envvar] = option->val;
    return variables;
}

std::unique_ptr<soci::session> connect(std::string const& connection_string)
{
    return std::make_unique<soci::session>(soci::postgresql, connection_string);
}

Result<void> trust(Session& session)
{
    for (std::string_view const query : {"show fsync", "show full_page_writes", "show synchronous_commit"})
        if (setting(session, query) == "off")
            return refuse(Refusal::Reason::Invalid, "clinic",
                tr_noop("This server may lose saved work when the power fails ({0} is off). "
                        "Ask whoever runs it to turn it on."),
                {std::string{query.substr(5)}});
    return {};
}

bool in_failed_transaction(Session& session) noexcept
{
    auto const* const server = backend(session);
    return server == nullptr || PQtransactionStatus(server->conn_) == PQTRANS_INERROR;
}

bool is_lost(Session& session) noexcept
{
    auto const* const server = backend(session);
    return server == nullptr || PQstatus(server->conn_) != CONNECTION_OK;
}

void release(soci::statement& statement) noexcept
{
    auto* const backend = static_cast<soci::postgresql_statement_backend*>(statement.get_backend());
    if (backend == nullptr)
        return;
    backend->useByNameBuffers_.clear();
    backend->result_.reset();
}

} // namespace plumbline::persistence::postgres
