// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Id.hpp"

#include <boost/test/unit_test.hpp>

#include <concepts>
#include <unordered_set>

namespace plumbline::testing {
namespace {

template <class A, class B>
concept Comparable = requires(A a, B b)
{
    a == b;
};
template <class A, class B>
concept Ordered = requires(A a, B b)
{
    a < b;
};
template <class A>
concept Countable = requires(A a)
{
    a + 1;
};

static_assert(Comparable<PatientId, PatientId> && Ordered<VisitId, VisitId>);
static_assert(!Comparable<PatientId, VisitId>, "a patient is no visit");
static_assert(!Ordered<EpisodeId, PlanId>, "an episode comes neither before nor after a plan");
static_assert(!std::convertible_to<PatientId, VisitId> && !std::constructible_from<VisitId, PatientId>);
static_assert(!std::convertible_to<std::int64_t, PatientId>, "a number is an id only when someone says so");
static_assert(!std::convertible_to<PatientId, std::int64_t> && !Comparable<PatientId, std::int64_t>);
static_assert(!std::default_initializable<PatientId>, "an id always names something");
static_assert(!Countable<PatientId>);

} // namespace

BOOST_AUTO_TEST_SUITE(id)

BOOST_AUTO_TEST_CASE(ids_are_equal_and_sorted_by_value)
{
    BOOST_TEST((PatientId{7} == PatientId{7}));
    BOOST_TEST((PatientId{7} != PatientId{8}));
    BOOST_TEST((PatientId{7} < PatientId{8}));
    BOOST_TEST(PatientId{7}.value() == 7);
}

BOOST_AUTO_TEST_CASE(ids_find_their_place_in_hashed_sets)
{
    std::unordered_set<VisitId> const visits{VisitId{1}, VisitId{2}, VisitId{1}};

    BOOST_TEST(visits.size() == 2U);
    BOOST_TEST(visits.contains(VisitId{2}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
