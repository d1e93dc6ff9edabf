// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "domain/core/Time.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plumbline {

/// Part of a day by the clinic's clock, from its first minute up to, not including, its last.
struct DaySpan {
    Minutes from{};
    Minutes to{};
    friend bool operator==(DaySpan const&, DaySpan const&) = default;
};

/// Days that are not like the week says: a holiday, a course, a Saturday for once. No spans is an absence.
struct HoursException {
    Date first{};
    Date last{}; ///< Included.
    std::vector<DaySpan> spans{};
    std::string reason{};
    friend bool operator==(HoursException const&, HoursException const&) = default;
};

/// When a clinician works: a week that repeats, and its exceptions. Spans are sorted, apart, and within the day.
class WorkingHours {
public:
    struct Details {
        std::array<std::vector<DaySpan>, 7> week{}; ///< Monday first.
        std::vector<HoursException> exceptions{};   ///< The later one wins where two meet.
        friend bool operator==(Details const&, Details const&) = default;
    };
    /// Refuses spans that are empty, backwards, overlapping or outside 00:00 to 24:00 on field `week` or `exceptions`,
    /// and exceptions that end before they begin.
    [[nodiscard]] static Result<WorkingHours> create(UserId clinician, Details details, int version = 0);
    [[nodiscard]] static WorkingHours restore(UserId clinician, Details details, int version);

    [[nodiscard]] UserId clinician() const noexcept { return clinician_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    [[nodiscard]] int version() const noexcept { return version_; }

    /// In order; empty on a day off.
    [[nodiscard]] std::span<DaySpan const> on(Date day) const noexcept;
    /// The exception that rules this day.
    [[nodiscard]] HoursException const* exception_on(Date day) const noexcept;
    /// Whether all of it lies inside one span.
    [[nodiscard]] bool cover(ClinicTime start, Minutes length) const noexcept;
    [[nodiscard]] Minutes total_on(Date day) const noexcept;

    friend bool operator==(WorkingHours const&, WorkingHours const&) = default;

private:
    WorkingHours(UserId clinician, Details details, int version);
    UserId clinician_;
    Details details_;
    int version_;
};

class ClinicianHours {
public:
    virtual ~ClinicianHours() = default;
    /// None when nothing was ever said about the clinician's hours.
    [[nodiscard]] virtual std::optional<WorkingHours> of(UserId clinician) const = 0;
    [[nodiscard]] virtual std::vector<WorkingHours> all() const = 0;
    /// Conflict when the version is outdated.
    [[nodiscard]] virtual Result<void> keep(WorkingHours const& hours) = 0;
};

/// Working hours as one line of text and back, for a column and a form: `08:00-12:00 13:00-17:30`, empty for none.
[[nodiscard]] std::string to_text(std::span<DaySpan const> spans);
/// Refused on the field when it is not understood.
[[nodiscard]] Result<std::vector<DaySpan>> day_spans_from_text(std::string_view text, std::string_view field);

} // namespace plumbline
