// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Typed.hpp"

#include "app/services/Common.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <istream>

namespace plumbline::app::cli {

namespace {

/// Longer than any text the records take, so that the rule which refuses it is theirs; short enough for any stream.
constexpr std::size_t longest_text = 256 * 1024;

std::string all_of(std::istream& from)
{
    std::string text(longest_text, '\0');
    from.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(from.gcount()));
    return text;
}

template <class Number>
std::optional<Number> number(std::string_view text) noexcept
{
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return !text.empty() && error == std::errc{} && end == text.data() + text.size() ? std::optional{value}
                                                                                     : std::nullopt;
}

bool is_space(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// One word of an entry, and where in it the value begins; npos in a word without a key.
struct Word {
    std::string text;
    std::size_t value_at = std::string::npos;
};

/// Nothing when a quote is left open.
std::optional<std::vector<Word>> words_of(std::string_view text)
{
    std::vector<Word> words;
    bool quoted = false, within = false, keyed = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (!quoted && is_space(c)) {
            within = false;
            continue;
        }
        if (!within) {
            words.emplace_back();
            within = keyed = true;
        }
        Word& word = words.back();
        if (quoted && c == '\\' && i + 1 < text.size() && text[i + 1] == '"') {
            word.text += text[++i];
        } else if (c == '"') {
            quoted = !quoted;
            keyed = keyed && word.value_at != std::string::npos;
        } else {
            bool const ends_key = keyed && !quoted && c == '=' && !word.text.empty();
            if (ends_key && word.value_at == std::string::npos)
                word.value_at = word.text.size() + 1;
            keyed = keyed && (word.value_at != std::string::npos || c == '-' || (c >= 'a' && c <= 'z'));
            word.text += c;
        }
    }
    return quoted ? std::nullopt : std::optional{std::move(words)};
}

} // namespace

std::optional<int> whole_number(std::string_view text) noexcept
{
    return number<int>(text);
}

std::optional<double> decimal_number(std::string_view text) noexcept
{
    auto const value = number<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::string Typed::text(std::string const& given, std::string_view field)
{
    if (given == "-") {
        if (std::exchange(input_read_, true))
            faults.add(field, tr_noop("Standard input gives one text only. Put the others into files: @FILE."));
        return all_of(shell_.in);
    }
    if (!given.starts_with('@'))
        return given;
    if (given.starts_with("@@"))
        return given.substr(1);
    std::ifstream file{given.substr(1), std::ios::binary};
    if (!file || file.peek() == std::ifstream::traits_type::eof())
        faults.add({Refusal::Reason::NotFound, field,
            {tr_noop("The file {0} is empty or cannot be read."), {given.substr(1)}}, {}});
    return all_of(file);
}

std::optional<int> Typed::whole(std::string const& given, std::string_view field, std::string_view sentence)
{
    auto const value = whole_number(given);
    if (!value && !given.empty())
        faults.add(field, sentence);
    return value;
}

std::optional<double> Typed::decimal(std::string const& given, std::string_view field, std::string_view sentence)
{
    auto const value = decimal_number(given);
    if (!value && !given.empty())
        faults.add(field, sentence);
    return value;
}

std::optional<Date> Typed::day(std::string const& given, std::string_view field)
{
    if (given.empty())
        return std::nullopt;
    return value(parse_date(given, field).map([](Date day) { return std::optional{day}; }), std::optional<Date>{});
}

std::optional<Refusal> Typed::refusal() const
{
    return faults.none() ? std::nullopt : std::optional{faults.refusal()};
}

std::string Entry::value(std::string_view key) const
{
    auto const found = std::ranges::find(values, key, &Pair::first);
    return found == values.end() ? std::string{} : found->second;
}

Result<Entry> entry_from(std::string_view text, std::string_view field)
{
    auto const words = words_of(text);
    if (!words)
        return refuse(Refusal::Reason::Invalid, field, tr_noop("A double quote is not closed."));
    Entry entry;
    for (Word const& word : *words) {
        if (word.value_at == std::string::npos) {
            if (!entry.values.empty())
                return refuse(Refusal::Reason::Invalid, field,
                    tr_noop("“{0}” stands behind a value. Write key=value, what holds spaces as key=\"a b\"."),
                    {word.text});
            entry.words.append(entry.words.empty() ? "" : " ").append(word.text);
            continue;
        }
        std::string key = word.text.substr(0, word.value_at - 1);
        if (std::ranges::find(entry.values, key, &Entry::Pair::first) != entry.values.end())
            return refuse(Refusal::Reason::Invalid, field, tr_noop("“{0}” is given twice."), {key});
        entry.values.emplace_back(std::move(key), word.text.substr(word.value_at));
    }
    return entry;
}

void check_keys(Faults& faults, Entry const& entry, std::vector<std::string_view> const& known, std::string_view field)
{
    std::string all;
    for (std::string_view const key : known)
        all.append(all.empty() ? "" : ", ").append(key);
    for (auto const& [key, value] : entry.values)
        if (std::ranges::find(known, key) == known.end())
            faults.add(field, tr_noop("“{0}” is not known here. Choose one of: {1}."), {key, all});
}

Result<Chart> chart_of(Records& records, Context const& context, EpisodeId id)
{
    if (auto const allowed = permit(context.actor, Action::SeeChart); !allowed)
        return refuse(allowed.error());
    auto const episode = records.episodes().find(id);
    if (!episode)
        return refuse_missing_episode();
    if (auto const noted = note_chart_read(records, context, episode->patient()); !noted)
        return refuse(noted.error());
    return open_chart(records, context, episode->patient(), id);
}

std::string said(Json const& json, std::string_view key)
{
    Json const& value = json.at(std::string{key});
    return value.is_string() ? value.get<std::string>() : value.is_null() ? std::string{} : value.dump();
}

} // namespace plumbline::app::cli
