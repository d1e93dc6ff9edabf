// SPDX-License-Identifier: Apache-2.0
// The clocks of fact book 5.1, counted per episode.
#include "domain/clinical/PlanOfCare.hpp"

#include <algorithm>

namespace plumbline {

namespace {

/// Certification interval of 90 days, the first day counted (CMS Pub. 100-02 ch. 15 section 220.1.3).
constexpr int interval_days = 90;
constexpr int days_a_week = 7;
constexpr int first_signature_days = 30;
constexpr int verbal_signature_days = 14;
constexpr int report_every_days = 10;

/// Signed for this plan, not for one before it.
[[nodiscard]] bool signed_by_physician(PlanOfCare const& plan) noexcept
{
    auto const& signed_on = plan.details().certification.signed_on;
    return signed_on && *signed_on >= plan.details().established;
}

/// Since 1 January 2025 an order on file and the plan sent in time replace the first signature, never a later one.
[[nodiscard]] bool order_replaces_signature(PlanCertification const& paper, Date first_day) noexcept
{
    return paper.order_on_file && paper.sent && *paper.sent <= plus_days(first_day, first_signature_days)
        && first_day >= Date{std::chrono::year{2025} / std::chrono::January / 1};
}

/// The first day of treatment on or after a day; that day itself while there is none.
[[nodiscard]] Date treated_from(std::span<Date const> treatment_days, Date day) noexcept
{
    auto const found = std::ranges::lower_bound(treatment_days, day);
    return found == treatment_days.end() ? day : *found;
}

/// Whether and until when this plan's own papers certify it.
void add_paper(CertificationClock& clock, PlanOfCare const& plan, Date today)
{
    PlanCertification const& paper = plan.details().certification;
    bool verbal_holds = false;
    if (paper.verbal_order && !paper.signed_on && *paper.verbal_order >= plan.details().established) {
        clock.verbal_signature_due = plus_days(*paper.verbal_order, verbal_signature_days);
        verbal_holds = today <= *clock.verbal_signature_due;
    }
    clock.certified =
        signed_by_physician(plan) || verbal_holds || (!clock.again && order_replaces_signature(paper, clock.begins));
    clock.days_left = days_between(today, clock.certified ? clock.interval_ends : clock.due);
}

[[nodiscard]] std::vector<Date> distinct(std::span<Date const> days)
{
    std::vector<Date> out{days.begin(), days.end()};
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace

std::vector<CertificationClock> certification_clocks(
    std::span<PlanOfCare const> plans, std::span<Date const> treatment_days, Date today)
{
    std::vector<CertificationClock> clocks;
    bool signed_before = false;
    for (PlanOfCare const& plan : plans) {
        PlanOfCare::Details const& details = plan.details();
        Date const first = treatment_days.empty() ? plans.front().details().established : treatment_days.front();
        CertificationClock clock{};
        clock.again =
            !clocks.empty() && (signed_before || days_between(first, details.established) > first_signature_days);
        clock.begins = clock.again ? treated_from(treatment_days, details.established) : first;
        clock.due = clock.again ? clocks.back().interval_ends : plus_days(first, first_signature_days);
        clock.interval_ends = plus_days(clock.begins, std::min(details.weeks * days_a_week, interval_days) - 1);
        add_paper(clock, plan, today);
        clocks.push_back(clock);
        signed_before = signed_before || signed_by_physician(plan);
    }
    return clocks;
}

std::optional<CertificationClock> certification_clock(
    std::span<PlanOfCare const> plans, std::span<Date const> treatment_days, Date today)
{
    auto clocks = certification_clocks(plans, treatment_days, today);
    return clocks.empty() ? std::nullopt : std::optional{clocks.back()};
}

ProgressReportClock progress_report_clock(std::span<Date const> treatment_days, std::span<Date const> report_days)
{
    std::vector<Date> const days = distinct(treatment_days);
    auto const last_report = std::ranges::max_element(report_days);
    // The next period starts on the next treatment day after the report.
    auto const first = last_report == report_days.end() ? days.begin() : std::ranges::upper_bound(days, *last_report);
    int const since = static_cast<int>(days.end() - first);
    return {since, report_every_days - since};
}

} // namespace plumbline
