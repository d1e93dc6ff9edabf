// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "domain/core/Time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

enum class AppointmentType { Evaluation, Treatment, ReEvaluation, Group };
enum class AppointmentStatus { Booked, Confirmed, Arrived, InTreatment, Done, NoShow, Cancelled };
[[nodiscard]] std::string_view code(AppointmentType) noexcept;
[[nodiscard]] std::string_view label(AppointmentType) noexcept;
[[nodiscard]] std::string_view code(AppointmentStatus) noexcept;
[[nodiscard]] std::string_view label(AppointmentStatus) noexcept;
[[nodiscard]] Result<AppointmentType> appointment_type_from_code(std::string_view code);
[[nodiscard]] Result<AppointmentStatus> appointment_status_from_code(std::string_view code);

/// Clinic time promised to one patient by one clinician, 5 minutes to 8 hours. Never empty or backwards.
class Appointment {
public:
    static constexpr Minutes shortest{5};
    static constexpr Minutes longest = std::chrono::hours{8};

    struct Details {
        PatientId patient{0};
        std::optional<EpisodeId> episode;
        UserId clinician{0};
        ClinicTime start{};
        Minutes length{45};
        AppointmentType type = AppointmentType::Treatment;
        AppointmentStatus status = AppointmentStatus::Booked;
        std::optional<ClinicTime> arrived;
        std::string note;
        friend bool operator==(Details const&, Details const&) = default;
    };
    [[nodiscard]] static Result<Appointment> create(AppointmentId id, Details details, int version = 0);
    [[nodiscard]] static Appointment restore(AppointmentId id, Details details, int version);

    [[nodiscard]] AppointmentId id() const noexcept { return id_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    [[nodiscard]] ClinicTime end() const noexcept { return details_.start + details_.length; }
    [[nodiscard]] int version() const noexcept { return version_; }
    friend bool operator==(Appointment const&, Appointment const&) = default;

private:
    Appointment(AppointmentId id, Details details, int version);
    AppointmentId id_;
    Details details_;
    int version_;
};

/// False for what was canceled or missed: its time is free again.
[[nodiscard]] bool takes_time(Appointment const& appointment) noexcept;

/// True when both take the same clinician or the same patient at once; touching ends do not clash,
/// cancelled and missed ones never do, two groups of one clinician at the same start are one class. One
/// that is moved does not clash with what it was: equal ids never clash.
[[nodiscard]] bool clash(Appointment const& a, Appointment const& b) noexcept;

class Appointments {
public:
    virtual ~Appointments() = default;
    [[nodiscard]] virtual std::optional<Appointment> find(AppointmentId id) const = 0;
    /// Starting on a day in [from, to], by start; of one clinician when given.
    [[nodiscard]] virtual std::vector<Appointment> between(
        Date from, Date to, std::optional<UserId> clinician = {}) const = 0;
    [[nodiscard]] virtual std::vector<Appointment> of_patient(PatientId patient, Date from, int limit) const = 0;
    /// Conflict when the version is outdated or when it would clash with another.
    [[nodiscard]] virtual Result<void> keep(Appointment const& appointment) = 0;
};

} // namespace plumbline
