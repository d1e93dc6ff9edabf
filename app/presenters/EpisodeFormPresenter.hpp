// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/RecordForm.hpp"
#include "app/services/Chart.hpp"

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
    std::string referrer; ///< Name of the chosen one.
    friend bool operator==(EpisodeFields const&, EpisodeFields const&) = default;
};

/// Names are those of Episode::create.
[[nodiscard]] TypedTexts texts_of(EpisodeFields const& fields);
[[nodiscard]] EpisodeFields with_texts(EpisodeFields base, TypedTexts const& texts);

struct EpisodeFormState : TypingState {
    EpisodeFields fields;
    std::string stage;                        ///< `acute (subacute by weeks)`, from the onset as typed.
    std::vector<DiagnosisCode> found;         ///< For what is typed into the diagnosis search.
    std::vector<std::string> titles;          ///< Of the chosen diagnoses, in order.
    std::vector<std::string> warnings;        ///< Excludes1 pairs among them.
    std::vector<ReferringProvider> providers; ///< For what is typed into the referrer search.
};

/// An episode with the name that its referral says.
struct ReferredEpisode {
    Episode episode;
    std::string referrer;
};

/// Starting or changing an episode of care.
class EpisodeFormPresenter final : public RecordForm<ReferredEpisode, EpisodeFields, EpisodeFormState> {
public:
    EpisodeFormPresenter(Desk& desk, Patient const& patient);
    /// Referrer is the name behind the episode's referral.
    EpisodeFormPresenter(Desk& desk, Patient const& patient, Episode const& episode, std::string referrer = {});

    Signal<EpisodeId> kept;

    void search_diagnosis(std::string const& text);
    void add_diagnosis(std::string const& code);
    void remove_diagnosis(std::size_t index);
    void search_referrer(std::string text);
    void choose_referrer(ReferringProvider const& provider);
    void add_referrer(ReferringProviderDetails details);
    void keep();

private:
    [[nodiscard]] Result<Episode::Details> details() const;
    [[nodiscard]] EpisodeFields fields_of(ReferredEpisode const& stored) const override;
    void adopt(ReferredEpisode const& stored) override;
    [[nodiscard]] std::int64_t subject_of(ReferredEpisode const& stored) const override
    {
        return stored.episode.id().value();
    }
    [[nodiscard]] Reading reading() const override;
    void derive() override;
    void after_keeping(ReferredEpisode const& stored) override { kept(stored.episode.id()); }

    PatientId patient_;
    Date birth_;
    std::optional<Episode> episode_;
    EpisodeId id_;
};

} // namespace plumbline::app
