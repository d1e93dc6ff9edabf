// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ResourceFormPresenter.hpp"

#include "app/services/Common.hpp"

namespace plumbline::app {

namespace {

constexpr std::string_view kind = "resource";
/// No record has this id: the draft of one that is not kept yet.
constexpr std::int64_t none_yet = 0;

ResourceFields as_fields(Resource::Details const& details)
{
    return {details.name, details.kind, details.active};
}

Result<Resource> stored_one(Records const& records, ResourceId id)
{
    if (auto found = records.resources().find(id))
        return *std::move(found);
    return refuse_missing("resource", tr_noop("There is no such room or equipment."));
}

} // namespace

TypedTexts texts_of(ResourceFields const& fields)
{
    return {{"name", fields.name}, {"kind", std::string{code(fields.kind)}}, {"active", fields.active ? "1" : ""}};
}

ResourceFields with_texts(ResourceFields base, TypedTexts const& texts)
{
    base.name = typed(texts, "name");
    if (auto const known = resource_kind_from_code(typed(texts, "kind")))
        base.kind = *known;
    base.active = !typed(texts, "active").empty();
    return base;
}

ResourceFormPresenter::ResourceFormPresenter(Desk& desk)
    : RecordForm{desk, kind, none_yet}
    , id_{desk.make<ResourceId>()}
{
    state_.may_change = permitted(desk.actor().role, Action::EditSchedule);
    begin({}, Begun::New);
}

ResourceFormPresenter::ResourceFormPresenter(Desk& desk, Resource const& stored)
    : RecordForm{desk, kind, stored.id().value()}
    , id_{stored.id()}
    , stored_{stored}
{
    state_.may_change = permitted(desk.actor().role, Action::EditSchedule);
    begin(as_fields(stored.details()), Begun::Stored);
}

ResourceFields ResourceFormPresenter::fields_of(Resource const& stored) const
{
    return as_fields(stored.details());
}

ResourceFormPresenter::Reading ResourceFormPresenter::reading() const
{
    return [id = id_](Records const& records) { return stored_one(records, id); };
}

void ResourceFormPresenter::keep()
{
    if (idle())
        return;
    ResourceFields const& f = state_.fields;
    auto const wanted = Resource::create(id_, {f.kind, f.name, f.active}, stored_ ? stored_->version() : 0);
    if (!wanted)
        return complain(wanted.error());
    submit([wanted = *wanted](Records& records, Context const& context) -> Result<Resource> {
        if (auto const done = keep_resource(records, context, wanted); !done)
            return refuse(done.error());
        return stored_one(records, wanted.id());
    });
}

} // namespace plumbline::app
