// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Chart.hpp"
#include "app/services/Desk.hpp"
#include "app/services/Signal.hpp"

#include <array>
#include <memory>
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

struct EvaluationState {
    EvaluationFields fields;
    std::string oswestry; ///< `46 % · severe · 10 of 10 answered`, or why there is no score yet.
    std::vector<Refusal> complaints;
    std::string saved;
    bool sealed = false;
    std::string seal;
    bool busy = false;
    bool changed = false;
    friend bool operator==(EvaluationState const&, EvaluationState const&) = default;
};

/// Recording or reading one evaluation of an episode.
class EvaluationPresenter {
public:
    /// A new one: initial when the episode has none, else a re-evaluation.
    EvaluationPresenter(Desk& desk, Chart const& chart);
    EvaluationPresenter(Desk& desk, Chart const& chart, Evaluation const& evaluation);

    [[nodiscard]] EvaluationState const& state() const noexcept { return state_; }
    Signal<> changed;
    Signal<> kept; ///< Also after signing.

    void edit(EvaluationFields fields);
    void keep();
    void sign();

private:
    enum class Then { Stay, Sign };
    void store(Then then);
    void derive();
    [[nodiscard]] Result<Evaluation::Details> details() const;

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    PatientId patient_;
    EpisodeId episode_;
    EvaluationId id_;
    ScoreId score_id_;
    int version_ = 0;
    bool scored_ = false; ///< The questionnaire of this evaluation is kept already.
    EvaluationState state_;
};

} // namespace plumbline::app
