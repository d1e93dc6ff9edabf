// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/CodeFormPresenter.hpp"
#include "app/presenters/FeeSchedulePresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

ServiceCode const exercise{"X100", "Exercise", true, Modality::Exercise};

struct AtTheCodes : AtTheDesk {
    AtTheCodes()
    {
        for (ServiceCode const& one : records().fee_schedule().all())
            records().fee_schedule().remove(one.code);
        records().fee_schedule().keep(exercise);
        fees.refresh();
        listening = fees.happened.connect([this](std::string const& words, app::FeeEdit const& edit) {
            said = words;
            done = edit;
        });
    }
    app::FeeSchedulePresenter fees{desk_of(Role::Owner)};
    app::Connection listening;
    std::string said;
    app::FeeEdit done;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(service_codes_on_the_screen, AtTheCodes)

BOOST_AUTO_TEST_CASE(a_removed_code_comes_back_with_undo)
{
    fees.remove(0);
    BOOST_TEST(fees.state().codes.empty());
    BOOST_TEST(said == "Code X100 is removed.");
    fees.undo(done);
    BOOST_TEST((fees.state().codes == std::vector<ServiceCode>{exercise}));
    fees.remove(7); // A row that is not there.
    BOOST_TEST(fees.state().codes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_code_is_typed_in_and_faults_stand_beside_their_fields)
{
    app::CodeFormPresenter form{desk_of(Role::Manager)};
    form.edit({"X100", "Again", false, std::nullopt});
    form.keep();
    BOOST_TEST(!complaint(form.state().complaints, "code").empty());
    form.edit({"X200", "Heat", false, Modality::Exercise});
    form.keep();
    BOOST_TEST(!complaint(form.state().complaints, "modality").empty());
    form.edit({"X200", "Heat", false, Modality::HotPack});
    app::Connection const told = form.kept.connect([&](app::FeeEdit const& edit) { fees.edited(edit); });
    form.keep();
    BOOST_TEST(form.state().complaints.empty());
    BOOST_TEST(said == "Code X200 is added.");
    BOOST_TEST((fees.state().codes.back() == ServiceCode{"X200", "Heat", false, Modality::HotPack}));
}

BOOST_AUTO_TEST_CASE(what_was_typed_over_a_code_comes_back_after_a_crash)
{
    {
        app::CodeFormPresenter form{desk_of(Role::Owner), exercise};
        form.edit({"X100", "Exercise in water", false, Modality::Exercise});
    }
    app::CodeFormPresenter again{desk_of(Role::Owner), exercise};
    BOOST_TEST(again.state().restored.starts_with("Restored"));
    BOOST_TEST(again.state().fields.label == "Exercise in water");
    BOOST_TEST(!again.state().fields.timed);
}

BOOST_AUTO_TEST_CASE(two_who_change_one_code_meet)
{
    app::CodeFormPresenter mine{desk_of(Role::Owner), exercise};
    app::CodeFormPresenter theirs{desk_of(Role::Manager), exercise};
    theirs.edit({"X100", "Their words", true, Modality::Exercise});
    theirs.keep();
    mine.edit({"X100", "Exercise", false, Modality::Exercise});
    mine.keep();
    BOOST_TEST((mine.state().clash == app::TypingState::Clash::Met));
    mine.put_mine_on_top();
    mine.keep();
    BOOST_TEST(
        (records().fee_schedule().all().front() == ServiceCode{"X100", "Their words", false, Modality::Exercise}));
}

BOOST_AUTO_TEST_CASE(a_list_says_what_it_did_or_which_lines_are_at_fault)
{
    TemporaryFolder const folder;
    fees.import_list(folder.write("fees.csv", "code,timed\nX300,yes\nX400,perhaps\n").string());
    BOOST_TEST(fees.state().notice == "Nothing was taken over: 1 rows cannot be used.");
    BOOST_TEST_REQUIRE(fees.state().problems.size() == 1U);
    BOOST_TEST(fees.state().problems.front().starts_with("line 3, timed: "));
    BOOST_TEST(said.empty());

    fees.import_list(folder.write("fees.csv", "code,timed\nX300,yes\nX400,no\n").string());
    BOOST_TEST(fees.state().problems.empty());
    BOOST_TEST(fees.state().codes.size() == 3U);
    BOOST_TEST(said == "2 service codes are changed.");
    fees.undo(done);
    BOOST_TEST(fees.state().codes.size() == 1U);

    fees.import_list((folder / "none.csv").string());
    BOOST_TEST(!complaint(fees.state().complaints, "file").empty());
}

BOOST_AUTO_TEST_CASE(who_may_not_see_the_codes_is_not_denied_for_opening_the_settings)
{
    app::FeeSchedulePresenter own{desk_of(Role::Therapist)};
    auto const before = state().audit.size();
    own.refresh();
    BOOST_TEST(own.state().codes.empty());
    BOOST_TEST(state().audit.size() == before);
}

BOOST_AUTO_TEST_SUITE_END()
