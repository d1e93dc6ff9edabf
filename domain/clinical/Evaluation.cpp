// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Evaluation.hpp"

#include "domain/clinical/CanonicalText.hpp"
#include "domain/clinical/Choices.hpp"
#include "domain/clinical/Wording.hpp"
#include "domain/core/Text.hpp"

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

using Reason = Refusal::Reason;

constexpr double least_degrees = 0;
constexpr double most_degrees = 180; // House limit: no spinal angle is larger.
constexpr TextRule long_text{20000, TextRule::Shape::Paragraphs};

// Normal values: AMA Guides, 5th ed., by inclinometer. MDC95 = 1.96 x sqrt(2) x SEM, SEM 4.6 and 2.3 degrees.
constexpr std::array motions{
    MotionFacts{Motion::LumbarFlexion, "lumbar-flexion", "Lumbar flexion", 60, 12.8},
    MotionFacts{Motion::LumbarExtension, "lumbar-extension", "Lumbar extension", 25, 6.4},
    MotionFacts{Motion::LumbarSideFlexionLeft, "lumbar-side-flexion-left", "Lumbar side flexion, left", 25, {}},
    MotionFacts{Motion::LumbarSideFlexionRight, "lumbar-side-flexion-right", "Lumbar side flexion, right", 25, {}},
    MotionFacts{Motion::LumbarRotationLeft, "lumbar-rotation-left", "Lumbar rotation, left", {}, {}},
    MotionFacts{Motion::LumbarRotationRight, "lumbar-rotation-right", "Lumbar rotation, right", {}, {}},
};
static_assert(motions.size() == static_cast<std::size_t>(Motion::count_)
    && std::ranges::is_sorted(motions, {}, &MotionFacts::motion));

constexpr auto motion_terms = [] {
    std::array<Term<Motion>, motions.size()> terms{};
    std::ranges::transform(motions, terms.begin(), [](MotionFacts const& f) {
        return Term<Motion>{f.motion, f.code, f.label};
    });
    return terms;
}();
constexpr std::array instruments{
    Term<Instrument>{Instrument::DualInclinometer, "dual-inclinometer", "Dual inclinometer"},
    Term<Instrument>{Instrument::SingleInclinometer, "single-inclinometer", "Single inclinometer"},
    Term<Instrument>{Instrument::Goniometer, "goniometer", "Goniometer"},
    Term<Instrument>{Instrument::Tape, "tape", "Tape measure"},
    Term<Instrument>{Instrument::Visual, "visual", "Visual estimate"},
};
constexpr std::array kinds{
    Term<EvaluationKind>{EvaluationKind::Initial, "initial", "Initial evaluation"},
    Term<EvaluationKind>{EvaluationKind::ReEvaluation, "re-evaluation", "Re-evaluation"},
};
constexpr Vocabulary instrument_words{instruments};
constexpr Vocabulary kind_words{kinds};

void check_pain(Faults& faults, PainReport const& pain)
{
    if (pain.best && pain.worst && *pain.best > *pain.worst)
        faults.add("pain.best", tr_noop("The best pain of the day cannot be above the worst."));
}

void check_motions(Faults& faults, std::vector<MotionReading> const& readings)
{
    for (auto reading = readings.begin(); reading != readings.end(); ++reading) {
        MotionFacts const& about = facts(reading->motion);
        if (!std::isfinite(reading->degrees) || reading->degrees < least_degrees || reading->degrees > most_degrees)
            faults.add(about.code, tr_noop("{0}: {1}° is beyond the limit. Possible is {2}° to {3}°."),
                {std::string{about.label}, shown(reading->degrees), shown(least_degrees), shown(most_degrees)});
        auto const same = [&](MotionReading const& other) { return other.motion == reading->motion; };
        if (std::any_of(readings.begin(), reading, same))
            faults.add(about.code, tr_noop("{0} is given twice."), {std::string{about.label}});
    }
}

void write(CanonicalText& out, std::string_view key, std::optional<PainScore> pain)
{
    out.line(key, pain ? std::to_string(pain->points()) : std::string{});
}

