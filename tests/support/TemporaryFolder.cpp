// SPDX-License-Identifier: Apache-2.0
#include "tests/support/TemporaryFolder.hpp"

#include <stdlib.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace plumbline::testing {

TemporaryFolder::TemporaryFolder()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "plumbline-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw std::system_error{errno, std::generic_category(), "no temporary folder"};
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder()
{
    if (std::getenv("PLUMBLINE_KEEP") != nullptr) {
        std::cerr << "kept: " << path_.string() << '\n';
        return;
    }
    std::error_code ignored; // A folder left behind must not turn a passing test into a crash.
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TemporaryFolder::write(std::string_view name, std::string_view content) const
{
    auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out{file, std::ios::binary};
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!out.flush())
        throw std::runtime_error{"cannot write " + file.string()};
    return file;
}

std::string read_file(std::filesystem::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in)
        throw std::runtime_error{"cannot read " + file.string()};
    return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

} // namespace plumbline::testing
