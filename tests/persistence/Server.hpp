// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Clinic.hpp"

#include <string>

namespace plumbline::testing {

/// An empty database of its own on the test server, gone when the test ends.
class EmptyServer {
public:
    EmptyServer();
    ~EmptyServer();
    EmptyServer(EmptyServer const&) = delete;
    EmptyServer& operator=(EmptyServer const&) = delete;
    [[nodiscard]] ClinicAddress address(std::string const& more = {}) const;
    /// The same database by way of a port on this computer.
    [[nodiscard]] ClinicAddress address_through(int port) const;
    [[nodiscard]] static int server_port();
    /// As somebody who administers the server would.
    void execute(std::string const& sql) const;
    /// Cuts every connection to the database, as a restart does.
    void cut_connections() const;

private:
    std::string name_;
};

} // namespace plumbline::testing
