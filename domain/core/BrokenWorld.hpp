// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

namespace plumbline {

/// What no careful person can cause: a lost connection, a full disk, a damaged file. Its text is safe to
/// show and to log: no patient data, no statement, no bound value.
class BrokenWorld : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace plumbline
