// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/records/Engines.hpp"

#include <algorithm>

using namespace plumbline;

namespace {

using persistence::testing::Clinic;

Intervention exercise(std::int64_t id, UserId provider, std::string name = "Bird dog", int minutes = 15)
{
    Intervention::Details details;
    details.modality = Modality::Exercise;
    details.name = std::move(name);
    details.exercise_id = "E05";
    details.side = Side::Both;
    details.dose = *Dose::parse(Modality::Exercise, "sets=3;reps=8");
    details.minutes = minutes;
    details.service_code = "X100";
    details.provider = provider;
    details.at_home = true;
    details.response = "easy – more next time";
    return Intervention::restore(InterventionId{id}, details);
}

Intervention hot_pack(std::int64_t id, UserId provider)
{
    Intervention::Details details;
    details.modality = Modality::HotPack;
    details.name = "Hot pack";
    details.minutes = 10;
    details.timed = false;
    details.provider = provider;
    details.state = RowState::Carried;
    details.override_reason = "asked for by the physician";
    return Intervention::restore(InterventionId{id}, details);
}

Visit::Details note(UserId provider, std::string_view start = "2026-11-23T10:30")
{
    Visit::Details details;
    details.start = Clinic::time(start);
    details.provider = provider;
    details.note = {*PainScore::of(3), *PainScore::of(6), Trend::Better, "slept well", "SLR 60°", "improving", "go on"};
    details.interventions = {exercise(501, provider), hot_pack(502, provider)};
    return details;
}

/// What every case here does: keeping a visit of one episode.
struct Keeper {
    Records& records;
    Episode episode;
    [[nodiscard]] Result<void> operator()(VisitId id, Visit::Details const& details, int version,
        std::optional<Seal> const& seal = {}, std::vector<Addendum> const& addenda = {}) const
    {
        return records.visits().keep(
            Visit::restore(id, episode.patient(), episode.id(), details, seal, addenda, version));
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(visits)

ON_BOTH_ENGINES(a_visit_comes_back_whole)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    BOOST_REQUIRE(keep(VisitId{9}, note(therapist), 0).has_value());
    BOOST_TEST(keep(VisitId{9}, note(therapist), 0).has_value());

    auto const found = records.visits().find(VisitId{9});

    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(
        (*found == Visit::restore(VisitId{9}, keep.episode.patient(), keep.episode.id(), note(therapist), {}, {}, 1)));
    BOOST_TEST(records.visits().count() == 1);
}

ON_BOTH_ENGINES(a_late_entry_and_the_chosen_code_stay_under_the_seal)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    auto details = note(therapist);
    details.late_entry = true;
    details.tied_code = "X100";
    BOOST_REQUIRE(keep(VisitId{9}, details, 0).has_value());
    BOOST_TEST((records.visits().find(VisitId{9})->details() == details));
    details.tied_code = "X200";
    BOOST_REQUIRE(keep(VisitId{9}, details, 1, seal("t")).has_value());
    BOOST_TEST((records.visits().find(VisitId{9})->details() == details));

    details.late_entry = false;
    BOOST_TEST(!keep(VisitId{9}, details, 2, seal("t")).has_value());
}

ON_BOTH_ENGINES(an_empty_note_comes_back_empty)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    Visit::Details bare;
    bare.start = time("2026-11-23T10:30");
    bare.provider = therapist;
    BOOST_REQUIRE(keep(VisitId{9}, bare, 0).has_value());

    BOOST_TEST((records.visits().find(VisitId{9})->details() == bare));
}

ON_BOTH_ENGINES(interventions_keep_the_order_performed)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    auto details = note(therapist);
    details.interventions = {
        exercise(503, therapist, "third id first"), exercise(501, therapist, "b"), exercise(502, therapist, "c")};
    BOOST_REQUIRE(keep(VisitId{9}, details, 0).has_value());
    BOOST_TEST((records.visits().find(VisitId{9})->details() == details));

    std::ranges::reverse(details.interventions);
    details.interventions.erase(details.interventions.begin() + 1);
    details.interventions.push_back(hot_pack(504, therapist));
    details.interventions.front() = exercise(502, therapist, "c", 20);
    BOOST_REQUIRE(keep(VisitId{9}, details, 1).has_value());

    BOOST_TEST((records.visits().find(VisitId{9})->details() == details));
}

