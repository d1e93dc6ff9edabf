// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/Resource.hpp"

#include "domain/core/Text.hpp"
#include "domain/core/Vocabulary.hpp"

#include <utility>

namespace plumbline {

namespace {

constexpr Vocabulary kinds{std::to_array<Term<ResourceKind>>({
    {ResourceKind::Room, "room", "Room"},
    {ResourceKind::TractionTable, "traction-table", "Traction table"},
    {ResourceKind::Equipment, "equipment", "Equipment"},
})};

} // namespace

std::string_view code(ResourceKind kind) noexcept
{
    return kinds.code(kind);
}
std::string_view label(ResourceKind kind) noexcept
{
    return kinds.label(kind);
}
Result<ResourceKind> resource_kind_from_code(std::string_view code)
{
    if (auto const kind = kinds.from_code(code))
        return *kind;
    return refuse(Refusal::Reason::Invalid, "kind", tr_noop("There is no such kind of room or equipment."));
}

Result<Resource> Resource::create(ResourceId id, Details details, int version)
{
    Faults faults;
    clean_text(faults, "name", details.name, name_rule);
    if (details.name.empty())
        faults.add("name", tr_noop("Type a name."));
    if (!faults.none())
        return refuse(faults.refusal());
    return Resource{id, std::move(details), version};
}

Resource Resource::restore(ResourceId id, Details details, int version)
{
    return Resource{id, std::move(details), version};
}

Resource::Resource(ResourceId id, Details details, int version)
    : id_{id}
    , details_{std::move(details)}
    , version_{version}
{
}

} // namespace plumbline
