// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <soci/error.h>

#include <utility>

namespace plumbline::persistence {

/// What went wrong in the database, in words that both engines share.
enum class Fault {
    Constraint, ///< A rule of the schema was broken.
    Taken,      ///< Of those, the ones that keep two from having the same.
    Collision,  ///< Two transactions met; trying again may succeed.
    Busy,       ///< Someone else holds the lock.
    DiskFull,
    ReadOnly,
    Damaged, ///< Not a database, not ours, or not as it was written.
    LostConnection,
    Io,
    Other
};

/// Never look at what() of the error: SOCI writes bound values, and so patient data, into it.
[[nodiscard]] Fault fault_of(soci::soci_error const& error) noexcept;

/// Throws the BrokenWorld that stands for the error, with nothing of the error's own text in it.
[[noreturn]] void throw_broken_world(soci::soci_error const& error);

/// Does the work; an error of SOCI comes out as a BrokenWorld.
template <class Work>
auto guarded(Work&& work) -> decltype(work())
{
    try {
        return std::forward<Work>(work)();
    } catch (soci::soci_error const& error) {
        throw_broken_world(error);
    }
}

} // namespace plumbline::persistence
