// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/RecordForm.hpp"
#include "app/services/ScheduleSetup.hpp"

#include <optional>
#include <string>

namespace plumbline::app {

struct ResourceFields {
    std::string name;
    ResourceKind kind = ResourceKind::Room;
    bool active = true;
    friend bool operator==(ResourceFields const&, ResourceFields const&) = default;
};

/// Names are those of Resource::create.
[[nodiscard]] TypedTexts texts_of(ResourceFields const& fields);
[[nodiscard]] ResourceFields with_texts(ResourceFields base, TypedTexts const& texts);

struct ResourceFormState : TypingState {
    ResourceFields fields;
    bool may_change = true;
};

/// A room or a piece of equipment: a new one, or one that is changed.
class ResourceFormPresenter final : public RecordForm<Resource, ResourceFields, ResourceFormState> {
public:
    explicit ResourceFormPresenter(Desk& desk);
    ResourceFormPresenter(Desk& desk, Resource const& stored);

    Signal<ResourceId> kept;

    void keep();

private:
    [[nodiscard]] ResourceFields fields_of(Resource const& stored) const override;
    void adopt(Resource const& stored) override { stored_ = stored; }
    [[nodiscard]] std::int64_t subject_of(Resource const& stored) const override { return stored.id().value(); }
    [[nodiscard]] Reading reading() const override;
    void derive() override { }
    void after_keeping(Resource const& stored) override { kept(stored.id()); }

    ResourceId id_;
    std::optional<Resource> stored_;
};

} // namespace plumbline::app
