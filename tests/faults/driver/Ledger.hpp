// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::faults {

/// What was begun and what was acknowledged, in a file that the fault under test does not reach. One line each,
/// `begun NAME STEP VISIT SHA256` and `done NAME STEP`, in one write each, so that a kill leaves whole lines.
class Ledger {
public:
    struct Line {
        bool done = false;
        std::string name;
        int step = 0;
        std::int64_t visit = 0;
        std::string rows{}; ///< Digest of the rows as they are to be after this step.
    };

    explicit Ledger(std::filesystem::path const& file);
    ~Ledger();
    Ledger(Ledger const&) = delete;
    Ledger& operator=(Ledger const&) = delete;

    void begin(Line const& line);
    void acknowledge(std::string_view name, int step);
    [[nodiscard]] static std::vector<Line> read(std::filesystem::path const& file);
    /// What was acknowledged beyond the first bytes counts as begun only.
    static void take_back(std::filesystem::path const& file, std::uintmax_t beyond);

private:
    void append(std::string const& line) const;
    int file_;
};

/// True when losing one file system cannot lose the other with it.
[[nodiscard]] bool on_different_file_systems(std::filesystem::path const& one, std::filesystem::path const& other);

} // namespace plumbline::faults
