// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/Disk.hpp"

#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>

namespace plumbline::testing {
namespace {

int counted_syncs = 0;
int counted_calls = 0;
Disk::Trouble armed = Disk::Trouble::None;
int strike_at = 0;
int strike_error = 0;
bool has_struck = false;
int sync_error = 0;

/// True when the call is to fail.
bool strikes() noexcept
{
    ++counted_calls;
    if (armed == Disk::Trouble::None)
        return false;
    bool const now =
        counted_calls == strike_at || (armed == Disk::Trouble::Fails_from_then_on && counted_calls > strike_at);
    if (!now)
        return false;
    has_struck = true;
    if (armed == Disk::Trouble::Kills)
        ::syscall(SYS_exit_group, 137);
    errno = strike_error;
    return true;
}

bool sync_strikes() noexcept
{
    ++counted_syncs;
    if (sync_error == 0)
        return false;
    errno = sync_error;
    return true;
}

} // namespace

int Disk::syncs() noexcept
{
    return counted_syncs;
}
int Disk::calls() noexcept
{
    return counted_calls;
}

Disk::Disk(Trouble trouble, int nth, int error_number) noexcept
{
    has_struck = false;
    strike_at = counted_calls + nth;
    strike_error = error_number;
    armed = trouble;
}

Disk::~Disk()
{
    armed = Trouble::None;
}

bool Disk::struck() const noexcept
{
    return has_struck;
}

BrokenSync::BrokenSync(int error_number) noexcept
{
    sync_error = error_number;
}
BrokenSync::~BrokenSync()
{
    sync_error = 0;
}

} // namespace plumbline::testing

// The program's own definitions come before those of the C library, for SQLite as for everybody else.
extern "C" {

ssize_t write(int file, void const* bytes, std::size_t size)
{
    // Standard output and error are not the disk.
    if (file > 2 && plumbline::testing::strikes())
        return -1;
    return ::syscall(SYS_write, file, bytes, size);
}

ssize_t pwrite(int file, void const* bytes, std::size_t size, off_t at)
{
    if (plumbline::testing::strikes())
        return -1;
    return ::syscall(SYS_pwrite64, file, bytes, size, at);
}

ssize_t pwrite64(int file, void const* bytes, std::size_t size, off64_t at)
{
    if (plumbline::testing::strikes())
        return -1;
    return ::syscall(SYS_pwrite64, file, bytes, size, at);
}

int fsync(int file)
{
    if (plumbline::testing::strikes() || plumbline::testing::sync_strikes())
        return -1;
    return static_cast<int>(::syscall(SYS_fsync, file));
}

int fdatasync(int file)
{
    if (plumbline::testing::strikes() || plumbline::testing::sync_strikes())
        return -1;
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}

int ftruncate(int file, off_t size) noexcept
{
    if (plumbline::testing::strikes())
        return -1;
    return static_cast<int>(::syscall(SYS_ftruncate, file, size));
}

int ftruncate64(int file, off64_t size) noexcept
{
    if (plumbline::testing::strikes())
        return -1;
    return static_cast<int>(::syscall(SYS_ftruncate, file, size));
}

int rename(char const* from, char const* to) noexcept
{
    if (plumbline::testing::strikes())
        return -1;
    return static_cast<int>(::syscall(SYS_rename, from, to));
}

int renameat2(int from_folder, char const* from, int to_folder, char const* to, unsigned flags) noexcept
{
    if (plumbline::testing::strikes())
        return -1;
    return static_cast<int>(::syscall(SYS_renameat2, from_folder, from, to_folder, to, flags));
}

int unlink(char const* name) noexcept
{
    if (plumbline::testing::strikes())
        return -1;
    return static_cast<int>(::syscall(SYS_unlink, name));
}

} // extern "C"
