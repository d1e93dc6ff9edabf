// SPDX-License-Identifier: Apache-2.0
#include "persistence/exchange/csv/CodeSheet.hpp"

#include "domain/core/Text.hpp"
#include "persistence/exchange/csv/Encoding.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace plumbline::exchange {

namespace {

enum class Column { Code, Label, Timed, Modality, count_ };

struct Name {
    std::string_view header;
    Column column;
};

constexpr auto names = std::to_array<Name>({
    {"code", Column::Code},
    {"service code", Column::Code},
    {"label", Column::Label},
    {"description", Column::Label},
    {"name", Column::Label},
    {"timed", Column::Timed},
    {"modality", Column::Modality},
    {"offered for", Column::Modality},
});

std::optional<bool> yes_or_no(std::string_view text)
{
    std::string const word = ascii_lower(text);
    for (std::string_view const yes : {"yes", "y", "1", "true", "timed", "x"})
        if (word == yes)
            return true;
    for (std::string_view const no : {"no", "n", "0", "false", "untimed"})
        if (word == no)
            return false;
    return std::nullopt;
}

/// By its code or by its label.
std::optional<Modality> modality_in(std::string_view text)
{
    std::string const word = ascii_lower(text);
    auto const known = std::ranges::find_if(
        all_modalities(), [&](Modality one) { return word == code(one) || word == ascii_lower(label(one)); });
    return known == all_modalities().end() ? std::nullopt : std::optional{*known};
}

class Reader {
public:
    Result<void> take_header(CsvRow const& row)
    {
        width_ = row.cells.size();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            std::string header = trimmed(row.cells[i]);
            std::string bare = ascii_lower(header);
            std::ranges::replace(bare, '_', ' ');
            auto const known = std::ranges::find(names, bare, &Name::header);
            if (known == names.end()) {
                if (!header.empty())
                    sheet.ignored.push_back(std::move(header));
                continue;
            }
            auto& place = places_[static_cast<std::size_t>(known->column)];
            if (place)
                return refuse(Refusal::Reason::Invalid, "file",
                    tr_noop("The column {0} means the same as one before it. Remove one."), {header});
            place = i;
        }
        if (!place_of(Column::Code))
            return refuse(Refusal::Reason::Invalid, "file",
                tr_noop("No column holds codes. The first line of the file names the columns: code, label, timed, "
                        "modality."));
        if (!place_of(Column::Timed))
            return refuse(Refusal::Reason::Invalid, "file",
                tr_noop("No column says which codes are timed. Call it timed and write yes or no."));
        return {};
    }

    void take_row(CsvRow const& row)
    {
        SheetCode found{.line = row.line, .service = {}, .faults = {}};
        auto const fault = [&](std::string_view field, std::string_view text) {
            found.faults.push_back({Refusal::Reason::Invalid, field, Message{text}, {}});
        };
        if (row.cells.size() > width_)
            fault("", tr_noop("The row has more cells than the first line names columns."));
        ServiceCode service{cell(row, Column::Code), cell(row, Column::Label), false, std::nullopt};
        if (auto const timed = yes_or_no(cell(row, Column::Timed)))
            service.timed = *timed;
        else
            fault("timed", tr_noop("Write yes when the minutes of this code count for units, else no."));
        if (std::string const typed = cell(row, Column::Modality); !typed.empty()) {
            service.modality = modality_in(typed);
            if (!service.modality)
                fault("modality", tr_noop("There is no such modality."));
        }
        auto accepted = acceptable_service_code(std::move(service));
        if (accepted) {
            found.service = *std::move(accepted);
        } else {
            Refusal refusal = std::move(accepted).error();
            auto others = std::exchange(refusal.others, {});
            found.faults.push_back(std::move(refusal));
            std::ranges::move(others, std::back_inserter(found.faults));
        }
        sheet.rows.push_back(std::move(found));
    }

    CodeSheet sheet;

private:
    [[nodiscard]] std::optional<std::size_t> place_of(Column column) const
    {
        return places_[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] std::string cell(CsvRow const& row, Column column) const
    {
        auto const at = place_of(column);
        return at && *at < row.cells.size() ? trimmed(row.cells[*at]) : std::string{};
    }

    std::array<std::optional<std::size_t>, static_cast<std::size_t>(Column::count_)> places_{};
    std::size_t width_ = 0;
};

} // namespace

Result<CodeSheet> read_code_sheet(std::string bytes, CsvLimits const& limits)
{
    auto const decoded = decode_text(std::move(bytes));
    if (!decoded)
        return refuse(decoded.error());
    Reader reader;
    reader.sheet.was_latin = decoded->was_latin;
    bool has_header = false;
    Result<void> header;
    auto const read = read_csv(
        decoded->text,
        [&](CsvRow const& row) {
            if (std::exchange(has_header, true))
                reader.take_row(row);
            else
                header = reader.take_header(row);
            return header.has_value();
        },
        limits);
    if (!read)
        return refuse(read.error());
    if (!header)
        return refuse(header.error());
    if (!has_header)
        return refuse(
            Refusal::Reason::Invalid, "file", tr_noop("The file is empty; its first line names the columns."));
    return std::move(reader.sheet);
}

} // namespace plumbline::exchange
