// SPDX-License-Identifier: Apache-2.0
// P4: a note saved and durably committed.
#include "persistence/AuditChain.hpp"
#include "tests/bench/Goals.hpp"
#include "tests/bench/People.hpp"
#include "tests/bench/RawNote.hpp"
#include "tests/support/Samples.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace plumbline::bench {
namespace {

using testing::must;

constexpr double median = 0.5;
constexpr double p99 = 0.99;
constexpr double median_goal = 1.2;
constexpr double p99_goal = 1.5;
constexpr int measures_of_a_note = 10;
constexpr std::size_t saves_between_rests = 200;

/// New notes, each with ten measures, for patients who are not charts of P1.
class Desk {
public:
    explicit Desk(BigClinic& clinic)
        : clinic_{clinic}
        , dice_{clinic.size().seed}
    {
    }

    [[nodiscard]] NoteToSave next()
    {
        int const index = other_than_a_chart();
        PatientId const patient = BigClinic::patient(index);
        EpisodeId const episode = BigClinic::episode(index);
        UserId const author = clinic_.clinic().actor().user;
        auto details = treatment(dice_, clinic_.clock().local_now(), author, 0);
        for (Intervention& row : details.interventions)
            row = testing::row(clinic_.ids().make<InterventionId>(), row.details());
        VisitId const id = clinic_.ids().make<VisitId>();
        NoteToSave note{Visit::restore(id, patient, episode, std::move(details), std::nullopt, {}, 0), {}, {}};
        for (int i = 0; i < measures_of_a_note; ++i)
            note.scores.push_back(must(OutcomeScore::create(clinic_.ids().make<ScoreId>(), patient, episode,
                clinic_.clock().today(), Measure::Nprs, {static_cast<int>(dice_.below(11))}, author)));
        note.entry = {clinic_.clock().now(), author, BigClinic::login(), AuditEvent::Create, "visit", id.value(),
            patient, "note measures", "bench"};
        return note;
    }

private:
    int other_than_a_chart()
    {
        int const between = clinic_.size().patients / charts;
        int const index = static_cast<int>(dice_.below(static_cast<std::size_t>(clinic_.size().patients)));
        return index % between == 0 ? index + 1 : index;
    }

    BigClinic& clinic_;
    Dice dice_;
};

void save_through_product(persistence::Database& database, NoteToSave const& note)
{
    must(database.write([&](Records& records) {
        must(records.visits().keep(note.visit));
        for (OutcomeScore const& score : note.scores)
            must(records.scores().keep(score));
        records.audit().append(note.entry);
        return Result<void>{};
    }));
}

/// The link that the product would append now: it appends, tells and takes it back. The baseline can then write a
/// whole chain without the key. Done before every save of either kind, since undoing drops pages from the cache.
AuditLink rehearsed_link(persistence::Database& database, AuditEntry const& entry)
{
    AuditLink link;
    auto const undone = database.write([&](Records& records) -> Result<void> {
        records.audit().append(entry);
        link = records.audit().latest(1).front();
        return refuse(Refusal::Reason::Busy, "", "only a rehearsal");
    });
    if (undone)
        throw std::runtime_error{"a rehearsal was kept"};
    return link;
}

} // namespace

void save_note(Wishes const& wishes, Scoreboard& scoreboard)
{
    BigClinic clinic{wishes.data, wishes.clinic};
    auto& database = clinic.database();
    Desk desk{clinic};
    RawNoteWriter writer{raw(database)};
    auto const product = [&](std::size_t pair) {
        if (pair % saves_between_rests == 0)
            database.rest();
        NoteToSave const note = desk.next();
        static_cast<void>(rehearsed_link(database, note.entry));
        return nanoseconds_of([&] { save_through_product(database, note); });
    };
    auto const baseline = [&](std::size_t) {
        NoteToSave const note = desk.next();
        AuditLink const link = rehearsed_link(database, note.entry);
        NoteRows const rows = rows_of(note, link.seq, link.mac);
        return nanoseconds_of([&] { writer.save(rows); });
    };

    auto const saves = interleaved({.pairs = 2000, .warm_ups = 50}, product, baseline);
    auto const what =
        fmt::format("save a note with {} measures and {} exercises, durable", measures_of_a_note, rows_of_a_note);
    scoreboard.ratio("P4", what + ", p50", saves, median, median_goal, Scoreboard::Unit::Milliseconds);
    scoreboard.ratio("P4", what + ", p99", saves, p99, p99_goal, Scoreboard::Unit::Milliseconds);
    if (!clinic.clinic().verify_audit().ok)
        throw std::runtime_error{"product and baseline did not leave a whole audit chain"};
    scoreboard.note("P4", "      the baseline writes the same bytes; only the product computes the audit link's HMAC");
}

} // namespace plumbline::bench
