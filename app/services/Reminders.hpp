// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// Whom to remind of what. The program sends nothing by itself: the list is printed, or merged into letters.
struct ReminderRow {
    AppointmentId appointment{0};
    PatientId patient{0};
    PersonName name{};
    ClinicTime start{};
    Minutes length{};
    std::string clinician{};
    std::string phone{};
    std::string mobile{}, email{}; ///< Empty unless the patient has agreed to messages.
    std::string language{};
    friend bool operator==(ReminderRow const&, ReminderRow const&) = default;
};
struct ReminderWish {
    Date from{}, to{};                ///< Both included.
    std::vector<UserId> clinicians{}; ///< None: the whole clinic.
};

/// What is booked in these days, by start, with these clinicians; none: with anybody.
[[nodiscard]] std::vector<BookedPerson> booked_with(
    Records const& records, Date from, Date to, std::vector<UserId> const& clinicians);

/// Appointments that are booked or confirmed, by start.
[[nodiscard]] Result<std::vector<ReminderRow>> reminders(
    Records const& records, Context const& context, ReminderWish const& wish);
/// The list for a mail merge, as CSV, with its audit entry. It says when and with whom, never what for.
[[nodiscard]] Result<std::string> export_reminders(Records& records, Context const& context, ReminderWish const& wish);

} // namespace plumbline::app
