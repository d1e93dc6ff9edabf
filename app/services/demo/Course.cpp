// SPDX-License-Identifier: Apache-2.0
#include "app/services/demo/Course.hpp"

#include "app/services/demo/GoalHistory.hpp"
#include "domain/clinical/Contraindications.hpp"
#include "domain/clinical/Exercise.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline::app::demo {

namespace {

namespace chr = std::chrono;

/// How far along the episode is, 0 to 1, and what that does to a figure that starts at `from`.
double along(Course course, double progress, double from, double best)
{
    switch (course) {
    case Course::Improving:
        return from + (best - from) * progress;
    case Course::Stalled:
        return from + (best - from) * 0.08 * progress;
    case Course::Worsening:
        return from - (best - from) * 0.35 * progress;
    }
    return from;
}

bool weekday(Date day)
{
    auto const index = chr::weekday{chr::sys_days{day}}.iso_encoding();
    return index < 6;
}

/// Treatment days, two or three a week, ending on the last visit's.
std::vector<Date> treatment_days(Dice& dice, EpisodeBrief const& brief)
{
    std::vector<Date> days{brief.last_visit};
    while (std::ssize(days) < brief.visits) {
        Date day = plus_days(days.back(), -dice.between(2, 4));
        while (!weekday(day))
            day = plus_days(day, -1);
        days.push_back(day);
    }
    std::ranges::reverse(days);
    return days;
}

Seal seal_of(Records const& records, std::string const& text, User const& signer, ClinicTime when)
{
    // Signed a few minutes after the hour's end; the zone's offset does not matter for invented data.
    return {records.digest(text), signer.id(), signer.name_with_credentials(),
        Instant{(when + Minutes{50}).time_since_epoch()}, std::string{program_version()}};
}

class Writer {
public:
    Writer(Records& records, Context const& context, Dice& dice, EpisodeBrief const& brief)
        : records_{records}
        , context_{context}
        , dice_{dice}
        , brief_{brief}
        , days_{treatment_days(dice, brief)}
        , id_{context.make<EpisodeId>()}
        , oswestry_{dice.between(brief.scenario->oswestry_low / 2, brief.scenario->oswestry_high / 2) * 2.0}
        , pain_{std::clamp(std::round(oswestry_ / 9.0) + 1, 3.0, 9.0)}
    {
        for (Precaution const& precaution : brief.patient->details().precautions)
            conditions_.push_back(precaution.condition);
        for (Date const day : days_)
            hours_.push_back(hour_of(day));
    }

    EpisodeId write()
    {
        write_episode();
        write_appointments();
        write_evaluation(EvaluationKind::Initial, 0);
        write_plan();
        for (std::size_t i = 0; i < days_.size(); ++i) {
            write_visit(i);
            if (i > 0 && i % 4 == 0)
                write_score(progress(i), days_[i]);
        }
        if (days_.size() > 5)
            write_evaluation(EvaluationKind::ReEvaluation, days_.size() - 1);
        audit(records_, context_, AuditEvent::Create, {"episode", id_.value(), brief_.patient->id()}, "demo");
        return id_;
    }

private:
    /// When a visit was, and with whom. One that nobody had an hour for came without an appointment.
    struct Hour {
        ClinicTime start;
        User const* provider;
        std::optional<AppointmentId> appointment;
    };

    [[nodiscard]] double progress(std::size_t visit) const
    {
        return static_cast<double>(visit) / static_cast<double>(std::max<std::size_t>(days_.size() - 1, 1));
    }
    [[nodiscard]] double oswestry_at(double progress) const
    {
        return along(brief_.course, progress, oswestry_, oswestry_ * 0.42);
    }
    [[nodiscard]] int pain_at(double progress) const
    {
        return static_cast<int>(std::clamp(std::round(along(brief_.course, progress, pain_, pain_ * 0.3)), 0.0, 10.0));
    }
    [[nodiscard]] ClinicTime start_of(std::size_t visit) const { return hours_[visit].start; }

    Hour hour_of(Date day)
    {
        int const usual = static_cast<int>(brief_.patient->id().value() % lunch_slot);
        if (brief_.desk->knows(day))
            for (User const* const provider : {brief_.clinician, brief_.assistant})
                if (auto const start = brief_.desk->take(provider->id(), day, usual))
                    return {*start, provider, context_.make<AppointmentId>()};
        return {at(day, opens + usual * slot), brief_.clinician, {}};
    }

