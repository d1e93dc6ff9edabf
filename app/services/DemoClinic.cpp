// SPDX-License-Identifier: Apache-2.0
#include "app/services/DemoClinic.hpp"

#include "app/services/Reporting.hpp"
#include "app/services/demo/Course.hpp"
#include "app/services/demo/Diary.hpp"
#include "app/services/demo/People.hpp"

#include <algorithm>
#include <optional>

namespace plumbline::app {

namespace {

using namespace std::chrono_literals;

constexpr int batch = 40;         // Patients to a transaction: bounds memory and the time between two progress lines.
constexpr int open_at_most = 130; // What four clinicians carry at a time; everyone else has been discharged.
constexpr int reports_at_most = 200; // Reports are real PDFs; a huge clinic has them for its first patients only.

/// Stands still, so that the same seed makes the same ids and seals.
class StillClock final : public Clock {
public:
    StillClock(Date today, Minutes time)
        : local_{at(today, time)}
    {
    }
    void set(Date day) { local_ = at(day, 18h); }
    [[nodiscard]] Instant now() const override { return Instant{local_.time_since_epoch()}; }
    [[nodiscard]] ClinicTime local_now() const override { return local_; }

private:
    ClinicTime local_;
};

class Maker {
public:
    Maker(OpenClinic& clinic, Context const& context, int patients, std::uint64_t seed)
        : clinic_{clinic}
        , today_{context.today()}
        , clock_{today_, 18h}
        , ids_clock_{plus_days(today_, -1), 0min}
        , ids_{ids_clock_, static_cast<std::uint32_t>(seed % 1024)}
        , context_{context.actor, &clock_, &ids_}
        , patients_{patients}
        , seed_{seed}
        , desk_{today_}
    {
    }

    DemoCounts make(std::function<void(int)> const& progress)
    {
        demo::must(in_transaction([this](Records& records) { furnish(records); }));
        for (int done = 0; done < patients_;) {
            int const end = std::min(done + batch, patients_);
            demo::must(in_transaction([&](Records& records) {
                for (int i = done; i < end; ++i)
                    add_patient(records, i);
            }));
            done = end;
            clinic_.rest();
            progress(done);
        }
        demo::must(in_transaction([this](Records& records) { fill_diary(records); }));
        clinic_.rest();
        return counts_;
    }

private:
    template <class Work>
    Result<void> in_transaction(Work work)
    {
        // A batch that runs twice after a collision must come out the same: it starts from the same state.
        auto const counts = counts_;
        auto const ongoing = ongoing_;
        auto const desk = desk_;
        return clinic_.store().write([&](Records& records) -> Result<void> {
            counts_ = counts;
            ongoing_ = ongoing;
            desk_ = desk;
            work(records);
            return {};
        });
    }

    void furnish(Records& records)
    {
        for (auto const& details : demo::staff()) {
            auto const user = demo::must(User::create(context_.make<UserId>(), details));
            demo::must(records.users().keep(user));
            if (details.role == Role::Therapist)
                clinicians_.push_back(user);
            if (details.role == Role::Assistant)
                assistant_ = user;
        }
        if (auto const owner = records.users().find(context_.actor.user))
            clinicians_.insert(clinicians_.begin(), *owner);
        for (auto const& details : demo::referrers()) {
            auto const provider = demo::must(ReferringProvider::create(context_.make<ReferringProviderId>(), details));
            demo::must(records.referring_providers().keep(provider));
            referrers_.push_back(provider.id());
        }
        for (auto const& code : demo::fee_schedule())
            records.fee_schedule().keep(code);
    }

    void add_patient(Records& records, int number)
    {
        demo::Dice dice{seed_ * 1000003 + static_cast<std::uint64_t>(number)};
        auto const all = demo::scenarios();
        // The first patients walk through every cause once, so that the smallest clinic shows them all.
        auto const& first =
            static_cast<std::size_t>(number) < all.size() ? all[static_cast<std::size_t>(number)] : dice.pick(all);
        bool const open = std::ssize(ongoing_) < open_at_most
            && (patients_ <= 2 * open_at_most || number < open_at_most + 40) && !dice.percent(22);
        std::string const digits = std::to_string(number + 1);
        auto const patient = demo::must(Patient::create(context_.make<PatientId>(),
            std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits, demo::person(dice, first, today_),
            today_));
        demo::must(records.patients().keep(patient));
        ++counts_.patients;
        int const episodes = dice.percent(60) ? 1 : dice.percent(70) ? 2 : 3;
        for (int i = episodes; i-- > 0;) {
            auto const& scenario = i == 0 ? first : dice.pick(all);
            bool const fits = scenario.only == Sex::Unknown || scenario.only == patient.details().sex;
            add_episode(records, dice, patient, fits ? scenario : first, i, open && i == 0);
        }
    }

