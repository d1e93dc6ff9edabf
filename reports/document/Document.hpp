// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"
#include "reports/document/Chart.hpp"
#include "reports/document/Page.hpp"
#include "reports/document/Palette.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace plumbline::reports {

/// The visits a statement was derived from, by the value of their ids.
using Sources = std::vector<std::int64_t>;

/// A stretch of text of one style. A newline begins a new line. Layout keeps the sources with the place.
struct Run {
    std::string text;
    Face face = Face::Regular;
    Tone tone = Tone::Ink;
    Sources sources{};
    friend bool operator==(Run const&, Run const&) = default;
};

/// Large is for paper that patients take home: large print begins at 14 points.
enum class TextSize : std::uint8_t { Body, Caption, Title, Large };

enum class Start : std::uint8_t { Here, NewPage };

/// A section's name over a hairline; never the last thing on a page.
struct Heading {
    std::string text;
    Start start = Start::Here;
    friend bool operator==(Heading const&, Heading const&) = default;
};

struct Paragraph {
    std::vector<Run> runs;
    TextSize size = TextSize::Body;
    std::string marker{}; ///< Hangs in front: a bullet or a number. Empty for none.
    Sources sources{};    ///< What the paragraph as a whole was derived from, besides its runs.
    friend bool operator==(Paragraph const&, Paragraph const&) = default;
};

enum class Align : std::uint8_t { Left, Right };

/// Shares divide the width in proportion: 2 is twice as wide as 1.
struct Column {
    std::string title;
    double share = 1;
    Align align = Align::Left;
    friend bool operator==(Column const&, Column const&) = default;
};

struct Cell {
    std::vector<Run> runs;

    Cell() = default;
    Cell(std::string text, Face face = Face::Regular, Tone tone = Tone::Ink)
        : runs{Run{std::move(text), face, tone}}
    {
    }
    // Without this, a pair of literals would be read as the two ends of a range of characters.
    Cell(char const* text)
        : Cell{std::string{text}}
    {
    }
    friend bool operator==(Cell const&, Cell const&) = default;
};

/// A missing cell is an empty one. The note stands under the cells and may use the whole width.
struct Row {
    std::vector<Cell> cells;
    std::vector<Run> note{};
    friend bool operator==(Row const&, Row const&) = default;
};

/// The header row repeats after a page break. A row breaks only into parts of three lines or more.
struct Table {
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::string continued{};        ///< Stands over the head where the table goes on on a further page.
    TextSize size = TextSize::Body; ///< Body or Large.
    friend bool operator==(Table const&, Table const&) = default;
};

/// A picture made of the page's own operations: exercise drawings, the body chart. Scaled down, never
/// up, to the width at hand.
struct Drawing {
    double width = 0;
    double height = 0;
    std::vector<Op> ops;
    std::string description; ///< What it shows, for whoever cannot see it.
    friend bool operator==(Drawing const&, Drawing const&) = default;
};

/// Lines to sign on, side by side, each with what is to stand or already stands under it.
struct SignatureLines {
    std::vector<std::string> captions;
    friend bool operator==(SignatureLines const&, SignatureLines const&) = default;
};

struct Spacer {
    double height = 0;
    friend bool operator==(Spacer const&, Spacer const&) = default;
};

struct Block;

/// Stays on one page when a page can hold it.
struct KeepTogether {
    std::vector<Block> blocks;
};

/// Columns of equal width that stay on one page. Too high for a page, they follow one another.
struct SideBySide {
    std::vector<std::vector<Block>> columns;
};

template <class T>
concept BlockKind = std::same_as<T, Heading> || std::same_as<T, Paragraph> || std::same_as<T, Table> || std::same_as<T,
    Chart> || std::same_as<T, Drawing> || std::same_as<T, SignatureLines> || std::same_as<T, Spacer> || std::same_as<T,
    KeepTogether> || std::same_as<T, SideBySide>;

struct Block {
    using Kind =
        std::variant<Heading, Paragraph, Table, Chart, Drawing, SignatureLines, Spacer, KeepTogether, SideBySide>;
    Kind kind;

    // Implicit, so that a document reads as a list of its blocks.
    template <BlockKind T>
    Block(T block)
        : kind{std::in_place_type<T>, std::move(block)}
    {
    }
};

/// Whose document it is: repeated on every page, so that a lost sheet finds its chart.
struct PatientLine {
    std::string name;
    Date born;
    std::string record_number;
    friend bool operator==(PatientLine const&, PatientLine const&) = default;
};

/// A report before paper: what is said and in which order. Knows nothing of fonts, pages or PDF.
struct Document {
    std::string kind; ///< `Progress report`
    std::string clinic;
    std::string clinic_line;            ///< Address, telephone, NPI.
    std::optional<PatientLine> patient; ///< Unset for documents of the clinic, such as a day sheet.
    std::vector<std::string> facts;     ///< Beside the kind in the head of page one: date, period.
    std::string notice;                 ///< On top of every page in the color of warnings: a draft, a demo clinic.
    std::vector<Block> blocks;
    std::string author;             ///< Only in the file's properties.
    std::optional<Instant> written; ///< The file's date; without it the file carries none.
};

} // namespace plumbline::reports