ON_BOTH_ENGINES(an_unsigned_note_is_taken_away_with_its_rows_and_comes_back_as_it_was)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    BOOST_REQUIRE(keep(VisitId{9}, note(therapist), 0).has_value());
    auto const kept = *records.visits().find(VisitId{9});
    BOOST_REQUIRE(keep(VisitId{9}, note(therapist), 1).has_value());

    auto const late = records.visits().drop(kept);
    BOOST_REQUIRE(!late.has_value());
    BOOST_TEST((late.error().reason == Refusal::Reason::Conflict));
    BOOST_REQUIRE(records.visits().drop(*records.visits().find(VisitId{9})).has_value());

    BOOST_TEST(!records.visits().find(VisitId{9}).has_value());
    BOOST_TEST(records.visits().count() == 0);
    BOOST_REQUIRE(keep(VisitId{9}, note(therapist), 0).has_value());
    BOOST_TEST((records.visits().find(VisitId{9})->details() == note(therapist)));
}

ON_BOTH_ENGINES(a_signed_note_is_not_taken_away)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    BOOST_REQUIRE(keep(VisitId{9}, note(therapist), 0).has_value());
    auto const kept = *records.visits().find(VisitId{9});
    BOOST_REQUIRE(records.visits()
                      .keep(Visit::restore(kept.id(), kept.patient(), kept.episode(), kept.details(), seal("t"), {}, 1))
                      .has_value());

    auto const dropped = records.visits().drop(*records.visits().find(VisitId{9}));

    BOOST_REQUIRE(!dropped.has_value());
    BOOST_TEST((dropped.error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST(records.visits().find(VisitId{9}).has_value());
}

ON_BOTH_ENGINES(an_unchanged_intervention_is_not_written_again)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    BOOST_REQUIRE(keep(VisitId{9}, note(therapist), 0).has_value());
    auto details = note(therapist);
    details.note.plan = "something else";
    auto const before = session.counts().executed;
    BOOST_REQUIRE(keep(VisitId{9}, details, 1).has_value());

    // The visit, and one look at its interventions.
    BOOST_TEST(session.counts().executed - before == 2);
}

ON_BOTH_ENGINES(an_outdated_note_is_refused_and_changes_nothing)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    BOOST_REQUIRE(keep(VisitId{9}, note(therapist), 0).has_value());
    auto first = note(therapist);
    first.note.plan = "first";
    BOOST_REQUIRE(keep(VisitId{9}, first, 1).has_value());

    auto second = note(therapist);
    second.note.plan = "second";
    second.interventions.clear();
    auto const late = keep(VisitId{9}, second, 1);

    BOOST_REQUIRE(!late.has_value());
    BOOST_TEST((late.error().reason == Refusal::Reason::Conflict));
    BOOST_TEST(late.error().message.english().starts_with("Someone else changed this since you opened it."));
    BOOST_TEST((records.visits().find(VisitId{9})->details() == first));
}

