// SPDX-License-Identifier: Apache-2.0
#include "app/services/InsightTables.hpp"

#include "app/services/ClinicHead.hpp"
#include "app/services/Reporting.hpp"
#include "persistence/exchange/csv/CsvWriter.hpp"
#include "reports/pdf/PdfWriter.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline::app {

namespace {

using Column = InsightTable::Column;
constexpr double chart_height = 150;
/// More names than this find no room under a chart.
constexpr std::size_t most_bars = 10;

std::string percent(int part, int whole)
{
    return whole == 0 ? std::string{"\u2013"} : reports::plain_number(std::round(100.0 * part / whole)) + "\u00A0%";
}

double share(int part, int whole)
{
    return whole == 0 ? 0 : 100.0 * part / whole;
}

reports::Chart weekly(std::string title, std::string unit, reports::ChartKind kind, std::vector<reports::Series> series)
{
    reports::Chart chart;
    chart.title = std::move(title);
    chart.unit = std::move(unit);
    chart.kind = kind;
    chart.height = chart_height;
    double highest = 1;
    for (auto const& one : series)
        for (auto const& point : one.points)
            highest = std::max(highest, point.value);
    chart.axis = reports::nice_axis(0, highest);
    chart.series = std::move(series);
    return chart;
}

template <class Value>
reports::Series over_weeks(Insights const& insights, std::string name, Value value)
{
    reports::Series series{std::move(name)};
    for (InsightsWeek const& week : insights.weeks)
        series.points.push_back({week.monday, static_cast<double>(value(week))});
    return series;
}

/// The last week that is over says more than the running one.
InsightsWeek const& last_whole_week(Insights const& insights)
{
    return insights.weeks.size() > 1 ? insights.weeks[insights.weeks.size() - 2] : insights.weeks.back();
}

/// Newest first, as a person reads a list of weeks.
template <class Cells>
void add_weeks(InsightTable& table, Insights const& insights, Cells cells)
{
    for (auto week = insights.weeks.rbegin(); week != insights.weeks.rend(); ++week) {
        InsightTable::Row row{{to_words(week->monday)}};
        for (std::string& cell : cells(*week))
            row.cells.push_back(std::move(cell));
        table.rows.push_back(std::move(row));
    }
}

/// Told apart by color, mark and dashes, in that order.
std::vector<reports::Series> visits_of_each(Insights const& insights)
{
    static constexpr std::array marks{
        reports::Mark::Disc, reports::Mark::Square, reports::Mark::Triangle, reports::Mark::Diamond};
    std::vector<reports::Series> all;
    for (auto const& [id, name] : insights.clinicians) {
        auto series = over_weeks(insights, name, [id](InsightsWeek const& week) {
            auto const own = week.visits_of.find(id);
            return own == week.visits_of.end() ? 0 : own->second;
        });
        series.hue = static_cast<std::uint8_t>(all.size());
        series.mark = marks[all.size() % marks.size()];
        series.dash = static_cast<int>(all.size() / marks.size() * 3);
        all.push_back(std::move(series));
    }
    return all;
}

InsightTable visits(Insights const& insights)
{
    InsightTable table{.code = "visits", .title = std::string{tr_noop("Visits a week")}};
    table.figure = std::to_string(last_whole_week(insights).visits);
    table.meaning = tr_noop(
        "Visits whose notes are signed or have minutes, by the week's Monday. The figure is the last whole week.");
    table.columns = {{std::string{tr_noop("Week of")}, false, 2}, {std::string{tr_noop("All")}, true}};
    for (auto const& [id, name] : insights.clinicians)
        table.columns.push_back({name, true, 2});
    add_weeks(table, insights, [&](InsightsWeek const& week) {
        std::vector<std::string> cells{std::to_string(week.visits)};
        for (auto const& [id, name] : insights.clinicians) {
            auto const own = week.visits_of.find(id);
            cells.push_back(std::to_string(own == week.visits_of.end() ? 0 : own->second));
        }
        return cells;
    });
    table.charts = {weekly(table.title, {}, reports::ChartKind::Bar,
        {over_weeks(insights, std::string{tr_noop("visits")}, [](InsightsWeek const& week) { return week.visits; })})};
    if (insights.clinicians.size() > 1)
        table.charts.push_back(weekly(std::string{tr_noop("Visits a week of each clinician")}, {},
            reports::ChartKind::Line, visits_of_each(insights)));
    return table;
}

InsightTable cancellations(Insights const& insights)
{
    int canceled = 0, missed = 0, booked = 0;
    for (InsightsWeek const& week : insights.weeks) {
        canceled += week.canceled;
        missed += week.missed;
        booked += week.booked();
    }
    InsightTable table{.code = "cancellations", .title = std::string{tr_noop("Canceled and missed")}};
    table.figure = percent(canceled + missed, booked);
    table.meaning = tr_noop("Of all appointments that were booked and whose time has come. An open one has come and "
                            "gone without a status.");
    table.columns = {{std::string{tr_noop("Week of")}, false, 2}, {std::string{tr_noop("Booked")}, true},
        {std::string{tr_noop("Canceled")}, true}, {std::string{tr_noop("Missed")}, true},
        {std::string{tr_noop("Open")}, true}, {std::string{tr_noop("Canceled %")}, true},
        {std::string{tr_noop("Missed %")}, true}};
    add_weeks(table, insights, [](InsightsWeek const& week) {
        return std::vector<std::string>{std::to_string(week.booked()), std::to_string(week.canceled),
            std::to_string(week.missed), std::to_string(week.open), percent(week.canceled, week.booked()),
            percent(week.missed, week.booked())};
    });
    auto off = over_weeks(insights, std::string{tr_noop("canceled")},
        [](InsightsWeek const& week) { return share(week.canceled, week.booked()); });
    auto gone = over_weeks(insights, std::string{tr_noop("missed")},
        [](InsightsWeek const& week) { return share(week.missed, week.booked()); });
    gone.mark = reports::Mark::Square;
    gone.dash = 3;
    gone.hue = 1;
    table.charts = {weekly(table.title, "%", reports::ChartKind::Line, {std::move(off), std::move(gone)})};
    return table;
}

InsightTable new_patients(Insights const& insights)
{
    InsightTable table{.code = "new-patients", .title = std::string{tr_noop("New patients")}};
    int all = 0;
    for (InsightsWeek const& week : insights.weeks)
        all += week.new_patients;
    table.figure = std::to_string(all);
    table.meaning = tr_noop("People whose first episode of care began in the week.");
    table.columns = {{std::string{tr_noop("Week of")}, false, 2}, {std::string{tr_noop("New patients")}, true}};
    add_weeks(table, insights,
        [](InsightsWeek const& week) { return std::vector<std::string>{std::to_string(week.new_patients)}; });
    table.charts = {weekly(table.title, {}, reports::ChartKind::Bar,
        {over_weeks(insights, std::string{tr_noop("new patients")},
            [](InsightsWeek const& week) { return week.new_patients; })})};
    return table;
}

std::string hours(Minutes minutes)
{
    return reports::plain_number(std::round(static_cast<double>(minutes.count()) / 6) / 10);
}

Minutes of_all(std::map<UserId, Minutes> const& minutes)
{
    Minutes all{};
    for (auto const& [id, one] : minutes)
        all += one;
    return all;
}

Minutes of_one(std::map<UserId, Minutes> const& minutes, UserId id)
{
    auto const found = minutes.find(id);
    return found == minutes.end() ? Minutes{} : found->second;
}

std::string used(Minutes booked, Minutes worked)
{
    return percent(static_cast<int>(booked.count()), static_cast<int>(worked.count()));
}

/// Of those who work in the schedule: somebody with hours and without an appointment counts as unused.
InsightTable utilization(Insights const& insights)
{
    InsightTable table{.code = "utilization", .title = std::string{tr_noop("Utilization")}};
    InsightsWeek const& last = last_whole_week(insights);
    table.figure = used(of_all(last.minutes_of), of_all(last.worked_of));
    table.meaning =
        tr_noop("Hours booked of hours worked. Booked is what was not canceled or missed, a class counted once. "
                "The figure is the last whole week.");
    table.columns = {{std::string{tr_noop("Week of")}, false, 2}, {std::string{tr_noop("Booked, h")}, true},
        {std::string{tr_noop("Worked, h")}, true}, {std::string{tr_noop("All")}, true}};
    for (auto const& [id, name] : insights.clinicians)
        table.columns.push_back({name, true, 2});
    add_weeks(table, insights, [&](InsightsWeek const& week) {
        Minutes const booked = of_all(week.minutes_of), worked = of_all(week.worked_of);
        std::vector<std::string> cells{hours(booked), hours(worked), used(booked, worked)};
        for (auto const& [id, name] : insights.clinicians)
            cells.push_back(used(of_one(week.minutes_of, id), of_one(week.worked_of, id)));
        return cells;
    });
    table.charts = {weekly(table.title, "%", reports::ChartKind::Bar,
        {over_weeks(insights, std::string{tr_noop("used")}, [](InsightsWeek const& week) {
            return std::round(share(
                static_cast<int>(of_all(week.minutes_of).count()), static_cast<int>(of_all(week.worked_of).count())));
        })})};
    return table;
}

reports::Chart outcome_chart(Insights const& insights, Measure measure)
{
    reports::Chart chart;
    chart.title = fill(tr_noop("{0}: important change, % of episodes"), {std::string{facts(measure).name}});
    chart.unit = "%";
    chart.kind = reports::ChartKind::Bar;
    chart.axis = {0, 100, 25};
    chart.height = chart_height;
    reports::Series series{chart.title};
    for (OutcomeRow const& row : insights.outcomes)
        if (row.measure == measure && series.points.size() < most_bars)
            series.points.push_back({insights.to, std::round(row.important_share()),
                (row.diagnosis.empty() ? std::string{"\u2013"} : row.diagnosis) + " (" + std::to_string(row.episodes)
                    + ')'});
    chart.series = {std::move(series)};
    return chart;
}

InsightTable outcomes(Insights const& insights)
{
    InsightTable table{.code = "outcomes", .title = std::string{tr_noop("Outcomes by diagnosis")}};
    int episodes = 0, important = 0;
    for (OutcomeRow const& row : insights.outcomes)
        if (row.measure == Measure::Odi) {
            episodes += row.episodes;
            important += row.important;
        }
    table.figure = percent(important, episodes);
    table.meaning = tr_noop(
        "From first to last value of episodes that are open or ended in these weeks. Important: MCID or "
        "30 % of the start (Ostelo 2008: ODI 10, pain 2). The figure is the Oswestry's. Few episodes prove little.");
    table.nothing = tr_noop("No episode has been measured twice.");
    table.columns = {{std::string{tr_noop("Diagnosis")}, false, 5}, {std::string{tr_noop("Measure")}, false, 3},
        {std::string{tr_noop("Episodes")}, true, 2}, {std::string{tr_noop("First, mean")}, true, 2},
        {std::string{tr_noop("Last, mean")}, true, 2}, {std::string{tr_noop("Change")}, true, 2},
        {std::string{tr_noop("Important")}, true, 2}};
    for (OutcomeRow const& row : insights.outcomes)
        table.rows.push_back({{row.diagnosis.empty() ? row.title : row.diagnosis + "  " + row.title,
            std::string{facts(row.measure).name}, std::to_string(row.episodes), reports::plain_number(row.first),
            reports::plain_number(row.last), reports::plain_number(row.last - row.first),
            fill(tr_noop("{0} ({1})"), {std::to_string(row.important), percent(row.important, row.episodes)})}});
    for (Measure const measure : {Measure::Odi, Measure::Nprs})
        if (std::ranges::any_of(insights.outcomes, [&](OutcomeRow const& row) { return row.measure == measure; }))
            table.charts.push_back(outcome_chart(insights, measure));
    return table;
}

std::string_view meaning_of(WorklistKind kind)
{
    switch (kind) {
    case WorklistKind::UnsignedNotes:
        return tr_noop("Visit notes that wait for their provider's signature, the oldest first.");
    case WorklistKind::Certifications:
        return tr_noop("Plans of care to be certified or recertified soon (CMS Pub. 100-02 ch. 15 section 220).");
    case WorklistKind::ProgressReports:
        return tr_noop("Due by the tenth treatment day (CMS Pub. 100-02 ch. 15 section 220.3 D).");
    case WorklistKind::NoFutureVisit:
        return tr_noop("Open episodes without a coming visit. Those whose plan still asks for visits come first.");
    case WorklistKind::Authorizations:
        return tr_noop(
            "Few visits, units or days are left of an authorization or a referral; how few is few stands in the "
            "settings.");
    case WorklistKind::NoShows:
        return tr_noop("Missed in the last 30 days, the latest first, and whether the patient comes again.");
    }
    return {};
}

} // namespace

