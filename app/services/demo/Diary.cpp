// SPDX-License-Identifier: Apache-2.0
#include "app/services/demo/Diary.hpp"

#include "app/services/demo/Course.hpp"
#include "app/services/demo/Day.hpp"
#include "app/services/demo/Desk.hpp"
#include "app/services/demo/Dice.hpp"

#include <algorithm>
#include <array>

namespace plumbline::app::demo {

namespace {

using namespace std::chrono_literals;

constexpr int class_slot = 6, places_taken = 4;
constexpr int weeks = 4, days_a_week = 7;
constexpr std::size_t class_teacher = 1, away_teacher = 1;
constexpr int away_day = 11; ///< The Friday of next week.

bool is_weekend(Date day)
{
    return std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding() > 5;
}

class Diary {
public:
    Diary(Records& records, Context const& context, std::span<Attending const> everyone,
        std::span<UserId const> clinicians, std::uint64_t seed, Date today)
        : records_{records}
        , context_{context}
        , everyone_{everyone}
        , clinicians_{clinicians}
        , layout_{seed + 77}
        , colors_{seed + 78}
        , today_{today}
        , monday_{
              plus_days(today, 1 - static_cast<int>(std::chrono::weekday{std::chrono::sys_days{today}}.iso_encoding()))}
    {
    }
    int fill()
    {
        share_out();
        furnish();
        for (std::size_t c = 0; c < columns_.size(); ++c)
            fill_column(c);
        fill_waitlist();
        date_authorizations();
        return booked_;
    }

private:
    struct Column {
        UserId clinician;
        std::vector<Attending> list{};
    };
    /// Each clinician has those in their care; assistants treat every other one of the last clinician's.
    void share_out()
    {
        for (UserId const id : clinicians_) {
            columns_.push_back({id});
            std::ranges::copy_if(everyone_, std::back_inserter(columns_.back().list),
                [&](Attending const& one) { return one.clinician == id; });
        }
        for (User const& user : records_.users().all()) {
            if (user.details().role != Role::Assistant)
                continue;
            std::vector<Attending> kept;
            Column assistant{user.id()};
            auto& theirs = columns_.back().list;
            for (std::size_t i = 0; i < theirs.size(); ++i)
                (i % 2 == 0 ? kept : assistant.list).push_back(theirs[i]);
            theirs = std::move(kept);
            columns_.push_back(std::move(assistant));
        }
    }

    void furnish()
    {
        constexpr std::array<std::pair<ResourceKind, char const*>, 3> things{{{ResourceKind::Room, "Room 1"},
            {ResourceKind::Room, "Room 2"}, {ResourceKind::TractionTable, "Traction table"}}};
        for (std::size_t i = 0; i < things.size(); ++i) {
            resources_[i] = context_.make<ResourceId>();
            must(records_.resources().keep(
                must(Resource::create(resources_[i], {things[i].first, things[i].second, true}))));
        }
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            WorkingHours::Details details;
            std::vector<DaySpan> const full_day{{8h, 12h + 15min}, {13h, 17h + 30min}};
            for (std::size_t day = 0; day < 5; ++day)
                details.week[day] = full_day;
            if (c == away_teacher)
                details.exceptions = {{plus_days(monday_, away_day), plus_days(monday_, away_day), {}, "course"}};
            if (is_weekend(today_))
                details.exceptions.push_back({today_, today_, full_day, "weekend hours"});
            must(records_.hours().keep(must(WorkingHours::create(columns_[c].clinician, std::move(details)))));
        }
    }

    void fill_column(std::size_t c)
    {
        auto const& list = columns_[c].list;
        std::size_t next = 0;
        for (int day = 0; day < weeks * days_a_week && !list.empty(); ++day) {
            Date const date = plus_days(monday_, day);
            bool const past = date < today_; // What was is kept with its visits.
            // Whoever tries the program on a weekend sees a working day as well.
            bool const closed = is_weekend(date) && date != today_;
            if (past || closed || (c == away_teacher && day == away_day))
                continue;
            int const empty = day < 12 ? 10 : 55; // Nobody plans a month as full as a week.
            for (int s = 0; s < slots; ++s) {
                if (s == lunch_slot || layout_.percent(empty))
                    continue; // The gaps every schedule has.
                // A list shorter than a day's slots must not book one person twice a day.
                if (static_cast<std::size_t>(s) >= list.size())
                    break;
                book(list, next, c, day, s);
            }
        }
    }

