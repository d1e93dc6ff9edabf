// SPDX-License-Identifier: Apache-2.0
#include "app/services/SystemClock.hpp"

#include <date/tz.h>

#include <ctime>
#include <stdexcept>

namespace plumbline::app {

namespace {

namespace chr = std::chrono;

ClinicTime by_the_computer(Instant now)
{
    std::time_t const seconds = chr::system_clock::to_time_t(now);
    std::tm local{};
    ::localtime_r(&seconds, &local);
    Date const day{chr::year{local.tm_year + 1900}, chr::month{static_cast<unsigned>(local.tm_mon + 1)},
        chr::day{static_cast<unsigned>(local.tm_mday)}};
    return at(day, chr::hours{local.tm_hour} + Minutes{local.tm_min});
}

} // namespace

Instant SystemClock::now() const
{
    return chr::floor<chr::milliseconds>(chr::system_clock::now());
}

ClinicTime SystemClock::local_now() const
{
    if (zone_.empty())
        return by_the_computer(now());
    auto const local = date::locate_zone(zone_)->to_local(chr::floor<Minutes>(now()));
    return ClinicTime{chr::floor<Minutes>(local.time_since_epoch())};
}

Result<void> SystemClock::set_zone(std::string const& iana_name)
{
    if (auto known = known_zone(iana_name); !known)
        return known;
    zone_ = iana_name;
    return {};
}

Result<void> known_zone(std::string const& iana_name)
{
    try {
        static_cast<void>(date::locate_zone(iana_name));
        return {};
    } catch (std::runtime_error const&) {
        return refuse(Refusal::Reason::Invalid, "zone", tr_noop("There is no time zone named {0}."), {iana_name});
    }
}

} // namespace plumbline::app
