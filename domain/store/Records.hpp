// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/access/Audit.hpp"
#include "domain/access/User.hpp"
#include "domain/clinical/Episode.hpp"
#include "domain/clinical/Evaluation.hpp"
#include "domain/clinical/PlanOfCare.hpp"
#include "domain/clinical/Visit.hpp"
#include "domain/patients/Authorization.hpp"
#include "domain/patients/Patient.hpp"
#include "domain/scheduling/Appointment.hpp"
#include "domain/scheduling/AppointmentSeries.hpp"
#include "domain/scheduling/Resource.hpp"
#include "domain/scheduling/Waitlist.hpp"
#include "domain/scheduling/WorkingHours.hpp"
#include "domain/store/Agenda.hpp"
#include "domain/store/FeeSchedule.hpp"
#include "domain/store/Tallies.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plumbline {

// Every keep() inserts version 0 and otherwise updates, and refuses with Conflict, naming who and when is not
// needed, when the stored version is not the one given. Repeating the insert of an identical record succeeds.

class Users {
public:
    virtual ~Users() = default;
    [[nodiscard]] virtual std::optional<User> find(UserId id) const = 0;
    [[nodiscard]] virtual std::optional<User> by_login(std::string_view login) const = 0;
    [[nodiscard]] virtual std::vector<User> all() const = 0;
    [[nodiscard]] virtual Result<void> keep(User const& user) = 0;
};

class Episodes {
public:
    virtual ~Episodes() = default;
    [[nodiscard]] virtual std::optional<Episode> find(EpisodeId id) const = 0;
    /// Newest first.
    [[nodiscard]] virtual std::vector<Episode> of_patient(PatientId patient) const = 0;
    [[nodiscard]] virtual Result<void> keep(Episode const& episode) = 0;
};

class Evaluations {
public:
    virtual ~Evaluations() = default;
    [[nodiscard]] virtual std::optional<Evaluation> find(EvaluationId id) const = 0;
    /// Oldest first.
    [[nodiscard]] virtual std::vector<Evaluation> of_episode(EpisodeId episode) const = 0;
    [[nodiscard]] virtual Result<void> keep(Evaluation const& evaluation) = 0;
};

class OutcomeScores {
public:
    virtual ~OutcomeScores() = default;
    /// Oldest first.
    [[nodiscard]] virtual std::vector<OutcomeScore> of_episode(EpisodeId episode) const = 0;
    [[nodiscard]] virtual std::optional<OutcomeScore> find(ScoreId id) const = 0;
    /// Refuses to change what was taken for an evaluation that is signed; so does drop().
    [[nodiscard]] virtual Result<void> keep(OutcomeScore const& score) = 0;
    [[nodiscard]] virtual Result<void> drop(OutcomeScore const& score) = 0;
};

class Plans {
public:
    virtual ~Plans() = default;
    [[nodiscard]] virtual std::optional<PlanOfCare> find(PlanId id) const = 0;
    /// Oldest first; the last is in force.
    [[nodiscard]] virtual std::vector<PlanOfCare> of_episode(EpisodeId episode) const = 0;
    [[nodiscard]] virtual Result<void> keep(PlanOfCare const& plan) = 0;
};

/// A line of the to-sign list.
struct UnsignedNote {
    VisitId visit;
    PatientId patient;
    EpisodeId episode;
    PersonName name;
    ClinicTime start;
    UserId provider;
};

/// What a visit list shows without loading notes.
struct VisitRow {
    VisitId id;
    ClinicTime start;
    UserId provider;
    bool sealed = false;
    int minutes = 0;
};

class Visits {
public:
    virtual ~Visits() = default;
    [[nodiscard]] virtual std::optional<Visit> find(VisitId id) const = 0;
    /// The chart: whole visits, oldest first.
    [[nodiscard]] virtual std::vector<Visit> of_episode(EpisodeId episode) const = 0;
    [[nodiscard]] virtual std::vector<Visit> of_patient(PatientId patient) const = 0;
    [[nodiscard]] virtual std::vector<VisitRow> rows_of_episode(EpisodeId episode) const = 0;
    [[nodiscard]] virtual std::optional<Visit> last_before(EpisodeId episode, ClinicTime start) const = 0;
    [[nodiscard]] virtual std::optional<VisitId> of_appointment(AppointmentId appointment) const = 0;
    [[nodiscard]] virtual std::vector<UnsignedNote> unsigned_notes(std::optional<UserId> provider, int limit) const = 0;
    [[nodiscard]] virtual std::int64_t count() const = 0;
    [[nodiscard]] virtual Result<void> keep(Visit const& visit) = 0;
    /// Takes away a note that was never signed, with its rows.
    [[nodiscard]] virtual Result<void> drop(Visit const& visit) = 0;
};

/// What someone typed and has not finished: text in the writer's own form, at most a second behind the keys.
/// One per user, kind and subject.
struct Draft {
    UserId user{0};
    std::string kind; ///< `visit`, `patient`, `evaluation` ...
    std::int64_t subject = 0;
    std::string content;
    Instant saved{};
};
class Drafts {
public:
    virtual ~Drafts() = default;
    [[nodiscard]] virtual std::optional<Draft> find(UserId user, std::string_view kind, std::int64_t subject) const = 0;
    [[nodiscard]] virtual std::vector<Draft> of_user(UserId user) const = 0;
    virtual void keep(Draft const& draft) = 0;
    virtual void drop(UserId user, std::string_view kind, std::int64_t subject) = 0;
};