    void book(std::vector<Attending> const& list, std::size_t& next, std::size_t c, int day, int s)
    {
        bool const tuesday_or_thursday = day % days_a_week == 1 || day % days_a_week == 3;
        bool const is_class = c == class_teacher && s == class_slot && tuesday_or_thursday
            && list.size() > static_cast<std::size_t>(slots + places_taken);
        for (int place = 1; place <= (is_class ? places_taken : 1); ++place) {
            Attending const& who = list[next++ % list.size()];
            Appointment::Details details;
            details.patient = who.patient;
            details.episode = who.episode;
            details.clinician = columns_[c].clinician;
            details.start = at(plus_days(monday_, day), opens + s * slot);
            if (is_class) {
                details.type = AppointmentType::Group;
                details.seat = place;
            } else {
                details.type = colors_.percent(8) ? AppointmentType::ReEvaluation : AppointmentType::Treatment;
                // Only one clinician at a time, so that the table is never promised twice.
                if (static_cast<std::size_t>(s) % columns_.size() == c && colors_.percent(45))
                    details.resources = {resources_[2]};
                else if (c < 2)
                    details.resources = {resources_[c]};
            }
            mark(details);
            if (records_.appointments().keep(must(Appointment::create(context_.make<AppointmentId>(), details))))
                ++booked_;
        }
    }

    void mark(Appointment::Details& details)
    {
        if (day_of(details.start) > today_)
            return;
        details.status = status_at(details.start - at(today_, 0min));
        if (details.status == AppointmentStatus::Arrived)
            details.arrived = details.start - 3min;
    }

    void fill_waitlist()
    {
        constexpr std::size_t waiting = 5;
        for (std::size_t i = 0; i < std::min(waiting, everyone_.size()); ++i) {
            Attending const& who = everyone_[(i * 7 + 3) % everyone_.size()];
            WaitlistEntry::Details details{.patient = who.patient, .episode = who.episode};
            details.since = plus_days(today_, -static_cast<int>(2 * i + 1));
            details.priority = i == 0 ? WaitlistPriority::AsSoonAsPossible : WaitlistPriority::Normal;
            if (i == 0) {
                details.weekdays = {true, false, true, false, false, false, false};
                details.between = DaySpan{8h, 12h};
            }
            if (i == 1)
                details.between = DaySpan{10h, 18h};
            if (i >= 2)
                details.clinician = who.clinician;
            must(records_.waitlist().keep(
                must(WaitlistEntry::create(context_.make<WaitlistEntryId>(), std::move(details)))));
        }
    }

    /// Most are covered for what is booked; some are not, so that the warnings have something to warn of.
    void date_authorizations()
    {
        constexpr std::size_t dated = 400;
        for (std::size_t i = 0; i < std::min(dated, everyone_.size()); ++i) {
            if (auto const stored = records_.authorizations().find(AuthorizationId{everyone_[i].patient.value()}))
                date_authorization(*stored, everyone_[i].episode, static_cast<int>(i));
            if (i % 4 == 0)
                must(records_.authorizations().keep(must(Authorization::create(context_.make<AuthorizationId>(),
                    {.patient = everyone_[i].patient,
                        .episode = everyone_[i].episode,
                        .kind = AuthorizationKind::Referral,
                        .until = plus_days(today_, i % 16 == 0 ? 5 : 60)}))));
        }
    }

    void date_authorization(Authorization const& stored, EpisodeId episode, int turn)
    {
        constexpr int a_month_of_visits = 8;
        auto details = stored.details();
        details.episode = episode; // What was used is counted of this one from now on.
        details.number = "DEMO-A" + std::to_string(1000 + turn);
        details.until = plus_days(today_, turn % 12 == 0 ? 4 : 30 + turn % 60);
        must(records_.authorizations().keep(must(Authorization::create(stored.id(), details, stored.version()))));
        int const used = records_.agendas().use_of(stored.id()).visits;
        details.visits = used + (turn % 9 == 3 ? 1 : a_month_of_visits + turn % 7);
        must(records_.authorizations().keep(must(Authorization::create(stored.id(), details, stored.version() + 1))));
    }

    Records& records_;
    Context const& context_;
    std::span<Attending const> everyone_;
    std::span<UserId const> clinicians_;
    Dice layout_, colors_;
    Date today_, monday_;
    std::array<ResourceId, 3> resources_{ResourceId{0}, ResourceId{0}, ResourceId{0}};
    std::vector<Column> columns_;
    int booked_ = 0;
};

} // namespace

int fill_diary(Records& records, Context const& context, std::span<Attending const> everyone,
    std::span<UserId const> clinicians, std::uint64_t seed, Date today)
{
    return Diary{records, context, everyone, clinicians, seed, today}.fill();
}

} // namespace plumbline::app::demo
