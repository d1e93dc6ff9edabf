// SPDX-License-Identifier: Apache-2.0
#include "persistence/exchange/ical/IcalWriter.hpp"

#include "persistence/exchange/ical/IcalRecurrence.hpp"

#include <date/tz.h>
#include <libical/ical.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace plumbline::exchange {

namespace {

/// Of one series; a rule that gives more ends the zone's clock changes there.
constexpr std::size_t most_starts = 2000;

struct FreeComponent {
    void operator()(icalcomponent* component) const noexcept { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;
struct FreeText {
    void operator()(char* text) const noexcept { std::free(text); } // NOLINT: libical allocates with malloc.
};

icaltimetype to_ical(Date day, std::chrono::seconds since_midnight)
{
    auto const seconds = static_cast<int>(since_midnight.count());
    icaltimetype out = icaltime_null_time();
    out.year = static_cast<int>(day.year());
    out.month = static_cast<int>(static_cast<unsigned>(day.month()));
    out.day = static_cast<int>(static_cast<unsigned>(day.day()));
    out.hour = seconds / 3600;
    out.minute = seconds / 60 % 60;
    out.second = seconds % 60;
    return out;
}

template <class TimePoint>
icaltimetype wall_time(TimePoint time)
{
    auto const day = std::chrono::floor<std::chrono::days>(time);
    return to_ical(Date{day}, std::chrono::floor<std::chrono::seconds>(time - day));
}

icaltimetype utc_time(std::chrono::sys_seconds time)
{
    icaltimetype out = wall_time(time);
    out.zone = icaltimezone_get_utc_timezone();
    return out;
}

date::time_zone const* known_zone(std::string const& name)
{
    try {
        return date::locate_zone(name);
    } catch (std::runtime_error const&) {
        return nullptr;
    }
}

/// The earlier moment where the clocks go back, the moment of the change where they leave the time out.
std::chrono::sys_seconds moment_of(ClinicTime time, date::time_zone const& zone)
{
    auto const seconds = time.time_since_epoch();
    return std::chrono::sys_seconds{std::chrono::floor<std::chrono::seconds>(
        zone.to_sys(date::local_seconds{seconds}, date::choose::earliest).time_since_epoch())};
}

/// From one change of the clocks to the next.
struct Observance {
    std::chrono::sys_seconds begins;
    std::chrono::seconds offset_before{}, offset{};
    bool daylight = false;
    std::string name;
    /// The wall clock just before it changes.
    [[nodiscard]] icaltimetype onset() const { return wall_time(begins + offset_before); }
};

std::vector<Observance> observances(
    date::time_zone const& zone, std::chrono::sys_seconds first, std::chrono::sys_seconds last)
{
    constexpr std::chrono::sys_seconds earliest{std::chrono::sys_days{std::chrono::year{1970} / 1 / 1}};
    std::vector<Observance> found;
    for (auto at = first;;) {
        auto const info = zone.get_info(at);
        Observance one{.begins = std::max(info.begin, earliest),
            .offset_before = info.offset,
            .offset = info.offset,
            .daylight = info.save != std::chrono::minutes{0},
            .name = info.abbrev};
        if (info.begin > earliest)
            one.offset_before = zone.get_info(info.begin - std::chrono::seconds{1}).offset;
        found.push_back(std::move(one));
        if (info.end > last)
            return found;
        at = info.end;
    }
}

void add(icalcomponent* to, icalproperty* property)
{
    icalcomponent_add_property(to, property);
}

void add_timed(icalcomponent* to, icalproperty* property, std::string const& zone)
{
    icalproperty_add_parameter(property, icalparameter_new_tzid(zone.c_str()));
    add(to, property);
}

/// One part for each change of the clocks. Changes of a kind could share one and list their days in RDATE, but ical.js
/// then overlooks the first of them.
Component zone_component(std::string const& name, std::vector<Observance> const& observed)
{
    Component zone{icalcomponent_new(ICAL_VTIMEZONE_COMPONENT)};
    add(zone.get(), icalproperty_new_tzid(name.c_str()));
    for (Observance const& one : observed) {
        auto* const part = icalcomponent_new(one.daylight ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);
        add(part, icalproperty_new_dtstart(one.onset()));
        add(part, icalproperty_new_tzoffsetfrom(static_cast<int>(one.offset_before.count())));
        add(part, icalproperty_new_tzoffsetto(static_cast<int>(one.offset.count())));
        add(part, icalproperty_new_tzname(one.name.c_str()));
        icalcomponent_add_component(zone.get(), part);
    }
    return zone;
}

std::string uid_of(CalendarEvent const& event)
{
    bool const series = !event.rule.empty() || event.instead_of;
    return (series ? "series-" : "appointment-") + std::to_string(event.id) + "@plumbline";
}

class Writer {
public:
    Writer(Calendar const& calendar, date::time_zone const& zone)
        : calendar_{calendar}
        , zone_{zone}
    {
    }

    Result<std::string> write()
    {
        Component whole{icalcomponent_new(ICAL_VCALENDAR_COMPONENT)};
        add(whole.get(), icalproperty_new_version("2.0"));
        add(whole.get(), icalproperty_new_prodid("-//Plumbline//Plumbline//EN"));
        add(whole.get(), icalproperty_new_calscale("GREGORIAN"));
        add(whole.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
        if (!calendar_.name.empty())
            add(whole.get(), icalproperty_new_name(calendar_.name.c_str()));
        std::vector<Component> events;
        for (CalendarEvent const& event : calendar_.events) {
            auto written = component_of(event);
            if (!written)
                return refuse(written.error());
            events.push_back(*std::move(written));
        }
        if (!calendar_.events.empty())
            icalcomponent_add_component(
                whole.get(), zone_component(calendar_.zone, observances(zone_, first_, last_)).release());
        for (Component& event : events)
            icalcomponent_add_component(whole.get(), event.release());
        std::unique_ptr<char, FreeText> const text{icalcomponent_as_ical_string_r(whole.get())};
        return std::string{text.get()};
    }

private:
    Result<Component> component_of(CalendarEvent const& event)
    {
        Component out{icalcomponent_new(ICAL_VEVENT_COMPONENT)};
        add(out.get(), icalproperty_new_uid(uid_of(event).c_str()));
        add(out.get(), icalproperty_new_dtstamp(utc_time(std::chrono::floor<std::chrono::seconds>(calendar_.written))));
        add(out.get(), icalproperty_new_sequence(std::max(0, event.version - 1)));
        if (event.instead_of)
            add_timed(out.get(), icalproperty_new_recurrenceid(wall_time(*event.instead_of)), calendar_.zone);
        add_timed(out.get(), icalproperty_new_dtstart(wall_time(event.start)), calendar_.zone);
        add_timed(out.get(), icalproperty_new_dtend(wall_time(event.start + event.length)), calendar_.zone);
        reach(event.start, event.length);
        if (!event.rule.empty())
            if (auto added = add_rule(out.get(), event); !added)
                return refuse(added.error());
        for (ClinicTime const left_out : event.left_out)
            add_timed(out.get(), icalproperty_new_exdate(wall_time(left_out)), calendar_.zone);
        add(out.get(), icalproperty_new_summary(event.summary.c_str()));
        if (!event.description.empty())
            add(out.get(), icalproperty_new_description(event.description.c_str()));
        if (!calendar_.place.empty())
            add(out.get(), icalproperty_new_location(calendar_.place.c_str()));
        add(out.get(), icalproperty_new_status(event.takes_place ? ICAL_STATUS_CONFIRMED : ICAL_STATUS_CANCELLED));
        add(out.get(), icalproperty_new_class(ICAL_CLASS_PRIVATE));
        return out;
    }

    /// The end of a rule is a moment of the world (RFC 5545 3.3.10), while ours is counted by the clinic's clock.
    Result<void> add_rule(icalcomponent* to, CalendarEvent const& event)
    {
        auto const starts = persistence::IcalRecurrence{}.expand(event.rule, event.start, {}, most_starts);
        if (!starts)
            return refuse(starts.error());
        icalrecurrencetype rule = icalrecurrencetype_from_string(event.rule.c_str());
        if (icaltime_is_null_time(rule.until) == 0 && !starts->empty())
            rule.until = utc_time(moment_of(starts->back(), zone_));
        add(to, icalproperty_new_rrule(rule));
        for (ClinicTime const start : *starts)
            reach(start, event.length);
        return {};
    }

    void reach(ClinicTime start, Minutes length)
    {
        auto const begin = moment_of(start, zone_);
        auto const end = moment_of(start + length, zone_);
        if (empty_ || begin < first_)
            first_ = begin;
        if (empty_ || end > last_)
            last_ = end;
        empty_ = false;
    }

    Calendar const& calendar_;
    date::time_zone const& zone_;
    std::chrono::sys_seconds first_{}, last_{};
    bool empty_ = true;
};

} // namespace

Result<std::string> write_calendar(Calendar const& calendar)
{
    icalerror_set_errors_are_fatal(0); // What somebody typed must not end the program.
    auto const* const zone = known_zone(calendar.zone);
    if (zone == nullptr)
        return refuse(Refusal::Reason::Invalid, "zone", tr_noop("There is no such time zone."));
    return Writer{calendar, *zone}.write();
}

} // namespace plumbline::exchange
