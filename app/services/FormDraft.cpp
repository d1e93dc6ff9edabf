// SPDX-License-Identifier: Apache-2.0
#include "app/services/FormDraft.hpp"

#include "app/services/VisitNotes.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace plumbline::app {

namespace {

using nlohmann::json;
constexpr int draft_version = 1;

} // namespace

std::string typed(TypedTexts const& texts, std::string_view name)
{
    auto const found = texts.find(name);
    return found == texts.end() ? std::string{} : found->second;
}

std::vector<std::string> differing(TypedTexts const& one, TypedTexts const& other)
{
    std::set<std::string> names;
    for (auto const* const texts : {&one, &other})
        for (auto const& [name, text] : *texts)
            if (typed(one, name) != typed(other, name))
                names.insert(name);
    return {names.begin(), names.end()};
}

TypedTexts merged(TypedTexts const& before, TypedTexts const& mine, TypedTexts const& theirs)
{
    TypedTexts result = theirs;
    for (std::string const& name : differing(before, mine))
        result[name] = typed(mine, name);
    return result;
}

std::string to_text(FormDraft const& draft)
{
    json const all{{"form", draft_version}, {"at", to_iso(draft.at)}, {"before", json(draft.before)},
        {"texts", json(draft.texts)}};
    return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<FormDraft> form_draft_from_text(std::string_view text)
{
    auto const unreadable =
        refuse(Refusal::Reason::Invalid, "draft", tr_noop("The draft was written by another version."));
    try {
        json const all = json::parse(text);
        auto const at = parse_clinic_time(all.at("at").get<std::string>());
        if (all.at("form") != draft_version || !at)
            return unreadable;
        return FormDraft{
            .before = all.at("before").get<TypedTexts>(), .texts = all.at("texts").get<TypedTexts>(), .at = *at};
    } catch (json::exception const&) {
        return unreadable;
    }
}

Result<std::optional<FormDraft>> find_form_draft(
    Records const& records, Context const& context, std::string_view kind, std::int64_t subject)
{
    // No refusal: opening a form to read it is not an attempt to write.
    if (!permit_draft(context.actor, kind))
        return std::optional<FormDraft>{};
    auto const found = records.drafts().find(context.actor.user, kind, subject);
    if (!found)
        return std::optional<FormDraft>{};
    auto draft = form_draft_from_text(found->content);
    if (!draft)
        return refuse(draft.error());
    return std::optional{*std::move(draft)};
}

} // namespace plumbline::app
