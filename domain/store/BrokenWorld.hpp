// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Message.hpp"

#include <stdexcept>
#include <utility>

namespace plumbline {

/// What no care of the user could have prevented: a full disk, a lost server, a damaged file. Thrown by the
/// Store and caught once per user action. Neither what() nor message() ever holds patient data.
class BrokenWorld : public std::runtime_error {
public:
    explicit BrokenWorld(Message message)
        : std::runtime_error{message.english()}
        , message_{std::move(message)}
    {
    }
    [[nodiscard]] Message const& message() const noexcept { return message_; }

private:
    Message message_;
};

/// Nothing was saved; saving works again once there is room.
class DiskFull : public BrokenWorld {
    using BrokenWorld::BrokenWorld;
};

/// The disk failed or the folder became read-only; nothing of the last change was saved.
class DiskFailed : public BrokenWorld {
    using BrokenWorld::BrokenWorld;
};

/// The stored data is not as it was written.
class DataDamaged : public BrokenWorld {
    using BrokenWorld::BrokenWorld;
};

/// Others held the database for too long; nothing was saved.
class StoreBusy : public BrokenWorld {
    using BrokenWorld::BrokenWorld;
};

/// The server does not answer; nothing was saved.
class ServerLost : public BrokenWorld {
    using BrokenWorld::BrokenWorld;
};

/// The server went away while the change was being committed and has not come back to say whether it was kept.
class OutcomeUnknown : public ServerLost {
    using ServerLost::ServerLost;
};

} // namespace plumbline
