// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/CuttingProxy.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string_view>

namespace plumbline::testing {
namespace {

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

sockaddr* generic(sockaddr_in& address)
{
    return reinterpret_cast<sockaddr*>(&address);
}

int connect_to(int port)
{
    int const line = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(port);
    if (::connect(line, generic(address), sizeof address) != 0)
        throw std::runtime_error{"the test server does not answer"};
    return line;
}

bool send_all(int line, std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const sent = ::send(line, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

} // namespace

CuttingProxy::CuttingProxy(int server_port)
    : server_port_{server_port}
    , listener_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(listener_, generic(address), size) != 0 || ::listen(listener_, 8) != 0
        || ::getsockname(listener_, generic(address), &size) != 0)
        throw std::runtime_error{"no port for the proxy"};
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread{[this] { serve(); }};
}

CuttingProxy::~CuttingProxy()
{
    stopping_ = true;
    thread_.join();
    ::close(listener_);
}

void CuttingProxy::serve()
{
    while (!stopping_) {
        pollfd waiting{listener_, POLLIN, 0};
        if (::poll(&waiting, 1, 20) <= 0)
            continue;
        int const client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        int const server = connect_to(server_port_);
        relay(client, server);
        ::close(client);
        ::close(server);
    }
}

void CuttingProxy::relay(int client, int server)
{
    std::array<char, 65536> buffer{};
    bool answer_is_cut = false;
    while (!stopping_) {
        std::array<pollfd, 2> lines{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
        if (::poll(lines.data(), lines.size(), 20) <= 0)
            continue;
        for (auto const& line : lines) {
            if ((line.revents & (POLLIN | POLLHUP | POLLERR)) == 0)
                continue;
            auto const count = ::recv(line.fd, buffer.data(), buffer.size(), 0);
            if (count <= 0)
                return;
            std::string_view const bytes{buffer.data(), static_cast<std::size_t>(count)};
            bool const is_commit = line.fd == client && bytes.find("commit") != std::string_view::npos;
            if (is_commit && cut_ == Cut::BeforeCommit) {
                cut_ = Cut::Never;
                ++cuts_;
                return;
            }
            if (line.fd == server && answer_is_cut) {
                ++cuts_;
                return;
            }
            if (is_commit && cut_ == Cut::BeforeAnswer) {
                cut_ = Cut::Never;
                answer_is_cut = true;
            }
            if (!send_all(line.fd == client ? server : client, bytes))
                return;
        }
    }
}

} // namespace plumbline::testing
