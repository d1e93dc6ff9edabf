// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"

#include <span>

namespace plumbline::app {

/// A note being written with what stands beside it.
struct OpenNote {
    struct PainPoint {
        Date on{};
        PainReport pain;
    };
    Visit visit;
    std::optional<Visit> last{};           ///< The signed or unsigned visit before.
    std::vector<PainPoint> pain_history{}; ///< Of the last six visits, oldest first.
    std::vector<std::string> conditions{}; ///< Codes of the patient's precautions.
    UnitRule unit_rule = UnitRule::Cms;
    std::vector<ServiceCode> fee_schedule{};
    Region region = Region::LowBack; ///< Of the episode's complaint: where rows are given unless they say otherwise.
    struct Provider {
        UserId id{0};
        std::string name;   ///< With credentials.
        bool treats = true; ///< False for one whom the note names and who may not treat any more.
        friend bool operator==(Provider const&, Provider const&) = default;
    };
    std::vector<Provider> providers{};
    std::vector<Visit> same_day{}; ///< The patient's other visits of this day, in order: units are counted per day.
    bool seal_broken = false;      ///< The stored text is not the one that was signed.
    std::optional<std::string> draft{}; ///< What was typed and not yet kept, when a crash came between.
};

/// Opens the episode's note of a day: the appointment's, the actor's own draft of that day, else a new visit with the
/// last visit's confirmed rows carried forward. Links the appointment and marks it in treatment.
[[nodiscard]] Result<OpenNote> open_note(Records& records, Context const& context, VisitId fresh_id, EpisodeId episode,
    ClinicTime start, std::optional<AppointmentId> appointment = {});
[[nodiscard]] Result<OpenNote> reopen_note(Records const& records, Context const& context, VisitId visit);

/// The row if it may stand in the note, under its own id or a new one. A contraindication that stops is refused on
/// field `modality`: as Invalid when this person may override it by giving a reason in override_reason, as NotAllowed
/// when not (a PTA never may, and some rows of the matrix nobody may). The refusal's others are the further
/// reasons. The audit log shows the override.
[[nodiscard]] Result<Intervention> consider(Records& records, Context const& context, PatientId patient,
    Intervention::Details details, std::optional<InterventionId> id = {});
/// Whether this person's role may override a contraindication at all.
[[nodiscard]] bool may_override(Actor const& actor) noexcept;

/// Keeps the draft of the note; version as last seen. Returns the new version. Also drops the typing draft.
/// A row never makes a save fail, except an override that someone who may not override brought in.
[[nodiscard]] Result<int> save_note(
    Records& records, Context const& context, VisitId id, int version, Visit::Details details);
/// Makes the actor the provider of an unsigned note, and of its rows that were not confirmed yet. The draft it comes with
/// is the actor's own or, without one, what the provider before typed and did not keep.
[[nodiscard]] Result<OpenNote> take_over_note(Records& records, Context const& context, VisitId id, int version);
/// Signs, leaves carried rows out, marks the appointment done. Refusal lists all that is missing, and every
/// confirmed row that a contraindication stops. Only the visit's provider may sign it. One that is signed on a later day
/// than the visit's is a late entry for ever.
[[nodiscard]] Result<Seal> sign_note(
    Records& records, Context const& context, VisitId id, int version, Visit::Details details);
[[nodiscard]] Result<void> add_addendum(
    Records& records, Context const& context, VisitId id, int version, std::string text);
/// Why a note that holds something is taken away. No free text, since the audit log holds no findings.
enum class DiscardReason { OpenedByMistake, WrongPatient, WrittenTwice, NotTreated };
[[nodiscard]] std::span<DiscardReason const> all_discard_reasons() noexcept;
[[nodiscard]] std::string_view code(DiscardReason) noexcept;
[[nodiscard]] std::string_view label(DiscardReason) noexcept;
/// Takes a note away that was never signed, with its draft, and its appointment back to where it was. One that is not
/// blank needs a reason. Returns it as it was stored, for bring_back_note().
[[nodiscard]] Result<Visit> discard_note(
    Records& records, Context const& context, VisitId id, int version, std::optional<DiscardReason> reason);
/// Undoes discard_note(); refused when another note was begun for the appointment meanwhile.
[[nodiscard]] Result<void> bring_back_note(
    Records& records, Context const& context, Visit const& visit, std::optional<std::string> draft);
/// True when the stored text still matches its seal.
[[nodiscard]] bool seal_holds(Records const& records, Visit const& visit);
[[nodiscard]] bool seal_holds(Records const& records, Evaluation const& evaluation);

/// Those of these visits whose text is not what was signed.
[[nodiscard]] Result<std::vector<VisitId>> broken_seals(
    Records const& records, Context const& context, std::span<Visit const> visits);

/// Whether this person may have drafts of this kind: `visit`, `evaluation`, `plan`, `episode`, `patient`.
[[nodiscard]] Result<void> permit_draft(Actor const& actor, std::string_view kind);
/// Typing journal: at most a second behind the keys, without audit entries.
[[nodiscard]] Result<void> keep_draft(
    Records& records, Context const& context, std::string_view kind, std::int64_t subject, std::string content);
[[nodiscard]] Result<void> drop_draft(
    Records& records, Context const& context, std::string_view kind, std::int64_t subject);

} // namespace plumbline::app
