// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/PatientKeys.hpp"

#include "persistence/SearchKey.hpp"
#include "persistence/records/TypedDate.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace plumbline::persistence {
namespace {

// The kinds. A patient has one key of the first two, so those ranges answer nobody twice.
constexpr std::string_view family_first = "f:";
constexpr std::string_view given_first = "g:";
constexpr std::string_view other_name = "x:"; ///< Preferred name, inner words, words joined.
constexpr std::string_view telephone = "d:";
constexpr std::string_view record = "r:";
constexpr std::string_view birth = "m:"; ///< Month and day before the year, as people say it.

/// Above every letter of every script, and no letter itself.
constexpr std::string_view after_all = "\xF4\x8F\xBF\xBF";
constexpr std::size_t most_inner_words = 6;
constexpr std::size_t national_digits = 10; ///< Of a North American number.
constexpr std::size_t local_digits = 7;
constexpr std::size_t fewest_phone_digits = 3;
constexpr std::size_t own_number_digits = 6;

std::string key(std::string_view kind, std::string_view text)
{
    return std::string{kind}.append(text);
}

std::string two(std::string_view first, std::string_view second)
{
    std::string both{first};
    if (!first.empty() && !second.empty())
        both += ' ';
    return both.append(second);
}

/// A long key would be the whole name twice; nobody types that far.
std::string cut(std::string text)
{
    constexpr std::size_t most = 120;
    if (text.size() <= most)
        return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    text.resize(end);
    return text;
}

void add_inner_words(std::set<std::string>& keys, std::string_view name, std::string_view rest)
{
    std::size_t words = 0;
    for (auto at = name.find(' '); at != std::string_view::npos && words < most_inner_words;
         at = name.find(' ', at + 1), ++words)
        keys.insert(key(other_name, cut(two(name.substr(at + 1), rest))));
}

std::string joined(std::string_view name)
{
    std::string one{name};
    std::erase(one, ' ');
    return one;
}

void add_names(std::set<std::string>& keys, PersonName const& name)
{
    std::string const family = search_key(name.family);
    std::string const given = search_key(name.given);
    std::string const preferred = search_key(name.preferred);
    keys.insert(key(family_first, cut(two(family, given))));
    keys.insert(key(given_first, cut(two(given, family))));
    add_inner_words(keys, family, given);
    add_inner_words(keys, given, family);
    if (family.find(' ') != std::string::npos)
        keys.insert(key(other_name, cut(two(joined(family), given))));
    if (!preferred.empty() && preferred != given) {
        keys.insert(key(other_name, cut(two(preferred, family))));
        keys.insert(key(other_name, cut(two(family, preferred))));
    }
}

/// Without the country code of North America, which people write or leave out.
std::string phone_digits(std::string_view phone)
{
    std::string digits = digits_of(phone);
    if (digits.size() == national_digits + 1 && digits.front() == '1')
        digits.erase(0, 1);
    return digits;
}

void add_phone(std::set<std::string>& keys, std::string_view phone)
{
    std::string const digits = phone_digits(phone);
    if (digits.size() < fewest_phone_digits)
        return;
    keys.insert(key(telephone, digits));
    if (digits.size() == national_digits)
        keys.insert(key(telephone, std::string_view{digits}.substr(national_digits - local_digits)));
}

std::string lower(std::string_view text)
{
    std::string small{text};
    std::ranges::transform(
        small, small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return small;
}

SearchStep prefix(std::string_view kind, std::string_view text, std::string words = {})
{
    std::string const low = key(kind, cut(std::string{text}));
    bool const may_repeat = kind == other_name || kind == telephone;
    return {SearchStep::In::Keys, low, key(low, after_all), std::move(words), may_repeat};
}

SearchStep exactly(std::string_view kind, std::string_view text)
{
    std::string const low = key(kind, text);
    return {SearchStep::In::Keys, low, key(low, " ")};
}

std::vector<std::string> words_of(std::string_view folded)
{
    std::vector<std::string> words;
    while (!folded.empty()) {
        auto const end = std::min(folded.find(' '), folded.size());
        words.emplace_back(folded.substr(0, end));
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return words;
}

/// Words in any order: the longest leads, since it leaves the fewest keys to read.
void add_word_steps(std::vector<SearchStep>& steps, std::vector<std::string> const& words)
{
    auto const leader = std::ranges::max_element(words, {}, [](auto const& word) { return word.size(); });
    std::string pattern;
    for (auto word = words.begin(); word != words.end(); ++word)
        if (word != leader)
            pattern.append("% ").append(*word);
    pattern += '%';
    for (std::string_view const kind : {family_first, given_first, other_name})
        steps.push_back(prefix(kind, *leader, pattern));
    std::string run_together = words[0] + words[1]; // O Neill, de la Cruz
    for (std::size_t i = 2; i < words.size(); ++i)
        run_together = two(run_together, words[i]);
    steps.push_back(prefix(family_first, run_together));
    steps.push_back(prefix(other_name, run_together));
}

void add_name_steps(std::vector<SearchStep>& steps, std::string_view folded)
{
    steps.push_back(prefix(family_first, folded));
    steps.push_back(prefix(given_first, folded));
    steps.push_back(prefix(other_name, folded));
    if (auto const words = words_of(folded); words.size() > 1)
        add_word_steps(steps, words);
}

bool has_only(std::string_view text, std::string_view signs)
{
    return text.find_first_not_of(signs) == std::string_view::npos;
}

void add_number_steps(std::vector<SearchStep>& steps, std::string_view typed)
{
    std::string const small = lower(typed);
    std::string const digits = digits_of(typed);
    if (has_only(small, "abcdefghijklmnopqrstuvwxyz0123456789-"))
        steps.push_back(prefix(record, small));
    if (digits.size() == typed.size() && digits.size() < own_number_digits)
        steps.push_back(exactly(record, std::string(own_number_digits - digits.size(), '0') + digits));
    if (has_only(typed, "0123456789 +()-.") && digits.size() >= fewest_phone_digits) {
        bool const international = typed.front() == '+' && digits.front() == '1';
        steps.push_back(prefix(telephone, phone_digits(international ? digits.substr(1) : digits)));
    }
}

void add_birth_steps(std::vector<SearchStep>& steps, std::string_view typed)
{
    for (TypedDate const& date : typed_dates(typed)) {
        if (date.form == TypedDate::Form::YearFirst)
            steps.push_back({SearchStep::In::BirthDates, date.prefix, key(date.prefix, after_all)});
        else
            steps.push_back(prefix(birth, date.prefix));
    }
}

/// `1979-`: no telephone is written that way, and hardly a record number.
bool begins_with_year(std::string_view typed)
{
    constexpr std::size_t digits = 4;
    return typed.size() > digits && typed[digits] == '-' && digits_of(typed.substr(0, digits)).size() == digits;
}

std::string_view without_blanks(std::string_view text)
{
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

std::set<std::string> search_keys(Patient const& patient)
{
    std::set<std::string> keys;
    if (patient.details().archived)
        return keys;
    add_names(keys, patient.name());
    add_phone(keys, patient.details().contact.phone);
    add_phone(keys, patient.details().contact.mobile);
    keys.insert(key(record, lower(patient.record_number())));
    keys.insert(key(birth, day_first(patient.birth_date())));
    return keys;
}

SearchStep everyone()
{
    return prefix(family_first, {});
}

std::vector<SearchStep> search_steps(std::string_view typed)
{
    std::string_view const text = without_blanks(typed);
    if (text.empty())
        return {everyone()};
    std::vector<SearchStep> steps;
    bool const has_digit = !digits_of(text).empty();
    if (has_digit && begins_with_year(text)) {
        add_birth_steps(steps, text);
        add_number_steps(steps, text);
    } else if (has_digit) {
        add_number_steps(steps, text);
        add_birth_steps(steps, text);
    }
    std::string const folded = search_key(text);
    bool const has_letter = std::ranges::any_of(folded, [](char c) { return c != ' ' && (c < '0' || c > '9'); });
    if (has_letter)
        add_name_steps(steps, folded);
    return steps;
}

} // namespace plumbline::persistence
