// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/driver/Work.hpp"

#include "app/services/Chart.hpp"
#include "persistence/Database.hpp"

#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <utility>

namespace plumbline::faults {
namespace {

/// As a killed process ends: nothing is put in order.
[[noreturn]] void give_up(std::string const& why)
{
    std::cout << "refused: " << why << std::endl;
    std::_Exit(5);
}

} // namespace

Plant plant_from_name(std::string const& name)
{
    static std::map<std::string, Plant> const names{{"none", Plant::None}, {"lazy-sync", Plant::LazySync},
        {"no-sync", Plant::NoSync}, {"ack-before-commit", Plant::AckBeforeCommit},
        {"two-transactions", Plant::TwoTransactions}, {"blind-retry", Plant::BlindRetry}};
    return names.at(name);
}

void plant_in(OpenClinic& clinic, Plant plant)
{
    auto& session = dynamic_cast<persistence::Database&>(clinic.store()).session();
    if (plant == Plant::LazySync)
        session.execute("pragma synchronous = normal");
    if (plant == Plant::NoSync)
        session.execute("pragma synchronous = off");
}

void Loop::deliver(std::function<void()> job)
{
    {
        std::scoped_lock const lock{guard_};
        jobs_.push_back(std::move(job));
    }
    wake_.notify_one();
}

void Loop::run()
{
    for (;;) {
        std::unique_lock lock{guard_};
        wake_.wait(lock, [&] { return !jobs_.empty(); });
        auto const job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        job();
    }
}

Writers::Writers(app::Desk& desk, Ledger& ledger, std::string run, Plant plant, std::vector<EpisodeId> episodes)
    : desk_{desk}
    , ledger_{ledger}
    , plant_{plant}
{
    for (EpisodeId const episode : episodes)
        writers_.push_back({episode, run + '.' + std::to_string(writers_.size())});
}

void Writers::start()
{
    for (Writer& writer : writers_)
        next(writer);
}

void Writers::hand_in(std::function<Result<void>(Records&, app::Context const&)> work, std::function<void()> then)
{
    desk_.write(alive_, std::move(work), [then = std::move(then)](Result<void> const& outcome) {
        if (!outcome)
            give_up(outcome.error().message.english());
        then();
    });
}

void Writers::next(Writer& writer)
{
    if (writer.step == steps.size()) {
        writer.step = 0;
        writer.course =
            plan_course(desk_, writer.episode, writer.name + '.' + std::to_string(writer.notes), writer.notes);
        ++writer.notes;
        // What the window does when nobody types; here it falls between the saves of the others.
        if (writer.notes % 8 == 0)
            desk_.manage(
                alive_,
                [](OpenClinic& clinic, app::Context const&) -> Result<void> {
                    clinic.rest();
                    return {};
                },
                [](Result<void> const&) {});
    }
    Step const step = steps.at(writer.step);
    Course const& course = writer.course;
    ledger_.begin({false, course.name, static_cast<int>(writer.step), course.visit.value(),
        digest_after(step, course, desk_.actor())});
    if (plant_ == Plant::AckBeforeCommit)
        ledger_.acknowledge(course.name, static_cast<int>(writer.step));
    auto const told = [this, &writer] { kept(writer); };
    if (plant_ == Plant::TwoTransactions && step == Step::Keep) {
        auto const with = [&course](auto service) {
            return
                [service, course](Records& all, app::Context const& context) { return service(all, context, course); };
        };
        auto const rest = with(save_measures_alone);
        hand_in(with(save_note_alone), [this, rest, told] { hand_in(rest, told); });
        return;
    }
    hand_in(
        [step, course](Records& all, app::Context const& context) { return save(step, all, context, course); }, told);
}

void Writers::kept(Writer& writer)
{
    if (plant_ != Plant::AckBeforeCommit)
        ledger_.acknowledge(writer.course.name, static_cast<int>(writer.step));
    bool const again = plant_ == Plant::BlindRetry && steps.at(writer.step) == Step::Keep;
    ++writer.step;
    if (again)
        save_again(writer);
    else
        next(writer);
}

void Writers::save_again(Writer& writer)
{
    // A retry that made its ids anew; on another day, since the service knows a day's note again.
    Course const copy = plan_course(desk_, writer.episode, writer.course.name, 5000 + writer.notes);
    hand_in([copy](Records& all, app::Context const& context) { return save(Step::Keep, all, context, copy); },
        [this, &writer] { next(writer); });
}

std::vector<EpisodeId> start_episodes(app::Desk& desk, std::size_t how_many)
{
    std::vector<EpisodeId> episodes;
    for (std::size_t i = 0; i < how_many; ++i) {
        Episode::Details details;
        details.title = "Low back pain";
        details.started = desk.context().today();
        auto const id = desk.make<EpisodeId>();
        auto const started = desk.write_now([&](Records& records, app::Context const& context) {
            return app::start_episode(records, context, id, patient_id, details);
        });
        if (!started)
            throw std::runtime_error{started.error().message.english()};
        episodes.push_back(*started);
    }
    return episodes;
}

} // namespace plumbline::faults