    void write_appointments()
    {
        for (std::size_t i = 0; i < hours_.size(); ++i) {
            if (!hours_[i].appointment)
                continue;
            auto details = appointment(hours_[i].start, hours_[i].provider->id());
            bool const last = brief_.stays == Stays::Discharged && i + 1 == hours_.size();
            details.type = i == 0 ? AppointmentType::Evaluation
                : last            ? AppointmentType::ReEvaluation
                                  : AppointmentType::Treatment;
            details.status = AppointmentStatus::Done;
            details.arrived = details.start - Minutes{dice_.between(2, 12)};
            details.started = details.start + Minutes{dice_.between(0, 6)};
            details.finished = details.start + details.length;
            must(records_.appointments().keep(must(Appointment::create(*hours_[i].appointment, std::move(details)))));
            if (i > 0 && dice_.percent(9))
                miss(plus_days(days_[i - 1], 1), i);
        }
    }

    /// An hour that was booked between two visits and did not take place.
    void miss(Date day, std::size_t before)
    {
        if (day >= days_[before] || !weekday(day) || !brief_.desk->knows(day))
            return;
        auto const start = brief_.desk->take(brief_.clinician->id(), day, dice_.between(0, slots - 1));
        if (!start)
            return;
        auto details = appointment(*start, brief_.clinician->id());
        details.status = dice_.percent(40) ? AppointmentStatus::NoShow : AppointmentStatus::Cancelled;
        if (details.status == AppointmentStatus::Cancelled) {
            details.late = dice_.percent(50);
            details.reason = details.late ? "ill" : "work";
        }
        must(records_.appointments().keep(
            must(Appointment::create(context_.make<AppointmentId>(), std::move(details)))));
    }

    [[nodiscard]] Appointment::Details appointment(ClinicTime start, UserId clinician) const
    {
        Appointment::Details details;
        details.patient = brief_.patient->id();
        details.episode = id_;
        details.clinician = clinician;
        details.start = start;
        details.length = slot;
        return details;
    }

    void write_episode()
    {
        Scenario const& scenario = *brief_.scenario;
        Date const first = days_.front();
        int const before = dice_.percent(scenario.chronic_percent) ? dice_.between(100, 600) : dice_.between(4, 60);
        Episode::Details details;
        details.title = scenario.title;
        details.complaint = scenario.complaint;
        details.region = scenario.region;
        details.side = scenario.side;
        details.onset = std::max(plus_days(first, -before), plus_days(brief_.patient->birth_date(), 1));
        details.onset_approximate = before > 90;
        details.mechanism = scenario.mechanism;
        details.diagnoses.emplace_back(scenario.diagnosis);
        if (!scenario.second_diagnosis.empty())
            details.diagnoses.emplace_back(scenario.second_diagnosis);
        details.referred_by = brief_.referrer;
        details.started = first;
        if (brief_.stays == Stays::Discharged) {
            details.status = EpisodeStatus::Discharged;
            details.ended = days_.back();
            details.end_reason = brief_.course == Course::Improving ? "goals met" : "referred back to the physician";
        }
        must(records_.episodes().keep(
            must(Episode::create(id_, brief_.patient->id(), details, brief_.patient->birth_date(), days_.back()))));
    }

