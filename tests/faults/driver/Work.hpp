// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/faults/driver/Ledger.hpp"
#include "tests/faults/driver/Notes.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::faults {

/// A defect put in on purpose. A drill that does not find it proves nothing by finding nothing.
enum class Plant {
    None,
    LazySync,        ///< synchronous=NORMAL: the log is not made to last at each commit.
    NoSync,          ///< synchronous=OFF.
    AckBeforeCommit, ///< Says it is saved, then saves.
    TwoTransactions, ///< The note and its measures are not one unit.
    BlindRetry       ///< Sends a save again without asking whether the first one arrived.
};
[[nodiscard]] Plant plant_from_name(std::string const& name);

/// Works on this connection from now on. What the product sets and reads back at opening is undone.
void plant_in(OpenClinic& clinic, Plant plant);

/// The thread that a window would have: runs what the database thread delivers, in order, one at a time.
class Loop {
public:
    void deliver(std::function<void()> job);
    [[noreturn]] void run();

private:
    std::mutex guard_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> jobs_;
};

/// Four writers at one desk, each of which has one save under way and hands in the next when it is told that this
/// one is kept. Goes on until the process is ended.
class Writers {
public:
    static constexpr std::size_t count = 4;
    Writers(app::Desk& desk, Ledger& ledger, std::string run, Plant plant, std::vector<EpisodeId> episodes);
    void start();

private:
    struct Writer {
        EpisodeId episode;
        std::string name;
        int notes = 0;
        std::size_t step = steps.size();
        Course course{};
    };
    void next(Writer& writer);
    void hand_in(std::function<Result<void>(Records&, app::Context const&)> work, std::function<void()> then);
    void kept(Writer& writer);
    void save_again(Writer& writer);

    app::Desk& desk_;
    Ledger& ledger_;
    Plant plant_;
    std::vector<Writer> writers_;
    std::shared_ptr<int> alive_ = std::make_shared<int>();
};

/// An episode for each writer, through the service; throws when refused.
[[nodiscard]] std::vector<EpisodeId> start_episodes(app::Desk& desk, std::size_t how_many);

} // namespace plumbline::faults
