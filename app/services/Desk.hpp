// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Context.hpp"
#include "app/services/Worker.hpp"
#include "domain/store/Clinic.hpp"

#include <memory>
#include <type_traits>
#include <utility>

namespace plumbline::app {

/// Where a session's work is handed in: the open clinic, who acts, and the thread that owns the database.
/// Every piece of work answers a Result. A denial leaves a Denied entry in the audit log although the work
/// itself is undone. Lives longer than the worker has jobs of it.
///
///     desk.read(alive_, [id](Records const& records, Context const& context) { return open_chart(records, context, id); },
///         [this](Result<Chart> chart) { show(std::move(chart)); });
class Desk {
public:
    Desk(OpenClinic& clinic, Context context, Worker& worker);

    [[nodiscard]] Context const& context() const noexcept { return context_; }
    [[nodiscard]] Actor const& actor() const noexcept { return context_.actor; }
    /// To make an id before the work that uses it, so that a repeated save is recognized.
    template <class AnyId>
    [[nodiscard]] AnyId make() const
    {
        return context_.make<AnyId>();
    }

    /// Work(Records&, Context const&) runs as one transaction on the database thread, receive(Result<T>) on the
    /// caller's unless alive has expired.
    template <class Work, class Receive>
    void write(std::weak_ptr<void const> alive, Work work, Receive receive)
    {
        worker_.run(
            std::move(alive), [this, work = std::move(work)]() mutable { return write_now(work); }, std::move(receive));
    }
    /// Work(Records const&, Context const&).
    template <class Work, class Receive>
    void read(std::weak_ptr<void const> alive, Work work, Receive receive)
    {
        worker_.run(
            std::move(alive), [this, work = std::move(work)]() mutable { return read_now(work); }, std::move(receive));
    }
    /// Work(OpenClinic&, Context const&): what concerns the clinic as a whole, such as a backup or a password.
    template <class Work, class Receive>
    void manage(std::weak_ptr<void const> alive, Work work, Receive receive)
    {
        worker_.run(
            std::move(alive), [this, work = std::move(work)]() mutable { return manage_now(work); },
            std::move(receive));
    }

    // The same at once, on the thread that owns the database: for the command line and for tests.

    template <class Work, class Outcome = std::invoke_result_t<Work&, Records&, Context const&>>
    [[nodiscard]] Outcome write_now(Work&& work)
    {
        return noted(clinic_.store().write([&](Records& records) { return work(records, context_); }));
    }
    template <class Work, class Outcome = std::invoke_result_t<Work&, Records const&, Context const&>>
    [[nodiscard]] Outcome read_now(Work&& work)
    {
        return noted(clinic_.store().read([&](Records const& records) { return work(records, context_); }));
    }
    template <class Work, class Outcome = std::invoke_result_t<Work&, OpenClinic&, Context const&>>
    [[nodiscard]] Outcome manage_now(Work&& work)
    {
        return noted(work(clinic_, context_));
    }

private:
    template <class Outcome>
    Outcome noted(Outcome outcome)
    {
        // A denial of permission faults no field; what a rule forbids everyone does.
        if (!outcome && outcome.error().reason == Refusal::Reason::NotAllowed && outcome.error().field.empty())
            note_denied(outcome.error());
        return outcome;
    }
    void note_denied(Refusal const& refusal);

    OpenClinic& clinic_;
    Context context_;
    Worker& worker_;
};

} // namespace plumbline::app
