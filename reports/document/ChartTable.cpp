// SPDX-License-Identifier: Apache-2.0
#include "reports/document/ChartTable.hpp"

#include <algorithm>

namespace plumbline::reports {

namespace {

std::string name_of(ChartPoint const& point)
{
    return point.label.empty() ? to_words(point.day) : point.label;
}

/// Values of the same name keep their order: the second of a day goes into the second row of that day.
std::size_t row_for(Table& table, std::string const& name, std::size_t column)
{
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto const& cells = table.rows[i].cells;
        if (cells[0].runs.front().text == name && cells[column].runs.empty())
            return i;
    }
    Row row;
    row.cells.resize(table.columns.size());
    row.cells[0] = Cell{name};
    table.rows.push_back(std::move(row));
    return table.rows.size() - 1;
}

} // namespace

Table data_table(Chart const& chart, std::string first)
{
    Table table;
    table.columns.push_back({std::move(first), 1, Align::Left});
    for (Series const& series : chart.series)
        table.columns.push_back({chart.unit.empty() ? series.name : series.name + ", " + chart.unit, 1, Align::Right});
    for (std::size_t i = 0; i < chart.series.size(); ++i)
        for (ChartPoint const& point : chart.series[i].points) {
            Cell value{plain_number(point.value)};
            if (point.source != 0)
                value.runs.front().sources = {point.source};
            table.rows[row_for(table, name_of(point), i + 1)].cells[i + 1] = std::move(value);
        }
    // Lines are charts of time, and series that start later must not stand below.
    if (chart.kind == ChartKind::Line && chart.series.size() > 1) {
        auto const day_of_row = [&](Row const& row) {
            for (Series const& series : chart.series)
                for (ChartPoint const& point : series.points)
                    if (name_of(point) == row.cells[0].runs.front().text)
                        return point.day;
            return Date{};
        };
        std::ranges::stable_sort(table.rows, {}, day_of_row);
    }
    return table;
}

} // namespace plumbline::reports