ON_BOTH_ENGINES(a_signed_note_is_sealed_and_takes_addenda_only)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    auto signed_note = note(therapist);
    BOOST_REQUIRE(keep(VisitId{9}, signed_note, 0).has_value());
    signed_note.interventions.pop_back();
    BOOST_REQUIRE(keep(VisitId{9}, signed_note, 1, seal("note")).has_value());

    auto changed = signed_note;
    changed.note.assessment = "worse";
    BOOST_TEST((keep(VisitId{9}, changed, 2, seal("note")).error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST((keep(VisitId{9}, signed_note, 2).error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST((keep(VisitId{9}, signed_note, 1, seal("note")).error().reason == Refusal::Reason::Conflict));

    std::vector<Addendum> addenda{{"left side, not right", seal("one")}};
    BOOST_REQUIRE(keep(VisitId{9}, signed_note, 2, seal("note"), addenda).has_value());
    addenda.push_back({"and again", seal("two")});
    BOOST_REQUIRE(keep(VisitId{9}, signed_note, 3, seal("note"), addenda).has_value());
    auto rewritten = addenda;
    rewritten.front().text = "right side";
    BOOST_TEST(
        (keep(VisitId{9}, signed_note, 4, seal("note"), rewritten).error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST((keep(VisitId{9}, signed_note, 4, seal("note")).error().reason == Refusal::Reason::NotAllowed));

    BOOST_TEST((*records.visits().find(VisitId{9})
        == Visit::restore(
            VisitId{9}, keep.episode.patient(), keep.episode.id(), signed_note, seal("note"), addenda, 4)));
}

ON_BOTH_ENGINES(a_note_signed_before_it_was_ever_kept_is_kept_signed)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    std::vector<Addendum> const addenda{{"left side, not right", seal("one")}};
    BOOST_REQUIRE(keep(VisitId{9}, note(therapist), 0, seal("note"), addenda).has_value());
    BOOST_TEST(keep(VisitId{9}, note(therapist), 0, seal("note"), addenda).has_value());

    auto const found = records.visits().find(VisitId{9});

    BOOST_TEST((found->details() == note(therapist)));
    BOOST_TEST((found->seal() == seal("note")));
    BOOST_TEST((found->addenda() == addenda));
}

ON_BOTH_ENGINES(the_schema_itself_guards_what_is_signed)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    BOOST_REQUIRE(keep(VisitId{9}, note(therapist), 0, seal("note"), {{"later", seal("one")}}).has_value());
    BOOST_REQUIRE(
        keep(VisitId{10}, Visit::Details{time("2026-11-24T10:30"), therapist, {}, {exercise(601, therapist)}, {}}, 0)
            .has_value());

    for (auto const* sql :
        {"update visit set subjective = 'x' where id = 9", "update visit set pain_now = null where id = 9",
            "update visit set seal_sha256 = null, seal_signer_id = null, seal_at = null where id = 9",
            "delete from visit where id = 9", "update intervention set minutes = 99 where visit_id = 9",
            "delete from intervention where visit_id = 9", "update intervention set visit_id = 9 where visit_id = 10",
            "update addendum set content = 'x'", "delete from addendum"})
        BOOST_TEST(is_refused_by_schema(sql), sql);
    BOOST_TEST(!is_refused_by_schema("update intervention set minutes = 20 where visit_id = 10"));
}

ON_BOTH_ENGINES(the_chart_holds_whole_visits_oldest_first)
{
    Patient const maja = admit("Lindqvist", "Maja");
    Keeper const keep{records, begin_episode(maja.id())};
    Keeper const other{records, begin_episode(maja.id(), "Neck pain")};
    auto const with_rows = [&](std::string_view start, std::int64_t first_row) {
        auto details = note(therapist, start);
        details.interventions = {exercise(first_row, therapist), hot_pack(first_row + 1, therapist)};
        return details;
    };
    BOOST_REQUIRE(keep(VisitId{3}, with_rows("2026-11-20T08:00", 10), 0).has_value());
    BOOST_REQUIRE(
        keep(VisitId{1}, with_rows("2026-11-23T08:00", 20), 0, seal("a"), {{"later", seal("b")}}).has_value());
    BOOST_REQUIRE(keep(VisitId{2}, Visit::Details{time("2026-11-21T08:00"), therapist, {}, {}, {}}, 0).has_value());
    BOOST_REQUIRE(other(VisitId{4}, with_rows("2026-11-22T08:00", 30), 0).has_value());

    auto const chart = records.visits().of_episode(keep.episode.id());
    auto const all = records.visits().of_patient(maja.id());

    BOOST_REQUIRE(chart.size() == 3);
    BOOST_TEST((chart[0] == *records.visits().find(VisitId{3})));
    BOOST_TEST((chart[1] == *records.visits().find(VisitId{2})));
    BOOST_TEST((chart[2] == *records.visits().find(VisitId{1})));
    BOOST_TEST(chart[2].details().interventions.size() == 2);
    BOOST_TEST(chart[2].addenda().size() == 1);
    BOOST_REQUIRE(all.size() == 4);
    BOOST_TEST((all[2] == *records.visits().find(VisitId{4})));
}

ON_BOTH_ENGINES(a_chart_is_read_in_three_statements_however_long)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    for (int i = 1; i <= 30; ++i) {
        auto details = note(therapist);
        details.start += std::chrono::hours{24 * i};
        details.interventions = {exercise(2 * i, therapist), hot_pack(2 * i + 1, therapist)};
        BOOST_REQUIRE(keep(VisitId{i}, details, 0).has_value());
    }
    BOOST_TEST(records.visits().of_episode(keep.episode.id()).size() == 30);
    auto const before = session.counts();
    BOOST_TEST(records.visits().of_episode(keep.episode.id()).size() == 30);

    BOOST_TEST(session.counts().executed - before.executed == 3);
    BOOST_TEST(session.counts().prepared == before.prepared);
}

ON_BOTH_ENGINES(the_list_of_visits_needs_no_notes)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    BOOST_REQUIRE(keep(VisitId{9}, note(therapist), 0).has_value());
    BOOST_REQUIRE(
        keep(VisitId{7}, Visit::Details{time("2026-11-24T10:30"), therapist, {}, {}, {}}, 0, seal("x")).has_value());

    auto const rows = records.visits().rows_of_episode(keep.episode.id());

    BOOST_REQUIRE(rows.size() == 2);
    BOOST_TEST((rows[0].id == VisitId{9}));
    BOOST_TEST((rows[0].start == time("2026-11-23T10:30")));
    BOOST_TEST(rows[0].minutes == records.visits().find(VisitId{9})->total_minutes());
    BOOST_TEST(!rows[0].sealed);
    BOOST_TEST(rows[1].sealed);
    BOOST_TEST(rows[1].minutes == 0);
}

ON_BOTH_ENGINES(the_visit_before_is_the_last_one_that_started_earlier)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    auto const at_time = [&](std::string_view start) { return Visit::Details{time(start), therapist, {}, {}, {}}; };
    BOOST_REQUIRE(keep(VisitId{1}, at_time("2026-11-20T08:00"), 0).has_value());
    BOOST_REQUIRE(keep(VisitId{2}, at_time("2026-11-21T08:00"), 0).has_value());

    BOOST_TEST((records.visits().last_before(keep.episode.id(), time("2026-11-23T08:00"))->id() == VisitId{2}));
    BOOST_TEST((records.visits().last_before(keep.episode.id(), time("2026-11-21T08:00"))->id() == VisitId{1}));
    BOOST_TEST(!records.visits().last_before(keep.episode.id(), time("2026-11-20T08:00")).has_value());
}

