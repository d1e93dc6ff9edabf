// SPDX-License-Identifier: Apache-2.0
#include "app/services/ProgressFacts.hpp"

#include "app/services/ClinicHead.hpp"
#include "app/services/Decisions.hpp"
#include "app/services/GoalFacts.hpp"
#include "app/services/VisitNotes.hpp"
#include "domain/core/Text.hpp"
#include "reports/content/MeasureWords.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace plumbline::app {

namespace {

/// An episode's appointments; far above what any plan of care asks for.
constexpr int most_appointments = 500;

/// As it stands after "onset 3 Aug 2026 after".
std::string_view circumstance(Mechanism mechanism)
{
    switch (mechanism) {
    case Mechanism::Lifting:
        return tr_noop("lifting");
    case Mechanism::Bending:
        return tr_noop("bending");
    case Mechanism::Twisting:
        return tr_noop("twisting");
    case Mechanism::Fall:
        return tr_noop("a fall");
    case Mechanism::DirectBlow:
        return tr_noop("a direct blow");
    case Mechanism::MotorVehicle:
        return tr_noop("a motor vehicle accident");
    case Mechanism::Sports:
        return tr_noop("sport");
    case Mechanism::WorkRelated:
        return tr_noop("strain at work");
    case Mechanism::Posture:
        return tr_noop("sustained posture or overuse");
    case Mechanism::Surgery:
        return tr_noop("surgery");
    case Mechanism::Pregnancy: // Not after, but in it.
    case Mechanism::Unknown:
    case Mechanism::None:
        break;
    }
    return {};
}

reports::EpisodeLine episode_line(Chart const& chart)
{
    auto const& episode = chart.episode->details();
    std::string referrer;
    if (chart.referred_by) {
        auto const& provider = chart.referred_by->details();
        referrer = provider.credentials.empty() ? provider.name : provider.name + ", " + provider.credentials;
    }
    return {.referred_by = std::move(referrer),
        .complaint = episode.title,
        .diagnoses = episode.diagnoses,
        .onset = episode.onset,
        .onset_circumstance = std::string{circumstance(episode.mechanism)}};
}

/// Reads one chart for one report; knows the visits of its period. It quotes what is signed: a report is signed itself, and
/// what its sentences rest on must not change afterwards.
class Reader {
public:
    Reader(Records const& records, Chart const& chart, Date as_of)
        : records_{records}
        , chart_{chart}
        , as_of_{as_of}
        , from_{first_day()}
    {
        for (Visit const& visit : chart.visits)
            if (visit.on() <= as_of && visit.seal()) {
                seen_.push_back(&visit);
                if (visit.on() >= from_)
                    in_period_.push_back(&visit);
            } else if (visit.on() <= as_of && visit.on() >= from_ && visit.total_minutes() > 0) {
                unsigned_.push_back(visit.on());
            }
        for (Evaluation const& evaluation : chart.evaluations)
            if (evaluation.seal() && evaluation.details().on <= as_of)
                evaluated_.push_back(&evaluation);
    }

    reports::ProgressReportData read() const
    {
        reports::ProgressReportData data;
        data.clinic = clinic_lines(records_.settings());
        data.patient = {chart_.patient.name().spoken(), chart_.patient.birth_date(), chart_.patient.record_number()};
        data.episode = episode_line(chart_);
        data.period = period();
        data.written = as_of_;
        data.patient_says = latest(&VisitNote::subjective);
        data.observations = observations();
        data.measures = courses();
        data.goals = goals();
        data.goal_changes = goal_changes(chart_, from_, as_of_);
        data.warning_signs = warning_signs();
        data.unsigned_days = unsigned_;
        add_findings(data);
        data.treatments = treatments();
        data.assessment = latest(&VisitNote::assessment);
        data.plan = plan();
        if (auto const& clock = chart_.header.certification; clock && clock->certified)
            data.certified_until = clock->interval_ends;
        data.contributors = contributors();
        data.broken_seals = broken_seals();
        return data;
    }

private:
    /// The day after the last report, else the first day of the episode's treatment.
    Date first_day() const
    {
        std::optional<Date> reported;
        for (StoredDocument const& document : chart_.documents)
            if (document.kind == DocumentKind::ProgressReport && document.episode == chart_.episode->id()
                && document.dated < as_of_ && (!reported || *reported < document.dated))
                reported = document.dated;
        if (reported)
            return plus_days(*reported, 1);
        auto const days = standing_of(chart_, as_of_).treatment_days;
        return days.empty() ? as_of_ : std::min(as_of_, days.front());
    }

