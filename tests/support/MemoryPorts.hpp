// SPDX-License-Identifier: Apache-2.0
#pragma once

// The ports behind MemoryRecords. Included by the memory store alone.

#include "tests/support/MemoryRecords.hpp"

namespace plumbline::testing {

/// A port sees the whole state, since notes need names and the schedule needs its neighbors.
class MemoryPort {
public:
    explicit MemoryPort(MemoryState& state) noexcept
        : state_{&state}
    {
    }

protected:
    [[nodiscard]] MemoryState& all() noexcept { return *state_; }
    [[nodiscard]] MemoryState const& all() const noexcept { return *state_; }

private:
    MemoryState* state_;
};

class MemoryPatients final : public Patients, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<Patient> find(PatientId id) const override;
    [[nodiscard]] Result<void> keep(Patient const& patient) override;
    [[nodiscard]] std::vector<PatientRow> search(std::string_view text, int limit, int offset) const override;
    [[nodiscard]] std::int64_t count() const override;
    [[nodiscard]] std::vector<PatientRow> likely_duplicates(PersonName const& name, Date birth_date) const override;
    [[nodiscard]] std::optional<PatientId> by_record_number(std::string_view record_number) const override;
    [[nodiscard]] std::string next_record_number() override;
    [[nodiscard]] std::string likeness(PersonName const& name) const override;

private:
    void keep_own_authorization(Patient const& patient);
};

class MemoryReferringProviders final : public ReferringProviders, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<ReferringProvider> find(ReferringProviderId id) const override;
    [[nodiscard]] std::vector<ReferringProvider> search(std::string_view text, int limit) const override;
    [[nodiscard]] Result<void> keep(ReferringProvider const& provider) override;
};

class MemoryUsers final : public Users, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<User> find(UserId id) const override;
    [[nodiscard]] std::optional<User> by_login(std::string_view login) const override;
    [[nodiscard]] std::vector<User> all() const override;
    [[nodiscard]] Result<void> keep(User const& user) override;
};

class MemoryEpisodes final : public Episodes, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<Episode> find(EpisodeId id) const override;
    [[nodiscard]] std::vector<Episode> of_patient(PatientId patient) const override;
    [[nodiscard]] Result<void> keep(Episode const& episode) override;
};

class MemoryEvaluations final : public Evaluations, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<Evaluation> find(EvaluationId id) const override;
    [[nodiscard]] std::vector<Evaluation> of_episode(EpisodeId episode) const override;
    [[nodiscard]] Result<void> keep(Evaluation const& evaluation) override;
};

class MemoryScores final : public OutcomeScores, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::vector<OutcomeScore> of_episode(EpisodeId episode) const override;
    [[nodiscard]] std::optional<OutcomeScore> find(ScoreId id) const override;
    [[nodiscard]] Result<void> keep(OutcomeScore const& score) override;
    [[nodiscard]] Result<void> drop(OutcomeScore const& score) override;
};

class MemoryPlans final : public Plans, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<PlanOfCare> find(PlanId id) const override;
    [[nodiscard]] std::vector<PlanOfCare> of_episode(EpisodeId episode) const override;
    [[nodiscard]] Result<void> keep(PlanOfCare const& plan) override;
};

class MemoryVisits final : public Visits, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<Visit> find(VisitId id) const override;
    [[nodiscard]] std::vector<Visit> of_episode(EpisodeId episode) const override;
    [[nodiscard]] std::vector<Visit> of_patient(PatientId patient) const override;
    [[nodiscard]] std::vector<VisitRow> rows_of_episode(EpisodeId episode) const override;
    [[nodiscard]] std::optional<Visit> last_before(EpisodeId episode, ClinicTime start) const override;
    [[nodiscard]] std::optional<VisitId> of_appointment(AppointmentId appointment) const override;
    [[nodiscard]] std::vector<UnsignedNote> unsigned_notes(std::optional<UserId> provider, int limit) const override;
    [[nodiscard]] std::int64_t count() const override;
    [[nodiscard]] Result<void> keep(Visit const& visit) override;
    [[nodiscard]] Result<void> drop(Visit const& visit) override;
};

class MemoryAppointments final : public Appointments, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<Appointment> find(AppointmentId id) const override;
    [[nodiscard]] std::vector<Appointment> between(Date from, Date to, std::optional<UserId> clinician) const override;
    [[nodiscard]] std::vector<Appointment> of_patient(PatientId patient, Date from, int limit) const override;
    [[nodiscard]] std::vector<Appointment> of_series(SeriesId series) const override;
    [[nodiscard]] std::vector<DayCount> counts(Date from, Date to, std::optional<UserId> clinician) const override;
    [[nodiscard]] std::vector<Appointment> clashing(Appointment const& wanted) const override;
    [[nodiscard]] Result<void> keep(Appointment const& appointment) override;
    [[nodiscard]] Result<void> keep_all(std::span<Appointment const> appointments) override;
    [[nodiscard]] Result<void> remove(AppointmentId id, int version) override;
};

