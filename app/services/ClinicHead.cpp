// SPDX-License-Identifier: Apache-2.0
#include "app/services/ClinicHead.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace plumbline::app {

namespace {

constexpr std::string_view dot = " \u00B7 ";

std::string joined(std::initializer_list<std::string> parts)
{
    std::string line;
    for (std::string const& part : parts)
        if (!part.empty())
            line.append(line.empty() ? std::string_view{} : dot).append(part);
    return line;
}

} // namespace

reports::ClinicLines clinic_lines(Settings const& settings)
{
    auto const all = settings.all();
    auto const get = [&](char const* key) {
        auto const found = all.find(key);
        return found == all.end() ? std::string{} : found->second;
    };
    std::string const npi = get("clinic.npi");
    return {.name = get("clinic.name"),
        .line = joined({get("clinic.address"), get("clinic.phone"), npi.empty() ? npi : "NPI " + npi}),
        .notice = get("clinic.demo") == "1" ? std::string{tr_noop("DEMO CLINIC")} : std::string{}};
}

} // namespace plumbline::app
