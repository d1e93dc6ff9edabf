// SPDX-License-Identifier: Apache-2.0
#include "reports/content/ProgressReport.hpp"

#include <utility>

namespace plumbline::reports {

namespace {

constexpr std::string_view separator = " \u00B7 ";

void join(std::string& line, std::string const& part)
{
    if (part.empty())
        return;
    if (!line.empty())
        line += separator;
    line += part;
}

/// Sentences written by people end as they end; the next one starts after a space.
std::string followed_by_space(std::string text)
{
    if (!text.empty() && text.back() != ' ')
        text += ' ';
    return text;
}

class Report {
public:
    Report(ProgressReportData const& data, Words const& words)
        : data_{data}
        , words_{words}
    {
    }

    Document write()
    {
        Document document = frame();
        blocks_.emplace_back(Paragraph{{{data_.patient.name, Face::Bold}}, TextSize::Title});
        blocks_.emplace_back(Paragraph{{{identity(), Face::Regular, Tone::Muted}}, TextSize::Caption});
        blocks_.emplace_back(Heading{words_(tr_noop("In one paragraph"))});
        blocks_.emplace_back(Paragraph{progress_summary(data_, words_)});
        unsigned_days();
        patient_says();
        charts();
        goals();
        findings();
        statements(tr_noop("Assessment"), data_.assessment);
        treatment_and_signature();
        document.blocks = std::move(blocks_);
        return document;
    }

private:
    [[nodiscard]] Document frame() const
    {
        Document document;
        document.kind = words_(tr_noop("Progress report"));
        document.clinic = data_.clinic.name;
        document.clinic_line = data_.clinic.line;
        document.patient = data_.patient;
        document.facts = {to_words(data_.written), period()};
        document.notice = data_.clinic.notice;
        if (!data_.signature)
            join(document.notice, words_(tr_noop("DRAFT \u2013 not signed")));
        document.author = data_.signature ? data_.signature->signer : data_.clinic.name;
        document.written = data_.written_at;
        return document;
    }

    [[nodiscard]] std::string period() const
    {
        auto const [from, to] = std::pair{data_.period.from, data_.period.to};
        if (from == to)
            return words_(tr_noop("period {0}"), {to_words(to)});
        std::string const start = from.year() == to.year() ? to_short_words(from) : to_words(from);
        return words_(tr_noop("period {0} \u2013 {1}"), {start, to_words(to)});
    }

    [[nodiscard]] std::string identity() const
    {
        EpisodeLine const& episode = data_.episode;
        std::string line = words_(tr_noop("born {0} ({1})"),
            {to_words(data_.patient.born), std::to_string(age_in_years(data_.patient.born, data_.written))});
        join(line, words_(tr_noop("record {0}"), {data_.patient.record_number}));
        if (!episode.referred_by.empty())
            join(line, words_(tr_noop("referred by {0}"), {episode.referred_by}));
        std::string complaint = episode.complaint;
        std::string codes;
        for (std::string const& code : episode.diagnoses)
            codes += (codes.empty() ? "" : ", ") + code;
        if (!codes.empty())
            complaint += (complaint.empty() ? "" : " ") + ('(' + codes + ')');
        if (episode.onset && !episode.onset_circumstance.empty())
            complaint +=
                ", " + words_(tr_noop("onset {0} after {1}"), {to_words(*episode.onset), episode.onset_circumstance});
        else if (episode.onset)
            complaint += ", " + words_(tr_noop("onset {0}"), {to_words(*episode.onset)});
        join(line, complaint);
        return line;
    }

    void unsigned_days()
    {
        if (data_.unsigned_days.empty())
            return;
        std::string days;
        for (Date const day : data_.unsigned_days)
            days += (days.empty() ? "" : ", ") + to_short_words(day);
        missing(words_(tr_noop("Left out, because its note has no signature yet: treatment of {0}."), {days}));
    }

    void patient_says()
    {
        if (data_.patient_says.empty())
            return;
        Paragraph paragraph;
        paragraph.runs.push_back({words_(tr_noop("In the patient's words:")) + ' ', Face::Bold});
        for (Statement const& said : data_.patient_says) {
            std::string text = "\u201C" + said.text + "\u201D";
            if (said.on)
                text += " (" + to_short_words(*said.on) + ')';
            text += &said == &data_.patient_says.back() ? "." : "; ";
            paragraph.runs.push_back({std::move(text), Face::Regular, Tone::Ink, said.sources});
        }
        blocks_.emplace_back(std::move(paragraph));
    }

