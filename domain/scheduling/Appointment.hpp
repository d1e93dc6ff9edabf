// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Id.hpp"
#include "domain/core/Time.hpp"

#include <optional>
#include <span>
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

/// Whether a person may set the status from what it is. Mistakes can be taken back; only somebody who came can be
/// treated or done, and only somebody who did not come is a no-show.
[[nodiscard]] bool may_become(AppointmentStatus from, AppointmentStatus to) noexcept;
/// False for what was canceled or missed.
[[nodiscard]] bool takes_time(AppointmentStatus status) noexcept;

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
        std::optional<ClinicTime> started{}, finished{}; ///< Treatment, as it was.
        std::optional<SeriesId> series{};
        std::vector<ResourceId> resources{}; ///< Ascending, each once.
        std::optional<int> seat{};           ///< In a class, from 1: no two have the same.
        bool may_overlap = false;            ///< Its clinician may have others at the same time.
        std::string reason{};                ///< Why it was canceled, or booked against hours or limits.
        bool late = false;                   ///< Canceled later than the clinic asks for.
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

/// Sets the status and the times that follow from it: arrived, started, finished; what is taken back loses them.
void set_status(Appointment::Details& details, AppointmentStatus status, ClinicTime now);

/// Two groups of one clinician that start together.
[[nodiscard]] bool one_class(Appointment::Details const& a, Appointment::Details const& b) noexcept;

/// What two appointments cannot both have.
struct Clash {
    enum class Over { Patient, Clinician, Resource, Seat } over{};
    std::optional<ResourceId> resource{};
    friend bool operator==(Clash const&, Clash const&) = default;
};
/// What both want at once; touching ends do not clash, cancelled and missed ones never do, a class is one appointment
/// to its clinician and its resources, and who may overlap shares the clinician. One that is moved does not clash with
/// what it was: equal ids never clash.
[[nodiscard]] std::optional<Clash> clash_between(Appointment const& a, Appointment const& b) noexcept;
[[nodiscard]] bool clash(Appointment const& a, Appointment const& b) noexcept;
/// In words, with the hours of the one that was there first.
[[nodiscard]] Refusal refusal_of(Clash const& clash, Appointment const& other);

/// A day of the month view.
struct DayCount {
    Date day{};
    int booked = 0, canceled = 0, missed = 0; ///< Booked counts those that take time.
    Minutes taken{};
    friend bool operator==(DayCount const&, DayCount const&) = default;
};
/// Adds one appointment to its day.
void count(DayCount& day, AppointmentStatus status, Minutes length) noexcept;

class Appointments {
public:
    virtual ~Appointments() = default;
    [[nodiscard]] virtual std::optional<Appointment> find(AppointmentId id) const = 0;
    /// Starting on a day in [from, to], by start; of one clinician when given.
    [[nodiscard]] virtual std::vector<Appointment> between(
        Date from, Date to, std::optional<UserId> clinician = {}) const = 0;
    [[nodiscard]] virtual std::vector<Appointment> of_patient(PatientId patient, Date from, int limit) const = 0;
    [[nodiscard]] virtual std::vector<Appointment> of_series(SeriesId series) const = 0;
    /// Of one day each, days without any left out; canceled and missed ones are counted apart.
    [[nodiscard]] virtual std::vector<DayCount> counts(
        Date from, Date to, std::optional<UserId> clinician = {}) const = 0;
    /// By start.
    [[nodiscard]] virtual std::vector<Appointment> clashing(Appointment const& wanted) const = 0;
    /// Conflict when the version is outdated or when it would clash with another.
    [[nodiscard]] virtual Result<void> keep(Appointment const& appointment) = 0;
    /// All or none, and they may change places: only where they end up counts.
    [[nodiscard]] virtual Result<void> keep_all(std::span<Appointment const> appointments) = 0;
    /// Takes away what nothing refers to: an appointment with a visit is refused. Conflict when outdated.
    [[nodiscard]] virtual Result<void> remove(AppointmentId id, int version) = 0;
};

} // namespace plumbline
