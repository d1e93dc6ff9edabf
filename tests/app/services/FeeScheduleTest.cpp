// SPDX-License-Identifier: Apache-2.0
#include "app/services/FeeSchedule.hpp"

#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using Reason = Refusal::Reason;

namespace {

ServiceCode const exercise{"X100", "Exercise", true, Modality::Exercise};
ServiceCode const heat{"X200", "Hot or cold", false, Modality::HotPack};

struct AtTheFees : AtTheClinic {
    AtTheFees()
    {
        for (ServiceCode const& one : records().fee_schedule().all())
            records().fee_schedule().remove(one.code);
    }
    Result<app::FeeEdit> change(app::FeeEdit const& edit) { return by(Role::Manager, app::change_codes, edit); }
    app::CodeImport import(std::string const& text)
    {
        return must(by(Role::Owner, app::import_codes, text, app::ImportMode::Import));
    }
    std::vector<ServiceCode> all() { return records().fee_schedule().all(); }
};

using Codes = std::vector<ServiceCode>;

} // namespace

BOOST_FIXTURE_TEST_SUITE(the_clinics_fee_schedule, AtTheFees)

BOOST_AUTO_TEST_CASE(codes_are_added_changed_renamed_and_removed_each_with_its_entry)
{
    must(change({{std::nullopt, ServiceCode{" X100 ", " Exercise ", true, Modality::Exercise}}}));
    BOOST_TEST((all() == Codes{exercise}));
    BOOST_TEST((last_entry().event == AuditEvent::Create));
    BOOST_TEST(last_entry().detail == "X100");

    ServiceCode const renamed{"X101", "Exercise", false, Modality::Exercise};
    must(change({{exercise, renamed}}));
    BOOST_TEST((all() == Codes{renamed}));
    BOOST_TEST(last_entry().detail == "X100 now X101");

    must(change({{renamed, std::nullopt}}));
    BOOST_TEST(all().empty());
    BOOST_TEST((last_entry().event == AuditEvent::Delete));
}

BOOST_AUTO_TEST_CASE(every_edit_can_be_taken_back_until_somebody_else_changes_the_line)
{
    must(change({{std::nullopt, exercise}, {std::nullopt, heat}}));
    auto const removal = must(change({{exercise, std::nullopt}}));
    must(change(app::inverse(removal)));
    BOOST_TEST((all() == Codes{exercise, heat}));

    ServiceCode untimed = exercise;
    untimed.timed = false;
    auto const edit = must(change({{exercise, untimed}}));
    ServiceCode relabeled = untimed;
    relabeled.label = "Therapeutic exercise";
    must(change({{untimed, relabeled}}));
    BOOST_TEST(refused(change(app::inverse(edit)), Reason::Conflict, ""));
    BOOST_TEST((all() == Codes{relabeled, heat}));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_kept_is_said_beside_its_field)
{
    must(change({{std::nullopt, exercise}}));
    BOOST_TEST(refused(change({{std::nullopt, ServiceCode{"", "Heat", false, {}}}}), Reason::Invalid, "code"));
    BOOST_TEST(refused(change({{std::nullopt, ServiceCode{"X100", "Again", false, {}}}}), Reason::Invalid, "code"));
    BOOST_TEST(refused(
        change({{std::nullopt, ServiceCode{"X9", std::string(300, 'a'), false, {}}}}), Reason::Invalid, "label"));
    BOOST_TEST(refused(
        change({{std::nullopt, ServiceCode{"X9", "", true, Modality::Exercise}}}), Reason::Invalid, "modality"));
    // All or nothing.
    BOOST_TEST(!change({{std::nullopt, heat}, {std::nullopt, ServiceCode{"X100", "", true, {}}}}));
    BOOST_TEST((all() == Codes{exercise}));
}

BOOST_AUTO_TEST_CASE(a_list_adds_and_changes_and_leaves_the_rest)
{
    ServiceCode const other{"Z1", "Stays", false, {}};
    must(change({{std::nullopt, heat}, {std::nullopt, other}}));
    auto const taken = import("code;description;timed;offered_for\nX100;Exercise;yes;exercise\nX200;Heat;no;hot-pack\n"
                              "Z1;Stays;no;\n");
    BOOST_TEST(taken.outcome.created == 1);
    BOOST_TEST(taken.outcome.updated == 1);
    BOOST_TEST(taken.outcome.skipped == 1);
    BOOST_TEST((all() == Codes{exercise, ServiceCode{"X200", "Heat", false, Modality::HotPack}, other}));
    BOOST_TEST((last_entry().event == AuditEvent::Import));

    must(change(app::inverse(taken.edit)));
    BOOST_TEST((all() == Codes{heat, other}));
}

BOOST_AUTO_TEST_CASE(a_modality_may_go_from_one_code_of_the_list_to_another)
{
    must(change({{std::nullopt, exercise}}));
    auto const taken = import("code,label,timed,modality\nA1,Other,yes,exercise\nX100,Exercise,yes,\n");
    BOOST_TEST(taken.outcome.faults == 0);
    BOOST_TEST((all().front() == ServiceCode{"A1", "Other", true, Modality::Exercise}));
}

BOOST_AUTO_TEST_CASE(one_bad_row_keeps_all_out_and_is_named_by_its_line)
{
    must(change({{std::nullopt, exercise}}));
    auto const taken = import("code,timed,modality\nA1,yes,\nA2,perhaps,\nA1,no,\nA3,yes,exercise\n,yes,\n");
    BOOST_TEST(taken.outcome.faults == 4);
    BOOST_TEST(taken.outcome.created == 0);
    BOOST_TEST(taken.edit.empty());
    BOOST_TEST((all() == Codes{exercise}));
    std::vector<int> lines;
    for (auto const& problem : taken.outcome.problems)
        lines.push_back(problem.line);
    BOOST_TEST(lines == (std::vector<int>{3, 4, 5, 6}), boost::test_tools::per_element());
    BOOST_TEST(taken.outcome.problems[0].english().starts_with("line 3, timed: "));
}

BOOST_AUTO_TEST_CASE(what_is_no_list_of_codes_is_refused_on_the_file)
{
    for (auto const* const text : {"", "label,timed\nHeat,no\n", "code,label\nX1,Heat\n", "code,Code,timed\nX,Y,no\n"})
        BOOST_TEST(refused(by(Role::Owner, app::import_codes, std::string{text}, app::ImportMode::Import),
                       Reason::Invalid, "file"),
            text);
}

BOOST_AUTO_TEST_SUITE_END()
