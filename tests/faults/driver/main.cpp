// SPDX-License-Identifier: Apache-2.0
// A clinic at work without a window, over the same door, desk, worker and services; to be killed, unplugged and
// starved by the tests beside it. It says on standard output, a line at a time, how far it is.
//   make  CLINIC                   a new clinic with one patient
//   work  CLINIC LEDGER RUN PLANT  judges what is there, says `ready`, then saves without end
//   judge CLINIC LEDGER            what a fresh process finds of what was acknowledged
//   save  CLINIC NOTES             so many notes in four saves each, then ends
//   fill  CLINIC LEDGER RUN        saves until the disk is full, waits for a line, saves on
#include "app/services/PatientRecord.hpp"
#include "app/services/SystemClock.hpp"
#include "domain/store/BrokenWorld.hpp"
#include "persistence/SociDoor.hpp"
#include "tests/faults/driver/Judge.hpp"
#include "tests/faults/driver/Ledger.hpp"
#include "tests/faults/driver/Work.hpp"

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace plumbline::faults {
namespace {

constexpr char const* owner = "dana";
constexpr char const* password = "correct horse battery";

void say(std::string const& line)
{
    std::cout << line << std::endl;
}

/// The door as main.cpp of the product opens it, but for the price of a password.
class Clinic {
public:
    explicit Clinic(std::string address)
        : address_{std::move(address)}
    {
    }
    void make()
    {
        NewClinic clinic;
        clinic.name = "Plumb Line Physical Therapy";
        clinic.zone = "America/New_York";
        clinic.owner = {owner, "Dana Reyes", "PT, DPT", "", Role::Owner, true};
        clinic.password = password;
        demand(door_.create(address_, clinic));
        open();
        app::ImmediateWorker worker;
        auto desk = desk_over(worker);
        Patient::Details person;
        person.name = {"Canarystone", "Maja", ""};
        person.birth_date = Date{std::chrono::year{1979}, std::chrono::March, std::chrono::day{12}};
        demand(desk.write_now([&](Records& records, app::Context const& context) {
            return app::register_patient(records, context, patient_id, person, "001482", app::Duplicates::Refuse);
        }));
    }
    OpenClinic& open()
    {
        auto opened = door_.open(address_, owner, password);
        demand(opened);
        open_ = std::move(*opened);
        return *open_;
    }
    [[nodiscard]] app::Desk desk_over(app::Worker& worker)
    {
        return {*open_, app::Context{open_->actor(), &clock_, &ids_}, worker};
    }
    /// Proof that outlives what it proves.
    [[nodiscard]] std::string ledger_at(std::string const& file) const
    {
        std::filesystem::path const folder = std::filesystem::absolute(file).parent_path();
        if (!address_.is_server()
            && !on_different_file_systems(std::filesystem::absolute(address_.text).parent_path(), folder))
            throw std::runtime_error{"the ledger lies on the file system of the clinic"};
        return file;
    }

private:
    template <class T>
    static void demand(Result<T> const& outcome)
    {
        if (!outcome)
            throw std::runtime_error{outcome.error().message.english()};
    }
    static persistence::Environment environment(Clock const& clock, IdMaker& ids)
    {
        persistence::Environment environment{clock, ids, persistence::PasswordCost{1, 8192}};
        environment.state_folder = persistence::default_state_folder();
        return environment;
    }

    ClinicAddress address_;
    app::SystemClock clock_;
    IdMaker ids_{clock_};
    persistence::SociDoor door_{environment(clock_, ids_)};
    std::unique_ptr<OpenClinic> open_;
};

[[noreturn]] void work(Clinic& clinic, std::string const& ledger_file, std::string const& run, Plant plant)
{
    auto& open = clinic.open();
    say(judge(open, ledger_file).as_line());
    Ledger ledger{clinic.ledger_at(ledger_file)};
    plant_in(open, plant);
    Loop loop;
    app::ThreadWorker worker{[&](std::function<void()> job) { loop.deliver(std::move(job)); },
        [](std::string const& what) {
            say("trouble: " + what);
            std::_Exit(1);
        },
        [&] { open.rest(); }};
    auto at_once = app::ImmediateWorker{};
    auto first = clinic.desk_over(at_once);
    auto const episodes = start_episodes(first, Writers::count);
    auto desk = clinic.desk_over(worker);
    Writers writers{desk, ledger, run, plant, episodes};
    say("ready");
    writers.start();
    loop.run();
}

int save_notes(Clinic& clinic, int notes)
{
    clinic.open();
    app::ImmediateWorker worker;
    auto desk = clinic.desk_over(worker);
    auto const episode = start_episodes(desk, 1).front();
    for (int number = 0; number < notes; ++number) {
        Course const course = plan_course(desk, episode, "0.0." + std::to_string(number), number);
        for (Step const step : steps)
            if (auto const kept = desk.write_now([&](Records& records, app::Context const& context) {
                    return save(step, records, context, course);
                });
                !kept)
                throw std::runtime_error{kept.error().message.english()};
    }
    say("saved");
    return 0;
}

/// Saves until something breaks; what broke, as a user is told.
class Filler {
public:
    Filler(app::Desk& desk, Ledger& ledger, std::string run)
        : desk_{desk}
        , ledger_{ledger}
        , run_{std::move(run)}
        , episode_{start_episodes(desk, 1).front()}
    {
        plan();
    }
    void save_until_it_breaks()
    {
        for (;;)
            save_next();
    }
    void save_next()
    {
        auto const kept = desk_.write_now([&](Records& records, app::Context const& context) {
            return save(steps.at(step_), records, context, course_);
        });
        if (!kept)
            throw std::runtime_error{kept.error().message.english()};
        ledger_.acknowledge(course_.name, static_cast<int>(step_));
        if (++step_ == steps.size())
            plan();
        else
            announce();
    }

private:
    void plan()
    {
        course_ = plan_course(desk_, episode_, run_ + ".0." + std::to_string(number_), number_);
        ++number_;
        step_ = 0;
        announce();
    }
    void announce()
    {
        ledger_.begin({false, course_.name, static_cast<int>(step_), course_.visit.value(),
            digest_after(steps.at(step_), course_, desk_.actor())});
    }
    app::Desk& desk_;
    Ledger& ledger_;
    std::string run_;
    EpisodeId episode_;
    Course course_;
    int number_ = 0;
    std::size_t step_ = 0;
};

int fill(Clinic& clinic, std::string const& ledger_file, std::string const& run)
{
    auto& open = clinic.open();
    say(judge(open, ledger_file).as_line());
    Ledger ledger{clinic.ledger_at(ledger_file)};
    app::ImmediateWorker worker;
    auto desk = clinic.desk_over(worker);
    Filler filler{desk, ledger, run};
    say("ready");
    try {
        filler.save_until_it_breaks();
    } catch (DiskFull const& full) {
        say("full: " + full.message().english());
    }
    // Somebody makes room, and the same save is tried again on the same connection.
    std::string line;
    std::getline(std::cin, line);
    filler.save_next();
    say("saved");
    return 0;
}

int run(std::vector<std::string> const& words)
{
    Clinic clinic{words.at(1)};
    if (words.at(0) == "make") {
        clinic.make();
        return 0;
    }
    if (words.at(0) == "work")
        work(clinic, words.at(2), words.at(3), plant_from_name(words.at(4)));
    if (words.at(0) == "judge") {
        say(judge(clinic.open(), words.at(2)).as_line());
        return 0;
    }
    if (words.at(0) == "save")
        return save_notes(clinic, std::stoi(words.at(2)));
    if (words.at(0) == "fill")
        return fill(clinic, words.at(2), words.at(3));
    throw std::invalid_argument{"no such task"};
}

} // namespace
} // namespace plumbline::faults

int main(int argc, char** argv)
{
    try {
        return plumbline::faults::run({argv + 1, argv + argc});
    } catch (std::exception const& broken) {
        std::cout << "refused: " << broken.what() << std::endl;
    }
    return 5;
}
