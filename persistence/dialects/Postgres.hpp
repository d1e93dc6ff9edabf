// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace soci {
class session;
class statement;
} // namespace soci

namespace plumbline::persistence {
class Session;
}

namespace plumbline::persistence::postgres {

/// The address in libpq's own words, with what a clinic must have: verified TLS unless the server is on this
/// computer, and time limits on everything. Refuses an address that asks for less TLS, or makes no sense.
[[nodiscard]] Result<std::string> connection_string(std::string_view address);

/// The same connection to another database of the server.
[[nodiscard]] std::string with_database(std::string const& connection_string, std::string const& name);
/// The connection as the PG... variables that PostgreSQL's own programs read.
[[nodiscard]] std::map<std::string, std::string> environment(std::string const& connection_string);

/// Throws when the server does not answer.
[[nodiscard]] std::unique_ptr<soci::session> connect(std::string const& connection_string);

/// Refuses a server that would acknowledge what a power cut can take back.
[[nodiscard]] Result<void> trust(Session& session);

/// True when a statement failed and the server will turn commit into rollback without calling it an error.
[[nodiscard]] bool in_failed_transaction(Session& session) noexcept;

/// True when the connection is known to be gone.
[[nodiscard]] bool is_lost(Session& session) noexcept;

/// Ends the run of a statement and lets go of bound values.
void release(soci::statement& statement) noexcept;

} // namespace plumbline::persistence::postgres
