// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/RecordForm.hpp"
#include "app/services/ScheduleSetup.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// Days that are not like the week says, as typed.
struct OtherDaysFields {
    std::string first, last, hours, reason; ///< No last: one day. No hours: away.
    [[nodiscard]] bool empty() const noexcept
    {
        return first.empty() && last.empty() && hours.empty() && reason.empty();
    }
    friend bool operator==(OtherDaysFields const&, OtherDaysFields const&) = default;
};

struct HoursFields {
    std::array<std::string, 7> week; ///< Monday first; empty is a day off.
    std::vector<HoursException> other_days;
    OtherDaysFields entry;             ///< Being typed, not among the others yet.
    std::optional<std::size_t> target; ///< Which of the others the entry replaces.
    friend bool operator==(HoursFields const&, HoursFields const&) = default;
};

/// Names: `week.0` to `week.6`, `entry.first`, `entry.last`, `entry.hours`, `entry.reason`, `other_days`.
[[nodiscard]] TypedTexts texts_of(HoursFields const& fields);
[[nodiscard]] HoursFields with_texts(HoursFields base, TypedTexts const& texts);

struct HoursFormState : TypingState {
    HoursFields fields;
    std::string whose;
    struct OtherDaysRow {
        std::string days, hours, reason;
        bool past = false;
        friend bool operator==(OtherDaysRow const&, OtherDaysRow const&) = default;
    };
    std::vector<OtherDaysRow> other_days; ///< In the order of the fields'.
    std::string a_week;                   ///< `40 hours a week`
    bool may_change = true;
};

/// When a clinician works: the week, and the days that are not like it.
class HoursFormPresenter final : public RecordForm<WorkingHours, HoursFields, HoursFormState> {
public:
    HoursFormPresenter(Desk& desk, WorkingHours const& stored, std::string whose);

    Signal<> kept;

    /// What stands on Monday, on the other working days too.
    void like_monday();
    /// The typed days into the list, or over the ones they were taken from; faults stand beside what was typed.
    void take_entry();
    /// Back into the fields, to be typed over.
    void open_other_days(std::size_t index);
    void remove_other_days(std::size_t index);
    void keep();

private:
    [[nodiscard]] Result<HoursFields> with_entry() const;
    [[nodiscard]] Result<WorkingHours> typed_hours() const;
    [[nodiscard]] HoursFields fields_of(WorkingHours const& stored) const override;
    void adopt(WorkingHours const& stored) override { stored_ = stored; }
    [[nodiscard]] std::int64_t subject_of(WorkingHours const& stored) const override
    {
        return stored.clinician().value();
    }
    [[nodiscard]] Reading reading() const override;
    void derive() override;
    void after_keeping(WorkingHours const&) override { kept(); }

    WorkingHours stored_;
};

/// `24 Dec to 28 Dec 2026`, or the one day.
[[nodiscard]] std::string day_range_words(Date first, Date last);

} // namespace plumbline::app
