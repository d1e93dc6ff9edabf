// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Text.hpp"
#include "domain/store/SettingsDefaults.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace plumbline {

namespace {

using enum SettingDefault::Kind;

constexpr auto defaults = std::to_array<SettingDefault>({
    {"clinic.name", ""},
    {"clinic.address", ""},
    {"clinic.phone", ""},
    {"clinic.npi", ""},
    {"clinic.zone", "UTC"}, // IANA. A clinic is made with its own; UTC misleads nobody about which.
    {"clinic.demo", "0", Flag},
    {"clinic.language", "en"},
    // Automatic log-off, 45 CFR 164.312(a)(2)(iii): 10 minutes is the common benchmark.
    {"lock.minutes", "10", Number, 1, 30},
    {"schedule.opens", "07:00", Clock},
    {"schedule.closes", "19:00", Clock},
    {"schedule.step_minutes", "15", Number, 5, 60},
    {"appointment.minutes", "45", Number, 5, 480},
    {"appointment.evaluation_minutes", "60", Number, 5, 480},
    {"appointment.re-evaluation_minutes", "45", Number, 5, 480},
    {"appointment.group_minutes", "45", Number, 5, 480},
    {"appointment.group_places", "6", Number, 1, 60},
    // Whether the clinician may have another appointment at the same time.
    {"appointment.treatment_may_overlap", "0", Flag},
    {"appointment.evaluation_may_overlap", "0", Flag},
    {"appointment.re-evaluation_may_overlap", "0", Flag},
    // House rule: a place given back within a day can seldom be filled. 0: no cancellation is late.
    {"appointment.late_cancel_hours", "24", Number, 0, 168},
    // House alerts: an extension takes payers about a week, and two visits or ten units are a week's treatment.
    {"alert.authorization_visits", "2", Number, 0, 20},
    {"alert.authorization_units", "10", Number, 0, 100},
    {"alert.authorization_days", "7", Number, 0, 60},
    // House alert: 14 days before the 90 days of CMS Pub. 100-02 ch. 15 section 220.1.3 run out.
    {"alert.certification_days", "14", Number, 0, 60},
    // House alert: the report itself is due by treatment day 10 (same chapter, section 220.3 D).
    {"alert.progress_report_visits", "2", Number, 0, 9},
    // What the program itself writes down of its backups: the last verified one, and a failure since then.
    {"backup.verified", ""},
    {"backup.verified_local", ""},
    {"backup.file", ""},
    {"backup.failed_local", ""},
    {"backup.failure", ""},
    // House rule: a clinic that never thought of backups has one of yesterday. Empty: the folder `backups` beside it.
    {"backup.daily", "1", Flag},
    {"backup.folder", ""},
    {"backup.at", "12:30", Clock},
    {"backup.keep_days", "7", Number, 1, 60},
    {"backup.keep_weeks", "4", Number, 0, 104},
    // House alert: one missed day is made up at the next start, two are somebody's business.
    {"backup.stale_days", "2", Number, 1, 30},
});

SettingDefault const* find(std::string_view key) noexcept
{
    auto const found = std::ranges::find(defaults, key, &SettingDefault::key);
    return found == defaults.end() ? nullptr : &*found;
}

bool is_number_between(std::string_view text, int least, int most) noexcept
{
    int number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number >= least && number <= most;
}

bool is_clock(std::string_view text) noexcept
{
    return text.size() == 5 && text[2] == ':' && is_number_between(text.substr(0, 2), 0, 23)
        && is_number_between(text.substr(3), 0, 59) && text[0] != '-' && text[3] != '-';
}

} // namespace

std::span<SettingDefault const> setting_defaults() noexcept
{
    return defaults;
}

std::string_view default_setting(std::string_view key) noexcept
{
    SettingDefault const* const known = find(key);
    return known ? known->value : std::string_view{};
}

Result<void> acceptable_setting(std::string_view key, std::string_view value)
{
    SettingDefault const* const known = find(key);
    SettingDefault::Kind const kind = known ? known->kind : Text;
    if (kind == Number && !is_number_between(value, known->least, known->most))
        return refuse(Refusal::Reason::Invalid, "value", tr_noop("Write a number from {0} to {1}."),
            {std::to_string(known->least), std::to_string(known->most)});
    if (kind == Flag && value != "0" && value != "1")
        return refuse(Refusal::Reason::Invalid, "value", tr_noop("Write 0 for no or 1 for yes."));
    if (kind == SettingDefault::Kind::Clock && !is_clock(value))
        return refuse(Refusal::Reason::Invalid, "value", tr_noop("Write a time of day such as 07:30."));
    Faults faults;
    std::string text{value};
    clean_text(faults, "value", text, free_text_rule);
    if (!faults.none())
        return refuse(faults.refusal());
    return {};
}

} // namespace plumbline
