// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "domain/core/Result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

enum class ResourceKind { Room, TractionTable, Equipment };
[[nodiscard]] std::string_view code(ResourceKind) noexcept;
[[nodiscard]] std::string_view label(ResourceKind) noexcept;
[[nodiscard]] Result<ResourceKind> resource_kind_from_code(std::string_view code);

/// A thing that only one appointment, or one class, can have at a time.
class Resource {
public:
    struct Details {
        ResourceKind kind = ResourceKind::Room;
        std::string name{};
        bool active = true;
        friend bool operator==(Details const&, Details const&) = default;
    };
    /// Refuses an empty name.
    [[nodiscard]] static Result<Resource> create(ResourceId id, Details details, int version = 0);
    [[nodiscard]] static Resource restore(ResourceId id, Details details, int version);

    [[nodiscard]] ResourceId id() const noexcept { return id_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    [[nodiscard]] int version() const noexcept { return version_; }
    friend bool operator==(Resource const&, Resource const&) = default;

private:
    Resource(ResourceId id, Details details, int version);
    ResourceId id_;
    Details details_;
    int version_;
};

class Resources {
public:
    virtual ~Resources() = default;
    [[nodiscard]] virtual std::optional<Resource> find(ResourceId id) const = 0;
    /// By kind, then name.
    [[nodiscard]] virtual std::vector<Resource> all() const = 0;
    /// Conflict when the version is outdated.
    [[nodiscard]] virtual Result<void> keep(Resource const& resource) = 0;
};

} // namespace plumbline
