// SPDX-License-Identifier: Apache-2.0
#include "domain/core/IdMaker.hpp"
#include "tests/support/FixedClock.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <latch>
#include <thread>
#include <vector>

namespace plumbline::testing {
namespace {

/// A clock that every thread moves on at random moments, forwards and backwards.
class RestlessClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override
    {
        int const turn = turns_++;
        return Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}}
        + std::chrono::milliseconds{turn % 7 == 0 ? -5000 : turn / 50};
    }
    [[nodiscard]] ClinicTime local_now() const override { return ClinicTime{}; }

private:
    mutable std::atomic<int> turns_ = 0;
};

} // namespace

BOOST_AUTO_TEST_SUITE(id_maker)

BOOST_AUTO_TEST_CASE(ids_only_grow_while_the_clock_stands_still)
{
    FixedClock const clock;
    IdMaker maker{clock};
    std::int64_t last = maker.next();

    for (int i = 0; i < 20'000; ++i) {
        std::int64_t const next = maker.next();
        BOOST_REQUIRE_GT(next, last);
        last = next;
    }
}

BOOST_AUTO_TEST_CASE(ids_grow_on_after_the_clock_was_set_back_an_hour)
{
    FixedClock clock;
    IdMaker maker{clock};
    std::int64_t const before = maker.next();

    clock.advance(-std::chrono::hours{1});
    std::int64_t const after = maker.next();
    clock.advance(std::chrono::hours{2});

    BOOST_TEST(after > before);
    BOOST_TEST(maker.next() > after);
}

BOOST_AUTO_TEST_CASE(an_id_sorts_by_its_millisecond_across_workstations)
{
    FixedClock clock;
    IdMaker late_node{clock, 1023};
    std::int64_t const early = late_node.next();

    clock.advance(std::chrono::milliseconds{1});
    IdMaker early_node{clock, 0};

    BOOST_TEST(early_node.next() > early);
}

BOOST_AUTO_TEST_CASE(two_workstations_make_different_ids_in_the_same_millisecond)
{
    FixedClock const clock;
    IdMaker one{clock, 1};
    IdMaker two{clock, 2};

    for (int i = 0; i < 5000; ++i)
        BOOST_REQUIRE_NE(one.next(), two.next());
}

BOOST_AUTO_TEST_CASE(an_id_holds_milliseconds_node_and_counter_and_is_positive)
{
    FixedClock const clock;
    IdMaker maker{clock, 5};
    auto const millis = (clock.now() - Instant{std::chrono::sys_days{std::chrono::year{2020} / 1 / 1}}).count();

    std::int64_t const id = maker.next();

    BOOST_TEST(id > 0);
    BOOST_TEST((id >> 22) == millis);
    BOOST_TEST(((id >> 12) & 1023) == 5);
    BOOST_TEST((maker.next() & 4095) == (id & 4095) + 1);
}

BOOST_AUTO_TEST_CASE(four_threads_never_get_the_same_id_though_the_clock_steps_back)
{
    constexpr std::size_t each = 100'000;
    RestlessClock const clock;
    IdMaker maker{clock};
    std::array<std::vector<std::int64_t>, 4> made;
    std::latch together{4};

    {
        std::vector<std::jthread> threads;
        for (auto& mine : made)
            threads.emplace_back([&maker, &mine, &together] {
                mine.reserve(each);
                together.arrive_and_wait();
                for (std::size_t i = 0; i < each; ++i)
                    mine.push_back(maker.next());
            });
    }

    std::vector<std::int64_t> all;
    for (auto const& mine : made) {
        BOOST_TEST((std::ranges::adjacent_find(mine, std::greater_equal{}) == mine.end()));
        all.insert(all.end(), mine.begin(), mine.end());
    }
    std::ranges::sort(all);
    BOOST_TEST(all.size() == 4 * each);
    BOOST_TEST((std::ranges::adjacent_find(all) == all.end()));
}

BOOST_AUTO_TEST_CASE(an_id_can_be_made_for_what_it_names)
{
    FixedClock const clock;
    IdMaker maker{clock};

    PatientId const first = maker.make<PatientId>();

    BOOST_TEST((first < maker.make<PatientId>()));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
