// SPDX-License-Identifier: Apache-2.0
#include "reports/content/ProgressReport.hpp"

#include "reports/content/MeasureWords.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline::reports {

namespace {

/// Numbers as prose writes them.
std::string count_word(std::size_t count, Words const& words)
{
    constexpr std::array small{tr_noop("no"), tr_noop("one"), tr_noop("two"), tr_noop("three"), tr_noop("four"),
        tr_noop("five"), tr_noop("six"), tr_noop("seven"), tr_noop("eight"), tr_noop("nine"), tr_noop("ten"),
        tr_noop("eleven"), tr_noop("twelve")};
    return count < small.size() ? words(small[count]) : std::to_string(count);
}

std::string count_word_first(std::size_t count, Words const& words)
{
    constexpr std::array small{tr_noop("None"), tr_noop("One"), tr_noop("Two"), tr_noop("Three"), tr_noop("Four"),
        tr_noop("Five"), tr_noop("Six"), tr_noop("Seven"), tr_noop("Eight"), tr_noop("Nine"), tr_noop("Ten"),
        tr_noop("Eleven"), tr_noop("Twelve")};
    return count < small.size() ? words(small[count]) : std::to_string(count);
}

void add(Sources& sources, std::int64_t visit)
{
    if (visit != 0 && std::ranges::find(sources, visit) == sources.end())
        sources.push_back(visit);
}

void add(Sources& sources, Sources const& more)
{
    for (std::int64_t const visit : more)
        add(sources, visit);
}

/// Writes the sentences of a summary one after another.
class Summary {
public:
    Summary(ProgressReportData const& data, Words const& words)
        : data_{data}
        , words_{words}
    {
    }

    std::vector<Run> write()
    {
        courses();
        absences();
        for (Statement const& seen : data_.observations)
            say(seen.text, seen.sources);
        for (FindingLine const& finding : data_.findings)
            if (finding.in_summary)
                say_finding(finding);
        goals();
        warning_signs();
        if (!runs_.empty() && runs_.back().text.ends_with(' '))
            runs_.back().text.pop_back();
        return std::move(runs_);
    }

private:
    void say(std::string sentence, Sources sources = {}, Face face = Face::Regular, Tone tone = Tone::Ink)
    {
        if (!sentence.empty())
            runs_.push_back({sentence + ' ', face, tone, std::move(sources)});
    }

    [[nodiscard]] std::string attended() const { return std::to_string(data_.period.attended.size()); }

    /// The first measure's sentence opens with the visits; the second speaks for itself.
    void courses()
    {
        bool first = true;
        int told = 0;
        for (MeasureCourse const& course : data_.measures) {
            if (course.days.empty() || told == 2)
                continue;
            say_course(course, first);
            first = false;
            ++told;
        }
        if (told > 0)
            return;
        say_attendance();
        say(words_(tr_noop("No outcome score was recorded in this period.")), {}, Face::Regular, Tone::Due);
    }

    void say_attendance()
    {
        if (data_.period.attended.empty())
            say(words_(tr_noop("No visit took place in this period.")));
        else if (data_.period.planned > 0)
            say(words_(tr_noop("{0} of {1} planned visits in this period took place."),
                    {attended(), std::to_string(data_.period.planned)}),
                data_.period.attended);
        else
            say(words_(tr_noop("Visits in this period: {0}."), {attended()}), data_.period.attended);
    }

    [[nodiscard]] std::string opening() const
    {
        if (data_.period.attended.empty())
            return words_(tr_noop("With no visit in this period"));
        if (data_.period.planned > 0)
            return words_(tr_noop("After {0} of {1} planned visits in this period"),
                {attended(), std::to_string(data_.period.planned)});
        return data_.period.attended.size() == 1 ? words_(tr_noop("After one visit in this period"))
                                                 : words_(tr_noop("After {0} visits in this period"), {attended()});
    }

    void say_course(MeasureCourse const& course, bool opens)
    {
        ScoredDay const& start = course.days.front();
        ScoredDay const& now = course.days.back();
        Sources sources;
        if (opens)
            add(sources, data_.period.attended);
        add(sources, start.visit);
        add(sources, now.visit);

        std::string const what = opens ? noun(course.measure, words_) : noun_first(course.measure, words_);
        std::string const to = amount(course.measure, now.value);
        bool const one = course.days.size() == 1;
        // A unit said once is enough, but a percent sign belongs to each figure.
        std::string const from =
            facts(course.measure).unit == "%" ? amount(course.measure, start.value) : plain_number(start.value);
        std::string const remark = in_brackets(course,
            one ? words_(tr_noop("scored once, on {0}"), {to_words(now.on)})
                : change(course.measure, start.value, now.value));
        std::vector<std::string> const arguments{opening(), what, from, to, remark};
        say(words_(course_sentence(opens, one, start.value, now.value), arguments), std::move(sources));
    }

    static std::string_view course_sentence(bool opens, bool one, double start, double now)
    {
        if (opens) {
            if (one)
                return tr_noop("{0}, {1} stands at {3} ({4}).");
            if (now < start)
                return tr_noop("{0}, {1} fell from {2} to {3} ({4}).");
            return now > start ? tr_noop("{0}, {1} rose from {2} to {3} ({4}).")
                               : tr_noop("{0}, {1} stayed at {3} ({4}).");
        }
        if (one)
            return tr_noop("{1} stands at {3} ({4}).");
        if (now < start)
            return tr_noop("{1} fell from {2} to {3} ({4}).");
        return now > start ? tr_noop("{1} rose from {2} to {3} ({4}).") : tr_noop("{1} stayed at {3} ({4}).");
    }

