// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociSettings.hpp"

#include "domain/store/SettingsDefaults.hpp"

namespace plumbline::persistence {

std::map<std::string, std::string> SociSettings::all() const
{
    std::map<std::string, std::string> settings;
    for (SettingDefault const& known : setting_defaults())
        settings.emplace(known.key, known.value);
    std::string name, value;
    auto query = session_.query("select name, value from clinic_setting");
    query.into(name).into(value);
    while (query.next())
        settings[name] = value;
    return settings;
}

std::string SociSettings::get(std::string_view key) const
{
    std::string value;
    auto query = session_.query("select value from clinic_setting where name = :name");
    query.bind("name", key).into(value);
    return query.next() ? value : std::string{default_setting(key)};
}

void SociSettings::set(std::string_view key, std::string_view value)
{
    session_
        .query("insert into clinic_setting (name, value) values (:name, :value)"
               " on conflict (name) do update set value = excluded.value")
        .bind("name", key)
        .bind("value", value)
        .run();
}

} // namespace plumbline::persistence
