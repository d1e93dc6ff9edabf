// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Contraindications.hpp"
#include "domain/clinical/Evaluation.hpp"
#include "domain/clinical/Modality.hpp"
#include "domain/clinical/Seal.hpp"
#include "domain/clinical/TimedUnits.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace plumbline {

/// Carried rows come pale from the last visit and are left out of the signed note unless confirmed.
enum class RowState { Carried, Confirmed };
enum class Trend { Unsaid, Better, Same, Worse };
[[nodiscard]] std::string_view code(RowState) noexcept;
[[nodiscard]] std::string_view code(Trend) noexcept;
[[nodiscard]] std::string_view label(Trend) noexcept;
[[nodiscard]] Result<RowState> row_state_from_code(std::string_view code);
[[nodiscard]] Result<Trend> trend_from_code(std::string_view code);

/// One row of the flowsheet: an exercise or modality with its dose, minutes and provider.
class Intervention {
public:
    struct Details {
        Modality modality = Modality::Exercise;
        std::string name;        ///< `Bird dog`; defaults to the modality's label.
        std::string exercise_id; ///< Of the library (`E05`), or empty.
        Region region = Region::LowBack;
        Side side = Side::None;
        Dose dose;
        int minutes = 0;          ///< One-to-one minutes; 0 when they are counted on another row of the same code.
        std::string service_code; ///< Of the clinic's own fee schedule; may be empty.
        bool timed = is_timed(modality); ///< Counted in 15-minute units under its service code.
        UserId provider{0};
        RowState state = RowState::Confirmed;
        bool at_home = false;
        std::string response;
        std::string override_reason; ///< Why a PT gave it in spite of a contraindication.
        friend bool operator==(Details const&, Details const&) = default;
    };
    [[nodiscard]] static Result<Intervention> create(InterventionId id, Details details);
    [[nodiscard]] static Intervention restore(InterventionId id, Details details);
    [[nodiscard]] InterventionId id() const noexcept { return id_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    friend bool operator==(Intervention const&, Intervention const&) = default;

private:
    Intervention(InterventionId id, Details details);
    InterventionId id_;
    Details details_;
};

struct VisitNote {
    std::optional<PainScore> pain_now, pain_worst;
    Trend trend = Trend::Unsaid;
    std::string subjective, objective, assessment, plan;
    friend bool operator==(VisitNote const&, VisitNote const&) = default;
};

/// Added after signing: its own date and author, the original untouched (CMS Pub. 100-08 ch. 3).
struct Addendum {
    std::string text;
    Seal seal;
    friend bool operator==(Addendum const&, Addendum const&) = default;
};

/// One treatment day's work with one patient. Draft until sealed; then only addenda.
class Visit {
public:
    struct Details {
        ClinicTime start{};
        UserId provider{0};
        VisitNote note;
        std::vector<Intervention> interventions; ///< In the order performed.
        std::optional<AppointmentId> appointment;
        /// Signed on a later day than the visit's; it says so for ever (CMS Pub. 100-08 ch. 3).
        bool late_entry = false;
        std::string tied_code{}; ///< Which code gets the unit that several are as near to; empty leaves it to the rule.
        friend bool operator==(Details const&, Details const&) = default;
    };
    [[nodiscard]] static Result<Visit> create(
        VisitId id, PatientId patient, EpisodeId episode, Details details, ClinicTime now);
    [[nodiscard]] static Visit restore(VisitId id, PatientId patient, EpisodeId episode, Details details,
        std::optional<Seal> seal, std::vector<Addendum> addenda, int version);
    /// Refused with NotAllowed when sealed.
    [[nodiscard]] Result<Visit> with(Details details, ClinicTime now) const;
    /// What still keeps the note from being signed, each with its field; empty when ready. A confirmed row with
    /// timed code needs minutes under that code somewhere in the note, grade V needs recorded consent.
    [[nodiscard]] std::vector<Refusal> missing_for_signature() const;
    /// Leaves carried rows out. Refused when sealed already or something is missing.
    [[nodiscard]] Result<Visit> sealed(Seal seal) const;
    [[nodiscard]] Result<Visit> with_addendum(Addendum addendum) const;
    /// What the seal is computed over: the note without carried rows; complete and unambiguous. A note that is no late
    /// entry and chooses no code has the text of version 1, so that seals given before there was more still hold.
    [[nodiscard]] std::string canonical_text() const;

    [[nodiscard]] VisitId id() const noexcept { return id_; }
    [[nodiscard]] PatientId patient() const noexcept { return patient_; }
    [[nodiscard]] EpisodeId episode() const noexcept { return episode_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    [[nodiscard]] Date on() const noexcept { return day_of(details_.start); }
    [[nodiscard]] std::optional<Seal> const& seal() const noexcept { return seal_; }
    [[nodiscard]] std::vector<Addendum> const& addenda() const noexcept { return addenda_; }
    [[nodiscard]] int version() const noexcept { return version_; }

    /// Minutes under each timed service code, confirmed rows only, in order. Rows without a code count under the name of
    /// their modality, so that a clinic without codes still has its timed minutes.
    [[nodiscard]] std::vector<TimedMinutes> timed_minutes() const;
    /// Timed and untimed minutes of confirmed rows.
    [[nodiscard]] int total_minutes() const noexcept;
    friend bool operator==(Visit const&, Visit const&) = default;

private:
    Visit(VisitId, PatientId, EpisodeId, Details, std::optional<Seal>, std::vector<Addendum>, int version);
    VisitId id_;
    PatientId patient_;
    EpisodeId episode_;
    Details details_;
    std::optional<Seal> seal_;
    std::vector<Addendum> addenda_;
    int version_;
};

/// The rows of the last visit as pale proposals for a new one, with new ids from next_id.
[[nodiscard]] std::vector<Intervention> carried_forward(
    Visit const& last, UserId provider, std::function<InterventionId()> const& next_id);
/// Share of the words of a text that also stand in the earlier one, 0 to 1 (the clone check).
[[nodiscard]] double word_overlap(std::string_view text, std::string_view earlier);

} // namespace plumbline