    static std::string in_brackets(MeasureCourse const& course, std::string remark)
    {
        std::string const name = short_name(course.measure);
        return name.empty() ? std::move(remark) : name + "; " + remark;
    }

    /// How far the score moved and whether that matters, in the measure's own terms.
    [[nodiscard]] std::string change(Measure measure, double start, double now) const
    {
        MeasureFacts const& known = facts(measure);
        double const gain = improvement(measure, start, now);
        std::string const moved = points(std::abs(gain));
        switch (judge(measure, start, now)) {
        case Change::Improved:
            if (gain >= known.mcid)
                return words_(tr_noop("{0}, an important change is {1}"), {moved, plain_number(known.mcid)});
            return words_(tr_noop("{0} or {1} % of the start, an important change is 30 %"),
                {moved, plain_number(std::round(100 * gain / std::abs(start)))});
        case Change::Worse:
            return words_(tr_noop("worse by {0}, measurement error is {1}"), {moved, plain_number(known.mdc)});
        case Change::NotImproved:
            break;
        }
        if (gain == 0)
            return words_(tr_noop("no change"));
        if (gain < 0)
            return words_(tr_noop("worse by {0}, within measurement error {1}"), {moved, plain_number(known.mdc)});
        return words_(tr_noop("{0}, less than the important change of {1}"),
            {moved, plain_number(important_change(measure, start))});
    }

    [[nodiscard]] std::string points(double value) const
    {
        std::string const number = plain_number(value);
        return number == "1" ? words_(tr_noop("1 point")) : words_(tr_noop("{0} points"), {number});
    }

    void absences()
    {
        auto const tell = [&](int count, std::string_view once, std::string_view often) {
            if (count == 1)
                say(words_(once));
            else if (count > 1)
                say(words_(often, {count_word_first(static_cast<std::size_t>(count), words_)}));
        };
        tell(data_.period.canceled, tr_noop("One visit was canceled."), tr_noop("{0} visits were canceled."));
        tell(data_.period.missed, tr_noop("One visit was missed."), tr_noop("{0} visits were missed."));
    }

    void say_finding(FindingLine const& finding)
    {
        std::vector<std::string> const arguments{finding.name, finding.then, finding.now};
        if (finding.course == Course::Improved)
            say(words_(tr_noop("{0} improved from {1} to {2}."), arguments), finding.sources);
        else if (finding.course == Course::Declined)
            say(words_(tr_noop("{0} declined from {1} to {2}."), arguments), finding.sources);
        else if (finding.then == finding.now)
            say(words_(tr_noop("{0} is unchanged at {2}."), arguments), finding.sources);
        else
            say(words_(tr_noop("{0} went from {1} to {2}."), arguments), finding.sources);
    }

    struct GoalTally {
        std::size_t count = 0;
        Sources sources;
    };

    [[nodiscard]] GoalTally tally(GoalState state) const
    {
        GoalTally found;
        for (GoalLine const& goal : data_.goals) {
            if (goal.state != state)
                continue;
            ++found.count;
            add(found.sources, goal.sources);
        }
        return found;
    }

    void goals()
    {
        std::size_t const all = data_.goals.size();
        if (all == 0)
            return;
        GoalTally const met = tally(GoalState::Met);
        std::string const total = count_word(all, words_);
        if (met.count == all)
            say(all == 1 ? words_(tr_noop("The goal is met.")) : words_(tr_noop("All {0} goals are met."), {total}),
                met.sources);
        else if (met.count == 0)
            say(all == 1 ? words_(tr_noop("The goal is not met yet."))
                         : words_(tr_noop("None of {0} goals is met yet."), {total}));
        else
            say(met.count == 1
                    ? words_(tr_noop("One of {0} goals is met."), {total})
                    : words_(tr_noop("{1} of {0} goals are met."), {total, count_word_first(met.count, words_)}),
                met.sources);
        tell_goals(GoalState::InProgress, all, tr_noop("It is in progress."), tr_noop("One is in progress."),
            tr_noop("{0} are in progress."));
        tell_goals(GoalState::NotMet, all, {}, tr_noop("One was not met."), tr_noop("{0} were not met."));
        tell_goals(GoalState::Dropped, all, {}, tr_noop("One was dropped."), tr_noop("{0} were dropped."));
    }

    void tell_goals(
        GoalState state, std::size_t all, std::string_view only, std::string_view one, std::string_view many)
    {
        GoalTally const found = tally(state);
        if (found.count == 0)
            return;
        if (all == 1 && !only.empty())
            say(words_(only), found.sources);
        else if (found.count == 1)
            say(words_(one), found.sources);
        else
            say(words_(many, {count_word_first(found.count, words_)}), found.sources);
    }

    void warning_signs()
    {
        for (Statement const& sign : data_.warning_signs) {
            std::string const day = sign.on ? to_words(*sign.on) : std::string{};
            say(sign.on ? words_(tr_noop("Warning sign on {0}: {1}."), {day, sign.text})
                        : words_(tr_noop("Warning sign: {0}."), {sign.text}),
                sign.sources, Face::Bold, Tone::Stop);
        }
        if (data_.warning_signs.empty() && data_.warning_signs_asked)
            say(words_(tr_noop("No warning signs at any visit.")), data_.period.attended);
    }

    ProgressReportData const& data_;
    Words const& words_;
    std::vector<Run> runs_;
};

} // namespace

std::vector<Run> progress_summary(ProgressReportData const& data, Words const& words)
{
    return Summary{data, words}.write();
}

} // namespace plumbline::reports
