// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/ScheduleHistory.hpp"
#include "app/services/ScheduleSeries.hpp"
#include "domain/store/Clinic.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace plumbline::faults {

/// A defect put into the drill on purpose, behind the services.
enum class ScheduleDefect {
    None,
    BlindBooking, ///< Writes the row without looking whether the hour is free.
    StaleChange   ///< Writes what it saw a while ago over whatever is stored now.
};

/// What was acknowledged, by the audit chain's own order: who writes is the only one to write.
class ScheduleLedger {
public:
    /// Seen is the version that the person had before them, if the work was about one appointment.
    void acknowledged(std::int64_t order, app::ScheduleEdit const& edit, std::optional<app::Seen> seen);
    void refused() noexcept;
    void undone(app::ScheduleEdit const& edit, app::ScheduleEdit const& inverse);
    /// So many steps in a row were undone or done again.
    void chained(int steps) noexcept;
    /// A step was refused as outdated although nobody else had touched what it left.
    void refused_without_cause() noexcept;

    struct Verdict {
        int operations = 0, refusals = 0, undone = 0;
        int double_bookings = 0, lost = 0, overwritten = 0, inexact_undos = 0, causeless_refusals = 0,
            longest_chain = 0;
        [[nodiscard]] bool clean() const noexcept
        {
            return double_bookings + lost + overwritten + inexact_undos + causeless_refusals == 0;
        }
        [[nodiscard]] std::string figures(std::string const& what) const;
    };
    [[nodiscard]] Verdict judged(std::vector<Appointment> const& stored) const;

private:
    struct Entry {
        app::ScheduleEdit edit;
        std::optional<app::Seen> seen;
    };
    mutable std::mutex guard_;
    std::map<std::int64_t, Entry> entries_;
    int refusals_ = 0, undone_ = 0, inexact_undos_ = 0, causeless_refusals_ = 0, longest_chain_ = 0;
};

/// One workstation: books, moves, repeats, cancels, undoes and does again, at random, as somebody in a hurry.
class ScheduleWriter {
public:
    ScheduleWriter(
        OpenClinic& clinic, app::Context context, ScheduleLedger& ledger, ScheduleDefect defect, unsigned seed);
    void work(int operations);

private:
    using Work = std::function<Result<app::ScheduleEdit>(Records&, app::Context const&)>;
    void once();
    void book();
    void book_series();
    void change();
    void change_series();
    void cancel();
    void confirm();
    /// Several steps, and perhaps some of them again.
    void take_back();
    [[nodiscard]] int steps(app::ScheduleHistory::Way way, int at_most);
    /// Hands it in; keeps the edit for a later undo.
    void hand_in(Work const& work, std::optional<app::Seen> seen = {});
    [[nodiscard]] std::optional<app::ScheduleEdit> acknowledged(Work const& work, std::optional<app::Seen> seen);
    /// Everything that the step left is as this writer left it.
    [[nodiscard]] bool is_as_left(Records const& records, app::ScheduleEdit const& step) const;
    [[nodiscard]] std::optional<Appointment> any();
    [[nodiscard]] Appointment::Details random_details();
    [[nodiscard]] ClinicTime random_start();
    [[nodiscard]] int below(int limit);

    OpenClinic& clinic_;
    app::Context context_;
    ScheduleLedger& ledger_;
    ScheduleDefect defect_;
    std::mt19937 random_;
    std::vector<PatientId> patients_;
    std::vector<UserId> clinicians_;
    std::vector<ResourceId> resources_;
    int handed_in_ = 0;
    app::ScheduleHistory history_;
    std::map<AppointmentId, std::optional<Appointment>> left_; ///< By this writer, last.
    std::map<SeriesId, std::optional<AppointmentSeries>> series_left_;
    std::optional<Appointment> stale_; ///< Seen some time ago.
};

/// Patients, clinicians and a table for a drill.
void furnish_for_drill(OpenClinic& clinic, app::Context const& context);
[[nodiscard]] std::vector<Appointment> all_appointments(OpenClinic& clinic);
/// Takes the schema's own guard away, as no shipped program does.
void drop_schedule_guards(OpenClinic& clinic);

} // namespace plumbline::faults
