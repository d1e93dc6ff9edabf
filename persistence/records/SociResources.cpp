// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociResources.hpp"

#include "persistence/records/Rows.hpp"

#include <algorithm>
#include <tuple>

namespace plumbline::persistence {
namespace {

std::vector<Resource> read(Query& query)
{
    std::vector<Resource> resources;
    std::int64_t id = 0;
    std::string kind, name;
    int active = 0, version = 0;
    query.into(id).into(kind).into(name).into(active).into(version);
    while (query.next())
        resources.push_back(
            Resource::restore(ResourceId{id}, {stored(resource_kind_from_code(kind)), name, active != 0}, version));
    return resources;
}

} // namespace

std::optional<Resource> SociResources::find(ResourceId id) const
{
    auto query = session_.query("select id, kind, name, active, version from resource where id = :id");
    query.bind("id", id.value());
    auto found = read(query);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<Resource> SociResources::all() const
{
    auto query = session_.query("select id, kind, name, active, version from resource");
    auto resources = read(query);
    std::ranges::sort(resources, {}, [](Resource const& one) {
        return std::tuple{one.details().kind, one.details().name, one.id()};
    });
    return resources;
}

Result<void> SociResources::keep(Resource const& resource)
{
    return keeping([&]() -> Result<void> {
        auto const& details = resource.details();
        auto const bind = [&](Query& query) {
            query.bind("id", resource.id().value())
                .bind("kind", code(details.kind))
                .bind("name", details.name)
                .bind("active", details.active);
        };
        if (resource.version() > 0) {
            auto query = session_.query("update resource set kind = :kind, name = :name, active = :active,"
                                        " version = version + 1 where id = :id and version = :version");
            bind(query);
            query.bind("version", resource.version());
            return query.run() == 1 ? Result<void>{} : outdated();
        }
        auto query = session_.query("insert into resource (id, kind, name, active, version)"
                                    " values (:id, :kind, :name, :active, 1) on conflict (id) do nothing");
        bind(query);
        if (query.run() == 1)
            return {};
        auto const before = find(resource.id());
        return before && before->details() == details ? Result<void>{} : outdated();
    });
}

} // namespace plumbline::persistence
