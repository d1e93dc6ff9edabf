// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Records.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::testing {

/// The value, or a failed test that says which refusal stood in its place.
template <class T>
T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error{std::string{result.error().field} + ": " + result.error().message.english()};
    return *std::move(result);
}
inline void must(Result<void> result)
{
    if (!result)
        throw std::runtime_error{std::string{result.error().field} + ": " + result.error().message.english()};
}

[[nodiscard]] constexpr Date day(int year, unsigned month, unsigned day)
{
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}
[[nodiscard]] inline ClinicTime time(Date day, int hour, int minute = 0)
{
    return at(day, std::chrono::hours{hour} + Minutes{minute});
}

// The invented people of an invented clinic. Ids are fixed, so that the same sample is the same everywhere.

inline constexpr UserId olga_id{11}, dana_id{12}, pat_id{13}, fay_id{14}, mona_id{15}, rhea_id{16};
inline constexpr PatientId maja_id{101}, tom_id{102};
inline constexpr EpisodeId sciatica_id{201}, stenosis_id{202};
inline constexpr EvaluationId first_evaluation_id{301};
inline constexpr PlanId plan_id{401};

/// One member of staff for each role: Olga owns, Dana is a PT, Pat a PTA, Fay sits at the front desk, Mona manages,
/// Rhea only reads.
[[nodiscard]] User staff(Role role);
[[nodiscard]] Actor acting(Role role);

/// Maja Lindqvist: 47, a cardiac pacemaker, 12 visits authorized.
[[nodiscard]] Patient::Details maja();
/// Tom Bauer: 68, no precaution, no limit.
[[nodiscard]] Patient::Details tom();

/// Left-sided sciatica since 3 August 2026 after lifting, in care since 19 October.
[[nodiscard]] Episode::Details sciatica();
/// Initial evaluation of 19 October: pain 7, flexion 32 degrees.
[[nodiscard]] Evaluation::Details first_evaluation();
/// Twice a week for six weeks from 19 October, one long-term goal on the Oswestry index, certified.
[[nodiscard]] PlanOfCare::Details plan();

/// 3 x 8 with a hold of 10 seconds under code 97110.
[[nodiscard]] Intervention::Details bird_dog(UserId provider = dana_id, int minutes = 23);
[[nodiscard]] Intervention::Details hot_pack(UserId provider = dana_id);
[[nodiscard]] Intervention::Details tens(UserId provider = dana_id);
[[nodiscard]] Intervention row(InterventionId id, Intervention::Details details);

/// A note that can be signed: pain 4, words in every field, one bird dog.
[[nodiscard]] Visit::Details treatment(ClinicTime start, UserId provider = dana_id);
/// Pain as points, for notes.
[[nodiscard]] PainScore pain(int points);

/// A booked treatment of 45 minutes.
[[nodiscard]] Appointment::Details treatment_at(ClinicTime start, PatientId patient, UserId clinician = dana_id);

/// Staff, Maja and Tom with Maja's episode, evaluation and plan, kept.
void furnish(Records& records, Date today);

} // namespace plumbline::testing
