// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace plumbline::testing {

/// Stands between this process and the system calls that change files: write, pwrite, fsync, fdatasync,
/// ftruncate, rename, unlink. Counts them, and lets them fail, or kills the process, at a chosen one.
class Disk {
public:
    enum class Trouble { None, Fails, Fails_from_then_on, Kills };

    [[nodiscard]] static int syncs() noexcept;
    [[nodiscard]] static int calls() noexcept;

    /// Trouble at the n-th call from now, counted from 1, until the object goes.
    Disk(Trouble trouble, int nth, int error_number = 0) noexcept;
    ~Disk();
    Disk(Disk const&) = delete;
    Disk& operator=(Disk const&) = delete;
    /// True when the chosen call came.
    [[nodiscard]] bool struck() const noexcept;
};

/// The same, only for calls that make data last.
class BrokenSync {
public:
    explicit BrokenSync(int error_number) noexcept;
    ~BrokenSync();
    BrokenSync(BrokenSync const&) = delete;
    BrokenSync& operator=(BrokenSync const&) = delete;
};

} // namespace plumbline::testing