    void write_evaluation(EvaluationKind kind, std::size_t visit)
    {
        double const progress_now = progress(visit);
        int const now = pain_at(progress_now);
        Evaluation::Details details;
        details.kind = kind;
        details.on = days_[visit];
        details.pain = {must(PainScore::of(now)), must(PainScore::of(std::max(now - 2, 0))),
            must(PainScore::of(std::min(now + 2, 10)))};
        for (auto const& [motion, normal, loss] : {std::tuple{Motion::LumbarFlexion, 60.0, 0.45},
                 std::tuple{Motion::LumbarExtension, 25.0, 0.4}, std::tuple{Motion::LumbarSideFlexionLeft, 25.0, 0.3},
                 std::tuple{Motion::LumbarSideFlexionRight, 25.0, 0.25}}) {
            double const first = normal * (1 - loss);
            details.motions.push_back(
                {motion, std::round(along(brief_.course, progress_now, first, normal * 0.92)), progress_now < 0.5});
        }
        details.history = brief_.scenario->complaint;
        details.findings = kind == EvaluationKind::Initial
            ? "Guarded movement; tender on palpation at the painful level. Reflexes present and equal."
            : "Moves more freely; less tender on palpation.";
        details.assessment = kind == EvaluationKind::Initial
            ? "Findings fit the referral diagnosis. Good potential with graded exercise."
            : brief_.course == Course::Improving ? "Clear change in function; goals are within reach."
                                                 : "Little change in spite of an adequate trial.";
        auto const evaluation = must(Evaluation::create(
            context_.make<EvaluationId>(), brief_.patient->id(), id_, brief_.clinician->id(), details, days_.back()));
        must(records_.evaluations().keep(must(
            evaluation.sealed(seal_of(records_, evaluation.canonical_text(), *brief_.clinician, start_of(visit))))));
        if (kind == EvaluationKind::Initial)
            write_score(0, days_.front(), evaluation.id());
        else if ((days_.size() - 1) % 4 != 0)
            write_score(1, days_.back(), evaluation.id());
    }

    void write_score(double progress_now, Date on, std::optional<EvaluationId> evaluation = {})
    {
        int points = static_cast<int>(std::clamp(std::round(oswestry_at(progress_now) / 2), 0.0, 50.0));
        std::vector<std::optional<int>> items(10, 0);
        for (std::size_t i = 0; points > 0; i = (i + 1) % items.size())
            if (*items[i] < 5) {
                ++*items[i];
                --points;
            }
        must(records_.scores().keep(must(OutcomeScore::create(context_.make<ScoreId>(), brief_.patient->id(), id_, on,
            Measure::Odi, std::move(items), brief_.clinician->id(), evaluation))));
    }

    void write_plan()
    {
        Scenario const& scenario = *brief_.scenario;
        Date const first = days_.front();
        PlanOfCare::Details details;
        details.established = first;
        for (Ingredient const& ingredient : scenario.treatment)
            if (std::ranges::find(details.interventions, ingredient.modality) == details.interventions.end())
                details.interventions.push_back(ingredient.modality);
        details.visits_per_week = 2;
        int const beyond = brief_.visits % 6; // Weeks that are still ahead, another number for each course.
        details.weeks = std::clamp((brief_.visits + 3) / 2 + beyond, 4, 12);
        details.goals = {goal(1, std::string{scenario.goal_activity}, std::string{scenario.goal_baseline},
                             std::string{scenario.goal_target}, {}),
            disability_goal()};
        details.certification.sent = plus_days(first, 2);
        if (dice_.percent(85))
            details.certification.signed_on = plus_days(first, dice_.between(4, 20));
        if (details.certification.signed_on > std::optional{days_.back()})
            details.certification.signed_on.reset();
        if (details.certification.signed_on)
            details.certification.signed_by = "referring physician";
        auto const plan = must(PlanOfCare::create(
            context_.make<PlanId>(), brief_.patient->id(), id_, brief_.clinician->id(), details, days_.back()));
        must(records_.plans().keep(
            must(plan.sealed(seal_of(records_, plan.canonical_text(), *brief_.clinician, start_of(0))))));
    }

    Goal disability_goal()
    {
        std::string const target = oswestry_ > 24 ? "20 %" : "10 %";
        return goal(2, "Oswestry " + target + " or less", shown(oswestry_) + " %", target, Measure::Odi);
    }

    Goal goal(int number, std::string text, std::string baseline, std::string target, std::optional<Measure> measure)
    {
        Goal made;
        made.id = context_.make<GoalId>();
        made.number = number;
        made.text = std::move(text);
        made.baseline = std::move(baseline);
        made.target = std::move(target);
        made.measure = measure;
        made.target_date = plus_days(days_.front(), 56);
        bool const met = brief_.course == Course::Improving && days_.size() > 8 && !measure;
        made.history = goal_history(brief_.course, days_, made.target, met, brief_.clinician->id());
        return made;
    }

