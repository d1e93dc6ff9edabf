// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/SociPatients.hpp"

#include "persistence/SearchKey.hpp"
#include "persistence/records/PatientRows.hpp"
#include "persistence/records/Rows.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <unordered_set>

namespace plumbline::persistence {
namespace {

constexpr std::int64_t greatest_own_number = 999'999;
constexpr int usual_page = 50;

bool same(Patient const& stored, Patient const& given)
{
    return stored.id() == given.id() && stored.record_number() == given.record_number()
        && stored.details() == given.details();
}

char small_letter(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// As the search keys of two names sort. Folding is a thousand times dearer than looking, and most names differ
/// within their first plain letters, which folding leaves as they are.
std::strong_ordering by_key(std::string const& a, std::string const& b)
{
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        char const one = small_letter(a[i]);
        char const other = small_letter(b[i]);
        if (!is_plain(one) || !is_plain(other))
            break;
        if (one != other)
            return one <=> other;
    }
    return a == b ? std::strong_ordering::equal : search_key(a) <=> search_key(b);
}

/// Among people born on the days that were typed, the name decides.
void sort_by_day_and_name(std::vector<PatientRow>& rows)
{
    std::ranges::sort(rows, [](PatientRow const& a, PatientRow const& b) {
        if (a.birth_date != b.birth_date)
            return a.birth_date < b.birth_date;
        auto order = by_key(a.name.family, b.name.family);
        if (order == 0)
            order = by_key(a.name.given, b.name.given);
        return order == 0 ? a.id < b.id : order < 0;
    });
}

void add_unseen(std::vector<PatientRow>& found, std::vector<PatientRow> more)
{
    if (found.empty()) {
        found = std::move(more);
        return;
    }
    std::unordered_set<PatientId> seen;
    if (!more.empty())
        for (PatientRow const& row : found)
            seen.insert(row.id);
    for (PatientRow& row : more)
        if (seen.insert(row.id).second)
            found.push_back(std::move(row));
}

void keep_page(std::vector<PatientRow>& rows, std::ptrdiff_t offset, std::ptrdiff_t limit)
{
    rows.erase(rows.begin(), rows.begin() + std::min(std::ssize(rows), offset));
    rows.erase(rows.begin() + std::min(std::ssize(rows), limit), rows.end());
}

} // namespace

std::optional<Patient> SociPatients::find(PatientId id) const
{
    return read_patient(session_, id);
}

Result<void> SociPatients::keep(Patient const& patient)
{
    return keeping([&] { return patient.version() == 0 ? insert(patient) : update(patient); });
}

Result<void> SociPatients::insert(Patient const& patient)
{
    if (auto const holder = by_record_number(patient.record_number()); holder && *holder != patient.id())
        return refuse(Refusal::Reason::Conflict, "record_number", tr_noop("Another patient has this record number."));
    if (!insert_patient_row(session_, patient)) {
        auto const before = find(patient.id());
        return before && same(*before, patient) ? Result<void>{} : outdated();
    }
    write_lists(session_, patient, {});
    add_keys(patient.id(), search_keys(patient));
    return {};
}

Result<void> SociPatients::update(Patient const& patient)
{
    auto const before = find(patient.id());
    if (!before || !update_patient_row(session_, patient))
        return outdated();
    write_lists(session_, patient, before->details());
    auto const was = search_keys(*before);
    auto const is = search_keys(patient);
    std::set<std::string> gone, fresh;
    std::ranges::set_difference(was, is, std::inserter(gone, gone.end()));
    std::ranges::set_difference(is, was, std::inserter(fresh, fresh.end()));
    drop_keys(patient.id(), gone);
    add_keys(patient.id(), fresh);
    return {};
}

void SociPatients::add_keys(PatientId id, std::set<std::string> const& keys)
{
    // Eight at a time, since most people have no more; a short row is filled up with nothing.
    constexpr std::array names{"k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8"};
    for (auto key = keys.begin(); key != keys.end();) {
        auto query = session_.query(
            "insert into patient_key (search_key, patient_id) select given.entry, cast(:id as bigint) from ("
            "select cast(:k1 as text) as entry union all select cast(:k2 as text) union all select cast(:k3 as text)"
            " union all select cast(:k4 as text) union all select cast(:k5 as text) union all select cast(:k6 as text)"
            " union all select cast(:k7 as text) union all select cast(:k8 as text)) as given"
            " where given.entry is not null");
        query.bind("id", id.value());
        for (char const* const name : names)
            query.bind(name, key == keys.end() ? std::nullopt : std::optional{*key++});
        query.run();
    }
}

void SociPatients::drop_keys(PatientId id, std::set<std::string> const& keys)
{
    for (std::string const& key : keys)
        session_.query("delete from patient_key where search_key = :key and patient_id = :id")
            .bind("key", key)
            .bind("id", id.value())
            .run();
}

std::vector<PatientRow> SociPatients::rows(SearchStep const& step, int limit, int offset) const
{
    // Rows to be skipped are skipped among the keys, before any patient is read.
    std::string_view sql =
        "select p.id, p.record_number, p.family, p.given, p.preferred, p.birth_on, p.phone, p.marks"
        " from (select search_key, patient_id from patient_key where search_key >= :low and search_key < :high"
        " order by search_key, patient_id limit :most offset :skipped) k"
        " join patient p on p.id = k.patient_id order by k.search_key, k.patient_id";
    if (step.in == SearchStep::In::BirthDates)
        sql = "select id, record_number, family, given, preferred, birth_on, phone, marks from patient"
              " where birth_on >= :low and birth_on < :high and archived = 0"
              " order by birth_on, id limit :most offset :skipped";
    else if (!step.words.empty())
        sql = "select p.id, p.record_number, p.family, p.given, p.preferred, p.birth_on, p.phone, p.marks"
              " from (select search_key, patient_id from patient_key where search_key >= :low and search_key < :high"
              " and search_key like :words order by search_key, patient_id limit :most offset :skipped) k"
              " join patient p on p.id = k.patient_id order by k.search_key, k.patient_id";
    auto query = session_.query(sql);
    query.bind("low", step.low).bind("high", step.high).bind("most", limit).bind("skipped", offset);
    if (!step.words.empty())
        query.bind("words", step.words);
    auto found = read_patient_rows(query, static_cast<std::size_t>(std::min(limit, usual_page)));
    if (step.in == SearchStep::In::BirthDates)
        sort_by_day_and_name(found);
    return found;
}

std::vector<PatientRow> SociPatients::search(std::string_view text, int limit, int offset) const
{
    if (limit <= 0 || offset < 0)
        return {};
    auto const steps = search_steps(text);
    if (steps.size() == 1)
        return rows(steps.front(), limit, offset);
    std::vector<PatientRow> found;
    int const wanted = offset + limit;
    for (SearchStep const& step : steps) {
        if (std::ssize(found) >= wanted)
            break;
        add_unseen(found, distinct_rows(step, wanted));
    }
    keep_page(found, offset, limit);
    return found;
}

/// A person can stand in the range more than once, but seldom does: more is only read when a page came back
/// full and repeats left gaps in it.
std::vector<PatientRow> SociPatients::distinct_rows(SearchStep const& step, int wanted) const
{
    if (!step.may_repeat)
        return rows(step, wanted, 0);
    for (int most = wanted;; most *= 2) {
        auto found = rows(step, most, 0);
        bool const was_all = std::ssize(found) < most;
        std::unordered_set<PatientId> seen;
        std::erase_if(found, [&](PatientRow const& row) { return !seen.insert(row.id).second; });
        if (was_all || std::ssize(found) >= wanted)
            return found;
    }
}

std::int64_t SociPatients::count() const
{
    std::int64_t count = 0;
    auto query = session_.query("select count(*) from patient");
    query.into(count);
    return query.next() ? count : 0;
}

std::vector<PatientRow> SociPatients::likely_duplicates(PersonName const& name, Date birth_date) const
{
    auto query =
        session_.query("select id, record_number, family, given, preferred, birth_on, phone, marks from patient"
                       " where birth_on = :birth_on order by id");
    query.bind("birth_on", to_iso(birth_date));
    auto born_that_day = read_patient_rows(query);
    std::string const wanted = likeness(name);
    std::erase_if(born_that_day, [&](PatientRow const& row) { return likeness(row.name) != wanted; });
    return born_that_day;
}

std::string SociPatients::likeness(PersonName const& name) const
{
    // In one order, since people type family name and given name into each other's field.
    auto const [first, second] = std::minmax({search_key(name.family), search_key(name.given)});
    return first + '\n' + second;
}

std::optional<PatientId> SociPatients::by_record_number(std::string_view record_number) const
{
    std::int64_t id = 0;
    auto query = session_.query("select id from patient where record_number = :record_number");
    query.bind("record_number", record_number).into(id);
    return query.next() ? std::optional{PatientId{id}} : std::nullopt;
}

std::string SociPatients::next_record_number()
{
    std::int64_t last = 0;
    {
        auto query = session_.query("select coalesce(max(own_number), 0) from patient where own_number is not null");
        query.into(last);
        static_cast<void>(query.next());
    }
    if (last >= greatest_own_number) {
        // An imported number took the end of the series: the first gap is free, else what lies beyond.
        std::optional<std::int64_t> before_gap;
        auto query = session_.query(
            "select min(n) from (select 0 as n union all select own_number from patient where own_number is not null)"
            " as used where n < :greatest and not exists (select 1 from patient where own_number = n + 1)");
        query.bind("greatest", greatest_own_number).into(before_gap);
        static_cast<void>(query.next());
        last = before_gap.value_or(greatest_own_number);
        while (last >= greatest_own_number && by_record_number(std::to_string(last + 1)))
            ++last;
    }
    std::string const number = std::to_string(last + 1);
    constexpr std::size_t digits = 6;
    return std::string(digits - std::min(digits, number.size()), '0') + number;
}

} // namespace plumbline::persistence