InsightTable table_of(Worklist const& list)
{
    InsightTable table{.code = std::string{code(list.kind)}, .title = std::string{label(list.kind)}};
    table.figure = std::to_string(list.rows.size());
    table.pressing = std::ranges::any_of(list.rows, &WorkRow::urgent);
    table.meaning = meaning_of(list.kind);
    table.nothing = tr_noop("Nothing is waiting here.");
    bool const notes = list.kind == WorklistKind::UnsignedNotes;
    table.columns = {{std::string{tr_noop("Patient")}, false, 3}, {std::string{tr_noop("Record")}, false, 1},
        {std::string{notes ? tr_noop("Provider") : tr_noop("About")}, false, 3},
        {std::string{notes ? tr_noop("Visit") : tr_noop("State")}, false, 4}};
    if (notes)
        table.columns.erase(table.columns.begin() + 1);
    for (WorkRow const& row : list.rows) {
        InsightTable::Row line{{row.name.listed(), row.record_number, row.about, row.due}, row.urgent, row.patient,
            row.name.listed(), row.visit};
        if (notes)
            line.cells.erase(line.cells.begin() + 1);
        table.rows.push_back(std::move(line));
    }
    return table;
}

std::vector<InsightTable> tables_of(Insights const& insights)
{
    return {
        visits(insights), cancellations(insights), new_patients(insights), utilization(insights), outcomes(insights)};
}

