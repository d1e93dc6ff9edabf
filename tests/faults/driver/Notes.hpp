// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"

#include <array>
#include <map>
#include <string>

namespace plumbline::faults {

/// The life of one note. Each step is one save of the product's services.
enum class Step { Keep, Type, Sign, Amend };
inline constexpr std::array steps{Step::Keep, Step::Type, Step::Sign, Step::Amend};

inline constexpr PatientId patient_id{101};
inline constexpr std::size_t measures_of_a_note = 3;

/// One note as it will be: everything about it is settled before the first save, its ids included, so that what
/// is to be on the disk after each step is known beforehand.
struct Course {
    std::string name; ///< `3.1.17`: run, writer, number. Stands in the note, too.
    VisitId visit{0};
    EpisodeId episode{0};
    Visit::Details details;
    std::array<ScoreId, measures_of_a_note> scores{ScoreId{0}, ScoreId{0}, ScoreId{0}};
};

/// The number keeps the notes of an episode on days of their own.
[[nodiscard]] Course plan_course(app::Desk const& desk, EpisodeId episode, std::string name, int number);

/// Through the same services as the window, in the transaction that the records belong to.
[[nodiscard]] Result<void> save(Step step, Records& records, app::Context const& context, Course const& course);
/// The two halves of the first step, for the planted defect that makes two transactions of them.
[[nodiscard]] Result<void> save_note_alone(Records& records, app::Context const& context, Course const& course);
[[nodiscard]] Result<void> save_measures_alone(Records& records, app::Context const& context, Course const& course);

/// Every row that belongs to a note: visit, interventions, seal, addenda, measures, audit entries, typing journal.
struct RowsOfNote {
    Visit visit;
    std::vector<OutcomeScore> scores;
    std::map<std::string, int> audit; ///< `visit create` and how often.
    std::string typed;
};
[[nodiscard]] std::string digest(RowsOfNote const& rows);
/// The digest that the rows must have once the step is done.
[[nodiscard]] std::string digest_after(Step step, Course const& course, Actor const& actor);

} // namespace plumbline::faults
