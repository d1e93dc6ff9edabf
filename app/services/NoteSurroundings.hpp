// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/VisitNotes.hpp"

namespace plumbline::app {

// How services show a note; not for screens.

/// The visit with all that stands beside it while it is written or read.
[[nodiscard]] Result<OpenNote> with_surroundings(Records const& records, Context const& context, Visit visit);

} // namespace plumbline::app
