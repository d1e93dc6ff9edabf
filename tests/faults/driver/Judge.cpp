// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/driver/Judge.hpp"

#include "tests/faults/driver/Ledger.hpp"
#include "tests/faults/driver/Notes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace plumbline::faults {
namespace {

/// What the ledger knows of one note: the digest after each step begun, and how many steps were acknowledged.
struct Promised {
    std::vector<std::string> rows;
    int done = 0;
};

using Promises = std::map<std::int64_t, Promised>;

Promises read_promises(std::filesystem::path const& ledger, std::map<std::int64_t, std::string>& names)
{
    Promises promises;
    std::map<std::string, std::int64_t> visits;
    for (Ledger::Line const& line : Ledger::read(ledger)) {
        if (!line.done) {
            visits[line.name] = line.visit;
            names[line.visit] = line.name;
            promises[line.visit].rows.push_back(line.rows);
        } else {
            promises[visits.at(line.name)].done = line.step + 1;
        }
    }
    return promises;
}

/// Everything there is about notes, gathered once.
class Found {
public:
    explicit Found(Records const& records)
    {
        for (Visit& visit : records.visits().of_patient(patient_id))
            visits_.push_back(std::move(visit));
        for (Episode const& episode : records.episodes().of_patient(patient_id))
            for (OutcomeScore const& score : records.scores().of_episode(episode.id()))
                scores_[{episode.id().value(), score.on()}].push_back(score);
        for (AuditLink const& link : records.audit().of_patient(patient_id, std::numeric_limits<int>::max()))
            ++audit_[{link.entry.entity, link.entry.entity_id}][std::string{code(link.entry.event)}];
        for (User const& user : records.users().all())
            for (Draft const& draft : records.drafts().of_user(user.id()))
                typed_[draft.subject] += draft.content;
    }
    [[nodiscard]] std::vector<Visit> const& visits() const noexcept { return visits_; }
    [[nodiscard]] std::string digest_of(Visit const& visit) const
    {
        RowsOfNote rows{visit, {}, {}, {}};
        if (auto const scores = scores_.find({visit.episode().value(), visit.on()}); scores != scores_.end())
            rows.scores = scores->second;
        std::ranges::sort(rows.scores, {}, [](OutcomeScore const& score) { return score.id().value(); });
        count("visit", visit.id().value(), rows.audit);
        for (OutcomeScore const& score : rows.scores)
            count("score", score.id().value(), rows.audit);
        if (auto const typed = typed_.find(visit.id().value()); typed != typed_.end())
            rows.typed = typed->second;
        return digest(rows);
    }

private:
    void count(std::string const& entity, std::int64_t id, std::map<std::string, int>& into) const
    {
        if (auto const entries = audit_.find({entity, id}); entries != audit_.end())
            for (auto const& [event, times] : entries->second)
                into[entity + ' ' + event] += times;
    }
    std::vector<Visit> visits_;
    std::map<std::pair<std::int64_t, Date>, std::vector<OutcomeScore>> scores_;
    std::map<std::pair<std::string, std::int64_t>, std::map<std::string, int>> audit_;
    std::map<std::int64_t, std::string> typed_;
};

/// `3.1.17` is of writer `3.1`.
std::string writer_of(std::string const& name)
{
    return name.substr(0, name.rfind('.'));
}

} // namespace

Verdict judge(OpenClinic& clinic, std::filesystem::path const& ledger)
{
    Verdict verdict;
    std::map<std::int64_t, std::string> names;
    Promises const promises = read_promises(ledger, names);
    std::set<std::int64_t> seen;
    std::map<std::string, int> open_ends;
    auto const lose = [&](std::string const& name, int found, int acknowledged) {
        verdict.lost += acknowledged - found;
        verdict.problems += "note " + name + " is at step " + std::to_string(found) + " of "
            + std::to_string(acknowledged) + " acknowledged; ";
    };
    Found const found = clinic.store().read([](Records const& records) { return Found{records}; });
    for (Visit const& visit : found.visits()) {
        auto const promised = promises.find(visit.id().value());
        if (promised == promises.end()) {
            ++verdict.strays;
            continue;
        }
        seen.insert(visit.id().value());
        auto const& [rows, done] = promised->second;
        auto const match = std::ranges::find(rows, found.digest_of(visit));
        int const is = static_cast<int>(match - rows.begin()) + 1;
        if (match == rows.end())
            ++verdict.half;
        else if (is < done)
            lose(names.at(visit.id().value()), is, done);
        else if (is > done)
            ++open_ends[writer_of(names.at(visit.id().value()))];
    }
    for (auto const& [visit, promised] : promises) {
        verdict.acknowledged += promised.done;
        if (!seen.contains(visit) && promised.done > 0)
            lose(names.at(visit), 0, promised.done);
    }
    for (auto const& [writer, count] : open_ends) {
        verdict.unacknowledged += count;
        verdict.most_unacknowledged_of_one_writer = std::max(verdict.most_unacknowledged_of_one_writer, count);
    }
    auto const report = clinic.check();
    verdict.sound = report.ok && clinic.verify_audit().ok;
    for (std::string const& problem : report.problems)
        verdict.problems += problem + "; ";
    return verdict;
}

std::string Verdict::as_line() const
{
    return nlohmann::json{{"acknowledged", acknowledged}, {"lost", lost}, {"half", half}, {"strays", strays},
        {"unacknowledged", unacknowledged}, {"most_of_one", most_unacknowledged_of_one_writer}, {"sound", sound},
        {"problems", problems}}
        .dump();
}

Verdict Verdict::from_line(std::string const& line)
{
    auto const read = nlohmann::json::parse(line);
    Verdict verdict;
    read.at("acknowledged").get_to(verdict.acknowledged);
    read.at("lost").get_to(verdict.lost);
    read.at("half").get_to(verdict.half);
    read.at("strays").get_to(verdict.strays);
    read.at("unacknowledged").get_to(verdict.unacknowledged);
    read.at("most_of_one").get_to(verdict.most_unacknowledged_of_one_writer);
    read.at("sound").get_to(verdict.sound);
    read.at("problems").get_to(verdict.problems);
    return verdict;
}

} // namespace plumbline::faults