    Intervention intervention(Ingredient const& ingredient, std::size_t visit)
    {
        Intervention::Details details;
        details.modality = ingredient.modality;
        details.name = ingredient.name;
        details.exercise_id = ingredient.exercise;
        details.region = brief_.scenario->region;
        details.minutes = ingredient.minutes;
        if (Exercise const* const exercise = find_exercise(ingredient.exercise)) {
            details.name = exercise->name;
            details.dose = starting_dose(*exercise);
            details.at_home = visit > 1;
            if (exercise->per_side)
                details.side = Side::Both;
            if (ingredient.minutes > 0)
                details.minutes += static_cast<int>(visit % 3);
        }
        if (!ingredient.dose.empty())
            details.dose = must(Dose::parse(ingredient.modality, ingredient.dose));
        details.service_code = ingredient.code;
        details.timed = std::ranges::none_of(
            std::array{"97010", "97012", "97014"}, [&](auto code) { return ingredient.code == code; });
        details.provider = hours_[visit].provider->id();
        if (visit % 3 == 1)
            details.response = brief_.course == Course::Worsening ? "no change" : "eases";
        return must(Intervention::create(context_.make<InterventionId>(), std::move(details)));
    }

    VisitNote note(std::size_t visit)
    {
        static constexpr std::string_view better[] = {"Slept through two nights this week.",
            "Sat longer at work without getting up.", "Walked to the store and back without stopping.",
            "Morning stiffness is shorter.", "Did the home exercises on most days."};
        static constexpr std::string_view same[] = {"No real change since the last visit.",
            "Good hours and bad hours, about the same.", "Sore after the weekend, otherwise as before."};
        static constexpr std::string_view worse[] = {"Worse since Sunday; sitting is hard.",
            "Woke three times last night.", "The leg bothers me more than the back now."};
        static constexpr std::string_view plans[] = {"Progress core holds by 5 s.", "Add one set; recheck flexion.",
            "Review lifting technique.", "Continue; retest walking distance.",
            "Start step-ups if pain stays at 3 or below."};
        double const now = progress(visit);
        VisitNote made;
        int const pain = pain_at(now);
        made.pain_now = must(PainScore::of(pain));
        made.pain_worst = must(PainScore::of(std::min(pain + dice_.between(1, 3), 10)));
        bool const improving = brief_.course == Course::Improving;
        made.trend = visit == 0                ? Trend::Unsaid
            : improving                        ? Trend::Better
            : brief_.course == Course::Stalled ? Trend::Same
                                               : Trend::Worse;
        made.subjective = improving            ? dice_.pick(better)
            : brief_.course == Course::Stalled ? dice_.pick(same)
                                               : dice_.pick(worse);
        made.objective = "Lumbar flexion " + shown(std::round(along(brief_.course, now, 33, 55))) + "°.";
        made.assessment = improving ? "Responds to graded loading; tolerance is growing."
                                    : "Limited response so far; plan under review.";
        made.plan = dice_.pick(plans);
        return made;
    }

    void write_visit(std::size_t index)
    {
        Visit::Details details;
        details.start = start_of(index);
        details.provider = hours_[index].provider->id();
        details.appointment = hours_[index].appointment;
        details.note = note(index);
        for (Ingredient const& ingredient : brief_.scenario->treatment)
            if (check_treatment(conditions_, ingredient.modality, brief_.scenario->region).verdict < Verdict::Local)
                details.interventions.push_back(intervention(ingredient, index));
        auto const visit = must(
            Visit::create(context_.make<VisitId>(), brief_.patient->id(), id_, details, details.start + Minutes{60}));
        bool const latest_open = brief_.stays == Stays::Open && index + 1 == days_.size() && dice_.percent(12);
        if (latest_open)
            return must(records_.visits().keep(visit));
        must(records_.visits().keep(
            must(visit.sealed(seal_of(records_, visit.canonical_text(), *hours_[index].provider, details.start)))));
    }

    Records& records_;
    Context const& context_;
    Dice& dice_;
    EpisodeBrief const& brief_;
    std::vector<Date> days_;
    std::vector<Hour> hours_;
    EpisodeId id_;
    double oswestry_, pain_;
    std::vector<std::string> conditions_;
};

} // namespace

EpisodeId write_episode(Records& records, Context const& context, Dice& dice, EpisodeBrief const& brief)
{
    return Writer{records, context, dice, brief}.write();
}

} // namespace plumbline::app::demo