enum class DocumentKind { ProgressReport, Evaluation, PlanOfCare, DailyNote, Discharge, Referral };
[[nodiscard]] std::string_view code(DocumentKind) noexcept;
[[nodiscard]] std::string_view label(DocumentKind) noexcept;
[[nodiscard]] Result<DocumentKind> document_kind_from_code(std::string_view code);

/// A produced document, kept for ever as it was.
struct StoredDocument {
    DocumentId id{0};
    PatientId patient{0};
    std::optional<EpisodeId> episode;
    DocumentKind kind = DocumentKind::ProgressReport;
    std::string title;
    Date dated{};
    Instant made{};
    UserId author{0};
    int pages = 0;
    std::string sha256;
    std::int64_t size = 0;
};
class Documents {
public:
    virtual ~Documents() = default;
    /// Newest first.
    [[nodiscard]] virtual std::vector<StoredDocument> of_patient(PatientId patient) const = 0;
    /// Days on which progress reports of an episode were written.
    [[nodiscard]] virtual std::vector<Date> progress_report_days(EpisodeId episode) const = 0;
    [[nodiscard]] virtual std::optional<std::string> bytes(DocumentId id) const = 0;
    virtual void keep(StoredDocument const& document, std::string_view bytes) = 0;
    /// The pages as they were drawn when the document was produced, in the writer's own form. A document that was
    /// kept before drawings were has none.
    [[nodiscard]] virtual std::optional<std::string> drawing(DocumentId id) const = 0;
    /// Kept once, with its document.
    virtual void keep_drawing(DocumentId id, std::string_view drawing) = 0;
};

/// A decision that someone put off, and why. Never changed or removed: the newest of an episode counts.
struct Deferral {
    DeferralId id{0};
    PatientId patient{0};
    EpisodeId episode{0};
    UserId by{0};
    Instant at{};
    Date until{};       ///< Asked again from this day on.
    std::string reason; ///< In the words of whoever put it off.
    std::string facts;  ///< What the decision rested on; other facts ask again at once.
    friend bool operator==(Deferral const&, Deferral const&) = default;
};
class Deferrals {
public:
    virtual ~Deferrals() = default;
    [[nodiscard]] virtual std::optional<Deferral> newest(EpisodeId episode) const = 0;
    [[nodiscard]] virtual Result<void> keep(Deferral const& deferral) = 0;
};

/// The clinic itself: `clinic.name`, `clinic.address`, `clinic.phone`, `clinic.npi`, `clinic.zone` (IANA),
/// `clinic.demo` (`1`), `lock.minutes` ... Absent keys have the defaults of Settings.cpp.
class Settings {
public:
    virtual ~Settings() = default;
    [[nodiscard]] virtual std::map<std::string, std::string> all() const = 0;
    [[nodiscard]] virtual std::string get(std::string_view key) const = 0;
    virtual void set(std::string_view key, std::string_view value) = 0;
};

/// The ports together, inside one transaction. Const gives const ports: a reader cannot write.
class Records {
public:
    virtual ~Records() = default;
    virtual Patients& patients() = 0;
    virtual ReferringProviders& referring_providers() = 0;
    virtual Users& users() = 0;
    virtual Episodes& episodes() = 0;
    virtual Evaluations& evaluations() = 0;
    virtual OutcomeScores& scores() = 0;
    virtual Plans& plans() = 0;
    virtual Visits& visits() = 0;
    virtual Appointments& appointments() = 0;
    virtual SeriesBook& series() = 0;
    virtual Resources& resources() = 0;
    virtual ClinicianHours& hours() = 0;
    virtual Waitlist& waitlist() = 0;
    virtual Authorizations& authorizations() = 0;
    virtual Drafts& drafts() = 0;
    virtual Documents& documents() = 0;
    virtual Deferrals& deferrals() = 0;
    virtual FeeSchedule& fee_schedule() = 0;
    virtual Settings& settings() = 0;
    virtual AuditTrail& audit() = 0;
    virtual Patients const& patients() const = 0;
    virtual ReferringProviders const& referring_providers() const = 0;
    virtual Users const& users() const = 0;
    virtual Episodes const& episodes() const = 0;
    virtual Evaluations const& evaluations() const = 0;
    virtual OutcomeScores const& scores() const = 0;
    virtual Plans const& plans() const = 0;
    virtual Visits const& visits() const = 0;
    virtual Appointments const& appointments() const = 0;
    virtual SeriesBook const& series() const = 0;
    virtual Resources const& resources() const = 0;
    virtual ClinicianHours const& hours() const = 0;
    virtual Waitlist const& waitlist() const = 0;
    virtual Authorizations const& authorizations() const = 0;
    virtual Agendas const& agendas() const = 0;
    virtual Drafts const& drafts() const = 0;
    virtual Documents const& documents() const = 0;
    virtual Deferrals const& deferrals() const = 0;
    virtual FeeSchedule const& fee_schedule() const = 0;
    virtual Settings const& settings() const = 0;
    virtual AuditTrail const& audit() const = 0;
    virtual Tallies const& tallies() const = 0;
    /// SHA-256 in lower-case hex. Here because the domain holds no cryptography of its own.
    [[nodiscard]] virtual std::string digest(std::string_view text) const = 0;
};

} // namespace plumbline
