// SPDX-License-Identifier: Apache-2.0
#include "persistence/backup/Process.hpp"

#include "domain/store/BrokenWorld.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

extern char** environ; // NOLINT: POSIX declares it nowhere else.

namespace plumbline::persistence {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts)
{
    std::vector<char*> list;
    for (std::string& text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

std::vector<std::string> merged(std::map<std::string, std::string> const& extra)
{
    std::map<std::string, std::string> all;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        std::string_view const text{*entry};
        auto const equals = text.find('=');
        if (equals != std::string_view::npos)
            all.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    for (auto const& [name, value] : extra)
        all[name] = value;
    std::vector<std::string> lines;
    for (auto const& [name, value] : all)
        lines.push_back(name + '=' + value);
    return lines;
}

/// The actions between fork and exec; destroyed in any case.
class Actions {
public:
    Actions() { ::posix_spawn_file_actions_init(&actions_); }
    ~Actions() { ::posix_spawn_file_actions_destroy(&actions_); }
    Actions(Actions const&) = delete;
    Actions& operator=(Actions const&) = delete;
    void use(int descriptor, int as) { ::posix_spawn_file_actions_adddup2(&actions_, descriptor, as); }
    void use_nothing(int as, int flags) { ::posix_spawn_file_actions_addopen(&actions_, as, "/dev/null", flags, 0); }
    [[nodiscard]] posix_spawn_file_actions_t const* get() const noexcept { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

} // namespace

std::optional<Process> Process::start(
    std::vector<std::string> const& command, std::map<std::string, std::string> const& environment, Pipe pipe)
{
    // A socket pair instead of a pipe: writing to a program that has gone is then an error and not a signal.
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw_disk_trouble(errno);
    Descriptor ours{ends[0]};
    Descriptor const theirs{ends[1]};
    Actions actions;
    bool const reads = pipe == Pipe::FromIt;
    actions.use(theirs.number(), reads ? STDOUT_FILENO : STDIN_FILENO);
    actions.use_nothing(reads ? STDIN_FILENO : STDOUT_FILENO, reads ? O_RDONLY : O_WRONLY);
    actions.use_nothing(STDERR_FILENO, O_WRONLY);

    auto words = command;
    auto lines = merged(environment);
    pid_t child = 0;
    if (::posix_spawnp(
            &child, words.front().c_str(), actions.get(), nullptr, pointers(words).data(), pointers(lines).data())
        != 0)
        return std::nullopt;
    return Process{child, std::move(ours)};
}

Process::Process(Process&& other) noexcept
    : child_{std::exchange(other.child_, 0)}
    , pipe_{std::move(other.pipe_)}
{
}

Process::~Process()
{
    if (child_ != 0)
        static_cast<void>(succeeded());
}

std::string Process::read()
{
    std::string bytes(1 << 16, '\0');
    while (true) {
        auto const count = ::read(pipe_.number(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw DiskFailed{Message{tr_noop("A helper program could not be read.")}};
        bytes.resize(static_cast<std::size_t>(count));
        return bytes;
    }
}

bool Process::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const count = ::send(pipe_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool Process::succeeded()
{
    pipe_.close();
    int status = 0;
    pid_t ended = 0;
    do
        ended = ::waitpid(child_, &status, 0);
    while (ended < 0 && errno == EINTR);
    child_ = 0;
    return ended > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace plumbline::persistence
