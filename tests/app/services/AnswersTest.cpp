// SPDX-License-Identifier: Apache-2.0
#include "app/services/Chart.hpp"
#include "app/services/FormDraft.hpp"
#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

namespace {

app::Answers all(int of_each, int version = 0, ScoreId id = ScoreId{1})
{
    return {id, version, Measure::Odi, std::vector<std::optional<int>>(10, of_each)};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(answers_of_an_evaluation, AtTheClinic)

BOOST_AUTO_TEST_CASE(they_stand_on_its_day_and_say_that_they_were_corrected)
{
    must(by(Role::Therapist, app::answer, first_evaluation_id, all(2)));
    must(by(Role::Therapist, app::answer, first_evaluation_id, all(3, 1)));

    auto const score = *records().scores().find(ScoreId{1});
    BOOST_TEST(score.score().value == 60);
    BOOST_TEST((score.on() == first_evaluation().on));
    BOOST_TEST((last_entry().event == AuditEvent::Change));
    BOOST_TEST(last_entry().entity == "score");
    auto const entries = state().audit.size();
    must(by(Role::Therapist, app::answer, first_evaluation_id, all(3, 2)));
    BOOST_TEST(state().audit.size() == entries, "the same answers are no change");
}

BOOST_AUTO_TEST_CASE(outdated_ones_overwrite_nothing)
{
    must(by(Role::Therapist, app::answer, first_evaluation_id, all(2)));
    must(by(Role::Therapist, app::answer, first_evaluation_id, all(3, 1)));
    BOOST_TEST(refused(by(Role::Therapist, app::answer, first_evaluation_id, all(4, 1)), Reason::Conflict, ""));
    BOOST_TEST(refused(by(Role::Therapist, app::answer, first_evaluation_id, all(4)), Reason::Conflict, ""));
    BOOST_TEST(records().scores().find(ScoreId{1})->score().value == 60);
}

BOOST_AUTO_TEST_CASE(a_signature_ends_it)
{
    must(by(Role::Therapist, app::answer, first_evaluation_id, all(2)));
    must(by(Role::Therapist, app::sign_evaluation, first_evaluation_id, 1));
    BOOST_TEST(
        refused(by(Role::Therapist, app::answer, first_evaluation_id, all(3, 1)), Reason::NotAllowed, "oswestry"));
    BOOST_TEST(records().scores().find(ScoreId{1})->score().value == 40);
}

BOOST_AUTO_TEST_CASE(too_few_or_impossible_answers_are_refused_beside_them)
{
    auto few = all(2);
    for (std::size_t i = 0; i < 3; ++i)
        few.items[i].reset();
    BOOST_TEST(refused(by(Role::Therapist, app::answer, first_evaluation_id, few), Reason::Invalid, "oswestry"));
    BOOST_TEST(refused(by(Role::Therapist, app::answer, first_evaluation_id, all(6)), Reason::Invalid, "oswestry"));
    BOOST_TEST(refused(by(Role::Assistant, app::answer, first_evaluation_id, all(2)), Reason::NotAllowed, ""));
    BOOST_TEST(state().scores.empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(drafts_of_forms, AtTheClinic)

BOOST_AUTO_TEST_CASE(what_was_typed_comes_back_word_for_word)
{
    app::FormDraft const draft{.before = {{"a", ""}},
        .texts = {{"a", "Zo\u0065\u0308 \U0001F44D\n\"{}\""}, {"unknown.to.us", "x"}},
        .at = time(today(), 14, 5)};
    BOOST_TEST((must(app::form_draft_from_text(app::to_text(draft))) == draft));
    for (auto const* const bad :
        {"", "{}", "[1]", "nonsense", R"({"form":2,"at":"2026-11-23T14:05","before":{},"texts":{}})",
            R"({"form":1,"at":"yesterday","before":{},"texts":{}})",
            R"({"form":1,"at":"2026-11-23T14:05","before":{},"texts":[1]})"})
        BOOST_TEST(!app::form_draft_from_text(bad).has_value(), bad);
}

BOOST_AUTO_TEST_CASE(one_persons_changes_go_on_top_of_anothers)
{
    app::TypedTexts const before{{"name", "Maja"}, {"phone", "1"}, {"city", "Bath"}};
    app::TypedTexts const mine{{"name", "Maja"}, {"phone", "2"}};
    app::TypedTexts const theirs{{"name", "Maya"}, {"phone", "3"}, {"city", "Bath"}};
    auto const both = app::merged(before, mine, theirs);
    BOOST_TEST(app::typed(both, "name") == "Maya");
    BOOST_TEST(app::typed(both, "phone") == "2");
    BOOST_TEST(app::typed(both, "city").empty());
}

BOOST_AUTO_TEST_SUITE_END()
