// SPDX-License-Identifier: Apache-2.0
// What a chart's header and overview say, derived from the chart.
#include "app/presenters/ChartPresenter.hpp"

#include "app/presenters/Sentences.hpp"
#include "domain/clinical/Contraindications.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace plumbline::app {

namespace {

constexpr std::size_t visits_shown = 8;

HeaderLine::Figure certification_figure(CertificationClock const& clock, int warning_days)
{
    std::string const days =
        std::to_string(std::abs(clock.days_left)) + (std::abs(clock.days_left) == 1 ? " day" : " days");
    bool const due = clock.days_left <= warning_days;
    if (clock.days_left < 0)
        return {days, clock.certified ? "since certification ended" : "certification overdue", true};
    return {days, clock.certified ? "certification left" : "to certify the plan", due};
}

HeaderLine::Figure progress_figure(ProgressReportClock const& clock, int warning_visits)
{
    if (clock.due_in < 0)
        return {"overdue", "progress report", true};
    if (clock.due_in == 0)
        return {"now", "progress report due", true};
    return {fill("in {0} {1}", {std::to_string(clock.due_in), clock.due_in == 1 ? "visit" : "visits"}),
        "progress report due", clock.due_in <= warning_visits};
}

std::string unit_suffix(MeasureFacts const& measure)
{
    return measure.unit == "%" ? " %" : "";
}

reports::Band reached_band(MeasureFacts const& measure, double baseline)
{
    double const step = important_change(measure.measure, baseline);
    if (measure.better == Better::Lower)
        return {measure.lowest, std::max(measure.lowest, baseline - step), "important change reached"};
    return {std::min(measure.highest, baseline + step), measure.highest, "important change reached"};
}

std::optional<OutcomeChart> outcome_chart(Measure measure, std::vector<reports::ChartPoint> points)
{
    if (points.empty())
        return std::nullopt;
    auto const& known = facts(measure);
    double const first = points.front().value;
    double const last = points.back().value;
    OutcomeChart drawn;
    drawn.title = known.name;
    drawn.change = points.size() > 1 ? fill("{0} → {1}", {shown(first), shown(last)}) : shown(first);
    drawn.change += unit_suffix(known);
    drawn.chart.title = known.name;
    drawn.chart.unit = known.unit;
    double top = first;
    for (auto const& point : points)
        top = std::max(top, point.value);
    drawn.chart.axis =
        known.highest <= 10 ? reports::Axis{0, 10, 5} : reports::nice_axis(0, std::max(top, known.highest * 0.4));
    auto band = reached_band(known, first);
    band.low = std::max(band.low, drawn.chart.axis.low);
    band.high = std::min(band.high, drawn.chart.axis.high);
    if (points.size() > 1 && band.high > band.low)
        drawn.chart.band = std::move(band);
    drawn.chart.series.push_back({std::string{known.name}, std::move(points),
        measure == Measure::Nprs ? reports::Mark::Square : reports::Mark::Disc, measure == Measure::Nprs ? 1 : 0});
    return drawn;
}

std::vector<OutcomeChart> outcome_charts(Chart const& chart)
{
    std::vector<OutcomeChart> charts;
    for (MeasureFacts const& known : all_measures()) {
        std::vector<reports::ChartPoint> points;
        for (OutcomeScore const& score : chart.scores)
            if (score.score().measure == known.measure)
                points.push_back({score.on(), score.score().value, {}, score.id().value()});
        if (known.measure == Measure::Nprs) {
            for (Evaluation const& evaluation : chart.evaluations)
                if (auto const& now = evaluation.details().pain.now)
                    points.push_back(
                        {evaluation.details().on, static_cast<double>(now->points()), {}, evaluation.id().value()});
            for (Visit const& visit : chart.visits)
                if (auto const& now = visit.details().note.pain_now)
                    points.push_back({visit.on(), static_cast<double>(now->points()), {}, visit.id().value()});
            std::ranges::stable_sort(points, {}, &reports::ChartPoint::day);
        }
        if (auto drawn = outcome_chart(known.measure, std::move(points)))
            charts.push_back(std::move(*drawn));
    }
    std::ranges::stable_partition(
        charts, [](OutcomeChart const& drawn) { return drawn.title != facts(Measure::Nprs).name; });
    return charts;
}

std::string degrees(double value)
{
    return shown(value) + "°";
}

std::vector<ChangeRow> motion_changes(Chart const& chart)
{
    std::vector<ChangeRow> rows;
    if (chart.evaluations.empty())
        return rows;
    auto const& first = chart.evaluations.front().details().motions;
    auto const& last = chart.evaluations.back().details().motions;
    for (MotionReading const& then : first) {
        auto const now = std::ranges::find(last, then.motion, &MotionReading::motion);
        ChangeRow row{std::string{facts(then.motion).label}, degrees(then.degrees), {}, {}};
        if (now != last.end() && chart.evaluations.size() > 1) {
            double const change = now->degrees - then.degrees;
            row.now = degrees(now->degrees);
            row.change = (change > 0 ? "+" : change < 0 ? "−" : "±") + degrees(std::abs(change));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<FactRow> reasons(Chart const& chart, Date today)
{
    auto const& patient = chart.patient.details();
    std::vector<FactRow> rows;
    auto const say = [&](std::string what, std::string text) {
        if (!text.empty())
            rows.push_back({std::move(what), std::move(text), {}, FactRow::Tone::Plain, 0});
    };
    if (chart.episode) {
        auto const& episode = chart.episode->details();
        bool const known = episode.mechanism != Mechanism::Unknown && episode.mechanism != Mechanism::None;
        std::string cause =
            known ? fill("{0}, {1}", {episode.title, in_a_sentence(label(episode.mechanism))}) : episode.title;
        if (episode.onset)
            cause += fill(" ({0})", {std::string{stage(*episode.onset, today).duration}});
        say("Cause", std::move(cause));
    }
    for (OutcomeScore const& score : chart.scores)
        if (score.score().measure == Measure::Odi) {
            say("Severity", fill("{0}, Oswestry {1} %", {std::string{score.score().band}, shown(score.score().value)}));
            break;
        }
    std::string work = patient.occupation;
    if (patient.demand != PhysicalDemand::Unknown)
        work += (work.empty() ? "" : ", ") + in_a_sentence(label(patient.demand));
    say("Work", std::move(work));
    say("Wishes", patient.treatment_preferences);
    std::string health;
    for (Precaution const& precaution : chart.header.precautions)
        health += (health.empty() ? "" : ", ") + (precaution.note.empty() ? precaution.condition : precaution.note);
    say("Health", std::move(health));
    return rows;
}

FactRow goal_row(Goal const& goal, Chart const& chart)
{
    FactRow row{goal.text, {}, {}, FactRow::Tone::Plain, goal.id.value()};
    GoalStatus const* const last = goal.history.empty() ? nullptr : &goal.history.back();
    std::string now = last ? last->now : std::string{};
    if (goal.measure)
        for (OutcomeScore const& score : chart.scores)
            if (score.score().measure == *goal.measure)
                now = shown(score.score().value) + unit_suffix(facts(*goal.measure));
    if (last && goal.state() == GoalState::Met) {
        row.right = "met " + to_short_words(last->on);
        row.tone = FactRow::Tone::Good;
        return row;
    }
    std::string const state = in_a_sentence(label(goal.state()));
    row.right = now.empty() ? state : fill("{0}, {1}", {now, state});
    row.tone = goal.state() == GoalState::NotMet ? FactRow::Tone::Due : FactRow::Tone::Plain;
    return row;
}

std::vector<FactRow> visit_rows(Chart const& chart)
{
    std::vector<FactRow> rows;
    for (std::size_t i = chart.visits.size(); i-- > 0 && rows.size() < visits_shown;) {
        Visit const& visit = chart.visits[i];
        std::string what = fill("visit {0}", {std::to_string(i + 1)});
        if (visit.total_minutes() > 0)
            what += fill(" · {0} min", {std::to_string(visit.total_minutes())});
        bool const sealed = visit.seal().has_value();
        rows.push_back({to_short_words(visit.on()), std::move(what), sealed ? "signed" : "draft",
            sealed ? FactRow::Tone::Plain : FactRow::Tone::Due, visit.id().value()});
    }
    return rows;
}

HeaderLine with_precautions(HeaderLine line, ChartHeader const& header)
{
    for (Precaution const& precaution : header.precautions)
        line.precautions.push_back(precaution.note.empty() ? precaution.condition : precaution.note);
    return line;
}

HeaderLine::Figure units_figure(AuthorizationStanding const& standing, int warning_units)
{
    return {fill("{0} of {1}", {std::to_string(standing.used.units), std::to_string(*standing.units_allowed)}),
        "units authorized", *standing.units_allowed - standing.used.units <= warning_units};
}

void add_end(HeaderLine& line, AuthorizationStanding const& standing, std::string_view ends, std::string_view ended)
{
    if (standing.until && standing.days_left)
        line.figures.push_back(
            {to_short_words(*standing.until), std::string{*standing.days_left < 0 ? ended : ends}, standing.warns});
}

} // namespace

HeaderLine header_line(ChartHeader const& header, Alerts const& alerts)
{
    HeaderLine line;
    line.name = header.name.listed();
    line.facts =
        fill("{0} y · {1} · {2}", {std::to_string(header.age), to_words(header.birth_date), header.record_number});
    line.facts_without_names = header.record_number;
    if (header.episode) {
        std::string complaint = " · " + header.episode_title;
        if (header.onset)
            complaint += " · since " + to_short_words(*header.onset);
        line.facts += complaint;
        line.facts_without_names += complaint;
        // What counts against an authorization, which may not be the first of the episode.
        int const used = header.authorization ? header.authorization->used.visits : header.visits_done;
        line.figures.push_back(header.visits_authorized
                ? HeaderLine::Figure{fill("{0} of {1}",
                                         {std::to_string(used), std::to_string(*header.visits_authorized)}),
                    "visits authorized", *header.visits_authorized - used <= alerts.authorization.visits}
                : HeaderLine::Figure{std::to_string(header.visits_done),
                    header.visits_done == 1 ? "treatment day so far" : "treatment days so far", false});
        if (header.authorization && header.authorization->units_allowed)
            line.figures.push_back(units_figure(*header.authorization, alerts.authorization.units));
        if (header.discharged) { // Its clocks have stopped.
            std::string const end = " · discharged " + to_short_words(*header.discharged);
            line.facts += end;
            line.facts_without_names += end;
            return with_precautions(std::move(line), header);
        }
        if (header.certification)
            line.figures.push_back(certification_figure(*header.certification, alerts.certification_days));
        line.figures.push_back(progress_figure(header.progress, alerts.report_visits));
        if (header.authorization)
            add_end(line, *header.authorization, tr_noop("authorization ends"), tr_noop("authorization ended"));
        if (header.referral)
            add_end(line, *header.referral, tr_noop("referral ends"), tr_noop("referral ended"));
    }
    return with_precautions(std::move(line), header);
}

Overview overview(Chart const& chart, Date today)
{
    Overview seen;
    seen.outcomes = outcome_charts(chart);
    seen.findings = motion_changes(chart);
    if (!chart.evaluations.empty()) {
        seen.first_day = to_short_words(chart.evaluations.front().details().on);
        seen.last_day = chart.evaluations.size() > 1 ? to_short_words(chart.evaluations.back().details().on) : "now";
    }
    seen.plan_reasons = reasons(chart, today);
    if (chart.plan) {
        for (Goal const& goal : chart.plan->details().goals)
            if (goal.state() != GoalState::Dropped)
                seen.goals.push_back(goal_row(goal, chart));
        seen.frequency = fill("{0} × week", {std::to_string(chart.plan->details().visits_per_week)});
    }
    seen.visits = visit_rows(chart);
    for (StoredDocument const& document : chart.documents)
        seen.documents.push_back({to_short_words(document.dated), document.title,
            fill("{0} {1}", {std::to_string(document.pages), document.pages == 1 ? "page" : "pages"}),
            FactRow::Tone::Plain, document.id.value()});
    return seen;
}

} // namespace plumbline::app