    reports::ReportPeriod period() const
    {
        reports::ReportPeriod found{.from = from_, .to = as_of_, .attended = {}};
        for (Visit const* visit : in_period_)
            found.attended.push_back(visit->id().value());
        for (Appointment const& one :
            records_.appointments().of_patient(chart_.patient.id(), from_, most_appointments)) {
            auto const& details = one.details();
            bool const other = details.episode && *details.episode != chart_.episode->id();
            if (other || day_of(details.start) > as_of_)
                continue;
            found.canceled += details.status == AppointmentStatus::Cancelled ? 1 : 0;
            found.missed += details.status == AppointmentStatus::NoShow ? 1 : 0;
        }
        found.planned = static_cast<int>(found.attended.size() + unsigned_.size()) + found.canceled + found.missed;
        return found;
    }

    /// The last words of a kind that a note of the period holds.
    std::vector<reports::Statement> latest(std::string VisitNote::*words) const
    {
        for (auto visit = in_period_.rbegin(); visit != in_period_.rend(); ++visit)
            if (std::string const& said = (*visit)->details().note.*words; !said.empty())
                return {{.text = said, .on = (*visit)->on(), .sources = {(*visit)->id().value()}}};
        return {};
    }

    /// What the patient said of the trend over the period, and what was measured last.
    std::vector<reports::Statement> observations() const
    {
        std::map<Trend, int> told;
        reports::Statement trend;
        for (Visit const* visit : in_period_)
            if (Trend const now = visit->details().note.trend; now != Trend::Unsaid) {
                ++told[now];
                trend.sources.push_back(visit->id().value());
            }
        trend.text = fill(tr_noop("The patient's own account, by visits: better {0}, same {1}, worse {2}."),
            {std::to_string(told[Trend::Better]), std::to_string(told[Trend::Same]),
                std::to_string(told[Trend::Worse])});
        std::vector<reports::Statement> found;
        if (!trend.sources.empty())
            found.push_back(std::move(trend));
        for (reports::Statement& measured : latest(&VisitNote::objective)) {
            measured.text = fill(tr_noop("Found on {0}: {1}"), {to_short_words(*measured.on), measured.text});
            found.push_back(std::move(measured));
        }
        return found;
    }

    /// Precautions that are warning signs and stay open. Nobody is asked for them at every visit yet, so that there being
    /// none is not said.
    std::vector<reports::Statement> warning_signs() const
    {
        std::vector<reports::Statement> found;
        for (Precaution const& precaution : chart_.header.precautions)
            if (is_red_flag(precaution.condition))
                found.push_back({.text = precaution.note.empty() ? precaution.condition : precaution.note});
        return found;
    }

    /// Of an evaluation that is not signed, its answers are not either.
    bool is_signed(OutcomeScore const& score) const
    {
        return !score.evaluation() || std::ranges::any_of(evaluated_, [&](Evaluation const* evaluation) {
            return evaluation->id() == *score.evaluation();
        });
    }

    std::int64_t visit_on(Date day) const
    {
        auto const found = std::ranges::find(seen_, day, [](Visit const* visit) { return visit->on(); });
        return found == seen_.end() ? 0 : (*found)->id().value();
    }