    void add_episode(
        Records& records, demo::Dice& dice, Patient const& patient, demo::Scenario const& scenario, int back, bool open)
    {
        int const luck = dice.between(1, 100);
        demo::EpisodeBrief brief;
        brief.patient = &patient;
        brief.scenario = &scenario;
        brief.referrer = dice.percent(85) ? std::optional{referrers_[dice.next() % referrers_.size()]} : std::nullopt;
        User const& clinician = clinicians_[dice.next() % clinicians_.size()];
        brief.clinician = &clinician;
        brief.assistant = &assistant_.value();
        brief.desk = &desk_;
        brief.course = luck <= 68 ? demo::Course::Improving
            : luck <= 88          ? demo::Course::Stalled
                                  : demo::Course::Worsening;
        brief.stays = open ? demo::Stays::Open : demo::Stays::Discharged;
        brief.visits = dice.between(6, 20);
        brief.last_visit = plus_days(today_, -(open ? dice.between(1, 5) : 20 + back * 200 + dice.between(0, 150)));
        while (std::chrono::weekday{std::chrono::sys_days{brief.last_visit}}.iso_encoding() > 5)
            brief.last_visit = plus_days(brief.last_visit, -1);
        EpisodeId const episode = demo::write_episode(records, context_, dice, brief);
        counts_.visits += brief.visits;
        if (brief.visits >= 10 && reports_made_ < reports_at_most)
            add_report(records, patient.id(), episode);
        if (open)
            ongoing_.push_back({patient.id(), episode, clinician.id()});
    }

    /// A report on the tenth treatment day, as the ten-visit rule asks.
    void add_report(Records& records, PatientId patient, EpisodeId episode)
    {
        auto const rows = records.visits().rows_of_episode(episode);
        if (rows.size() < 10)
            return;
        Date const tenth = day_of(rows[9].start);
        clock_.set(tenth);
        demo::must(produce_progress_report(records, context_, context_.make<DocumentId>(), patient, episode, tenth));
        clock_.set(today_);
        ++reports_made_;
    }

    void fill_diary(Records& records)
    {
        std::vector<UserId> clinicians;
        for (User const& user : clinicians_)
            clinicians.push_back(user.id());
        counts_.appointments = desk_.given() + demo::fill_diary(records, context_, ongoing_, clinicians, seed_, today_);
    }

    OpenClinic& clinic_;
    Date today_;
    StillClock clock_, ids_clock_;
    IdMaker ids_;
    Context context_;
    int patients_;
    std::uint64_t seed_;
    demo::Desk desk_;
    std::vector<User> clinicians_;
    std::optional<User> assistant_;
    std::vector<ReferringProviderId> referrers_;
    std::vector<demo::Attending> ongoing_;
    int reports_made_ = 0;
    DemoCounts counts_;
};

} // namespace

std::string_view demo_clinic_login() noexcept
{
    return "demo";
}

NewClinic demo_clinic()
{
    NewClinic clinic;
    clinic.name = "Harbor Street Physical Therapy";
    clinic.address = "14 Harbor Street, Portland, ME";
    clinic.phone = "207-555-0142";
    clinic.zone = "America/New_York";
    clinic.owner = {std::string{demo_clinic_login()}, "Dana Reyes", "PT, DPT", "", Role::Owner, true};
    clinic.password = demo_clinic_login();
    clinic.demo = true;
    return clinic;
}

Result<DemoCounts> fill_demo_clinic(OpenClinic& clinic, Context const& context, int patients, std::uint64_t seed,
    std::function<void(int)> const& progress)
{
    if (patients < 1 || patients > 2'000'000)
        return refuse(Refusal::Reason::Invalid, "patients", tr_noop("A demo clinic has 1 to 2,000,000 patients."));
    return Maker{clinic, context, patients, seed}.make(progress);
}

Result<DemoCounts> make_demo_clinic(ClinicDoor& door, ClinicAddress const& address, Clock const& clock, IdMaker& ids,
    int patients, std::uint64_t seed, std::function<void(int)> const& progress)
{
    DemoCounts counts;
    auto const made = door.create_furnished(address, demo_clinic(), [&](OpenClinic& clinic) {
        return fill_demo_clinic(clinic, Context{clinic.actor(), &clock, &ids}, patients, seed, progress)
            .map([&](DemoCounts const& filled) { counts = filled; });
    });
    if (!made)
        return refuse(made.error());
    return counts;
}

} // namespace plumbline::app
