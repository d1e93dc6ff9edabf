// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Shell.hpp"
#include "app/services/Chart.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::app::cli {

/// The number, when the text is one and nothing else.
[[nodiscard]] std::optional<int> whole_number(std::string_view text) noexcept;
[[nodiscard]] std::optional<double> decimal_number(std::string_view text) noexcept;

/// What was typed behind options, made into values. Every text that means nothing is a fault beside its field, and the
/// value is then some other; ask for the faults before using any of them. Empty texts are nothing and no fault.
class Typed {
public:
    explicit Typed(Shell& shell)
        : shell_{shell}
    {
    }

    /// The text itself; for `@FILE` what stands in the file, for `-` what comes on standard input, so that no
    /// patient's words need to stand on a command line. Two @ begin a text that begins with one.
    [[nodiscard]] std::string text(std::string const& given, std::string_view field);
    [[nodiscard]] std::optional<int> whole(std::string const& given, std::string_view field, std::string_view sentence);
    [[nodiscard]] std::optional<double> decimal(
        std::string const& given, std::string_view field, std::string_view sentence);
    [[nodiscard]] std::optional<Date> day(std::string const& given, std::string_view field);
    template <class AnyId>
    [[nodiscard]] AnyId id(std::string const& given, std::string_view field)
    {
        return value(id_from<AnyId>(given, field), AnyId{0});
    }
    template <class Value>
    [[nodiscard]] Value value(Result<Value> result, Value otherwise)
    {
        if (result)
            return *std::move(result);
        faults.add(result.error());
        return otherwise;
    }
    /// The refusal of all that meant nothing.
    [[nodiscard]] std::optional<Refusal> refusal() const;

    Faults faults;

private:
    Shell& shell_;
    bool input_read_ = false;
};

/// Said beside what a version cannot be.
inline constexpr std::string_view not_a_version =
    tr_noop("A version is the whole number that the record was shown with.");

/// What stands behind `--row` and `--goal`: some words, then `key=value` with spaces between. What holds spaces goes in
/// double quotes; within them \" is a quote.
struct Entry {
    using Pair = std::pair<std::string, std::string>;
    std::string words;
    std::vector<Pair> values;
    /// Empty when it was not given.
    [[nodiscard]] std::string value(std::string_view key) const;
};
[[nodiscard]] Result<Entry> entry_from(std::string_view text, std::string_view field);
/// A fault for each key of the entry that is not among these.
void check_keys(Faults& faults, Entry const& entry, std::vector<std::string_view> const& known, std::string_view field);

/// Runs work(Records&, Context const&) as one transaction and answers with the JSON it gives; tell writes it as text.
template <class Work>
[[nodiscard]] Exit write_and_answer(
    Shell& shell, Work work, std::function<void(std::ostream&, Json const&)> const& tell)
{
    auto const desk = shell.desk();
    if (!desk)
        return shell.refuse_with(desk.error());
    Result<Json> const json = (*desk)->write_now(std::move(work));
    if (!json)
        return shell.refuse_with(json.error());
    shell.answer(*json, [&](std::ostream& out) { tell(out, *json); });
    return Exit::Ok;
}

/// The chart of an episode whose patient is not known yet; that it was read is in the audit trail.
[[nodiscard]] Result<Chart> chart_of(Records& records, Context const& context, EpisodeId id);

/// The text of a key; nothing for null.
[[nodiscard]] std::string said(Json const& json, std::string_view key);

} // namespace plumbline::app::cli