    /// One value a day: what is asked later that day replaces it.
    std::vector<reports::ScoredDay> days_of(Measure measure) const
    {
        std::map<Date, reports::ScoredDay> days;
        if (measure == Measure::Nprs) {
            for (Evaluation const* evaluation : evaluated_)
                if (auto const pain = evaluation->details().pain.now)
                    days[evaluation->details().on] = {evaluation->details().on, static_cast<double>(pain->points()), 0};
            for (Visit const* visit : seen_)
                if (auto const pain = visit->details().note.pain_now)
                    days[visit->on()] = {visit->on(), static_cast<double>(pain->points()), visit->id().value()};
        }
        for (OutcomeScore const& score : chart_.scores)
            if (score.score().measure == measure && score.on() <= as_of_ && is_signed(score))
                days[score.on()] = {score.on(), score.score().value, visit_on(score.on())};
        std::vector<reports::ScoredDay> found;
        for (auto const& [day, scored] : days)
            found.push_back(scored);
        return found;
    }

    std::vector<reports::MeasureCourse> courses() const
    {
        constexpr std::array function_first{Measure::Odi, Measure::Rmdq, Measure::Ndi, Measure::Psfs, Measure::Nprs};
        std::vector<reports::MeasureCourse> found;
        for (Measure const measure : function_first)
            if (auto days = days_of(measure); !days.empty())
                found.push_back({measure, std::move(days)});
        return found;
    }

    reports::GoalLine line_of(Goal const& goal) const
    {
        reports::GoalLine line = goal_line(goal, from_, as_of_);
        if (goal.measure)
            if (auto const days = days_of(*goal.measure); !days.empty()) {
                line.now = reports::amount(*goal.measure, days.back().value);
                if (days.back().visit != 0)
                    line.sources = {days.back().visit};
            }
        return line;
    }

    std::vector<reports::GoalLine> goals() const
    {
        std::vector<reports::GoalLine> lines;
        if (auto const* const plan = plan_on(chart_, as_of_))
            for (Goal const& goal : plan->details().goals)
                lines.push_back(line_of(goal));
        return lines;
    }

    /// Motion at the first evaluation and at the latest.
    void add_findings(reports::ProgressReportData& data) const
    {
        std::vector<Evaluation const*> measured;
        std::ranges::copy_if(evaluated_, std::back_inserter(measured),
            [](Evaluation const* evaluation) { return !evaluation->details().motions.empty(); });
        if (measured.empty())
            return;
        auto const& then = measured.front()->details();
        auto const* const now = measured.size() > 1 ? &measured.back()->details() : nullptr;
        data.findings_then = then.on;
        data.findings_now = now ? now->on : as_of_;
        for (MotionReading const& reading : then.motions)
            data.findings.push_back(finding(reading, then.instrument, now));
    }

    static reports::FindingLine finding(
        MotionReading const& then, Instrument instrument, Evaluation::Details const* now)
    {
        MotionFacts const& about = facts(then.motion);
        auto const degrees = [](double value) { return shown(value) + "\u00B0"; };
        reports::FindingLine line{.name = std::string{about.label} + ", " + ascii_lower(label(instrument)),
            .then = degrees(then.degrees),
            .now = "\u2013",
            .normal = about.normal_degrees ? degrees(*about.normal_degrees) : std::string{},
            .change = {}};
        if (!now)
            return line;
        auto const later = std::ranges::find(now->motions, then.motion, &MotionReading::motion);
        if (later == now->motions.end())
            return line;
        double const change = later->degrees - then.degrees;
        line.now = degrees(later->degrees);
        if (now->instrument != instrument) {
            // Readings of different instruments cannot be compared.
            line.change = fill(tr_noop("measured with {0}"), {ascii_lower(label(now->instrument))});
            return line;
        }
        line.change = (change < 0 ? "\u2212" : "+") + degrees(std::abs(change));
        if (about.mdc_degrees && std::abs(change) > *about.mdc_degrees) {
            line.change += fill(tr_noop(", beyond measurement error {0}"), {degrees(*about.mdc_degrees)});
            line.course = change > 0 ? reports::Course::Improved : reports::Course::Declined;
            line.in_summary = true;
        } else if (about.mdc_degrees) {
            line.change += fill(tr_noop(", within measurement error {0}"), {degrees(*about.mdc_degrees)});
            line.course = reports::Course::Unchanged;
        }
        return line;
    }

