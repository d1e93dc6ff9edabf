// SPDX-License-Identifier: Apache-2.0
#include "reports/content/Footnotes.hpp"

#include <algorithm>

namespace plumbline::reports {

namespace {

/// Walks a document and numbers what has sources; equal sources share a number.
class Numbering {
public:
    void visit(std::vector<Block>& blocks)
    {
        for (Block& block : blocks)
            std::visit(*this, block.kind);
    }

    void operator()(Paragraph& paragraph)
    {
        number(paragraph.runs);
        if (!paragraph.sources.empty())
            paragraph.runs.push_back(mark(paragraph.sources));
    }
    void operator()(Table& table)
    {
        for (Row& row : table.rows) {
            for (Cell& cell : row.cells)
                number(cell.runs);
            number(row.note);
        }
    }
    void operator()(KeepTogether& group) { visit(group.blocks); }
    void operator()(SideBySide& group)
    {
        for (auto& column : group.columns)
            visit(column);
    }
    template <class Other>
    void operator()(Other&)
    {
    }

    [[nodiscard]] std::vector<Sources> const& notes() const noexcept { return notes_; }

private:
    void number(std::vector<Run>& runs)
    {
        std::vector<Run> numbered;
        for (Run& run : runs) {
            Sources const sources = run.sources;
            // The number belongs to its sentence, so it stands before the space that parts sentences.
            bool const spaced = !sources.empty() && run.text.ends_with(' ');
            if (spaced)
                run.text.pop_back();
            numbered.push_back(std::move(run));
            if (!sources.empty())
                numbered.push_back(mark(sources));
            if (spaced)
                numbered.back().text += ' ';
        }
        runs = std::move(numbered);
    }

    Run mark(Sources const& sources)
    {
        auto found = std::ranges::find(notes_, sources);
        if (found == notes_.end())
            found = notes_.insert(notes_.end(), sources);
        auto const number = found - notes_.begin() + 1;
        return {"\u00A0[" + std::to_string(number) + ']', Face::Regular, Tone::Muted, sources};
    }

    std::vector<Sources> notes_;
};

std::string named(Sources const& sources, std::span<VisitDay const> days)
{
    std::vector<Date> named;
    for (std::int64_t const source : sources)
        if (auto const day = std::ranges::find(days, source, &VisitDay::visit); day != days.end())
            named.push_back(day->on);
    std::ranges::sort(named);
    std::string text;
    for (Date const day : named)
        text += (text.empty() ? "" : ", ") + to_words(day);
    return text;
}

} // namespace

Document with_footnotes(Document document, std::span<VisitDay const> days, Words const& words)
{
    Numbering numbering;
    numbering.visit(document.blocks);
    if (numbering.notes().empty())
        return document;
    document.blocks.emplace_back(Heading{words(tr_noop("Where each statement comes from"))});
    for (std::size_t i = 0; i < numbering.notes().size(); ++i) {
        Sources const& sources = numbering.notes()[i];
        std::string const list = named(sources, days);
        std::string const count = std::to_string(sources.size());
        std::string text =
            sources.size() == 1 ? words(tr_noop("{0} visit"), {count}) : words(tr_noop("{0} visits"), {count});
        if (!list.empty())
            text += ": " + list;
        document.blocks.emplace_back(Paragraph{{{text}}, TextSize::Caption, '[' + std::to_string(i + 1) + ']'});
    }
    return document;
}

} // namespace plumbline::reports
