// SPDX-License-Identifier: Apache-2.0
#include "app/services/DocumentText.hpp"

#include <variant>

namespace plumbline::app {

namespace {

/// Writes block after block; a tab parts what stands beside each other.
class Writer {
public:
    void operator()(reports::Heading const& heading) { line(heading.text); }
    void operator()(reports::Paragraph const& paragraph) { line(paragraph.marker + words(paragraph.runs)); }
    void operator()(reports::Table const& table)
    {
        for (reports::Row const& row : table.rows) {
            std::string cells;
            for (reports::Cell const& cell : row.cells)
                cells += words(cell.runs) + '\t';
            line(cells + words(row.note));
        }
    }
    void operator()(reports::Chart const& chart)
    {
        line(chart.title);
        for (reports::Series const& series : chart.series)
            for (reports::ChartPoint const& point : series.points)
                line(to_iso(point.day) + '\t' + reports::plain_number(point.value) + '\t' + chart.unit);
    }
    void operator()(reports::Drawing const& drawing) { line(drawing.description); }
    void operator()(reports::SignatureLines const&) { } // Signed is what stands above.
    void operator()(reports::Spacer const&) { }
    void operator()(reports::KeepTogether const& together) { write(together.blocks); }
    void operator()(reports::SideBySide const& beside)
    {
        for (auto const& column : beside.columns)
            write(column);
    }
    void write(std::vector<reports::Block> const& blocks)
    {
        for (reports::Block const& block : blocks)
            std::visit(*this, block.kind);
    }
    void line(std::string const& words) { text_ += words + '\n'; }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    static std::string words(std::vector<reports::Run> const& runs)
    {
        std::string all;
        for (reports::Run const& run : runs)
            all += run.text;
        return all;
    }
    std::string text_;
};

} // namespace

std::string plain_text(reports::Document const& document)
{
    Writer writer;
    writer.line(document.kind);
    writer.line(document.clinic);
    if (document.patient)
        writer.line(
            document.patient->name + '\t' + to_iso(document.patient->born) + '\t' + document.patient->record_number);
    for (std::string const& fact : document.facts)
        writer.line(fact);
    writer.write(document.blocks);
    return writer.take();
}

} // namespace plumbline::app