    /// What was given, most often first.
    std::vector<reports::TreatmentLine> treatments() const
    {
        std::vector<reports::TreatmentLine> lines;
        for (Visit const* visit : in_period_)
            for (Intervention const& row : visit->details().interventions) {
                if (row.details().state != RowState::Confirmed)
                    continue;
                auto line = std::ranges::find(lines, row.details().name, &reports::TreatmentLine::name);
                if (line == lines.end())
                    line = lines.insert(lines.end(), {row.details().name, {}});
                if (line->visits.empty() || line->visits.back() != visit->id().value())
                    line->visits.push_back(visit->id().value());
            }
        std::ranges::stable_sort(
            lines, std::ranges::greater{}, [](reports::TreatmentLine const& line) { return line.visits.size(); });
        return lines;
    }

    std::vector<reports::Statement> plan() const
    {
        auto steps = latest(&VisitNote::plan);
        if (auto home = home_program(); !home.text.empty())
            steps.push_back(std::move(home));
        auto const* const in_force = plan_on(chart_, as_of_);
        if (!in_force)
            return steps;
        auto const& plan = in_force->details();
        steps.push_back(
            {.text = fill(tr_noop("Frequency {0} a week for {1} weeks from {2}."),
                 {std::to_string(plan.visits_per_week), std::to_string(plan.weeks), to_words(plan.established)})});
        return steps;
    }

    reports::Statement home_program() const
    {
        if (in_period_.empty())
            return {};
        Visit const& last = *in_period_.back();
        std::string names;
        for (Intervention const& row : last.details().interventions)
            if (row.details().at_home && row.details().state == RowState::Confirmed)
                names.append(names.empty() ? "" : ", ").append(row.details().name);
        if (names.empty())
            return {};
        return {.text = fill(tr_noop("Home program: {0}."), {names}), .on = last.on(), .sources = {last.id().value()}};
    }

    /// Everyone who treated in the period; whoever signs is taken out by the signer.
    std::vector<std::string> contributors() const
    {
        std::vector<std::string> names;
        auto const gave = [](Visit const& visit, UserId user) {
            return visit.details().provider == user
                || std::ranges::any_of(visit.details().interventions, [&](Intervention const& row) {
                       return row.details().state == RowState::Confirmed && row.details().provider == user;
                   });
        };
        for (User const& user : chart_.users)
            if (std::ranges::any_of(in_period_, [&](Visit const* visit) { return gave(*visit, user.id()); }))
                names.push_back(user.name_with_credentials());
        return names;
    }

    std::vector<reports::Statement> broken_seals() const
    {
        std::vector<reports::Statement> broken;
        for (Visit const* visit : in_period_)
            if (visit->seal() && !seal_holds(records_, *visit))
                broken.push_back({.text = fill(tr_noop("The note of {0} is not what was signed: its seal is broken."),
                                      {to_words(visit->on())}),
                    .on = visit->on(),
                    .sources = {visit->id().value()}});
        return broken;
    }

    Records const& records_;
    Chart const& chart_;
    Date as_of_;
    Date from_;
    std::vector<Visit const*> seen_, in_period_;
    std::vector<Evaluation const*> evaluated_;
    std::vector<Date> unsigned_;
};

} // namespace

reports::ProgressReportData progress_facts(Records const& records, Chart const& chart, Date as_of)
{
    return Reader{records, chart, as_of}.read();
}

} // namespace plumbline::app
