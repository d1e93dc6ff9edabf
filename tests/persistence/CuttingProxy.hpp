// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <thread>

namespace plumbline::testing {

/// Stands between a workstation and its server and cuts the line at a COMMIT, before the server hears it or
/// before the workstation hears the answer.
class CuttingProxy {
public:
    enum class Cut { Never, BeforeCommit, BeforeAnswer };

    explicit CuttingProxy(int server_port);
    ~CuttingProxy();
    CuttingProxy(CuttingProxy const&) = delete;
    CuttingProxy& operator=(CuttingProxy const&) = delete;

    [[nodiscard]] int port() const noexcept { return port_; }
    /// At the next COMMIT, once.
    void cut_next(Cut cut) noexcept { cut_ = cut; }
    [[nodiscard]] int cuts() const noexcept { return cuts_; }

private:
    void serve();
    /// Until one side hangs up or the line is cut.
    void relay(int client, int server);

    int server_port_;
    int listener_;
    int port_ = 0;
    std::atomic<Cut> cut_{Cut::Never};
    std::atomic<int> cuts_{0};
    std::atomic<bool> stopping_{false};
    std::jthread thread_;
};

} // namespace plumbline::testing
