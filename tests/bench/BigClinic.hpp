// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/SystemClock.hpp"
#include "domain/core/IdMaker.hpp"
#include "domain/store/Clinic.hpp"
#include "persistence/Database.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace plumbline::bench {

/// What a clinic to be measured holds. Equal sizes and seeds give equal content.
struct Size {
    int patients = 10'000;
    int visits = 0;
    std::uint64_t seed = 1;
    int appointments = 0; ///< Rounded up to whole days of `appointments_of_a_day`.
};

/// Days of ten clinicians, full but for the midday hour; the same day holds the same in clinics of every size.
inline constexpr int clinicians = 10;
inline constexpr int appointments_of_a_day = 160;
/// The first of five days that every clinic with appointments has. Ahead of now for years, so that free time in it is an
/// opening whenever this runs.
inline constexpr Date diary_monday{std::chrono::year{2035}, std::chrono::January, std::chrono::day{1}};

/// Patients that have exactly so many visits each, so that a chart means the same in every clinic.
inline constexpr int charts = 16;
inline constexpr int visits_of_a_chart = 200;

/// A clinic of invented people, made once in the folder and opened again by the next run. It is opened through
/// the product's own door; made is it faster than by hand, with the product's schema, rows and search keys.
class BigClinic {
public:
    /// Says on standard error what it makes, since that takes a while.
    BigClinic(std::filesystem::path const& folder, Size const& size);

    [[nodiscard]] OpenClinic& clinic() noexcept { return *clinic_; }
    [[nodiscard]] persistence::Database& database() noexcept { return *database_; }
    [[nodiscard]] Clock const& clock() const noexcept { return clock_; }
    [[nodiscard]] IdMaker& ids() noexcept { return ids_; }
    [[nodiscard]] Size const& size() const noexcept { return size_; }

    [[nodiscard]] static PatientId patient(int index) noexcept;
    [[nodiscard]] static EpisodeId episode(int index) noexcept;

    /// Where a clinic of this size lies, made or not.
    [[nodiscard]] static std::filesystem::path file(std::filesystem::path const& folder, Size const& size);
    [[nodiscard]] static std::string login();
    [[nodiscard]] static std::string password();

private:
    void make(std::filesystem::path const& folder);
    void open(std::filesystem::path const& file);

    Size size_;
    app::SystemClock clock_;
    IdMaker ids_;
    std::unique_ptr<ClinicDoor> door_;
    std::unique_ptr<OpenClinic> clinic_;
    persistence::Database* database_ = nullptr;
};

} // namespace plumbline::bench
