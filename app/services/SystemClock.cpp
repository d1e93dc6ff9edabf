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
    return local_time(now(), zone_);
}

Result<void> SystemClock::set_zone(std::string const& iana_name)
{
    if (auto known = known_zone(iana_name); !known)
        return known;
    zone_ = iana_name;
    return {};
}

ClinicTime local_time(Instant at, std::string const& zone)
{
    if (zone.empty())
        return by_the_computer(at);
    auto const local = date::locate_zone(zone)->to_local(chr::floor<Minutes>(at));
    return ClinicTime{chr::floor<Minutes>(local.time_since_epoch())};
}

Instant beginning_of(Date day, std::string const& zone)
{
    if (!zone.empty()) {
        date::local_seconds const local{chr::floor<chr::seconds>(at(day, {}).time_since_epoch())};
        // A midnight that the clocks leave out begins when they go on.
        return Instant{date::locate_zone(zone)->to_sys(local, date::choose::earliest).time_since_epoch()};
    }
    std::tm local{};
    local.tm_year = static_cast<int>(day.year()) - 1900;
    local.tm_mon = static_cast<int>(static_cast<unsigned>(day.month())) - 1;
    local.tm_mday = static_cast<int>(static_cast<unsigned>(day.day()));
    local.tm_isdst = -1;
    return Instant{chr::seconds{std::mktime(&local)}};
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
