// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Diagnosis.hpp"

#include "domain/clinical/DiagnosisTable.hpp"
#include "domain/clinical/Wording.hpp"
#include "domain/core/Text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace plumbline {

namespace {

using Reason = Refusal::Reason;

struct Excluded {
    std::string_view one, other; ///< Beginnings of codes.
};
// Excludes1 notes of the tabular list, January 2021; the same problem is never coded by both.
constexpr std::array excluded{
    Excluded{"M54.5", "S39.012"},
    Excluded{"M54.5", "M51.2"},
    Excluded{"M54.5", "M54.4"},
    Excluded{"M54.3", "M54.4"},
    Excluded{"M54.3", "M51.1"},
    Excluded{"M54.3", "G57.0"},
    Excluded{"M54.4", "M51.1"},
    Excluded{"M54.1", "M50.1"},
    Excluded{"M54.1", "M51.1"},
    Excluded{"M54.1", "M47.2"},
    Excluded{"M54.1", "M79.2"},
    Excluded{"M54.2", "M50"},
    Excluded{"M54.6", "M51"},
    Excluded{"M54.8", "M54.5"},
    Excluded{"M54.8", "M54.6"},
    Excluded{"M54", "F45.41"},
    Excluded{"S33", "M51"},
    Excluded{"M43.1", "S33.1"},
    Excluded{"M43.1", "Q76.2"},
    Excluded{"M41", "Q67.5"},
    Excluded{"M41", "Q76.3"},
    Excluded{"M41", "M96"},
};

[[nodiscard]] constexpr bool is_digit(char c) noexcept
{
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_letter(char c) noexcept
{
    return c >= 'A' && c <= 'Z';
}

/// Capitals, with the dot behind the third place; nothing when it is not written like a code at all:
/// a letter, two letters or digits, then up to four more.
[[nodiscard]] std::optional<std::string> normalized(std::string_view typed)
{
    constexpr std::size_t category = 3;
    constexpr std::size_t longest = 7;
    std::string out;
    std::string code = trimmed(typed);
    if (auto const dot = code.find('.'); dot != std::string::npos) {
        if (dot != category || dot + 1 == code.size())
            return std::nullopt;
        code.erase(dot, 1);
    }
    for (char const c : code)
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    bool const shaped = out.size() >= category && out.size() <= longest && is_letter(out[0])
        && std::all_of(out.begin(), out.end(), [](char c) { return is_digit(c) || is_letter(c); });
    if (!shaped)
        return std::nullopt;
    if (out.size() > category)
        out.insert(category, 1, '.');
    return out;
}

[[nodiscard]] bool valid_on(DiagnosisCode const& code, Date day) noexcept
{
    return (!code.valid_from || *code.valid_from <= day) && (!code.valid_until || day <= *code.valid_until);
}

/// What stands in the list on that day for a code that does not: its parts, or what it was part of.
[[nodiscard]] std::string instead_of(std::string_view code, Date day)
{
    std::string out;
    for (DiagnosisCode const& other : icd::codes()) {
        bool const related = other.code.starts_with(code) || code.starts_with(other.code);
        if (related && valid_on(other, day))
            out.append(out.empty() ? "" : ", ").append(other.code);
    }
    return out;
}

[[nodiscard]] tl::unexpected<Refusal> not_valid(DiagnosisCode const& found, Date on)
{
    std::vector<std::string> arguments{std::string{found.code}};
    bool const ended = found.valid_until && *found.valid_until < on;
    arguments.push_back(to_words(ended ? *found.valid_until : *found.valid_from));
    arguments.push_back(to_words(on));
    arguments.push_back(instead_of(found.code, on));
    if (arguments.back().empty()) {
        arguments.pop_back();
        return refuse(Reason::Invalid, "diagnosis",
            ended ? tr_noop("{0} was valid until {1}, not on {2}.") : tr_noop("{0} is valid from {1}, not on {2}."),
            std::move(arguments));
    }
    return refuse(Reason::Invalid, "diagnosis",
        ended ? tr_noop("{0} was valid until {1}, not on {2}. Use {3}.")
              : tr_noop("{0} is valid from {1}, not on {2}. Use {3}."),
        std::move(arguments));
}

[[nodiscard]] std::string without_dot(std::string_view code)
{
    std::string out{code};
    std::erase(out, '.');
    return out;
}

} // namespace

std::span<DiagnosisCode const> diagnosis_codes() noexcept
{
    return icd::codes();
}

Result<DiagnosisCode> diagnosis(std::string_view code, Date on)
{
    auto const wanted = normalized(code);
    if (!wanted)
        return refuse(Reason::Invalid, "diagnosis",
            tr_noop("“{0}” is not written like an ICD-10-CM code, such as M54.32."), {std::string{code}});
    for (DiagnosisCode const& candidate : icd::codes()) {
        if (candidate.code != *wanted)
            continue;
        if (!valid_on(candidate, on))
            return not_valid(candidate, on);
        return candidate;
    }
    return refuse(Reason::Invalid, "diagnosis",
        tr_noop("{0} is not in the list of codes. Find one by its words, such as “sciatica left”."), {*wanted});
}

std::vector<DiagnosisCode> find_diagnoses(std::string_view text, Date on, std::size_t limit)
{
    std::vector<std::pair<int, DiagnosisCode const*>> found;
    for (DiagnosisCode const& candidate : icd::codes()) {
        if (!valid_on(candidate, on))
            continue;
        std::string const bare = without_dot(candidate.code);
        if (int const hit = wording::match(text, {candidate.code, bare, candidate.title}); hit > 0)
            found.emplace_back(hit, &candidate);
    }
    std::stable_sort(found.begin(), found.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
    std::vector<DiagnosisCode> out;
    for (auto const& [hit, candidate] : found) {
        if (out.size() == limit)
            break;
        out.push_back(*candidate);
    }
    return out;
}

std::vector<Message> excluded_pairs(std::span<std::string const> codes)
{
    std::vector<Message> out;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        for (std::size_t j = i + 1; j < codes.size(); ++j) {
            std::string const& a = codes[i];
            std::string const& b = codes[j];
            bool const clash = std::any_of(excluded.begin(), excluded.end(), [&](Excluded const& pair) {
                return (a.starts_with(pair.one) && b.starts_with(pair.other))
                    || (b.starts_with(pair.one) && a.starts_with(pair.other));
            });
            if (clash)
                out.push_back(
                    {tr_noop("{0} and {1} exclude each other for the same problem (ICD-10-CM, Excludes1). Keep "
                             "the one that says more."),
                        {a, b}});
        }
    }
    return out;
}

} // namespace plumbline
