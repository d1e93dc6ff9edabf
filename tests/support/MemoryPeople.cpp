// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Contraindications.hpp"
#include "domain/core/Text.hpp"
#include "tests/support/MemoryPorts.hpp"
#include "tests/support/MemoryTables.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

namespace plumbline::testing {
namespace {

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words{""};
    for (char const c : ascii_lower(text)) {
        if (c != ' ' && c != ',')
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

std::string digits_of(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

/// True when every word typed begins one of the words someone is found by.
bool matches(std::string_view typed, std::vector<std::string> const& found_by)
{
    return std::ranges::all_of(words_of(typed), [&](std::string const& word) {
        return std::ranges::any_of(found_by, [&](std::string const& one) { return one.starts_with(word); });
    });
}

std::vector<std::string> found_by(Patient const& patient)
{
    PersonName const& name = patient.name();
    auto words = words_of(name.family + ' ' + name.given + ' ' + name.preferred);
    words.push_back(ascii_lower(patient.record_number()));
    words.push_back(to_iso(patient.birth_date()));
    words.push_back(digits_of(patient.details().contact.phone));
    words.push_back(digits_of(patient.details().contact.mobile));
    return words;
}

PatientRow row_of(Patient const& patient)
{
    return {patient.id(), patient.record_number(), patient.name(), patient.birth_date(),
        patient.details().contact.phone, precautions_of(patient)};
}

} // namespace

std::string precautions_of(Patient const& patient)
{
    std::string labels;
    for (Precaution const& precaution : patient.details().precautions) {
        auto const known = std::ranges::find(conditions(), precaution.condition, &Condition::code);
        labels.append(labels.empty() ? "" : ", ");
        labels.append(known == conditions().end() ? std::string_view{precaution.note} : known->label);
    }
    return labels;
}

std::optional<Patient> MemoryPatients::find(PatientId id) const
{
    return find_in(all().patients, id);
}

Result<void> MemoryPatients::keep(Patient const& patient)
{
    if (auto const holder = by_record_number(patient.record_number()); holder && *holder != patient.id())
        return refuse(Refusal::Reason::Conflict, "record_number", tr_noop("Another patient has this record number."));
    if (auto kept = keep_in(all().patients, patient); !kept)
        return kept;
    keep_own_authorization(patient);
    return {};
}

void MemoryPatients::keep_own_authorization(Patient const& patient)
{
    AuthorizationId const id{patient.id().value()};
    auto const& coverage = patient.details().coverage;
    auto const found = all().authorizations.find(id);
    if (found == all().authorizations.end()) {
        if (coverage.visits_authorized)
            all().authorizations.emplace(id,
                Authorization::restore(
                    id, {.patient = patient.id(), .payer = coverage.payer, .visits = coverage.visits_authorized}, 1));
        return;
    }
    auto details = found->second.details();
    details.visits = coverage.visits_authorized;
    if (details.visits != found->second.details().visits)
        found->second = Authorization::restore(id, details, found->second.version() + 1);
}

std::vector<PatientRow> MemoryPatients::search(std::string_view text, int limit, int offset) const
{
    std::vector<PatientRow> rows;
    for (auto const& [id, patient] : all().patients)
        if (!patient.details().archived && matches(text, found_by(patient)))
            rows.push_back(row_of(patient));
    std::ranges::sort(rows, {}, [](PatientRow const& row) {
        return std::tuple{ascii_lower(row.name.family), ascii_lower(row.name.given), row.id};
    });
    cut(rows, limit, offset);
    return rows;
}

std::int64_t MemoryPatients::count() const
{
    return std::ssize(all().patients);
}

std::vector<PatientRow> MemoryPatients::likely_duplicates(PersonName const& name, Date birth_date) const
{
    std::vector<PatientRow> rows;
    for (auto const& [id, patient] : all().patients)
        if (patient.birth_date() == birth_date && likeness(patient.name()) == likeness(name))
            rows.push_back(row_of(patient));
    return rows;
}

std::string MemoryPatients::likeness(PersonName const& name) const
{
    return ascii_lower(name.listed());
}

std::optional<PatientId> MemoryPatients::by_record_number(std::string_view record_number) const
{
    for (auto const& [id, patient] : all().patients)
        if (patient.record_number() == record_number)
            return id;
    return std::nullopt;
}

std::string MemoryPatients::next_record_number()
{
    int last = 0;
    for (auto const& [id, patient] : all().patients) {
        std::string const& number = patient.record_number();
        if (number.size() == 6 && digits_of(number) == number)
            last = std::max(last, std::stoi(number));
    }
    std::string const next = std::to_string(last + 1);
    return std::string(6 - std::min<std::size_t>(6, next.size()), '0') + next;
}

std::optional<ReferringProvider> MemoryReferringProviders::find(ReferringProviderId id) const
{
    return find_in(all().referring_providers, id);
}

std::vector<ReferringProvider> MemoryReferringProviders::search(std::string_view text, int limit) const
{
    auto found = those_of(all().referring_providers, [&](ReferringProvider const& one) {
        return matches(text, words_of(one.details().name + ' ' + one.details().practice + ' ' + one.details().npi));
    });
    std::ranges::sort(found, {}, [](auto const& one) { return std::pair{ascii_lower(one.details().name), one.id()}; });
    cut(found, limit);
    return found;
}

Result<void> MemoryReferringProviders::keep(ReferringProvider const& provider)
{
    return keep_in(all().referring_providers, provider);
}

std::optional<User> MemoryUsers::find(UserId id) const
{
    return find_in(MemoryPort::all().users, id);
}

std::optional<User> MemoryUsers::by_login(std::string_view login) const
{
    auto const wanted = ascii_lower(login);
    auto const found =
        those_of(MemoryPort::all().users, [&](User const& user) { return user.details().login == wanted; });
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::vector<User> MemoryUsers::all() const
{
    auto users = those_of(MemoryPort::all().users, [](User const&) { return true; });
    std::ranges::sort(users, {}, [](User const& user) { return user.details().login; });
    return users;
}

Result<void> MemoryUsers::keep(User const& user)
{
    if (auto const holder = by_login(user.details().login); holder && holder->id() != user.id())
        return refuse(Refusal::Reason::Conflict, "login", tr_noop("Someone else has this login name."));
    return keep_in(MemoryPort::all().users, user);
}

} // namespace plumbline::testing
