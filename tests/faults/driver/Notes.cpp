// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/driver/Notes.hpp"

#include "app/services/Chart.hpp"
#include "app/services/VisitNotes.hpp"
#include "persistence/Digest.hpp"

#include <stdexcept>

namespace plumbline::faults {
namespace {

using Items = std::vector<std::optional<int>>;

// The versions that the services count: inserted, kept, signed, amended.
constexpr int version_kept = 2, version_signed = 3, version_amended = 4;
constexpr std::string_view addendum = "Left side, not right.";

std::string typed_text(Course const& course)
{
    return "typed on " + course.name;
}

template <class T>
T must(Result<T> result)
{
    if (!result)
        throw std::logic_error{"driver data refused: " + result.error().message.english()};
    return *std::move(result);
}

std::array<std::pair<Measure, Items>, measures_of_a_note> measures(Course const& course)
{
    int const points = static_cast<int>(course.name.size()) % 4;
    return {{{Measure::Nprs, Items{points + 2}}, {Measure::Odi, Items(10, points)},
        {Measure::Psfs, Items{points, points + 1, points + 2}}}};
}

Intervention::Details exercise(UserId provider, int minutes)
{
    Intervention::Details details;
    details.name = "Bird dog";
    details.dose = must(Dose::of(Modality::Exercise, {{DoseKey::Sets, 3}, {DoseKey::Reps, 8}, {DoseKey::Hold, 10}}));
    details.minutes = minutes;
    details.service_code = "97110";
    details.provider = provider;
    return details;
}

} // namespace

Course plan_course(app::Desk const& desk, EpisodeId episode, std::string name, int number)
{
    using std::chrono::days;
    Course course;
    course.name = std::move(name);
    course.visit = desk.make<VisitId>();
    course.episode = episode;
    Date const first{std::chrono::year{1990}, std::chrono::January, std::chrono::day{1}};
    course.details.start = at(Date{std::chrono::sys_days{first} + days{number}}, std::chrono::hours{10});
    course.details.provider = desk.actor().user;
    course.details.note.pain_now = must(PainScore::of(number % 5));
    course.details.note.pain_worst = must(PainScore::of(number % 5 + 3));
    course.details.note.trend = Trend::Better;
    course.details.note.subjective = "Note " + course.name;
    course.details.note.assessment = std::string(static_cast<std::size_t>(number % 7) * 90U + 20U, 'a');
    course.details.note.plan = "Start dead bug.";
    for (int row = 0; row < 2 + number % 3; ++row)
        course.details.interventions.push_back(
            must(Intervention::create(desk.make<InterventionId>(), exercise(desk.actor().user, 8 + row))));
    for (ScoreId& score : course.scores)
        score = desk.make<ScoreId>();
    return course;
}

Result<void> save_measures_alone(Records& records, app::Context const& context, Course const& course)
{
    std::size_t next = 0;
    for (auto const& [measure, items] : measures(course)) {
        auto const kept = app::record_score(
            records, context, course.scores.at(next++), course.episode, day_of(course.details.start), measure, items);
        if (!kept)
            return refuse(kept.error());
    }
    return {};
}

Result<void> save_note_alone(Records& records, app::Context const& context, Course const& course)
{
    auto const note = app::open_note(records, context, course.visit, course.episode, course.details.start);
    if (!note)
        return refuse(note.error());
    auto const kept = app::save_note(records, context, course.visit, note->visit.version(), course.details);
    return kept ? Result<void>{} : refuse(kept.error());
}

Result<void> save(Step step, Records& records, app::Context const& context, Course const& course)
{
    switch (step) {
    case Step::Keep: {
        auto const kept = save_note_alone(records, context, course);
        return kept ? save_measures_alone(records, context, course) : kept;
    }
    case Step::Type:
        return app::keep_draft(records, context, "visit", course.visit.value(), typed_text(course));
    case Step::Sign: {
        auto const seal = app::sign_note(records, context, course.visit, version_kept, course.details);
        return seal ? Result<void>{} : refuse(seal.error());
    }
    case Step::Amend:
        break;
    }
    return app::add_addendum(records, context, course.visit, version_signed, std::string{addendum});
}

std::string digest(RowsOfNote const& rows)
{
    Visit const& visit = rows.visit;
    std::string text = visit.canonical_text() + "\nversion " + std::to_string(visit.version());
    if (visit.seal())
        text += "\nseal " + visit.seal()->sha256 + ' ' + visit.seal()->signature;
    for (Addendum const& one : visit.addenda())
        text += "\naddendum " + one.seal.sha256 + ' ' + one.text;
    for (OutcomeScore const& one : rows.scores) {
        text += "\nmeasure " + std::to_string(one.id().value()) + ' ' + std::string{facts(one.score().measure).code};
        for (auto const& item : one.items())
            text += ' ' + (item ? std::to_string(*item) : "-");
    }
    for (auto const& [event, times] : rows.audit)
        text += "\naudit " + event + ' ' + std::to_string(times);
    return persistence::sha256_hex(text + "\ntyped " + rows.typed);
}

std::string digest_after(Step step, Course const& course, Actor const& actor)
{
    // All are of days long past: signed, they are late entries.
    Visit::Details details = course.details;
    details.late_entry = step == Step::Sign || step == Step::Amend;
    auto const visit_as = [&](std::optional<Seal> seal, std::vector<Addendum> addenda, int version) {
        return Visit::restore(
            course.visit, patient_id, course.episode, details, std::move(seal), std::move(addenda), version);
    };
    auto const sealed = [&](std::string_view text) {
        return Seal{persistence::sha256_hex(text), actor.user, actor.signature, {}, {}};
    };
    RowsOfNote rows{visit_as({}, {}, version_kept), {}, {}, {}};
    std::size_t next = 0;
    for (auto const& [measure, items] : measures(course))
        rows.scores.push_back(must(OutcomeScore::create(course.scores.at(next++), patient_id, course.episode,
            day_of(course.details.start), measure, items, actor.user)));
    rows.audit = {{"visit create", 1}, {"visit change", 1}, {"score create", static_cast<int>(measures_of_a_note)}};
    if (step == Step::Type)
        rows.typed = typed_text(course);
    if (step == Step::Sign || step == Step::Amend) {
        rows.visit = visit_as(sealed(rows.visit.canonical_text()), {}, version_signed);
        rows.audit["visit sign"] = 1;
    }
    if (step == Step::Amend) {
        rows.visit = visit_as(rows.visit.seal(), {Addendum{std::string{addendum}, sealed(addendum)}}, version_amended);
        rows.audit["visit addend"] = 1;
    }
    return digest(rows);
}

} // namespace plumbline::faults