class MemorySeries final : public SeriesBook, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<AppointmentSeries> find(SeriesId id) const override;
    [[nodiscard]] Result<void> keep(AppointmentSeries const& series) override;
    [[nodiscard]] Result<void> remove(SeriesId id, int version) override;
};

class MemoryResources final : public Resources, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<Resource> find(ResourceId id) const override;
    [[nodiscard]] std::vector<Resource> all() const override;
    [[nodiscard]] Result<void> keep(Resource const& resource) override;
};

class MemoryHours final : public ClinicianHours, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<WorkingHours> of(UserId clinician) const override;
    [[nodiscard]] std::vector<WorkingHours> all() const override;
    [[nodiscard]] Result<void> keep(WorkingHours const& hours) override;
};

class MemoryWaitlist final : public Waitlist, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<WaitlistEntry> find(WaitlistEntryId id) const override;
    [[nodiscard]] std::vector<WaitlistEntry> all() const override;
    [[nodiscard]] Result<void> keep(WaitlistEntry const& entry) override;
    [[nodiscard]] Result<void> remove(WaitlistEntryId id, int version) override;
};

class MemoryAuthorizations final : public Authorizations, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<Authorization> find(AuthorizationId id) const override;
    [[nodiscard]] std::vector<Authorization> of_patient(PatientId patient) const override;
    [[nodiscard]] Result<void> keep(Authorization const& authorization) override;
};

class MemoryAgendas final : public Agendas, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] Agenda of_days(Date from, Date to, std::optional<UserId> clinician, Date today) const override;
    [[nodiscard]] AuthorizationUse use_of(AuthorizationId authorization) const override;

private:
    void describe(Agenda& agenda, Appointment const& appointment, Date from, Date to, Date today) const;
    [[nodiscard]] Agenda::Course course(EpisodeId episode, Date to, Date today) const;
};

[[nodiscard]] AuthorizationUse use_of(MemoryState const& state, AuthorizationId id);
/// As lists show them.
[[nodiscard]] std::string precautions_of(Patient const& patient);

class MemoryDrafts final : public Drafts, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<Draft> find(UserId user, std::string_view kind, std::int64_t subject) const override;
    [[nodiscard]] std::vector<Draft> of_user(UserId user) const override;
    void keep(Draft const& draft) override;
    void drop(UserId user, std::string_view kind, std::int64_t subject) override;
};

class MemoryDocuments final : public Documents, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::vector<StoredDocument> of_patient(PatientId patient) const override;
    [[nodiscard]] std::vector<Date> progress_report_days(EpisodeId episode) const override;
    [[nodiscard]] std::optional<std::string> bytes(DocumentId id) const override;
    void keep(StoredDocument const& document, std::string_view bytes) override;
    [[nodiscard]] std::optional<std::string> drawing(DocumentId id) const override;
    void keep_drawing(DocumentId id, std::string_view drawing) override;
};

class MemoryDeferrals final : public Deferrals, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::optional<Deferral> newest(EpisodeId episode) const override;
    [[nodiscard]] Result<void> keep(Deferral const& deferral) override;
};

class MemoryFeeSchedule final : public FeeSchedule, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::vector<ServiceCode> all() const override;
    void keep(ServiceCode const& code) override;
    void remove(std::string_view code) override;
};

class MemorySettings final : public Settings, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::map<std::string, std::string> all() const override;
    [[nodiscard]] std::string get(std::string_view key) const override;
    void set(std::string_view key, std::string_view value) override;
};

class MemoryAuditTrail final : public AuditTrail, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    void append(AuditEntry const& entry) override;
    [[nodiscard]] std::vector<AuditLink> latest(int limit, std::optional<std::int64_t> before_seq) const override;
    [[nodiscard]] std::vector<AuditLink> of_patient(PatientId patient, int limit) const override;
    [[nodiscard]] std::vector<AuditLink> find(
        AuditWish const& wish, int limit, std::optional<std::int64_t> before_seq) const override;
};

class MemoryTallies final : public Tallies, private MemoryPort {
public:
    using MemoryPort::MemoryPort;
    [[nodiscard]] std::vector<BookedPerson> booked(BookedWish const& wish) const override;
    [[nodiscard]] std::vector<OpenCase> open_cases(ClinicTime now) const override;
    [[nodiscard]] std::vector<BookedTime> booked_times(Date from, Date to) const override;
    [[nodiscard]] std::vector<GivenVisit> visits(Date from, Date to) const override;
    [[nodiscard]] std::vector<Date> new_patients(Date from, Date to) const override;
    [[nodiscard]] std::vector<Measured> measured(Date from, Date to) const override;
};

/// SHA-256 in lower-case hex.
[[nodiscard]] std::string sha256(std::string_view text);

} // namespace plumbline::testing
