// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/VisitNotePresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Mark = app::FlowsheetRow::Mark;

namespace {

app::LibraryEntry of(Modality modality)
{
    return {std::string{label(modality)}, "modality", modality, {}};
}

/// A note of a clinic with four codes is open.
struct RowsAreWritten : AtTheDesk {
    app::VisitNotePresenter note{desk_of(Role::Therapist)};

    RowsAreWritten()
    {
        for (ServiceCode const& code : {ServiceCode{"97110", "Exercise", true, Modality::Exercise},
                 {"97530", "Everyday activities", true, {}}, {"97010", "Hot or cold pack", false, Modality::HotPack},
                 {"97035", "Ultrasound", true, Modality::Ultrasound}})
            records().fee_schedule().keep(code);
        open();
    }
    void open() { note.open(sciatica_id, time(today(), 10, 30), {}, 1); }
    void conditions(std::vector<Precaution> precautions)
    {
        auto details = maja();
        details.precautions = std::move(precautions);
        auto const before = *records().patients().find(maja_id);
        must(records().patients().keep(must(before.with(details, today()))));
        open();
    }
    app::VisitNoteState const& seen() const { return note.state(); }
    app::FlowsheetRow const& row(std::size_t index = 0) const { return seen().rows.at(index); }
    app::RowFields own() const { return seen().dose->own; }
    template <class Change>
    void edit(std::size_t index, Change change)
    {
        note.edit_dose(index);
        auto fields = own();
        change(fields);
        note.type_row(std::move(fields));
    }
    template <class Change>
    void keep(std::size_t index, Change change)
    {
        edit(index, change);
        note.accept_dose();
    }
    std::string remarks(std::size_t index = 0) const
    {
        std::string all;
        for (auto const& remark : row(index).remarks)
            all += remark.text + "\n";
        return all;
    }
    bool says(std::string_view words, std::size_t index = 0) const
    {
        return remarks(index).find(words) != std::string::npos;
    }
    Visit kept()
    {
        note.leave([] {});
        return records().visits().of_episode(sciatica_id).back();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(where_and_by_whom_a_row_is_given, RowsAreWritten)

BOOST_AUTO_TEST_CASE(a_row_is_given_where_the_complaint_is)
{
    auto neck = sciatica();
    neck.region = Region::Neck;
    auto const before = *records().episodes().find(sciatica_id);
    must(records().episodes().keep(must(before.with(neck, maja().birth_date, today()))));
    open();
    note.add(of(Modality::HotPack));
    note.add(of(Modality::LumbarTraction));
    auto const rows = kept().details().interventions;
    BOOST_TEST_REQUIRE(rows.size() == 2U);
    BOOST_TEST((rows[0].details().region == Region::Neck));
    BOOST_TEST((rows[1].details().region == Region::LowBack));
}

BOOST_AUTO_TEST_CASE(another_region_is_judged_at_once_and_shown_in_the_row)
{
    conditions({{"epilepsy", ""}});
    note.add(of(Modality::Tens));
    BOOST_TEST(says("needs care"), remarks());
    edit(0, [](app::RowFields& fields) {
        fields.region = Region::Neck;
        fields.side = Side::Left;
    });
    BOOST_TEST_REQUIRE(seen().dose->remarks.size() == 1U);
    BOOST_TEST(seen().dose->remarks.front().text.find("over or near the part") != std::string::npos);
    note.accept_dose();
    BOOST_TEST(says("over or near the part"), remarks());
    BOOST_TEST(row().dose == "neck, left");
    auto const stored = kept().details().interventions.front().details();
    BOOST_TEST((stored.region == Region::Neck));
    BOOST_TEST((stored.side == Side::Left));
}

BOOST_AUTO_TEST_CASE(an_override_holds_for_the_region_it_was_given_for)
{
    note.add(of(Modality::Tens)); // Maja has a pacemaker.
    note.override_refusal(0, "Cardiologist agreed by telephone.");
    BOOST_TEST((row().mark == Mark::Confirmed));
    keep(0, [](app::RowFields& fields) { fields.region = Region::Neck; });
    BOOST_TEST((row().mark == Mark::Refused));
}

BOOST_AUTO_TEST_CASE(an_assistant_gives_a_row_of_a_therapists_note)
{
    note.add(of(Modality::Massage));
    keep(0, [](app::RowFields& fields) { fields.provider = pat_id; });
    BOOST_TEST(row().provider.find("PTA") != std::string::npos, row().provider);
    BOOST_TEST((kept().details().interventions.front().details().provider == pat_id));
    BOOST_TEST((kept().details().provider == dana_id));
    auto const may = note.providers();
    BOOST_TEST(std::ranges::none_of(may, [](auto const& one) { return one.id == fay_id && one.treats; }));
}

BOOST_AUTO_TEST_CASE(all_that_speaks_against_a_row_is_said)
{
    conditions({{"anticoagulant", ""}, {"corticosteroids", ""}});
    note.add(of(Modality::Massage));
    keep(0, [](app::RowFields& fields) { fields.minutes = "20"; });
    BOOST_TEST(row().remarks.size() == 3U, remarks());
    BOOST_TEST(says("above the usual 5 to 15 min"), remarks());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(codes_of_the_fee_schedule, RowsAreWritten)

BOOST_AUTO_TEST_CASE(a_modality_comes_with_the_code_that_the_clinic_has_for_it)
{
    note.add(of(Modality::HotPack));
    note.add(of(Modality::Massage));
    BOOST_TEST(row(0).code == "97010");
    BOOST_TEST(row(1).code.empty());
    auto const rows = kept().details().interventions;
    BOOST_TEST(!rows[0].details().timed);
    BOOST_TEST(rows[1].details().timed);
}

BOOST_AUTO_TEST_CASE(a_code_is_found_by_a_word_and_says_whether_it_is_timed)
{
    note.add(of(Modality::HotPack));
    edit(0, [](app::RowFields& fields) { fields.code = "every"; });
    BOOST_TEST(seen().dose->code_meaning == "Everyday activities · timed");
    BOOST_TEST(!seen().dose->asks_timed);
    note.accept_dose();
    BOOST_TEST(row().code == "97530");
    BOOST_TEST(kept().details().interventions.front().details().timed);
}

BOOST_AUTO_TEST_CASE(a_code_that_the_fee_schedule_does_not_hold_is_refused_beside_its_field)
{
    note.add(of(Modality::HotPack));
    keep(0, [](app::RowFields& fields) { fields.code = "99999"; });
    BOOST_TEST_REQUIRE(seen().dose.has_value());
    BOOST_TEST(seen().dose->code_complaint.find("99999") != std::string::npos);
    BOOST_TEST(row().code == "97010");
    keep(0, [](app::RowFields& fields) { fields.code = "97"; });
    BOOST_TEST_REQUIRE(seen().dose.has_value());
    BOOST_TEST(seen().dose->code_complaint.find("97530 Everyday activities") != std::string::npos);
    edit(0, [](app::RowFields& fields) { fields.code = "97010"; });
    BOOST_TEST(seen().dose->code_complaint.empty());
}

BOOST_AUTO_TEST_CASE(codes_are_offered_by_number_or_word)
{
    BOOST_TEST(note.codes("").size() == 4U);
    BOOST_TEST(note.codes("975").front().code == "97530");
    BOOST_TEST(note.codes("pack").front().code == "97010");
    BOOST_TEST(note.codes("zebra").empty());
}

BOOST_AUTO_TEST_CASE(without_a_fee_schedule_a_hot_pack_is_not_timed_and_the_note_says_what_is_missing)
{
    state().fee_schedule.clear();
    open();
    note.add(of(Modality::HotPack));
    keep(0, [](app::RowFields& fields) { fields.minutes = "15"; });
    BOOST_TEST(seen().day.minutes == "Timed 0 min · treatment 15 min");
    note.add(of(Modality::Massage));
    keep(1, [](app::RowFields& fields) { fields.minutes = "10"; });
    BOOST_TEST(seen().day.minutes == "Timed 10 min · treatment 25 min");
    BOOST_TEST(seen().day.units == "Massage 10 min × 1");
    BOOST_TEST(!seen().day.remark.empty());
    edit(0, [](app::RowFields& fields) { fields.code = "HP1"; });
    BOOST_TEST(seen().dose->asks_timed);
    note.accept_dose();
    BOOST_TEST(row().code == "HP1");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(units_of_the_day, RowsAreWritten)

BOOST_AUTO_TEST_CASE(untimed_minutes_are_treatment_and_no_units)
{
    note.add(of(Modality::HotPack));
    keep(0, [](app::RowFields& fields) { fields.minutes = "15"; });
    note.add(note.library("bird").front());
    keep(1, [](app::RowFields& fields) { fields.minutes = "23"; });
    BOOST_TEST(seen().units == "23 timed min · 2 units");
    BOOST_TEST(seen().units_detail.starts_with("38 min of treatment"), seen().units_detail);
    BOOST_TEST(seen().day.minutes == "Timed 23 min · treatment 38 min");
    BOOST_TEST(seen().day.rule == "CMS 8-minute rule · 15 min to the next unit");
}

BOOST_AUTO_TEST_CASE(a_tie_is_shown_and_the_choice_is_kept)
{
    note.add(note.library("bird").front());
    keep(0, [](app::RowFields& fields) { fields.minutes = "20"; });
    note.add(of(Modality::Ultrasound));
    note.edit_dose(1);
    note.type_dose(DoseKey::UltrasoundFrequency, "1");
    note.type_dose(DoseKey::UltrasoundIntensity, "1");
    note.type_row(with_minutes(own(), "20"));
    note.accept_dose();
    BOOST_TEST(seen().day.tied == (std::vector<std::string>{"97110", "97035"}), boost::test_tools::per_element());
    BOOST_TEST(!seen().day.chosen.has_value());
    BOOST_TEST(seen().day.units == "97110 20 min × 2, 97035 20 min × 1");
    note.choose_tied("97035");
    BOOST_TEST((seen().day.chosen == 1U));
    BOOST_TEST(seen().day.units == "97110 20 min × 1, 97035 20 min × 2");
    BOOST_TEST(kept().details().tied_code == "97035");
    note.choose_next_tied();
    BOOST_TEST((seen().day.chosen == 0U));
}

BOOST_AUTO_TEST_CASE(two_visits_of_one_day_are_counted_together)
{
    auto const morning = treatment(time(today(), 8, 30), pat_id);
    must(records().visits().keep(must(Visit::create(VisitId{7100}, maja_id, sciatica_id, morning, clock.local_now()))));
    open();
    note.add(note.library("bird").front());
    keep(seen().rows.size() - 1, [](app::RowFields& fields) { fields.minutes = "7"; });
    // 7 minutes alone earn nothing, and 23 alone 2 units; a code of the day has all 30.
    BOOST_TEST(seen().units == "30 timed min · 2 units");
    BOOST_TEST(seen().units_detail.ends_with("by the day"), seen().units_detail);
    BOOST_TEST(seen().day.day == "Counted by the day, with the visit at 08:30");
    BOOST_TEST(seen().day.units == "97110 30 min × 2");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(doses_of_rows, RowsAreWritten)

BOOST_AUTO_TEST_CASE(a_weight_may_be_typed_in_pounds)
{
    note.add(of(Modality::LumbarTraction));
    note.edit_dose(0);
    note.type_dose(DoseKey::Force, "50 lb");
    note.type_dose(DoseKey::PatientWeight, "95 lb");
    note.accept_dose();
    BOOST_TEST_REQUIRE(!seen().dose.has_value());
    BOOST_TEST(says("52.6 % of body weight; more than 50 % is not advised"), remarks());
    BOOST_TEST(kept().details().interventions.front().details().dose.get(DoseKey::Force).value() == kg_from_lb(50));
}

BOOST_AUTO_TEST_CASE(ultrasound_minutes_are_suggested_and_taken)
{
    note.add(of(Modality::Ultrasound));
    note.edit_dose(0);
    for (auto const& [key, text] : {std::pair{DoseKey::UltrasoundFrequency, "1"}, {DoseKey::UltrasoundIntensity, "0.5"},
             {DoseKey::DutyCycle, "20"}, {DoseKey::Area, "10"}, {DoseKey::HeadArea, "5"}})
        note.type_dose(key, text);
    BOOST_TEST((seen().dose->suggested_minutes == 10));
    note.take_suggested_minutes();
    BOOST_TEST(own().minutes == "10");
}

BOOST_AUTO_TEST_CASE(faults_of_a_row_stand_beside_their_fields)
{
    note.add(of(Modality::ColdPack));
    note.edit_dose(0);
    note.type_dose(DoseKey::Technique, "ice massage");
    BOOST_TEST(seen().dose->minutes_range == "1–15, usually 5–10");
    note.type_row(with_minutes(own(), "20"));
    note.accept_dose();
    BOOST_TEST_REQUIRE(seen().dose.has_value());
    BOOST_TEST(seen().dose->minutes_complaint.find("1 to 15 min") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_keeps_a_note_from_being_signed_stands_in_the_row_it_is_about)
{
    note.type_pain_now("4");
    note.add(of(Modality::Manipulation));
    note.add(note.library("bird").front());
    note.sign();
    BOOST_TEST(says("record the patient's consent", 0), remarks(0));
    BOOST_TEST(says("has no minutes", 1), remarks(1));
    BOOST_TEST(seen().unplaced.empty());
}

BOOST_AUTO_TEST_CASE(an_editor_whose_row_was_undone_is_closed)
{
    note.add(of(Modality::Massage));
    note.edit_dose(0);
    note.undo();
    BOOST_TEST(!seen().dose.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
