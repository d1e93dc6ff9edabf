// SPDX-License-Identifier: Apache-2.0
#include "app/services/Worker.hpp"

#include "app/services/Trouble.hpp"

#include <chrono>

namespace plumbline::app {

namespace {

/// Nobody waits any more, so housekeeping disturbs no one.
constexpr std::chrono::milliseconds quiet{500};

} // namespace

void ImmediateWorker::post(std::function<void()> job, std::function<void()> then)
{
    job();
    then();
}

ThreadWorker::ThreadWorker(Deliver deliver, std::function<void(std::string)> trouble, std::function<void()> idle)
    : deliver_{std::move(deliver)}
    , trouble_{std::move(trouble)}
    , idle_{std::move(idle)}
    , thread_{[this] { work(); }}
{
}

ThreadWorker::~ThreadWorker()
{
    {
        std::scoped_lock const lock{guard_};
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void ThreadWorker::post(std::function<void()> job, std::function<void()> then)
{
    {
        std::scoped_lock const lock{guard_};
        tasks_.push_back({std::move(job), std::move(then)});
    }
    wake_.notify_one();
}

void ThreadWorker::work()
{
    auto const wanted = [this] { return stopping_ || !tasks_.empty(); };
    bool rested = true;
    std::unique_lock lock{guard_};
    for (;;) {
        if (rested)
            wake_.wait(lock, wanted);
        else if (!wake_.wait_for(lock, quiet, wanted)) {
            rested = true;
            if (idle_) {
                lock.unlock();
                perform({idle_, {}});
                lock.lock();
            }
            continue;
        }
        if (tasks_.empty())
            return;
        Task task = std::move(tasks_.front());
        tasks_.pop_front();
        lock.unlock();
        perform(std::move(task));
        rested = false;
        lock.lock();
    }
}

void ThreadWorker::perform(Task task)
{
    try {
        task.job();
    } catch (...) {
        deliver_([trouble = trouble_, text = what_broke(std::current_exception())] { trouble(text); });
        return;
    }
    if (task.then)
        deliver_(std::move(task.then));
}

} // namespace plumbline::app
