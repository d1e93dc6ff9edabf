// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociDrafts.hpp"

#include "persistence/records/Rows.hpp"

namespace plumbline::persistence {
namespace {

std::vector<Draft> read(Query& query)
{
    std::vector<Draft> drafts;
    std::int64_t user = 0;
    std::string saved_at;
    Draft row;
    query.into(user).into(row.kind).into(row.subject).into(row.content).into(saved_at);
    while (query.next()) {
        row.user = UserId{user};
        row.saved = stored_instant(saved_at);
        drafts.push_back(row);
    }
    return drafts;
}

} // namespace

std::optional<Draft> SociDrafts::find(UserId user, std::string_view kind, std::int64_t subject) const
{
    auto query = session_.query("select user_id, kind, subject, content, saved_at from draft"
                                " where user_id = :writer and kind = :kind and subject = :subject");
    query.bind("writer", user.value()).bind("kind", kind).bind("subject", subject);
    auto found = read(query);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<Draft> SociDrafts::of_user(UserId user) const
{
    auto query = session_.query("select user_id, kind, subject, content, saved_at from draft"
                                " where user_id = :writer order by saved_at desc, kind, subject");
    query.bind("writer", user.value());
    return read(query);
}

void SociDrafts::keep(Draft const& draft)
{
    session_
        .query("insert into draft (user_id, kind, subject, content, saved_at)"
               " values (:writer, :kind, :subject, :content, :saved_at)"
               " on conflict (user_id, kind, subject) do update set content = excluded.content,"
               " saved_at = excluded.saved_at")
        .bind("writer", draft.user.value())
        .bind("kind", draft.kind)
        .bind("subject", draft.subject)
        .bind("content", draft.content)
        .bind("saved_at", to_iso(draft.saved))
        .run();
}

void SociDrafts::drop(UserId user, std::string_view kind, std::int64_t subject)
{
    session_.query("delete from draft where user_id = :writer and kind = :kind and subject = :subject")
        .bind("writer", user.value())
        .bind("kind", kind)
        .bind("subject", subject)
        .run();
}

} // namespace plumbline::persistence
