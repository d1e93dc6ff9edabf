// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/test/tools/assertion_result.hpp>
#include <boost/test/tree/test_unit.hpp>

#include <filesystem>
#include <string>

namespace plumbline::faults {

// Real disks for real faults. They are mounted in a name space of this process alone, so that nothing is left on
// the computer whatever happens to the test.

/// For `* boost::unit_test::precondition(...)`: only root may mount, and a container often has no disk to lend.
[[nodiscard]] boost::test_tools::assertion_result needs_mounts(boost::unit_test::test_unit_id);
[[nodiscard]] boost::test_tools::assertion_result needs_ext4_disks(boost::unit_test::test_unit_id);
[[nodiscard]] boost::test_tools::assertion_result needs_xfs_disks(boost::unit_test::test_unit_id);

/// A disk in a file, whose power can be cut.
class LoopDisk {
public:
    /// In this folder, formatted and mounted at `folder/disk`.
    LoopDisk(std::filesystem::path const& folder, std::string const& file_system);
    ~LoopDisk();
    LoopDisk(LoopDisk const&) = delete;
    LoopDisk& operator=(LoopDisk const&) = delete;
    [[nodiscard]] std::filesystem::path const& path() const noexcept { return point_; }

    /// From now on nothing more reaches the disk, and what was not made to last is gone.
    void cut_power();
    /// The computer starts again. Whoever used the disk has ended.
    void power_on();

private:
    void mount();
    std::filesystem::path image_, point_;
    std::string file_system_;
};

/// A disk in memory of exactly this size.
class SmallDisk {
public:
    SmallDisk(std::filesystem::path const& folder, std::size_t kibibytes);
    ~SmallDisk();
    SmallDisk(SmallDisk const&) = delete;
    SmallDisk& operator=(SmallDisk const&) = delete;
    [[nodiscard]] std::filesystem::path const& path() const noexcept { return point_; }
    void resize(std::size_t kibibytes) const;
    void make_read_only();
    void make_writable();

private:
    std::filesystem::path point_;
};

} // namespace plumbline::faults