std::string csv_of(InsightTable const& table)
{
    exchange::CsvCells head;
    for (Column const& column : table.columns)
        head.push_back(column.title);
    std::vector<exchange::CsvCells> rows;
    for (InsightTable::Row const& row : table.rows)
        rows.push_back(row.cells);
    return exchange::write_csv(head, rows);
}

reports::Document document_of(InsightTable const& table, Records const& records, Context const& context)
{
    auto const clinic = clinic_lines(records.settings());
    reports::Document document;
    document.kind = table.title;
    document.clinic = clinic.name;
    document.clinic_line = clinic.line;
    document.notice = clinic.notice;
    document.facts = {to_words(context.today())};
    document.author = clinic.name;
    document.written = context.clock->now();
    document.blocks.emplace_back(reports::Heading{table.title});
    document.blocks.emplace_back(reports::Paragraph{
        {{table.meaning, reports::Face::Regular, reports::Tone::Muted}}, reports::TextSize::Caption});
    for (reports::Chart const& chart : table.charts)
        document.blocks.emplace_back(reports::KeepTogether{{reports::Heading{chart.title}, chart}});
    if (table.rows.empty()) {
        document.blocks.emplace_back(reports::Paragraph{{{table.nothing}}});
        return document;
    }
    reports::Table printed{{}, {}, table.title};
    for (Column const& column : table.columns)
        printed.columns.push_back({column.title, static_cast<double>(column.share),
            column.number ? reports::Align::Right : reports::Align::Left});
    for (InsightTable::Row const& row : table.rows) {
        reports::Row line;
        for (std::string const& cell : row.cells)
            line.cells.emplace_back(cell);
        if (row.urgent && !line.cells.empty())
            line.cells.back() = reports::Cell{row.cells.back(), reports::Face::Bold, reports::Tone::Due};
        printed.rows.push_back(std::move(line));
    }
    document.blocks.emplace_back(std::move(printed));
    return document;
}

std::string pdf_of(InsightTable const& table, Records const& records, Context const& context)
{
    return reports::write_pdf(document_of(table, records, context), document_paper);
}

Result<void> note_taken_out(Records& records, Context const& context, AuditEvent how, std::string const& code)
{
    if (auto allowed = permit(context.actor, Action::SeeInsights); !allowed)
        return allowed;
    audit(records, context, how, {"insights"}, code);
    return {};
}

} // namespace plumbline::app
