// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/PlanOfCare.hpp"
#include "domain/patients/Authorization.hpp"
#include "domain/patients/Patient.hpp"
#include "domain/scheduling/Appointment.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plumbline {

/// What the schedule says of the people booked in some days, read in a fixed number of statements however many they
/// are. Maps lack who has none.
struct Agenda {
    struct Person {
        PersonName name{};
        std::string phone{};
        std::string precautions{};        ///< Labels, parted by commas.
        std::optional<Date> last_visit{}; ///< Before the first of the days.
    };
    struct Note {
        VisitId visit{0};
        bool is_signed = false;
    };
    /// An episode, as far as its clocks ask for it.
    struct Course {
        std::string title{};
        std::vector<Date> treatment_days{}; ///< Distinct, ascending; as Standing counts them.
        std::vector<Date> report_days{};    ///< Of progress reports.
        std::vector<Date> coming_days{}; ///< Distinct days with an appointment, from today on, that has no visit yet.
        std::vector<PlanOfCare> plans{}; ///< Without goals and seals, oldest first; the last is in force.
    };
    std::vector<Appointment> appointments{}; ///< By start.
    std::map<PatientId, Person> people{};
    std::map<AppointmentId, Note> notes{};
    std::map<AppointmentId, EpisodeId> episodes{}; ///< Its own, else the patient's newest open one.
    std::map<EpisodeId, Course> courses{};
    std::map<PatientId, std::vector<Authorization>> authorizations{}; ///< Those not ended, oldest first.
    std::map<AuthorizationId, AuthorizationUse> used{};
};

/// What one flowsheet row bills.
struct BilledRow {
    std::string code{};
    bool timed = true;
    int minutes = 0;
};
/// Units of one day under the payer's rule: of the timed rows by TimedUnits, of the others one for each code.
[[nodiscard]] int units_of_day(UnitRule rule, std::span<BilledRow const> rows);

/// Reads only; what it tells was kept through the other ports.
class Agendas {
public:
    virtual ~Agendas() = default;
    /// The appointments that start in [from, to]; of one clinician when given. Coming days count from today.
    [[nodiscard]] virtual Agenda of_days(Date from, Date to, std::optional<UserId> clinician, Date today) const = 0;
    /// Units are only counted where they are limited.
    [[nodiscard]] virtual AuthorizationUse use_of(AuthorizationId authorization) const = 0;
};

} // namespace plumbline