void write_motions(CanonicalText& out, std::vector<MotionReading> readings)
{
    std::ranges::sort(readings, {}, &MotionReading::motion);
    for (MotionReading const& reading : readings)
        out.line(facts(reading.motion).code,
            wording::shortest(reading.degrees).append(reading.painful ? " painful" : " painless"));
}

} // namespace

Result<PainScore> PainScore::of(int answer, std::string_view field)
{
    if (answer < 0 || answer > 10)
        return refuse(Reason::Invalid, field, tr_noop("Pain is scored from 0 to 10."));
    return PainScore{answer};
}

MotionFacts const& facts(Motion motion) noexcept
{
    return motions[static_cast<std::size_t>(motion)];
}
std::span<MotionFacts const> all_motions() noexcept
{
    return motions;
}
Result<Motion> motion_from_code(std::string_view code)
{
    return value_from_code(motion_terms, code, "motion");
}

std::string_view code(Instrument instrument) noexcept
{
    return instrument_words.code(instrument);
}
std::string_view label(Instrument instrument) noexcept
{
    return instrument_words.label(instrument);
}
Result<Instrument> instrument_from_code(std::string_view code)
{
    return value_from_code(instruments, code, "instrument");
}

std::string_view code(EvaluationKind kind) noexcept
{
    return kind_words.code(kind);
}
Result<EvaluationKind> evaluation_kind_from_code(std::string_view code)
{
    return value_from_code(kinds, code, "kind");
}

Result<Evaluation> Evaluation::create(
    EvaluationId id, PatientId patient, EpisodeId episode, UserId author, Details details, Date today)
{
    Faults faults;
    if (!details.on.ok())
        faults.add("on", tr_noop("Give the day of the evaluation."));
    else if (details.on > today)
        faults.add("on", tr_noop("An evaluation cannot lie in the future."));
    check_pain(faults, details.pain);
    check_motions(faults, details.motions);
    clean_text(faults, "history", details.history, long_text);
    clean_text(faults, "findings", details.findings, long_text);
    clean_text(faults, "assessment", details.assessment, long_text);
    if (!faults.none())
        return refuse(faults.refusal());
    return Evaluation{id, patient, episode, author, std::move(details), {}, 0};
}

Evaluation Evaluation::restore(EvaluationId id, PatientId patient, EpisodeId episode, UserId author, Details details,
    std::optional<Seal> seal, int version)
{
    return {id, patient, episode, author, std::move(details), std::move(seal), version};
}

Result<Evaluation> Evaluation::with(Details details, Date today) const
{
    if (seal_)
        return refuse(Reason::NotAllowed, "", tr_noop("This evaluation is signed. Write a re-evaluation instead."));
    auto changed = create(id_, patient_, episode_, author_, std::move(details), today);
    if (changed)
        changed->version_ = version_;
    return changed;
}

Result<Evaluation> Evaluation::sealed(Seal seal) const
{
    if (seal_)
        return refuse(Reason::NotAllowed, "", tr_noop("This evaluation is signed already."));
    if (!details_.pain.now)
        return refuse(Reason::Invalid, "pain.now", tr_noop("Ask for the pain now, 0 to 10, then sign."));
    Evaluation signed_one = *this;
    signed_one.seal_ = std::move(seal);
    return signed_one;
}

std::string Evaluation::canonical_text() const
{
    CanonicalText out{"plumbline-evaluation 1"};
    out.line("id", id_.value());
    out.line("patient", patient_.value());
    out.line("episode", episode_.value());
    out.line("author", author_.value());
    out.line("kind", code(details_.kind));
    out.line("on", to_iso(details_.on));
    write(out, "pain-now", details_.pain.now);
    write(out, "pain-best", details_.pain.best);
    write(out, "pain-worst", details_.pain.worst);
    out.line("instrument", code(details_.instrument));
    write_motions(out, details_.motions);
    out.line("history", details_.history);
    out.line("findings", details_.findings);
    out.line("assessment", details_.assessment);
    return out.take();
}

Evaluation::Evaluation(EvaluationId id, PatientId patient, EpisodeId episode, UserId author, Details details,
    std::optional<Seal> seal, int version)
    : id_{id}
    , patient_{patient}
    , episode_{episode}
    , author_{author}
    , details_{std::move(details)}
    , seal_{std::move(seal)}
    , version_{version}
{
}

} // namespace plumbline