    /// Two beside each other; an odd one keeps its size and leaves its neighbor's place empty.
    void charts()
    {
        SideBySide pair;
        for (MeasureCourse const& course : data_.measures) {
            if (course.days.empty())
                continue;
            pair.columns.push_back({Heading{course_title(course.measure, words_)}, course_chart(course, words_)});
            if (pair.columns.size() == 2)
                blocks_.emplace_back(std::exchange(pair, {}));
        }
        if (!pair.columns.empty()) {
            pair.columns.emplace_back();
            blocks_.emplace_back(std::move(pair));
        }
    }

    [[nodiscard]] Cell state_of(GoalLine const& goal) const
    {
        std::string const since = goal.state_since ? to_short_words(*goal.state_since) : std::string{};
        switch (goal.state) {
        case GoalState::Met:
            return {since.empty() ? words_(tr_noop("met")) : words_(tr_noop("met {0}"), {since}), Face::Bold,
                Tone::Reached};
        case GoalState::NotMet:
            return {words_(tr_noop("not met")), Face::Bold, Tone::Due};
        case GoalState::Dropped:
            return {since.empty() ? words_(tr_noop("dropped")) : words_(tr_noop("dropped {0}"), {since}), Face::Regular,
                Tone::Muted};
        case GoalState::InProgress:
            break;
        }
        return {words_(tr_noop("in progress"))};
    }

    void goals()
    {
        blocks_.emplace_back(Heading{words_(tr_noop("Goals"))});
        if (data_.goals.empty()) {
            missing(words_(tr_noop("No goal is written for this episode.")));
        } else {
            Table table{
                {{words_(tr_noop("Goal")), 338}, {words_(tr_noop("At start")), 71}, {words_(tr_noop("Now")), 65},
                    {words_(tr_noop("Target")), 126}, {words_(tr_noop("State")), 96}},
                {}};
            for (GoalLine const& goal : data_.goals)
                table.rows.push_back(row_of(goal));
            blocks_.emplace_back(std::move(table));
            unassessed();
        }
        if (data_.goal_changes.empty())
            return;
        Paragraph changes;
        changes.runs.push_back({words_(tr_noop("Changes to goals:")) + ' ', Face::Bold});
        for (Statement const& change : data_.goal_changes)
            changes.runs.push_back({followed_by_space(change.text), Face::Regular, Tone::Ink, change.sources});
        blocks_.emplace_back(std::move(changes));
    }

    /// The clinician assesses the progress toward each goal (CMS Pub. 100-02 ch. 15 section 220.3 D).
    void unassessed()
    {
        std::string numbers;
        for (GoalLine const& goal : data_.goals)
            if (goal.assessment.empty() && (goal.state == GoalState::InProgress || goal.state == GoalState::NotMet))
                numbers += (numbers.empty() ? "" : ", ") + std::to_string(goal.number);
        if (!numbers.empty())
            missing(words_(tr_noop("Progress is not assessed yet in this period for goal {0}."), {numbers}));
    }

    [[nodiscard]] Row row_of(GoalLine const& goal) const
    {
        std::string target = goal.target;
        if (goal.target_date && !goal.target.empty())
            target = words_(tr_noop("{0} by {1}"), {goal.target, to_short_words(*goal.target_date)});
        else if (goal.target_date)
            target = words_(tr_noop("by {0}"), {to_short_words(*goal.target_date)});
        Cell name{std::to_string(goal.number) + ' ' + goal.text};
        name.runs.front().sources = goal.sources;
        Row row{{std::move(name), goal.baseline, goal.now, target, state_of(goal)}};
        if (!goal.assessment.empty())
            row.note = {{goal.assessment, Face::Regular, Tone::Muted}};
        return row;
    }

    void findings()
    {
        if (data_.findings.empty())
            return;
        Table table{{{words_(tr_noop("Measure")), 225}, {to_short_words(data_.findings_then), 74, Align::Right},
                        {to_short_words(data_.findings_now), 74, Align::Right},
                        {words_(tr_noop("Normal")), 61, Align::Right}, {words_(tr_noop("Change")), 262}},
            {}};
        for (FindingLine const& finding : data_.findings) {
            Cell name{finding.name};
            name.runs.front().sources = finding.sources;
            Tone const tone = finding.course == Course::Declined ? Tone::Due : Tone::Ink;
            table.rows.push_back({{std::move(name), finding.then, finding.now, finding.normal,
                Cell{finding.change, Face::Regular, tone}}});
        }
        blocks_.emplace_back(Heading{words_(tr_noop("Findings"))});
        blocks_.emplace_back(std::move(table));
    }

