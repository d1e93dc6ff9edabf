// SPDX-License-Identifier: Apache-2.0
#include "domain/store/Records.hpp"

#include <boost/test/unit_test.hpp>

namespace plumbline::testing {

BOOST_AUTO_TEST_SUITE(document_kind)

BOOST_AUTO_TEST_CASE(every_kind_of_document_has_the_code_that_the_command_line_uses)
{
    using enum DocumentKind;
    BOOST_TEST(code(ProgressReport) == "progress");
    BOOST_TEST(code(Evaluation) == "evaluation");
    BOOST_TEST(code(PlanOfCare) == "plan");
    BOOST_TEST(code(DailyNote) == "daily");
    BOOST_TEST(code(Discharge) == "discharge");
    BOOST_TEST(code(Referral) == "referral");
}

BOOST_AUTO_TEST_CASE(every_kind_of_document_comes_back_from_its_code)
{
    for (int i = 0; i <= static_cast<int>(DocumentKind::Referral); ++i) {
        auto const kind = static_cast<DocumentKind>(i);
        BOOST_TEST((document_kind_from_code(code(kind)).value() == kind));
        BOOST_TEST(!label(kind).empty());
    }
    BOOST_TEST(!document_kind_from_code(""));
    BOOST_TEST(!document_kind_from_code("poem"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
