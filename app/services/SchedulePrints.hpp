// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"
#include "reports/document/Document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// Papers of the schedule. They are working papers: not kept in a chart, but the audit log keeps that they were made.
enum class SchedulePaper { DaySheet, RoutingSlip, ComingVisits, ReminderSlips };
[[nodiscard]] std::string_view code(SchedulePaper) noexcept;

/// Which paper of what. Day sheet and slips: days and, when not the whole clinic, the clinicians. Routing slip: the
/// appointment. Coming visits: the patient.
struct SchedulePrintWish {
    SchedulePaper paper = SchedulePaper::DaySheet;
    Date from{}, to{};                ///< Both included.
    std::vector<UserId> clinicians{}; ///< None: the whole clinic.
    std::optional<PatientId> patient{};
    std::optional<AppointmentId> appointment{};
    friend bool operator==(SchedulePrintWish const&, SchedulePrintWish const&) = default;
};

/// For the screen; nothing is noted. Precautions stand on it only for who may see charts. Same number of statements
/// however many appointments there are.
[[nodiscard]] Result<reports::Document> compose_schedule_paper(
    Records const& records, Context const& context, SchedulePrintWish const& wish);

struct SchedulePrintout {
    std::string title; ///< `Day sheet`
    std::string pdf;
    int pages = 0;
    std::string sha256;
};
/// The paper as PDF, with its audit entry: printed, or left as a file (Export).
[[nodiscard]] Result<SchedulePrintout> produce_schedule_paper(
    Records& records, Context const& context, SchedulePrintWish const& wish, AuditEvent how);

} // namespace plumbline::app
