// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/Driver.hpp"

#include "tests/faults/driver/Ledger.hpp"

#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>

namespace plumbline::faults {
namespace {

namespace fs = std::filesystem;

struct Pipe {
    Pipe()
    {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            throw std::runtime_error{"no pipe"};
    }
    std::array<int, 2> ends{};
};

} // namespace

Driver::Driver(std::vector<std::string> const& arguments, std::vector<std::string> const& under)
{
    std::vector<std::string> words = under;
    words.emplace_back(PLUMBLINE_FAULT_DRIVER);
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);

    Pipe const answers, orders;
    child_ = ::fork();
    if (child_ == 0) {
        ::dup2(orders.ends[0], STDIN_FILENO);
        ::dup2(answers.ends[1], STDOUT_FILENO);
        ::execvp(pointers.front(), pointers.data());
        ::_exit(127);
    }
    ::close(orders.ends[0]);
    ::close(answers.ends[1]);
    from_it_ = answers.ends[0];
    to_it_ = orders.ends[1];
    if (child_ < 0)
        throw std::runtime_error{"no process"};
}

Driver::~Driver()
{
    kill();
    ::close(from_it_);
    ::close(to_it_);
}

std::optional<std::string> Driver::line()
{
    for (;;) {
        if (auto const end = heard_.find('\n'); end != std::string::npos) {
            std::string line = heard_.substr(0, end);
            heard_.erase(0, end + 1);
            return line;
        }
        std::array<char, 4096> buffer{};
        auto const count = ::read(from_it_, buffer.data(), buffer.size());
        if (count <= 0)
            return std::nullopt;
        heard_.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

std::string Driver::must_say()
{
    auto said = line();
    // Boost.Test puts a message together even when it is not needed, and waiting must not come first.
    if (!said)
        BOOST_FAIL("the driver ended with " << wait());
    return *said;
}

void Driver::tell(std::string const& line) const
{
    std::string const text = line + '\n';
    BOOST_REQUIRE(::write(to_it_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
}

void Driver::kill()
{
    if (ended_)
        return;
    ::kill(child_, SIGKILL);
    wait();
}

int Driver::wait()
{
    if (!ended_) {
        int status = 0;
        ::waitpid(child_, &status, 0);
        ended_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return *ended_;
}

std::string drive(std::vector<std::string> const& arguments)
{
    Driver driver{arguments};
    std::string last;
    while (auto line = driver.line())
        last = std::move(*line);
    BOOST_REQUIRE_MESSAGE(driver.wait() == 0, arguments.front() << ": " << last);
    return last;
}

Verdict judged(std::string const& clinic, fs::path const& ledger)
{
    return Verdict::from_line(drive({"judge", clinic, ledger.string()}));
}

FolderElsewhere::FolderElsewhere(fs::path const& than)
{
    for (fs::path const& root : {fs::path{"/dev/shm"}, fs::path{"/tmp"}, fs::path{"/var/tmp"}, fs::current_path()}) {
        if (!fs::exists(root) || !on_different_file_systems(root, than))
            continue;
        std::string pattern = (root / "plumbline-ledger-XXXXXX").string();
        if (::mkdtemp(pattern.data()) != nullptr) {
            path_ = pattern;
            return;
        }
    }
    throw std::runtime_error{"every folder is on one file system; a ledger needs another, such as /dev/shm"};
}

FolderElsewhere::~FolderElsewhere()
{
    std::error_code ignored; // A folder left behind must not turn a passing test into a crash.
    fs::remove_all(path_, ignored);
}

int count_from(char const* variable, int otherwise)
{
    char const* const text = std::getenv(variable);
    return text != nullptr ? std::stoi(text) : otherwise;
}

} // namespace plumbline::faults
