// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Measure.hpp"
#include "domain/clinical/PlanOfCare.hpp"
#include "domain/patients/Authorization.hpp"
#include "domain/patients/Patient.hpp"
#include "domain/scheduling/Appointment.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline {

/// An appointment, and whom to reach about it.
struct BookedPerson {
    AppointmentId appointment{0};
    int version = 0;
    PatientId patient{0};
    PersonName name{};
    std::string record_number{};
    Date birth_date{};
    std::string phone{}, mobile{}, email{}, language{};
    std::string precautions{};    ///< Labels, parted by commas.
    bool may_be_messaged = false; ///< Consent to messages is written down.
    UserId clinician{0};
    ClinicTime start{};
    Minutes length{};
    AppointmentType type{};
    AppointmentStatus status{};
    std::string note{}; ///< The front desk's own words.
    friend bool operator==(BookedPerson const&, BookedPerson const&) = default;
};

/// Which appointments are meant; what is unset is not asked.
struct BookedWish {
    Date from{}, to{}; ///< Both included.
    std::optional<UserId> clinician{};
    std::optional<PatientId> patient{};
};

/// An authorization and what was used of it.
struct AuthorizationInUse {
    Authorization authorization;
    AuthorizationUse used{};
    friend bool operator==(AuthorizationInUse const&, AuthorizationInUse const&) = default;
};

/// An open episode with all that its clocks are counted from.
struct OpenCase {
    EpisodeId episode{0};
    PatientId patient{0};
    PersonName name{};
    std::string record_number{}, title{};
    Date started{};
    std::optional<ClinicTime> next_visit{};
    std::vector<Date> treatment_days{}; ///< Distinct, ascending: visits that are signed or have minutes, evaluations.
    std::vector<Date> report_days{};    ///< Of progress reports.
    std::vector<PlanOfCare> plans{};    ///< Without goals and seals, oldest first; the last is in force.
    std::vector<AuthorizationInUse> authorizations{}; ///< The patient's that are not ended, oldest first.
    friend bool operator==(OpenCase const&, OpenCase const&) = default;
};

/// An appointment as arithmetic needs it.
struct BookedTime {
    UserId clinician{0};
    ClinicTime start{};
    Minutes length{};
    AppointmentType type{};
    AppointmentStatus status{};
    friend bool operator==(BookedTime const&, BookedTime const&) = default;
};

/// A visit that counts as treatment: its note is signed or has minutes.
struct GivenVisit {
    UserId provider{0};
    ClinicTime start{};
    friend bool operator==(GivenVisit const&, GivenVisit const&) = default;
};

/// A measure of one day in the course of an episode: a questionnaire's score, or pain now (NPRS) at an evaluation or in
/// a signed note.
struct Measured {
    EpisodeId episode{0};
    std::string diagnosis{}; ///< The episode's treating diagnosis; empty when it has none.
    Measure measure{};
    Date on{};
    double value = 0;
    friend bool operator==(Measured const&, Measured const&) = default;
};

/// What the clinic's manager counts. Each question costs the same number of statements however large the clinic is.
class Tallies {
public:
    virtual ~Tallies() = default;
    /// By start.
    [[nodiscard]] virtual std::vector<BookedPerson> booked(BookedWish const& wish) const = 0;
    /// Of people who are not archived, by name. The next visit is the first after `now` that is to take place.
    [[nodiscard]] virtual std::vector<OpenCase> open_cases(ClinicTime now) const = 0;
    /// Starting on a day in [from, to], by start.
    [[nodiscard]] virtual std::vector<BookedTime> booked_times(Date from, Date to) const = 0;
    /// On a day in [from, to], by start.
    [[nodiscard]] virtual std::vector<GivenVisit> visits(Date from, Date to) const = 0;
    /// The day on which each patient's first episode began, of those who began in [from, to], ascending.
    [[nodiscard]] virtual std::vector<Date> new_patients(Date from, Date to) const = 0;
    /// Up to `to`, of episodes that are open or ended in [from, to]; by episode, measure and day.
    [[nodiscard]] virtual std::vector<Measured> measured(Date from, Date to) const = 0;
};

} // namespace plumbline
