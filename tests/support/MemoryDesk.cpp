// SPDX-License-Identifier: Apache-2.0
#include "domain/store/SettingsDefaults.hpp"
#include "tests/support/MemoryPorts.hpp"
#include "tests/support/MemoryTables.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace plumbline::testing {
namespace {

std::vector<AuditLink> newest_first(std::vector<AuditLink> links, int limit)
{
    std::ranges::reverse(links);
    cut(links, limit);
    return links;
}

} // namespace

std::optional<Draft> MemoryDrafts::find(UserId user, std::string_view kind, std::int64_t subject) const
{
    return find_in(all().drafts, {user, std::string{kind}, subject});
}

std::vector<Draft> MemoryDrafts::of_user(UserId user) const
{
    return those_of(all().drafts, [&](Draft const& draft) { return draft.user == user; });
}

void MemoryDrafts::keep(Draft const& draft)
{
    all().drafts.insert_or_assign({draft.user, draft.kind, draft.subject}, draft);
}

void MemoryDrafts::drop(UserId user, std::string_view kind, std::int64_t subject)
{
    all().drafts.erase({user, std::string{kind}, subject});
}

std::vector<StoredDocument> MemoryDocuments::of_patient(PatientId patient) const
{
    std::vector<StoredDocument> documents;
    for (auto const& [id, document] : all().documents)
        if (document.first.patient == patient)
            documents.push_back(document.first);
    std::ranges::sort(documents, std::greater{}, [](auto const& one) { return std::pair{one.made, one.id}; });
    return documents;
}

std::vector<Date> MemoryDocuments::progress_report_days(EpisodeId episode) const
{
    std::vector<Date> days;
    for (auto const& [id, document] : all().documents)
        if (document.first.episode == episode && document.first.kind == DocumentKind::ProgressReport)
            days.push_back(document.first.dated);
    std::ranges::sort(days);
    return days;
}

std::optional<std::string> MemoryDocuments::bytes(DocumentId id) const
{
    auto const found = all().documents.find(id);
    return found == all().documents.end() ? std::nullopt : std::optional{found->second.second};
}

void MemoryDocuments::keep(StoredDocument const& document, std::string_view bytes)
{
    all().documents.try_emplace(document.id, document, bytes);
}

std::optional<std::string> MemoryDocuments::drawing(DocumentId id) const
{
    return find_in(all().drawings, id);
}

void MemoryDocuments::keep_drawing(DocumentId id, std::string_view drawing)
{
    all().drawings.try_emplace(id, drawing);
}

std::optional<Deferral> MemoryDeferrals::newest(EpisodeId episode) const
{
    auto found = those_of(all().deferrals, [&](Deferral const& one) { return one.episode == episode; });
    std::ranges::sort(found, {}, [](Deferral const& one) { return std::pair{one.at, one.id}; });
    return found.empty() ? std::nullopt : std::optional{found.back()};
}

Result<void> MemoryDeferrals::keep(Deferral const& deferral)
{
    auto const [kept, fresh] = all().deferrals.try_emplace(deferral.id, deferral);
    return fresh || kept->second == deferral ? Result<void>{} : outdated();
}

std::vector<ServiceCode> MemoryFeeSchedule::all() const
{
    return those_of(MemoryPort::all().fee_schedule, [](ServiceCode const&) { return true; });
}

void MemoryFeeSchedule::keep(ServiceCode const& code)
{
    MemoryPort::all().fee_schedule.insert_or_assign(code.code, code);
}

void MemoryFeeSchedule::remove(std::string_view code)
{
    MemoryPort::all().fee_schedule.erase(std::string{code});
}

std::map<std::string, std::string> MemorySettings::all() const
{
    auto const& own = MemoryPort::all().settings;
    std::map<std::string, std::string> settings{own.begin(), own.end()};
    for (SettingDefault const& one : setting_defaults())
        settings.try_emplace(std::string{one.key}, one.value);
    return settings;
}

std::string MemorySettings::get(std::string_view key) const
{
    auto const& own = MemoryPort::all().settings;
    auto const found = own.find(key);
    return found == own.end() ? std::string{default_setting(key)} : found->second;
}

void MemorySettings::set(std::string_view key, std::string_view value)
{
    MemoryPort::all().settings.insert_or_assign(std::string{key}, std::string{value});
}

void MemoryAuditTrail::append(AuditEntry const& entry)
{
    auto& links = all().audit;
    std::int64_t const seq = links.empty() ? 1 : links.back().seq + 1;
    std::string const before = links.empty() ? "" : links.back().mac;
    links.push_back({seq, entry, sha256(before + std::to_string(seq) + std::string{code(entry.event)})});
}

std::vector<AuditLink> MemoryAuditTrail::latest(int limit, std::optional<std::int64_t> before_seq) const
{
    return find({}, limit, before_seq);
}

std::vector<AuditLink> MemoryAuditTrail::of_patient(PatientId patient, int limit) const
{
    return find({.patient = patient}, limit, std::nullopt);
}

std::vector<AuditLink> MemoryAuditTrail::find(
    AuditWish const& wish, int limit, std::optional<std::int64_t> before_seq) const
{
    std::vector<AuditLink> links = all().audit;
    std::erase_if(links, [&](AuditLink const& link) {
        AuditEntry const& entry = link.entry;
        return (before_seq && link.seq >= *before_seq) || (!wish.login.empty() && entry.login != wish.login)
            || (wish.patient && entry.patient != wish.patient) || (wish.from && entry.at < *wish.from)
            || (wish.before && entry.at >= *wish.before);
    });
    return newest_first(std::move(links), limit);
}

} // namespace plumbline::testing
