// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Chart.hpp"
#include "app/services/Desk.hpp"
#include "app/services/Signal.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

struct EpisodeFields {
    std::string title, complaint, onset, started;
    bool onset_approximate = false;
    Region region = Region::LowBack;
    Side side = Side::None;
    Mechanism mechanism = Mechanism::Unknown;
    std::vector<std::string> diagnoses;
    std::optional<ReferringProviderId> referred_by;
    friend bool operator==(EpisodeFields const&, EpisodeFields const&) = default;
};

struct EpisodeFormState {
    EpisodeFields fields;
    bool fresh = true;
    std::string stage;                        ///< `acute (subacute by weeks)`, from the onset as typed.
    std::vector<DiagnosisCode> found;         ///< For what is typed into the diagnosis search.
    std::vector<std::string> titles;          ///< Of the chosen diagnoses, in order.
    std::vector<std::string> warnings;        ///< Excludes1 pairs among them.
    std::vector<ReferringProvider> providers; ///< For what is typed into the referrer search.
    std::string referrer;                     ///< Name of the chosen one.
    std::vector<Refusal> complaints;
    bool busy = false;
};

/// Starting or changing an episode of care.
class EpisodeFormPresenter {
public:
    EpisodeFormPresenter(Desk& desk, Patient const& patient);
    EpisodeFormPresenter(Desk& desk, Patient const& patient, Episode const& episode);

    [[nodiscard]] EpisodeFormState const& state() const noexcept { return state_; }
    Signal<> changed;
    Signal<EpisodeId> kept;

    void edit(EpisodeFields fields);
    void search_diagnosis(std::string const& text);
    void add_diagnosis(std::string const& code);
    void remove_diagnosis(std::size_t index);
    void search_referrer(std::string text);
    void choose_referrer(ReferringProvider const& provider);
    void add_referrer(ReferringProviderDetails details);
    void keep();

private:
    void derive();
    [[nodiscard]] Result<Episode::Details> details() const;

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    PatientId patient_;
    Date birth_;
    std::optional<Episode> episode_;
    EpisodeId id_;
    EpisodeFormState state_;
};

} // namespace plumbline::app
