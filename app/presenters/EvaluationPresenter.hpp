// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/RecordForm.hpp"
#include "app/services/Chart.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

struct MotionField {
    Motion motion{};
    std::string label, normal, degrees; ///< Normal as `60°`, empty where none is agreed.
    bool painful = false;
    friend bool operator==(MotionField const&, MotionField const&) = default;
};

/// The short evaluation as typed; one Oswestry questionnaire may come with it.
struct EvaluationFields {
    EvaluationKind kind = EvaluationKind::Initial;
    std::string on, pain_now, pain_best, pain_worst;
    Instrument instrument = Instrument::DualInclinometer;
    std::vector<MotionField> motions;
    std::array<std::string, 10> oswestry{}; ///< 0 to 5 each, as typed.
    std::string history, findings, assessment;
    friend bool operator==(EvaluationFields const&, EvaluationFields const&) = default;
};

/// Names are those of Evaluation::create, the codes of the motions, and `oswestry.1` to `oswestry.10`.
[[nodiscard]] TypedTexts texts_of(EvaluationFields const& fields);
[[nodiscard]] EvaluationFields with_texts(EvaluationFields base, TypedTexts const& texts);

struct EvaluationState : TypingState {
    EvaluationFields fields;
    std::string oswestry; ///< `46 % · severe · 10 of 10 answered`, or why there is no score yet.
    bool sealed = false;
    std::string seal;
    friend bool operator==(EvaluationState const&, EvaluationState const&) = default;
};

/// An evaluation with the questionnaire that was answered for it.
struct AnsweredEvaluation {
    Evaluation evaluation;
    std::optional<OutcomeScore> score;
};

/// Recording or reading one evaluation of an episode. What is kept can be corrected until it is signed.
class EvaluationPresenter final : public RecordForm<AnsweredEvaluation, EvaluationFields, EvaluationState> {
public:
    /// A new one: initial when the episode has none, else a re-evaluation.
    EvaluationPresenter(Desk& desk, Chart const& chart);
    EvaluationPresenter(Desk& desk, Chart const& chart, Evaluation const& evaluation);

    Signal<> kept; ///< Also after signing.

    /// Nothing when it is signed.
    void edit(EvaluationFields fields);
    void keep();
    void sign();
    [[nodiscard]] EpisodeId episode() const noexcept { return episode_; }
    [[nodiscard]] EvaluationId evaluation() const noexcept { return id_; }
    /// Of the stored record this form stands on; 0 while it is new.
    [[nodiscard]] int version() const noexcept { return version_; }

private:
    enum class Then { Stay, Sign };
    void store(Then then);
    [[nodiscard]] Result<Evaluation::Details> details() const;
    [[nodiscard]] EvaluationFields fields_of(AnsweredEvaluation const& stored) const override;
    void adopt(AnsweredEvaluation const& stored) override;
    [[nodiscard]] std::int64_t subject_of(AnsweredEvaluation const& stored) const override
    {
        return stored.evaluation.id().value();
    }
    [[nodiscard]] Reading reading() const override;
    void derive() override;
    void after_keeping(AnsweredEvaluation const&) override { kept(); }

    PatientId patient_;
    EpisodeId episode_;
    EvaluationId id_;
    ScoreId score_id_;
    int score_version_ = 0;
    int version_ = 0;
};

} // namespace plumbline::app
