// SPDX-License-Identifier: Apache-2.0
#include "domain/access/User.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <set>
#include <string>

namespace plumbline::testing {
namespace {

/// Written a second time, by role instead of by action, so that a slip in either table shows.
std::map<Role, std::set<Action>> const& expected()
{
    using enum Action;
    static std::map<Role, std::set<Action>> const table{
        {Role::Owner,
            {SeePatients, EditPatients, ImportPatients, MergePatients, SeeChart, EditEpisode, EditEvaluation, EditPlan,
                EditNote, SignNote, SignEvaluation, AddAddendum, MakeReport, PrintDocument, ExportData, SeeSchedule,
                EditSchedule, SeeAudit, VerifyAudit, ManageUsers, ManageClinic, BackUp, Restore, SeeInsights, SeeClinic,
                CheckClinic, EditFees}},
        {Role::Therapist,
            {SeePatients, EditPatients, SeeChart, EditEpisode, EditEvaluation, EditPlan, EditNote, SignNote,
                SignEvaluation, AddAddendum, MakeReport, PrintDocument, SeeSchedule, EditSchedule}},
        {Role::Assistant,
            {SeePatients, EditPatients, SeeChart, EditNote, SignNote, AddAddendum, PrintDocument, SeeSchedule,
                EditSchedule}},
        {Role::FrontDesk, {SeePatients, EditPatients, PrintDocument, SeeSchedule, EditSchedule}},
        {Role::Manager,
            {SeePatients, EditPatients, ImportPatients, MergePatients, SeeChart, PrintDocument, SeeSchedule,
                EditSchedule, SeeAudit, VerifyAudit, BackUp, SeeInsights, SeeClinic, CheckClinic, EditFees}},
        {Role::ReadOnly, {SeePatients, SeeChart, SeeSchedule}},
    };
    return table;
}

Actor actor(Role role)
{
    return Actor{UserId{1}, role, "someone", "Some One, PT"};
}

} // namespace

BOOST_AUTO_TEST_SUITE(permission)

BOOST_AUTO_TEST_CASE(every_cell_of_the_matrix_is_what_was_decided)
{
    int cells = 0;
    for (Role const role : all_roles())
        for (Action const action : all_actions()) {
            ++cells;
            BOOST_TEST_CONTEXT(code(role) << " x " << code(action))
            BOOST_TEST(permitted(role, action) == expected().at(role).contains(action));
        }

    BOOST_TEST(cells == 6 * static_cast<int>(Action::count_));
}

BOOST_AUTO_TEST_CASE(every_action_and_role_is_listed_once_with_its_own_code)
{
    std::set<std::string_view> action_codes, role_codes;
    std::set<Action> actions;
    for (Action const action : all_actions()) {
        actions.insert(action);
        action_codes.insert(code(action));
    }
    for (Role const role : all_roles())
        role_codes.insert(code(role));

    BOOST_TEST(actions.size() == static_cast<std::size_t>(Action::count_));
    BOOST_TEST(action_codes.size() == actions.size());
    BOOST_TEST(!action_codes.contains(""));
    BOOST_TEST(role_codes.size() == 6U);
    BOOST_TEST(!role_codes.contains(""));
}

BOOST_AUTO_TEST_CASE(what_is_not_in_the_matrix_is_denied)
{
    BOOST_TEST(!permitted(Role::Owner, Action::count_));
    BOOST_TEST(!permitted(Role::Owner, static_cast<Action>(999)));
    BOOST_TEST(!permitted(static_cast<Role>(6), Action::SeePatients));
    BOOST_TEST(!permitted(static_cast<Role>(-1), Action::SeePatients));
    BOOST_TEST(!permit(actor(Role::Owner), Action::count_));
}

BOOST_AUTO_TEST_CASE(an_assistant_signs_notes_but_no_evaluation_plan_or_progress_report)
{
    BOOST_TEST(permit(actor(Role::Assistant), Action::SignNote).has_value());
    for (Action const action :
        {Action::EditEvaluation, Action::SignEvaluation, Action::EditPlan, Action::EditEpisode, Action::MakeReport})
        BOOST_TEST(!permit(actor(Role::Assistant), action));
}

BOOST_AUTO_TEST_CASE(a_refused_action_says_not_allowed_and_what)
{
    auto const refused = permit(actor(Role::FrontDesk), Action::SeeChart);

    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().reason == Refusal::Reason::NotAllowed));
    BOOST_TEST(refused.error().message.english() == "Your role may not see charts.");
}

BOOST_AUTO_TEST_CASE(every_refusal_is_a_sentence_of_its_own)
{
    std::set<std::string> sentences;
    for (Action const action : all_actions()) {
        auto const refused = permit(Actor{UserId{1}, static_cast<Role>(99), "", ""}, action);
        BOOST_REQUIRE(!refused);
        sentences.insert(refused.error().message.english());
    }

    BOOST_TEST(sentences.size() == all_actions().size());
}

BOOST_AUTO_TEST_CASE(a_role_comes_back_from_its_code_and_an_unknown_code_is_refused)
{
    for (Role const role : all_roles()) {
        BOOST_TEST((role_from_code(code(role)).value() == role));
        BOOST_TEST(!label(role).empty());
    }
    BOOST_TEST(code(Role::Therapist) == "therapist");
    BOOST_TEST(!role_from_code(""));
    BOOST_TEST(!role_from_code("Therapist"));
    BOOST_TEST(!role_from_code("god"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
