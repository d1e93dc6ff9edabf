// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/RecordForm.hpp"
#include "app/services/Chart.hpp"
#include "domain/store/Tallies.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

struct AuthorizationFields {
    AuthorizationKind kind = AuthorizationKind::Payer;
    std::optional<EpisodeId> episode; ///< Unset: whatever the patient is treated for.
    std::string payer, number, visits, units, visits_before, units_before, from, until, note;
    bool ended = false;
    friend bool operator==(AuthorizationFields const&, AuthorizationFields const&) = default;
};

/// Names are those of Authorization::create.
[[nodiscard]] TypedTexts texts_of(AuthorizationFields const& fields);
[[nodiscard]] AuthorizationFields with_texts(AuthorizationFields base, TypedTexts const& texts);

struct AuthorizationFormState : TypingState {
    AuthorizationFields fields;
    struct EpisodeName {
        EpisodeId id{0};
        std::string title;
        friend bool operator==(EpisodeName const&, EpisodeName const&) = default;
    };
    std::vector<EpisodeName> episodes; ///< That it can be for.
    std::string used;                  ///< `Used so far: 7 of 12 visits, the 3 from before among them.`
    bool may_change = true;
};

/// What a payer or a referral allows a patient: a new one, or one that is changed.
class AuthorizationFormPresenter final
    : public RecordForm<AuthorizationInUse, AuthorizationFields, AuthorizationFormState> {
public:
    AuthorizationFormPresenter(Desk& desk, Patient const& patient, std::vector<Episode> const& episodes);
    AuthorizationFormPresenter(Desk& desk, std::vector<Episode> const& episodes, AuthorizationInUse const& stored);

    Signal<AuthorizationId> kept;

    void keep();

private:
    void begin_with(std::vector<Episode> const& episodes);
    [[nodiscard]] Result<Authorization> typed_one() const;
    [[nodiscard]] AuthorizationFields fields_of(AuthorizationInUse const& stored) const override;
    void adopt(AuthorizationInUse const& stored) override { stored_ = stored; }
    [[nodiscard]] std::int64_t subject_of(AuthorizationInUse const& stored) const override
    {
        return stored.authorization.id().value();
    }
    [[nodiscard]] Reading reading() const override;
    void derive() override;
    void after_keeping(AuthorizationInUse const& stored) override { kept(stored.authorization.id()); }

    PatientId patient_;
    AuthorizationId id_;
    std::optional<AuthorizationInUse> stored_;
};

} // namespace plumbline::app
