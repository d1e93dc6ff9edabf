// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Measure.hpp"
#include "domain/clinical/Seal.hpp"
#include "domain/core/Id.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace plumbline {

/// What a patient answers on the 0 to 10 numeric pain scale.
class PainScore {
public:
    [[nodiscard]] static Result<PainScore> of(int answer, std::string_view field = "pain");
    [[nodiscard]] constexpr int points() const noexcept { return points_; }
    friend constexpr auto operator<=>(PainScore, PainScore) = default;

private:
    explicit constexpr PainScore(int points) noexcept
        : points_{points}
    {
    }
    int points_;
};

/// Pain now, and the best and worst of the last 24 hours. Best never above worst.
struct PainReport {
    std::optional<PainScore> now, best, worst;
    friend bool operator==(PainReport const&, PainReport const&) = default;
};

enum class Motion {
    LumbarFlexion,
    LumbarExtension,
    LumbarSideFlexionLeft,
    LumbarSideFlexionRight,
    LumbarRotationLeft,
    LumbarRotationRight,
    count_
};
enum class Instrument { DualInclinometer, SingleInclinometer, Goniometer, Tape, Visual };
struct MotionFacts {
    Motion motion;
    std::string_view code, label;
    std::optional<double> normal_degrees; ///< AMA Guides 5th ed. 60/25/25; none agreed for lumbar rotation.
    std::optional<double> mdc_degrees;    ///< MDC95 from published SEM: flexion 12.8, extension 6.4.
};
[[nodiscard]] MotionFacts const& facts(Motion motion) noexcept;
[[nodiscard]] std::span<MotionFacts const> all_motions() noexcept;
[[nodiscard]] Result<Motion> motion_from_code(std::string_view code);
[[nodiscard]] std::string_view code(Instrument) noexcept;
[[nodiscard]] std::string_view label(Instrument) noexcept;
[[nodiscard]] Result<Instrument> instrument_from_code(std::string_view code);

/// One active range of motion, in degrees, 0 to 180.
struct MotionReading {
    Motion motion{};
    double degrees = 0;
    bool painful = false;
    friend bool operator==(MotionReading const&, MotionReading const&) = default;
};

enum class EvaluationKind { Initial, ReEvaluation };
[[nodiscard]] std::string_view code(EvaluationKind) noexcept;
[[nodiscard]] Result<EvaluationKind> evaluation_kind_from_code(std::string_view code);

/// The short evaluation: history, pain, lumbar motion, findings and assessment in words.
/// Once sealed it never changes.
class Evaluation {
public:
    struct Details {
        EvaluationKind kind = EvaluationKind::Initial;
        Date on{};
        PainReport pain;
        Instrument instrument = Instrument::DualInclinometer;
        std::vector<MotionReading> motions;
        std::string history, findings, assessment;
        friend bool operator==(Details const&, Details const&) = default;
    };
    [[nodiscard]] static Result<Evaluation> create(
        EvaluationId id, PatientId patient, EpisodeId episode, UserId author, Details details, Date today);
    [[nodiscard]] static Evaluation restore(EvaluationId id, PatientId patient, EpisodeId episode, UserId author,
        Details details, std::optional<Seal> seal, int version);
    /// Refused with NotAllowed when sealed.
    [[nodiscard]] Result<Evaluation> with(Details details, Date today) const;
    /// Refused when sealed already or when pain now is missing.
    [[nodiscard]] Result<Evaluation> sealed(Seal seal) const;
    /// The text the seal is computed over: complete, unambiguous, the same on every machine.
    [[nodiscard]] std::string canonical_text() const;

    [[nodiscard]] EvaluationId id() const noexcept { return id_; }
    [[nodiscard]] PatientId patient() const noexcept { return patient_; }
    [[nodiscard]] EpisodeId episode() const noexcept { return episode_; }
    [[nodiscard]] UserId author() const noexcept { return author_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    [[nodiscard]] std::optional<Seal> const& seal() const noexcept { return seal_; }
    [[nodiscard]] int version() const noexcept { return version_; }
    friend bool operator==(Evaluation const&, Evaluation const&) = default;

private:
    Evaluation(EvaluationId, PatientId, EpisodeId, UserId, Details, std::optional<Seal>, int version);
    EvaluationId id_;
    PatientId patient_;
    EpisodeId episode_;
    UserId author_;
    Details details_;
    std::optional<Seal> seal_;
    int version_;
};

} // namespace plumbline
