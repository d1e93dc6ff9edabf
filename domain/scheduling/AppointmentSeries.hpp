// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "domain/core/Time.hpp"

#include <optional>
#include <string>

namespace plumbline {

/// Appointments that were arranged together. Each stands for itself: its hours, status and visit are its own, and the
/// series only says how they came about.
class AppointmentSeries {
public:
    struct Details {
        PatientId patient{0};
        std::string rule{}; ///< RFC 5545; empty when the visits were chosen one by one.
        ClinicTime first{};
        friend bool operator==(Details const&, Details const&) = default;
    };
    /// Refuses no patient and a rule that is no single clean line.
    [[nodiscard]] static Result<AppointmentSeries> create(SeriesId id, Details details, int version = 0);
    [[nodiscard]] static AppointmentSeries restore(SeriesId id, Details details, int version);

    [[nodiscard]] SeriesId id() const noexcept { return id_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    [[nodiscard]] int version() const noexcept { return version_; }
    friend bool operator==(AppointmentSeries const&, AppointmentSeries const&) = default;

private:
    AppointmentSeries(SeriesId id, Details details, int version);
    SeriesId id_;
    Details details_;
    int version_;
};

class SeriesBook {
public:
    virtual ~SeriesBook() = default;
    [[nodiscard]] virtual std::optional<AppointmentSeries> find(SeriesId id) const = 0;
    [[nodiscard]] virtual Result<void> keep(AppointmentSeries const& series) = 0;
    /// Takes away one that no appointment belongs to.
    [[nodiscard]] virtual Result<void> remove(SeriesId id, int version) = 0;
};

} // namespace plumbline
