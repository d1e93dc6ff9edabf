// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociDocuments.hpp"

#include "persistence/records/Rows.hpp"

#include <sodium.h>

#include <stdexcept>

namespace plumbline::persistence {
namespace {

std::string base64(std::string_view bytes)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(),
        sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // The terminating zero.
    return text;
}

std::string from_base64(std::string const& text)
{
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    int const bad = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
        text.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL);
    if (bad != 0)
        throw_damaged();
    bytes.resize(length);
    return bytes;
}

} // namespace

std::vector<StoredDocument> SociDocuments::of_patient(PatientId patient) const
{
    std::vector<StoredDocument> documents;
    std::int64_t id = 0, author = 0;
    std::optional<std::int64_t> episode;
    std::string kind, dated_on, made_at;
    StoredDocument row;
    auto query = session_.query("select id, episode_id, kind, title, dated_on, made_at, author_id, pages, sha256,"
                                " size_bytes from document where patient_id = :patient order by made_at desc, id desc");
    query.bind("patient", patient.value());
    query.into(id).into(episode).into(kind).into(row.title).into(dated_on).into(made_at).into(author);
    query.into(row.pages).into(row.sha256).into(row.size);
    while (query.next()) {
        row.id = DocumentId{id};
        row.patient = patient;
        row.episode = id_of<EpisodeId>(episode);
        row.kind = stored(document_kind_from_code(kind));
        row.dated = stored_day(dated_on);
        row.made = stored_instant(made_at);
        row.author = UserId{author};
        documents.push_back(row);
    }
    return documents;
}

std::vector<Date> SociDocuments::progress_report_days(EpisodeId episode) const
{
    std::vector<Date> days;
    std::string dated_on;
    auto query = session_.query("select distinct dated_on from document where episode_id = :episode and kind = :kind"
                                " order by dated_on");
    query.bind("episode", episode.value()).bind("kind", code(DocumentKind::ProgressReport)).into(dated_on);
    while (query.next())
        days.push_back(stored_day(dated_on));
    return days;
}

std::optional<std::string> SociDocuments::bytes(DocumentId id) const
{
    std::string text;
    auto query = session_.query("select base64 from document_content where document_id = :id");
    query.bind("id", id.value()).into(text);
    return query.next() ? std::optional{from_base64(text)} : std::nullopt;
}

void SociDocuments::keep(StoredDocument const& document, std::string_view content)
{
    auto query = session_.query(
        "insert into document (id, patient_id, episode_id, kind, title, dated_on, made_at, author_id, pages, sha256,"
        " size_bytes) values (:id, :patient, :episode, :kind, :title, :dated_on, :made_at, :author, :pages, :sha256,"
        " :size_bytes) on conflict (id) do nothing");
    query.bind("id", document.id.value())
        .bind("patient", document.patient.value())
        .bind("episode", number(document.episode))
        .bind("kind", code(document.kind))
        .bind("title", document.title)
        .bind("dated_on", to_iso(document.dated))
        .bind("made_at", to_iso(document.made))
        .bind("author", document.author.value())
        .bind("pages", document.pages)
        .bind("sha256", document.sha256)
        .bind("size_bytes", document.size);
    if (query.run() == 1)
        session_.query("insert into document_content (document_id, base64) values (:id, :content)")
            .bind("id", document.id.value())
            .bind("content", base64(content))
            .run();
    else if (bytes(document.id) != content)
        throw std::logic_error{"two documents under one id"};
}

std::optional<std::string> SociDocuments::drawing(DocumentId id) const
{
    std::string text;
    auto query = session_.query("select content from document_drawing where document_id = :id");
    query.bind("id", id.value()).into(text);
    return query.next() ? std::optional{std::move(text)} : std::nullopt;
}

void SociDocuments::keep_drawing(DocumentId id, std::string_view drawing)
{
    session_
        .query("insert into document_drawing (document_id, content) values (:id, :content)"
               " on conflict (document_id) do nothing")
        .bind("id", id.value())
        .bind("content", drawing)
        .run();
}

} // namespace plumbline::persistence
