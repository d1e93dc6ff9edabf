// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/RecordForm.hpp"
#include "app/services/FeeSchedule.hpp"

#include <optional>
#include <string>

namespace plumbline::app {

struct CodeFields {
    std::string code, label;
    bool timed = true;
    std::optional<Modality> modality;
    friend bool operator==(CodeFields const&, CodeFields const&) = default;
};

/// Names are those of acceptable_service_code.
[[nodiscard]] TypedTexts texts_of(CodeFields const& fields);
[[nodiscard]] CodeFields with_texts(CodeFields base, TypedTexts const& texts);

struct CodeFormState : TypingState {
    CodeFields fields;
    bool may_change = true;
};

/// A line of the fee schedule: a new one, or one that is changed, perhaps under another code.
class CodeFormPresenter final : public RecordForm<ServiceCode, CodeFields, CodeFormState> {
public:
    explicit CodeFormPresenter(Desk& desk);
    CodeFormPresenter(Desk& desk, ServiceCode const& stored);

    /// What was done.
    Signal<FeeEdit> kept;

    void keep();

private:
    [[nodiscard]] CodeFields fields_of(ServiceCode const& stored) const override;
    void adopt(ServiceCode const& stored) override;
    [[nodiscard]] std::int64_t subject_of(ServiceCode const& stored) const override;
    [[nodiscard]] Reading reading() const override;
    void derive() override { }
    void after_keeping(ServiceCode const& stored) override;

    std::optional<ServiceCode> stored_, before_; ///< As it is stored, and as it was before it was kept.
};

} // namespace plumbline::app