ON_BOTH_ENGINES(a_visit_is_found_by_its_appointment)
{
    Keeper const keep{records, begin_episode(admit("Lindqvist", "Maja").id())};
    BOOST_REQUIRE(records.appointments()
                      .keep(*Appointment::create(AppointmentId{6}, slot(keep.episode.patient(), "2026-11-23T10:30")))
                      .has_value());
    auto details = note(therapist);
    details.appointment = AppointmentId{6};
    BOOST_REQUIRE(keep(VisitId{9}, details, 0).has_value());

    BOOST_TEST((records.visits().of_appointment(AppointmentId{6}) == VisitId{9}));
    BOOST_TEST(!records.visits().of_appointment(AppointmentId{7}).has_value());
    BOOST_TEST((records.visits().find(VisitId{9})->details() == details));
}

ON_BOTH_ENGINES(unsigned_notes_are_listed_oldest_first_and_by_provider)
{
    Patient const maja = admit("Lindqvist", "Maja");
    Keeper const keep{records, begin_episode(maja.id())};
    UserId const lee = hire("lee");
    auto const of = [&](UserId provider, std::string_view start) {
        return Visit::Details{time(start), provider, {}, {}, {}};
    };
    BOOST_REQUIRE(keep(VisitId{1}, of(therapist, "2026-11-23T08:00"), 0).has_value());
    BOOST_REQUIRE(keep(VisitId{2}, of(lee, "2026-11-20T08:00"), 0).has_value());
    BOOST_REQUIRE(keep(VisitId{3}, of(therapist, "2026-11-21T08:00"), 0).has_value());
    BOOST_REQUIRE(keep(VisitId{4}, of(therapist, "2026-11-19T08:00"), 0, seal("x")).has_value());

    auto const all = records.visits().unsigned_notes({}, 10);
    auto const mine = records.visits().unsigned_notes(therapist, 10);

    BOOST_REQUIRE(all.size() == 3);
    BOOST_TEST((all[0].visit == VisitId{2}));
    BOOST_TEST((all[0].provider == lee));
    BOOST_TEST((all[0].patient == maja.id()));
    BOOST_TEST((all[0].episode == keep.episode.id()));
    BOOST_TEST((all[0].name == maja.name()));
    BOOST_TEST((all[0].start == time("2026-11-20T08:00")));
    BOOST_REQUIRE(mine.size() == 2);
    BOOST_TEST((mine[0].visit == VisitId{3}));
    BOOST_TEST(records.visits().unsigned_notes({}, 1).size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
