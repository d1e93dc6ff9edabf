// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace plumbline::testing {

/// A new empty folder that nobody else can read, gone with everything in it when the test ends.
/// PLUMBLINE_KEEP=1 in the environment keeps it, and says where it is.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    [[nodiscard]] std::filesystem::path const& path() const noexcept { return path_; }
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

    /// Writes a whole file and answers its path.
    std::filesystem::path write(std::string_view name, std::string_view content) const;

private:
    std::filesystem::path path_;
};

/// The bytes of a whole file; throws when it cannot be read.
[[nodiscard]] std::string read_file(std::filesystem::path const& file);

} // namespace plumbline::testing
