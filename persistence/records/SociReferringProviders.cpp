// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociReferringProviders.hpp"

#include "persistence/SearchKey.hpp"
#include "persistence/records/Rows.hpp"

namespace plumbline::persistence {
namespace {

std::string name_key(ReferringProviderDetails const& details)
{
    return search_key(details.name + ' ' + details.practice);
}

/// `% ang% card%` for `Ang card`; `%` for a text without letters.
std::string pattern_of(std::string_view text)
{
    std::string const key = search_key(text);
    std::string pattern = key.empty() ? "" : "% ";
    for (char const c : key)
        pattern.append(c == ' ' ? "% " : std::string_view{&c, 1});
    return pattern + '%';
}

std::vector<ReferringProvider> read(Query& query)
{
    std::vector<ReferringProvider> providers;
    std::int64_t id = 0;
    int version = 0;
    ReferringProviderDetails row;
    query.into(id).into(row.name).into(row.credentials).into(row.npi).into(row.practice);
    query.into(row.phone).into(row.fax).into(row.address).into(version);
    while (query.next())
        providers.push_back(stored(ReferringProvider::create(ReferringProviderId{id}, std::move(row), version)));
    return providers;
}

void bind(Query& query, ReferringProvider const& provider)
{
    ReferringProviderDetails const& details = provider.details();
    query.bind("id", provider.id().value())
        .bind("name", details.name)
        .bind("credentials", details.credentials)
        .bind("npi", details.npi)
        .bind("practice", details.practice)
        .bind("phone", details.phone)
        .bind("fax", details.fax)
        .bind("address", details.address)
        .bind("name_key", name_key(details));
}

} // namespace

std::optional<ReferringProvider> SociReferringProviders::find(ReferringProviderId id) const
{
    auto query = session_.query("select id, name, credentials, npi, practice, phone, fax, address, version"
                                " from referring_provider where id = :id");
    query.bind("id", id.value());
    auto found = read(query);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<ReferringProvider> SociReferringProviders::search(std::string_view text, int limit) const
{
    auto query = session_.query("select id, name, credentials, npi, practice, phone, fax, address, version"
                                " from referring_provider where ' ' || name_key like :words"
                                " order by name_key, id limit :most");
    query.bind("words", pattern_of(text)).bind("most", limit);
    return read(query);
}

Result<void> SociReferringProviders::keep(ReferringProvider const& provider)
{
    return keeping([&]() -> Result<void> {
        if (provider.version() > 0) {
            auto query = session_.query(
                "update referring_provider set name = :name, credentials = :credentials, npi = :npi,"
                " practice = :practice, phone = :phone, fax = :fax, address = :address, name_key = :name_key,"
                " version = version + 1 where id = :id and version = :version");
            bind(query, provider);
            query.bind("version", provider.version());
            return query.run() == 1 ? Result<void>{} : outdated();
        }
        auto query = session_.query(
            "insert into referring_provider (id, name, credentials, npi, practice, phone, fax, address, name_key,"
            " version) values (:id, :name, :credentials, :npi, :practice, :phone, :fax, :address, :name_key, 1)"
            " on conflict (id) do nothing");
        bind(query, provider);
        if (query.run() == 1)
            return {};
        auto const before = find(provider.id());
        return before && before->details() == provider.details() ? Result<void>{} : outdated();
    });
}

} // namespace plumbline::persistence
