// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace soci {
class session;
class statement;
}

namespace plumbline::persistence::sqlite {

/// Ends the run of a statement: releases its read lock and lets go of bound values.
void release(soci::statement& statement) noexcept;

} // namespace plumbline::persistence::sqlite
