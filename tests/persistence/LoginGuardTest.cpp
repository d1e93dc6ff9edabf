// SPDX-License-Identifier: Apache-2.0
#include "persistence/LoginGuard.hpp"

#include "tests/persistence/Doorway.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::testing;
using namespace std::chrono_literals;
using persistence::LoginGuard;

namespace {

/// A clinic whose owner's password somebody guesses.
struct Guessing : Doorway {
    Guessing() { make(); }

    bool guess(std::string const& name = owner)
    {
        auto const clinic = door.open(address(), name, "a wrong guess");
        BOOST_REQUIRE(!clinic);
        return clinic.error().message.arguments.empty();
    }
    /// Seconds the door says to wait; 0 when it lets one try.
    int wait(std::string const& name = owner)
    {
        auto const clinic = door.open(address(), name, password);
        if (clinic)
            return 0;
        auto const& arguments = clinic.error().message.arguments;
        return arguments.empty() ? 0 : std::stoi(arguments.front());
    }
    void guess_until_locked(std::string const& name = owner)
    {
        for (int i = 0; i < 5; ++i)
            BOOST_TEST(guess(name));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(login_guard, Guessing)

BOOST_AUTO_TEST_CASE(waits_double_and_end_at_fifteen_minutes)
{
    BOOST_TEST(LoginGuard::wait_after(4).count() == 0);
    BOOST_TEST(LoginGuard::wait_after(5).count() == 1);
    BOOST_TEST(LoginGuard::wait_after(6).count() == 2);
    BOOST_TEST(LoginGuard::wait_after(7).count() == 4);
    BOOST_TEST(LoginGuard::wait_after(14).count() == 512);
    BOOST_TEST(LoginGuard::wait_after(15).count() == 900);
    BOOST_TEST(LoginGuard::wait_after(1000).count() == 900);
}

BOOST_AUTO_TEST_CASE(five_guesses_are_free_and_then_even_the_right_password_waits)
{
    guess_until_locked();
    BOOST_TEST(wait() == 1);
    clock.advance(1s);
    BOOST_TEST(guess());
    BOOST_TEST(wait() == 2);
    clock.advance(1s);
    BOOST_TEST(wait() == 1);
    clock.advance(1s);
    BOOST_TEST(wait() == 0);
}

BOOST_AUTO_TEST_CASE(waiting_does_not_count_as_another_failure)
{
    guess_until_locked();
    for (int i = 0; i < 10; ++i)
        BOOST_TEST(wait() == 1);
}

BOOST_AUTO_TEST_CASE(the_right_password_forgives_everything)
{
    guess_until_locked();
    clock.advance(1s);
    BOOST_TEST(wait() == 0);
    guess_until_locked();
    BOOST_TEST(wait() == 1);
}

BOOST_AUTO_TEST_CASE(a_name_that_does_not_exist_waits_as_long)
{
    guess_until_locked("nobody");
    BOOST_TEST(wait("nobody") == 1);
    BOOST_TEST(wait() == 0);
}

BOOST_AUTO_TEST_CASE(the_wait_outlives_the_program)
{
    guess_until_locked();
    persistence::SociDoor another{environment()};
    auto const clinic = another.open(address(), owner, password);
    BOOST_REQUIRE(!clinic);
    BOOST_TEST((clinic.error().reason == Refusal::Reason::NotAllowed));
}

BOOST_AUTO_TEST_CASE(setting_the_clock_forward_shortens_nothing)
{
    guess_until_locked();
    clock.advance(24h);
    uptime_offset -= std::chrono::milliseconds{24h}.count();
    BOOST_TEST(wait() == 1);
}

BOOST_AUTO_TEST_CASE(setting_the_clock_back_prolongs_nothing)
{
    guess_until_locked();
    clock.advance(-24h);
    uptime_offset += std::chrono::milliseconds{24h}.count();
    BOOST_TEST(wait() == 1);
    clock.advance(1s);
    BOOST_TEST(wait() == 0);
}

BOOST_AUTO_TEST_CASE(a_clock_set_back_over_a_restart_makes_one_wait_once_more)
{
    guess_until_locked();
    clock.advance(-24h);
    boot = "second start";
    BOOST_TEST(wait() == 1);
    clock.advance(1s);
    BOOST_TEST(wait() == 0);
}

BOOST_AUTO_TEST_CASE(names_that_do_not_exist_cannot_fill_the_disk)
{
    guess_until_locked();
    for (int i = 0; i < 100; ++i)
        guess("stranger" + std::to_string(i));
    persistence::FailureFile file{folder / "clinic.plumbline.logins"};
    auto const kept = file.load();
    BOOST_TEST(kept.size() == 65U);
    BOOST_TEST(kept.contains(owner));
}

BOOST_AUTO_TEST_CASE(a_name_may_be_any_bytes)
{
    BOOST_TEST(guess(std::string("\xff\x00\"\n", 4)));
    BOOST_TEST(guess(std::string(100'000, 'x')));
    BOOST_TEST(guess(""));
    BOOST_TEST(wait() == 0);
}

BOOST_AUTO_TEST_CASE(a_damaged_note_of_failures_locks_nobody_out)
{
    guess_until_locked();
    for (auto const* text : {"", "{", "[1]", "{\"dana\":7}", "{\"dana\":{\"count\":\"x\",\"latest\":3}}"}) {
        folder.write("clinic.plumbline.logins", text);
        BOOST_TEST(wait() == 0);
    }
}

BOOST_AUTO_TEST_SUITE_END()
