// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/Mounts.hpp"

#include "tests/support/TemporaryFolder.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace plumbline::faults {
namespace {

namespace fs = std::filesystem;

/// Two ext4 journals would fit; xfs takes no less than this. The file is sparse.
constexpr auto image_size = "320M";

/// Runs a system's tool; throws with what it said.
void run(std::string const& command)
{
    std::string const words = "said=$(" + command + " 2>&1) || { echo \"$said\" >&2; exit 1; }";
    if (std::system(words.c_str()) != 0) // NOLINT(concurrency-mt-unsafe): one thread.
        throw std::runtime_error{"failed: " + command};
}

std::string quoted(fs::path const& path)
{
    return '\'' + path.string() + '\'';
}

/// Mounts of this process are its own from now on. Empty, or why not.
std::string const& own_mounts()
{
    static std::string const trouble = []() -> std::string {
        if (::geteuid() != 0)
            return "only root may mount a disk";
        if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
            return std::string{"this computer lends no mounts: "}
            + std::strerror(errno); // NOLINT(concurrency-mt-unsafe)
        return {};
    }();
    return trouble;
}

boost::test_tools::assertion_result verdict(std::string const& trouble)
{
    boost::test_tools::assertion_result result{trouble.empty()};
    result.message() << trouble;
    return result;
}

void unmount(fs::path const& point)
{
    // What still uses it keeps it only until it ends.
    if (::umount2(point.c_str(), 0) != 0)
        ::umount2(point.c_str(), MNT_DETACH);
}

boost::test_tools::assertion_result may_cut_power(std::string const& file_system)
{
    if (!own_mounts().empty())
        return verdict(own_mounts());
    try {
        testing::TemporaryFolder const folder;
        LoopDisk disk{folder.path(), file_system};
        disk.cut_power();
        disk.power_on();
        return verdict({});
    } catch (std::exception const& trouble) {
        return verdict("no " + file_system + " disk whose power can be cut: " + trouble.what());
    }
}

} // namespace

boost::test_tools::assertion_result needs_mounts(boost::unit_test::test_unit_id)
{
    return verdict(own_mounts());
}

boost::test_tools::assertion_result needs_ext4_disks(boost::unit_test::test_unit_id)
{
    return may_cut_power("ext4");
}

boost::test_tools::assertion_result needs_xfs_disks(boost::unit_test::test_unit_id)
{
    return may_cut_power("xfs");
}

LoopDisk::LoopDisk(fs::path const& folder, std::string const& file_system)
    : image_{folder / "image"}
    , point_{folder / "disk"}
    , file_system_{file_system}
{
    fs::create_directory(point_);
    run("truncate -s " + std::string{image_size} + ' ' + quoted(image_));
    run((file_system == "xfs" ? "mkfs.xfs -q -f " : "mkfs.ext4 -q -F ") + quoted(image_));
    mount();
}

LoopDisk::~LoopDisk()
{
    unmount(point_);
}

void LoopDisk::mount()
{
    run("mount -t " + file_system_ + " -o loop " + quoted(image_) + ' ' + quoted(point_));
}

void LoopDisk::cut_power()
{
    // FS_IOC_SHUTDOWN without flushing the journal. Named for xfs, understood by ext4.
    constexpr unsigned long shut_down = _IOR('X', 125, std::uint32_t);
    std::uint32_t without_flushing = 2;
    int const point = ::open(point_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool const is_off = point >= 0 && ::ioctl(point, shut_down, &without_flushing) == 0;
    ::close(point);
    if (!is_off)
        throw std::runtime_error{"the power of this disk cannot be cut"};
}

void LoopDisk::power_on()
{
    if (::umount2(point_.c_str(), 0) != 0)
        throw std::runtime_error{"the disk is still in use"};
    mount();
}

SmallDisk::SmallDisk(fs::path const& folder, std::size_t kibibytes)
    : point_{folder / "disk"}
{
    fs::create_directory(point_);
    run("mount -t tmpfs -o size=" + std::to_string(kibibytes) + "k none " + quoted(point_));
}

SmallDisk::~SmallDisk()
{
    unmount(point_);
}

void SmallDisk::resize(std::size_t kibibytes) const
{
    run("mount -o remount,size=" + std::to_string(kibibytes) + "k " + quoted(point_));
}

void SmallDisk::make_read_only()
{
    run("mount -o remount,ro " + quoted(point_));
}

void SmallDisk::make_writable()
{
    run("mount -o remount,rw " + quoted(point_));
}

} // namespace plumbline::faults