    void statements(std::string_view heading, std::vector<Statement> const& said)
    {
        if (said.empty())
            return;
        Paragraph paragraph;
        for (Statement const& statement : said)
            paragraph.runs.push_back({followed_by_space(statement.text), Face::Regular, Tone::Ink, statement.sources});
        blocks_.emplace_back(Heading{words_(heading)});
        blocks_.emplace_back(std::move(paragraph));
    }

    void missing(std::string sentence)
    {
        blocks_.emplace_back(Paragraph{{{std::move(sentence), Face::Regular, Tone::Due}}});
    }

    void treatment_and_signature()
    {
        Paragraph paragraph;
        for (Statement const& broken : data_.broken_seals)
            paragraph.runs.push_back({followed_by_space(broken.text), Face::Regular, Tone::Due, broken.sources});
        given(paragraph.runs);
        plan(paragraph.runs);
        KeepTogether end;
        end.blocks.emplace_back(Heading{words_(tr_noop("Treatment and plan"))});
        end.blocks.emplace_back(std::move(paragraph));
        end.blocks.emplace_back(SignatureLines{{own_signature(), physician_signature()}});
        blocks_.emplace_back(std::move(end));
    }

    void given(std::vector<Run>& runs) const
    {
        if (!data_.treatments.empty())
            runs.push_back({words_(tr_noop("Given:")) + ' '});
        for (TreatmentLine const& treatment : data_.treatments) {
            std::string const count = std::to_string(treatment.visits.size());
            bool const first = &treatment == &data_.treatments.front();
            bool const last = &treatment == &data_.treatments.back();
            // The first says what the number counts; the others follow it.
            std::string text = !first          ? treatment.name + " (" + count + ')'
                : treatment.visits.size() == 1 ? words_(tr_noop("{0} ({1} visit)"), {treatment.name, count})
                                               : words_(tr_noop("{0} ({1} visits)"), {treatment.name, count});
            text += last ? ". " : ", ";
            runs.push_back({std::move(text), Face::Regular, Tone::Ink, treatment.visits});
        }
        if (data_.home_program)
            runs.push_back(
                {words_(tr_noop("Home program done on {0} of {1} days."),
                     {std::to_string(data_.home_program->days_done), std::to_string(data_.home_program->days_asked)})
                        + ' ',
                    Face::Regular, Tone::Ink, data_.home_program->sources});
        if (!data_.contributors.empty()) {
            std::string names;
            for (std::string const& name : data_.contributors)
                names += (names.empty() ? "" : "; ") + name;
            runs.push_back({words_(tr_noop("Treated also by {0}."), {names}) + ' '});
        }
    }

    void plan(std::vector<Run>& runs) const
    {
        if (data_.plan.empty()) {
            runs.push_back({words_(tr_noop("No plan for continuing is written yet.")) + ' ', Face::Regular, Tone::Due});
        } else {
            runs.push_back({words_(tr_noop("Plan:")) + ' '});
            for (Statement const& step : data_.plan)
                runs.push_back({followed_by_space(step.text), Face::Regular, Tone::Ink, step.sources});
        }
        if (data_.certified_until)
            runs.push_back({words_(tr_noop("Plan of care certified until {0}."), {to_words(*data_.certified_until)})});
    }

    [[nodiscard]] std::string own_signature() const
    {
        if (!data_.signature)
            return words_(tr_noop("Physical therapist, credentials \u00B7 date"));
        SignatureLine const& signature = *data_.signature;
        std::string text = words_(tr_noop("Signed electronically"));
        join(text, signature.signer);
        join(text, to_words(day_of(signature.at)) + ' ' + to_clock(signature.at));
        if (!signature.seal.empty())
            join(text, words_(tr_noop("seal {0}"), {signature.seal}));
        return text;
    }

    [[nodiscard]] std::string physician_signature() const
    {
        std::string const who = data_.episode.referred_by;
        std::string text = words_(tr_noop("Physician (certification)"));
        join(text, who);
        join(text, words_(tr_noop("date")));
        return text;
    }

    ProgressReportData const& data_;
    Words const& words_;
    std::vector<Block> blocks_;
};

} // namespace

Document progress_report(ProgressReportData const& data, Words const& words)
{
    return Report{data, words}.write();
}

} // namespace plumbline::reports
