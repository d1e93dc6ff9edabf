// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/BigClinic.hpp"

#include "persistence/Door.hpp"
#include "persistence/records/PatientKeys.hpp"
#include "persistence/records/PatientRows.hpp"
#include "tests/bench/BigDiary.hpp"
#include "tests/bench/People.hpp"
#include "tests/support/Samples.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <utility>

namespace plumbline::bench {
namespace {

namespace fs = std::filesystem;
using persistence::Database;
using testing::must;

// Ids as the clinic itself would have made them in 2024, so that whatever is saved now comes after them.
constexpr std::int64_t first_patient = 600'000'000'000'000'000;
constexpr std::int64_t first_episode = 610'000'000'000'000'000;
constexpr std::int64_t first_visit = 620'000'000'000'000'000;
constexpr std::int64_t first_row = 630'000'000'000'000'000;

constexpr int own_series = 999'999;
/// One patient who comes for years, as every clinic has.
constexpr int faithful_patient = 1;
constexpr int faithful_visits = 2'000;
constexpr Date opening_day = testing::day(2018, 1, 1);
constexpr std::int64_t minutes_of_eight_years = 4'200'000;

constexpr std::string_view file_name = "clinic.plumbline";

std::string folder_name(Size const& size)
{
    auto const name = fmt::format("{}-patients-{}-visits-seed-{}", size.patients, size.visits, size.seed);
    return size.appointments > 0 ? fmt::format("{}-{}-appointments", name, size.appointments) : name;
}

void tell(std::string const& words)
{
    std::fputs((words + '\n').c_str(), stderr);
}

std::string record_number(int index)
{
    return fmt::format("{:06}", index < own_series ? index + 1 : index + 2);
}

/// Rows by the product's own hand. The keys are collected and sorted first, since putting millions of them into
/// the tree in the order of the patients would read and encrypt each page a hundred times.
void make_patients(Database& database, Size const& size)
{
    Dice dice{size.seed};
    std::vector<std::pair<std::string, std::int64_t>> keys;
    in_batches(database, static_cast<std::size_t>(size.patients), [&](Records&, std::size_t i) {
        int const index = static_cast<int>(i);
        auto const patient = Patient::restore(BigClinic::patient(index), record_number(index), somebody(dice), 0);
        if (!persistence::insert_patient_row(database.session(), patient))
            throw std::runtime_error{"a patient of this id is there already"};
        for (std::string const& key : persistence::search_keys(patient))
            keys.emplace_back(key, patient.id().value());
    });
    std::ranges::sort(keys);
    in_batches(database, keys.size(), [&](Records&, std::size_t i) {
        database.session()
            .query("insert into patient_key (search_key, patient_id) values (:key, :patient)")
            .bind("key", keys[i].first)
            .bind("patient", keys[i].second)
            .run();
    });
}

/// Whose each visit is, in the order of time: everybody's visits lie scattered among all others', as in life.
std::vector<int> deal_visits(Size const& size)
{
    std::vector<int> owners;
    owners.reserve(static_cast<std::size_t>(size.visits));
    std::vector<bool> is_chart(static_cast<std::size_t>(size.patients));
    for (int chart = 0; chart < charts; ++chart) {
        int const owner = chart * (size.patients / charts);
        is_chart[static_cast<std::size_t>(owner)] = true;
        owners.insert(owners.end(), visits_of_a_chart, owner);
    }
    if (size.visits >= 10 * faithful_visits)
        owners.insert(owners.end(), faithful_visits, faithful_patient);
    Dice dice{size.seed + 1};
    while (std::ssize(owners) < size.visits) {
        std::size_t const owner = dice.below(static_cast<std::size_t>(size.patients));
        if (!is_chart[owner])
            owners.push_back(static_cast<int>(owner));
    }
    for (std::size_t i = owners.size(); i > 1; --i)
        std::swap(owners[i - 1], owners[dice.below(i)]);
    return owners;
}

void make_episodes(Database& database, Size const& size)
{
    in_batches(database, static_cast<std::size_t>(size.patients), [&](Records& records, std::size_t i) {
        auto details = testing::sciatica();
        details.started = opening_day;
        details.onset.reset();
        int const index = static_cast<int>(i);
        must(records.episodes().keep(
            Episode::restore(BigClinic::episode(index), BigClinic::patient(index), std::move(details), 0)));
    });
}

/// Signed as the program would sign them, so that the clinic passes its own check.
void make_visits(Database& database, Size const& size, Clock const& clock, Actor const& actor)
{
    auto const owners = deal_visits(size);
    Dice dice{size.seed + 2};
    Minutes const step{minutes_of_eight_years / size.visits};
    in_batches(database, owners.size(), [&](Records& records, std::size_t i) {
        auto const number = static_cast<std::int64_t>(i);
        VisitId const id{first_visit + number};
        PatientId const patient = BigClinic::patient(owners[i]);
        EpisodeId const episode = BigClinic::episode(owners[i]);
        auto details = treatment(dice, at(opening_day, step * number), actor.user, first_row + number * rows_of_a_note);
        Visit const note = Visit::restore(id, patient, episode, details, std::nullopt, {}, 0);
        Seal const seal{records.digest(note.canonical_text()), actor.user, actor.signature, clock.now(), "bench"};
        must(records.visits().keep(Visit::restore(id, patient, episode, std::move(details), seal, {}, 0)));
    });
}

} // namespace

BigClinic::BigClinic(fs::path const& folder, Size const& size)
    : size_{size}
    , ids_{clock_}
    , door_{persistence::make_door(clock_, ids_)}
{
    if (!fs::exists(file(folder, size)))
        make(folder);
    open(file(folder, size));
}

fs::path BigClinic::file(fs::path const& folder, Size const& size)
{
    return folder / folder_name(size) / file_name;
}

PatientId BigClinic::patient(int index) noexcept
{
    return PatientId{first_patient + index};
}

EpisodeId BigClinic::episode(int index) noexcept
{
    return EpisodeId{first_episode + index};
}

std::string BigClinic::login()
{
    return "bench";
}

std::string BigClinic::password()
{
    return "quietharborline";
}

void BigClinic::make(fs::path const& folder)
{
    tell(fmt::format("making {} patients with {} visits ...", size_.patients, size_.visits));
    fs::path const unfinished = folder / (folder_name(size_) + ".unfinished");
    fs::remove_all(unfinished);
    fs::create_directories(unfinished);
    NewClinic clinic;
    clinic.name = "Invented Clinic of the Benchmarks";
    clinic.zone = "America/New_York";
    clinic.owner = {.login = login(), .full_name = "Olga Harbor", .credentials = "PT", .npi = {}, .role = Role::Owner};
    clinic.password = password();
    must(door_->create({(unfinished / file_name).string()}, clinic));
    open(unfinished / file_name);
    make_patients(*database_, size_);
    if (size_.visits > 0) {
        make_episodes(*database_, size_);
        make_visits(*database_, size_, clock_, clinic_->actor());
    }
    if (size_.appointments > 0)
        make_diary(*database_, size_);
    clinic_.reset();
    fs::rename(unfinished, folder / folder_name(size_));
}

void BigClinic::open(fs::path const& file)
{
    clinic_ = must(door_->open({file.string()}, login(), password()));
    database_ = dynamic_cast<Database*>(&clinic_->store());
    if (database_ == nullptr)
        throw std::runtime_error{"the clinic has no database of ours"};
}

} // namespace plumbline::bench
