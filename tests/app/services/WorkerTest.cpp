// SPDX-License-Identifier: Apache-2.0
#include "app/services/Worker.hpp"

#include "app/services/Desk.hpp"
#include "app/services/Trouble.hpp"
#include "domain/store/BrokenWorld.hpp"
#include "tests/app/services/AtTheClinic.hpp"

#include <boost/test/unit_test.hpp>

#include <future>
#include <thread>

using namespace plumbline;
using namespace plumbline::app;

namespace {

/// Stands for the user-interface thread: what is delivered waits until the test runs it.
class Mailbox {
public:
    void deliver(std::function<void()> letter)
    {
        std::scoped_lock const lock{guard_};
        letters_.push_back(std::move(letter));
    }
    void open_all()
    {
        std::vector<std::function<void()>> letters;
        {
            std::scoped_lock const lock{guard_};
            letters.swap(letters_);
        }
        for (auto const& letter : letters)
            letter();
    }

private:
    std::mutex guard_;
    std::vector<std::function<void()>> letters_;
};

struct WithMailbox {
    Mailbox mailbox;
    std::vector<std::string> troubles;
    std::unique_ptr<ThreadWorker> worker =
        std::make_unique<ThreadWorker>([this](std::function<void()> letter) { mailbox.deliver(std::move(letter)); },
            [this](std::string trouble) { troubles.push_back(std::move(trouble)); });
    void finish()
    {
        worker.reset();
        mailbox.open_all();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(worker, WithMailbox)

BOOST_AUTO_TEST_CASE(jobs_run_in_order_on_one_other_thread_and_answers_come_back_here)
{
    std::vector<int> order;
    std::vector<std::thread::id> job_threads, answer_threads;
    for (int i = 0; i < 100; ++i)
        worker->post([&, i] { order.push_back(i), job_threads.push_back(std::this_thread::get_id()); },
            [&] { answer_threads.push_back(std::this_thread::get_id()); });
    finish();

    BOOST_TEST(order.size() == 100U);
    BOOST_TEST(std::ranges::is_sorted(order));
    BOOST_TEST(answer_threads.size() == 100U);
    BOOST_TEST((std::ranges::count(job_threads, job_threads.front()) == 100));
    BOOST_TEST((job_threads.front() != std::this_thread::get_id()));
    BOOST_TEST((std::ranges::count(answer_threads, std::this_thread::get_id()) == 100));
}

BOOST_AUTO_TEST_CASE(closing_finishes_what_was_handed_in)
{
    int done = 0;
    for (int i = 0; i < 20; ++i)
        worker->post([&] { ++done; }, [] {});
    worker.reset();

    BOOST_TEST(done == 20);
}

BOOST_AUTO_TEST_CASE(an_answer_to_someone_who_left_is_dropped)
{
    auto alive = std::make_shared<int>();
    bool received = false;
    worker->run(
        std::weak_ptr<void const>{alive}, [] { return 1; }, [&](int) { received = true; });
    alive.reset();
    finish();

    BOOST_TEST(!received);
}

BOOST_AUTO_TEST_CASE(a_broken_world_is_told_in_its_own_words_and_the_next_job_runs)
{
    bool answered = false;
    worker->post([] { throw DiskFull{Message{"The disk is full."}}; }, [&] { answered = true; });
    int next = 0;
    worker->post([&] { next = 1; }, [] {});
    finish();

    BOOST_TEST(!answered);
    BOOST_TEST(next == 1);
    BOOST_TEST_REQUIRE(troubles.size() == 1U);
    BOOST_TEST(troubles.front() == "The disk is full.");
}

BOOST_AUTO_TEST_CASE(the_text_of_any_other_exception_stays_inside)
{
    worker->post([] { throw std::runtime_error{"insert into patient values ('Lindqvist')"}; }, [] {});
    finish();

    BOOST_TEST_REQUIRE(troubles.size() == 1U);
    BOOST_TEST(troubles.front().find("Lindqvist") == std::string::npos);
    BOOST_TEST(!troubles.front().empty());
}

BOOST_AUTO_TEST_CASE(housekeeping_runs_once_when_nobody_has_worked_for_a_while)
{
    std::promise<void> rested;
    int rests = 0;
    ThreadWorker quiet{[](std::function<void()> const&) {}, [](std::string const&) {},
        [&] {
            if (++rests == 1)
                rested.set_value();
        }};
    quiet.post([] {}, [] {});

    BOOST_TEST((rested.get_future().wait_for(std::chrono::seconds{60}) == std::future_status::ready));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(desk, plumbline::testing::AtTheClinic)

BOOST_AUTO_TEST_CASE(work_comes_back_to_whoever_is_still_there)
{
    auto const alive = std::make_shared<int>();
    auto at = desk(Role::Therapist);
    std::int64_t patients = 0;
    at.read(
        alive, [](Records const& all, Context const&) -> Result<std::int64_t> { return all.patients().count(); },
        [&](Result<std::int64_t> count) { patients = *count; });

    BOOST_TEST(patients == 2);
}

BOOST_AUTO_TEST_CASE(what_a_rule_forbids_everyone_is_no_denial)
{
    auto const outcome = desk(Role::Owner).write_now([](Records&, Context const&) -> Result<void> {
        return refuse(Refusal::Reason::NotAllowed, "modality", "Nobody may.");
    });

    BOOST_TEST(!outcome.has_value());
    BOOST_TEST(state().audit.empty());
}

BOOST_AUTO_TEST_SUITE_END()
