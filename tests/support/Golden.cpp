// SPDX-License-Identifier: Apache-2.0
#include "tests/support/Golden.hpp"

#include "tests/support/TemporaryFolder.hpp"

#include <fstream>
#include <sstream>
#include <string>

namespace plumbline::testing {
namespace {

std::filesystem::path source_root()
{
    return PLUMBLINE_SOURCE_ROOT;
}

/// Where two texts part, as a person would point at it.
std::string first_difference(std::string const& approved, std::string const& received)
{
    std::istringstream left{approved};
    std::istringstream right{received};
    for (int line = 1;; ++line) {
        std::string want;
        std::string got;
        bool const more_wanted = static_cast<bool>(std::getline(left, want));
        bool const more_got = static_cast<bool>(std::getline(right, got));
        if (!more_wanted && !more_got)
            return "only the line endings differ";
        if (want != got || more_wanted != more_got)
            return "line " + std::to_string(line) + "\n  approved: " + (more_wanted ? want : "(end)")
                + "\n  received: " + (more_got ? got : "(end)");
    }
}

void leave_for_approval(std::filesystem::path const& file, std::string_view received)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out{file, std::ios::binary};
    out.write(received.data(), static_cast<std::streamsize>(received.size()));
}

} // namespace

std::filesystem::path golden_folder()
{
    return source_root() / "tests" / "golden";
}

std::filesystem::path received_folder()
{
    return std::filesystem::path{PLUMBLINE_BUILD_ROOT} / "received";
}

std::filesystem::path data_file(std::string_view name)
{
    return source_root() / "tests" / "data" / name;
}

boost::test_tools::assertion_result is_golden(std::string_view name, std::string_view received)
{
    auto const approved = golden_folder() / name;
    auto const waiting = received_folder() / name;

    bool const known = std::filesystem::exists(approved);
    std::string const want = known ? read_file(approved) : std::string{};
    if (known && want == received) {
        std::filesystem::remove(waiting);
        return true;
    }

    leave_for_approval(waiting, received);
    boost::test_tools::assertion_result no{false};
    no.message() << "golden " << name << ": ";
    if (known)
        no.message() << first_difference(want, std::string{received});
    else
        no.message() << "nothing approved yet";
    no.message() << "\n  see " << waiting.string() << "; approve with tests/approve";
    return no;
}

} // namespace plumbline::testing
