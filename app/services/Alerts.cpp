// SPDX-License-Identifier: Apache-2.0
#include "app/services/Alerts.hpp"

#include "app/services/Booking.hpp"

#include <charconv>

namespace plumbline::app {

namespace {

int number_in(std::string const& text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

Alerts alerts_of(ReadSetting const& setting)
{
    return {number_in(setting("alert.certification_days")), number_in(setting("alert.progress_report_visits")),
        authorization_alert(setting)};
}

Alerts alerts_of(Records const& records)
{
    return alerts_of(settings_of(records));
}

} // namespace plumbline::app
