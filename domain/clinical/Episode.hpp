// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Diagnosis.hpp"
#include "domain/clinical/Modality.hpp"
#include "domain/core/Id.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline {

enum class Mechanism {
    Unknown,
    Lifting,
    Bending,
    Twisting,
    Fall,
    DirectBlow,
    MotorVehicle,
    Sports,
    WorkRelated,
    Pregnancy,
    Posture,
    Surgery,
    None
};
enum class EpisodeStatus { Open, Discharged };
[[nodiscard]] std::span<Mechanism const> all_mechanisms() noexcept;
[[nodiscard]] std::string_view code(Mechanism) noexcept;
[[nodiscard]] std::string_view label(Mechanism) noexcept;
[[nodiscard]] Result<Mechanism> mechanism_from_code(std::string_view code);
[[nodiscard]] std::string_view code(EpisodeStatus) noexcept;
[[nodiscard]] Result<EpisodeStatus> episode_status_from_code(std::string_view code);

/// How long the complaint has lasted, derived from the day of onset, never stored.
struct Stage {
    std::string_view duration; ///< `acute` under 3 calendar months, else `chronic`.
    std::string_view clinical; ///< `acute` < 28 days, `subacute` < 84, else `chronic` (NIAMS).
};
[[nodiscard]] Stage stage(Date onset, Date today) noexcept;

/// One complaint from its start to discharge.
class Episode {
public:
    struct Details {
        std::string title;     ///< `left-sided sciatica`
        std::string complaint; ///< In the patient's words.
        Region region = Region::LowBack;
        Side side = Side::None;
        std::optional<Date> onset;
        bool onset_approximate = false;
        Mechanism mechanism = Mechanism::Unknown;
        std::vector<std::string> diagnoses; ///< ICD-10-CM, treating diagnosis first.
        std::optional<ReferringProviderId> referred_by;
        Date started{};
        EpisodeStatus status = EpisodeStatus::Open;
        std::optional<Date> ended;
        std::string end_reason;
        friend bool operator==(Details const&, Details const&) = default;
    };
    /// Refuses an empty title, an onset after the start or before birth, a start in the future, diagnoses
    /// that are unknown, doubled or not valid on the first day, and an end without a reason.
    [[nodiscard]] static Result<Episode> create(
        EpisodeId id, PatientId patient, Details details, Date birth, Date today);
    [[nodiscard]] static Episode restore(EpisodeId id, PatientId patient, Details details, int version);
    [[nodiscard]] Result<Episode> with(Details details, Date birth, Date today) const;

    [[nodiscard]] EpisodeId id() const noexcept { return id_; }
    [[nodiscard]] PatientId patient() const noexcept { return patient_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    [[nodiscard]] int version() const noexcept { return version_; }
    friend bool operator==(Episode const&, Episode const&) = default;

private:
    Episode(EpisodeId id, PatientId patient, Details details, int version);
    EpisodeId id_;
    PatientId patient_;
    Details details_;
    int version_;
};

} // namespace plumbline
