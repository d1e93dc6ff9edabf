// SPDX-License-Identifier: Apache-2.0
#include "domain/store/ScheduleRules.hpp"

#include "domain/store/SettingsDefaults.hpp"

#include <charconv>

namespace plumbline {

namespace {

std::string text(ReadSetting const& setting, std::string_view key)
{
    std::string value = setting(key);
    bool const sound = !value.empty() && acceptable_setting(key, value).has_value();
    return sound ? value : std::string{default_setting(key)};
}

int whole(std::string_view text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

int number(ReadSetting const& setting, std::string_view key)
{
    return whole(text(setting, key));
}

Minutes clock(std::string_view text)
{
    return Minutes{whole(text) * 60 + whole(text.substr(3))};
}

} // namespace

TypeRule type_rule(AppointmentType type, ReadSetting const& setting)
{
    auto const rule = [&](std::string_view minutes, std::string_view overlap) {
        return TypeRule{Minutes{number(setting, minutes)}, 1, text(setting, overlap) == "1"};
    };
    switch (type) {
    case AppointmentType::Evaluation:
        return rule("appointment.evaluation_minutes", "appointment.evaluation_may_overlap");
    case AppointmentType::ReEvaluation:
        return rule("appointment.re-evaluation_minutes", "appointment.re-evaluation_may_overlap");
    case AppointmentType::Group:
        return {
            Minutes{number(setting, "appointment.group_minutes")}, number(setting, "appointment.group_places"), false};
    case AppointmentType::Treatment:
        break;
    }
    return rule("appointment.minutes", "appointment.treatment_may_overlap");
}

bool is_late_cancellation(ClinicTime start, ClinicTime now, ReadSetting const& setting)
{
    int const hours = number(setting, "appointment.late_cancel_hours");
    return hours > 0 && now > start - std::chrono::hours{hours};
}

DaySpan opening_hours(ReadSetting const& setting)
{
    DaySpan const open{clock(text(setting, "schedule.opens")), clock(text(setting, "schedule.closes"))};
    if (open.from < open.to)
        return open;
    return {clock(default_setting("schedule.opens")), clock(default_setting("schedule.closes"))};
}

Minutes schedule_step(ReadSetting const& setting)
{
    return Minutes{number(setting, "schedule.step_minutes")};
}

AuthorizationAlert authorization_alert(ReadSetting const& setting)
{
    return {.visits = number(setting, "alert.authorization_visits"),
        .units = number(setting, "alert.authorization_units"),
        .days = number(setting, "alert.authorization_days")};
}

} // namespace plumbline
