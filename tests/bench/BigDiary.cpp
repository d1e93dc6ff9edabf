// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/BigDiary.hpp"

#include <fmt/format.h>

#include <array>

namespace plumbline::bench {
namespace {

using testing::must;
using namespace std::chrono_literals;

constexpr std::int64_t first_clinician = 590'000'000'000'000'000;
constexpr std::int64_t first_appointment = 640'000'000'000'000'000;
constexpr int days_of_a_week = 5;
constexpr int slots = appointments_of_a_day / clinicians;
constexpr Minutes slot{30};
constexpr Minutes morning{8h}, afternoon{13h};
constexpr int slots_before_noon = 8;

UserId clinician(int index)
{
    return UserId{first_clinician + index};
}

void make_clinicians(persistence::Database& database)
{
    constexpr std::array<std::string_view, clinicians> names{"Amara Ode", "Benedikt Quay", "Chiara Ferns",
        "Dagmar Holm", "Emre Vale", "Freya Stone", "Goran Pike", "Hanna Birch", "Ivo Marsh", "Júlia Reed"};
    must(database.write([&](Records& records) {
        for (int i = 0; i < clinicians; ++i)
            must(records.users().keep(must(User::create(clinician(i),
                {.login = fmt::format("bench{}", i),
                    .full_name = std::string{names[static_cast<std::size_t>(i)]},
                    .credentials = "PT",
                    .npi = {},
                    .role = Role::Therapist}))));
        return Result<void>{};
    }));
}

/// Working days from the Monday on, negative ones before it.
Date working_day(int number)
{
    int const week = number >= 0 ? number / days_of_a_week : -((days_of_a_week - 1 - number) / days_of_a_week);
    return plus_days(diary_monday, 7 * week + (number - week * days_of_a_week));
}

/// Clinician by clinician within a slot, so that nobody is booked twice at one time.
Appointment appointment(Size const& size, int day, int of_day, std::int64_t id)
{
    int const number = of_day / clinicians;
    Minutes const start =
        number < slots_before_noon ? morning + number * slot : afternoon + (number - slots_before_noon) * slot;
    std::int64_t const turn = std::int64_t{day} * appointments_of_a_day + of_day;
    auto const owner = static_cast<int>(((turn % size.patients) + size.patients) % size.patients);
    Appointment::Details details;
    details.patient = BigClinic::patient(owner);
    details.clinician = clinician(of_day % clinicians);
    details.start = at(working_day(day), start);
    details.length = slot;
    return must(Appointment::create(AppointmentId{first_appointment + id}, std::move(details)));
}

} // namespace

void make_diary(persistence::Database& database, Size const& size)
{
    make_clinicians(database);
    int const days = std::max(days_of_a_week, (size.appointments + appointments_of_a_day - 1) / appointments_of_a_day);
    int const first = -((days - days_of_a_week) / 2);
    auto const count = static_cast<std::size_t>(days) * appointments_of_a_day;
    in_batches(database, count, [&](Records& records, std::size_t i) {
        int const number = static_cast<int>(i);
        must(records.appointments().keep(
            appointment(size, first + number / appointments_of_a_day, number % appointments_of_a_day, number)));
    });
}

} // namespace plumbline::bench
