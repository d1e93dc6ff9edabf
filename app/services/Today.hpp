// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Chart.hpp"

namespace plumbline::app {

struct DayRow {
    AppointmentId appointment{0};
    PatientId patient{0};
    std::optional<EpisodeId> episode;
    std::optional<VisitId> visit;
    PersonName name;
    ClinicTime start{};
    Minutes length{};
    AppointmentType type{};
    AppointmentStatus status{};
    int visit_number = 0;
    std::optional<int> visits_authorized{};
    std::string matters{}; ///< `sciatica L5`, `progress report due today`
    std::string alert{};   ///< Precautions, in words; drawn red.
    bool due = false;      ///< matters is drawn amber.
    enum class Note { None, Draft, Signed } note = Note::None;
    int waiting_minutes = 0; ///< Since arrival.
    friend bool operator==(DayRow const&, DayRow const&) = default;
};
/// A patient for whom the 6-8-week rule or a worse score asks for a decision (fact book 4.4).
struct DecisionRow {
    PatientId patient{0};
    EpisodeId episode{0};
    PersonName name;
    std::string title, facts;
    std::string rests_on{};        ///< What the decision follows from, short: when it changes, it is asked anew.
    bool report_is_a_step = false; ///< A progress report would tell the physician; there is one to draft.
    friend bool operator==(DecisionRow const&, DecisionRow const&) = default;
};
struct ToSignRow {
    VisitId visit{0};
    PatientId patient{0};
    EpisodeId episode{0};
    PersonName name;
    ClinicTime start{};
    std::string missing; ///< `minutes missing`; empty when ready.
    friend bool operator==(ToSignRow const&, ToSignRow const&) = default;
};
struct DueRow {
    PatientId patient{0};
    PersonName name;
    std::string what;
    int days = 0; ///< Or visits; unit says which. 0 is today.
    std::string when;
    bool urgent = false;
    friend bool operator==(DueRow const&, DueRow const&) = default;
};
struct TodayBoard {
    Date day{};
    std::vector<DayRow> rows;
    std::vector<DecisionRow> decisions;
    std::vector<ToSignRow> to_sign;
    std::vector<DueRow> due;
    friend bool operator==(TodayBoard const&, TodayBoard const&) = default;
};
/// Looks at the day's patients and at those of the next week (Board.hpp). Without permission to see charts the
/// rows keep what the front desk needs (counts and what is due), and decisions and notes stay empty.
/// Mine: only the actor's own appointments and notes; otherwise the whole clinic's.
enum class Scope { Mine, Clinic };
[[nodiscard]] Result<TodayBoard> today_board(Records const& records, Context const& context, Date day, Scope scope);

/// The next arrived or booked appointment of the day without a signed note.
[[nodiscard]] std::optional<DayRow> next_note(TodayBoard const& board);

} // namespace plumbline::app
