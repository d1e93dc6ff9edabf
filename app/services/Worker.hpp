// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace plumbline::app {

/// Runs database work away from the caller and brings the outcome back to it.
class Worker {
public:
    virtual ~Worker() = default;
    /// Job runs on the database thread in order of posting; then is called on the caller's thread with no
    /// job of its own running. A job that throws has its exception handed to the trouble handler instead.
    virtual void post(std::function<void()> job, std::function<void()> then) = 0;

    /// Computes on the database thread, receives on the caller's. The receiver is dropped when alive has expired.
    template <class Compute, class Receive>
    void run(std::weak_ptr<void const> alive, Compute compute, Receive receive)
    {
        using Value = std::invoke_result_t<Compute>;
        auto slot = std::make_shared<std::optional<Value>>();
        post([slot, compute = std::move(compute)]() mutable { slot->emplace(compute()); },
            [slot, alive = std::move(alive), receive = std::move(receive)]() mutable {
                if (*slot && !alive.expired())
                    receive(std::move(**slot));
            });
    }
};

/// Everything at once on the calling thread: for tests and the command line.
class ImmediateWorker final : public Worker {
public:
    void post(std::function<void()> job, std::function<void()> then) override;
};

/// One thread owning the database. Deliver brings a function to the user-interface thread (wxApp::CallAfter);
/// trouble is told what broke, in words without patient data, also on that thread. The destructor finishes
/// all posted jobs and then stops. idle runs on the thread after half a second without a job.
class ThreadWorker final : public Worker {
public:
    using Deliver = std::function<void(std::function<void()>)>;
    ThreadWorker(Deliver deliver, std::function<void(std::string)> trouble, std::function<void()> idle = {});
    ~ThreadWorker() override;
    ThreadWorker(ThreadWorker const&) = delete;
    ThreadWorker& operator=(ThreadWorker const&) = delete;
    void post(std::function<void()> job, std::function<void()> then) override;

private:
    struct Task {
        std::function<void()> job, then;
    };
    void work();
    void perform(Task task);
    Deliver deliver_;
    std::function<void(std::string)> trouble_;
    std::function<void()> idle_;
    std::mutex guard_;
    std::condition_variable wake_;
    std::deque<Task> tasks_;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace plumbline::app
