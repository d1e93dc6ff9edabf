// SPDX-License-Identifier: Apache-2.0
#include "app/services/demo/Scenarios.hpp"

#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string_view>

using namespace plumbline;
using namespace plumbline::testing;

namespace {

/// What the seed article names as a cause of back pain or as a reason to come, by the codes it is charted with.
struct Cause {
    std::string_view name, code;
};
constexpr Cause causes[]{{"strain", "S39.012"}, {"injury: herniated disc", "M51.2"}, {"injury: fracture", "M80."},
    {"poor posture", "R29.3"}, {"arthritis", "M47."}, {"scoliosis", "M41."}, {"kyphosis", "M40.2"}, {"obesity", "E66."},
    {"pregnancy", "O26."}, {"stress", "M62.83"}, {"sciatica", "M54.3"}, {"spinal stenosis", "M48.0"},
    {"after spinal surgery", "Z98.1"}, {"spondylolisthesis", "M43.1"}, {"tailbone", "M53.3"}, {"upper back", "M54.6"},
    {"low back", "M54.5"}};

} // namespace

BOOST_AUTO_TEST_SUITE(demo_scenarios)

BOOST_AUTO_TEST_CASE(every_cause_that_the_seed_names_is_somebodys_complaint)
{
    for (Cause const& cause : causes)
        BOOST_TEST(std::ranges::any_of(app::demo::scenarios(),
                       [&](app::demo::Scenario const& one) {
                           return one.diagnosis.starts_with(cause.code) || one.second_diagnosis.starts_with(cause.code);
                       }),
            cause.name);
}

BOOST_AUTO_TEST_CASE(every_complaint_has_codes_that_the_list_knows)
{
    for (app::demo::Scenario const& one : app::demo::scenarios())
        for (std::string_view const code : {one.diagnosis, one.second_diagnosis})
            BOOST_TEST((code.empty() || diagnosis(code, day(2026, 11, 23)).has_value()), one.title);
}

BOOST_AUTO_TEST_SUITE_END()
