// SPDX-License-Identifier: Apache-2.0
#include "app/services/Alerts.hpp"
#include "app/services/Booking.hpp"
#include "app/services/Common.hpp"
#include "app/services/ScheduleColumns.hpp"
#include "app/services/Standing.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace plumbline::app {

namespace {

/// Everything that all blocks of a sheet share.
struct Facts {
    Agenda agenda;
    ReadSetting setting;
    Alerts alerts;
    Date today{};
    bool sees_charts = false;
    std::vector<User> users;
};

Facts facts_of(Records const& records, Context const& context, Date from, Date to, std::optional<UserId> clinician)
{
    Facts facts;
    facts.today = context.today();
    facts.agenda = records.agendas().of_days(from, to, clinician, facts.today);
    facts.setting = settings_of(records);
    facts.alerts = alerts_of(facts.setting);
    facts.sees_charts = permitted(context.actor.role, Action::SeeChart);
    facts.users = records.users().all();
    return facts;
}

/// Days of treatment and of appointments that come first, each once.
int visits_before(Agenda::Course const& course, Date day)
{
    std::set<Date> days;
    for (auto const* const list : {&course.treatment_days, &course.coming_days})
        for (Date const one : *list)
            if (one < day)
                days.insert(one);
    return static_cast<int>(days.size());
}

int booked_before(Agenda::Course const& course, Date day)
{
    return static_cast<int>(std::ranges::count_if(course.coming_days,
        [&](Date one) { return one < day && !std::ranges::binary_search(course.treatment_days, one); }));
}

class Flags {
public:
    Flags(ScheduleBlock& block, Facts const& facts)
        : block_{block}
        , facts_{facts}
        , day_{day_of(block.start)}
    {
    }
    void add_all(Agenda::Course const* course)
    {
        if (!block_.precautions.empty())
            say(ScheduleFlag::About::Precaution, tr_noop("Precautions: {0}"), {block_.precautions});
        if (block_.visit_number == 1 && !block_.last_visit)
            say(ScheduleFlag::About::NewPatient, tr_noop("New patient"));
        if (block_.authorization)
            about(*block_.authorization, course, tr_noop("Authorization ends {0}"), tr_noop("Authorization ended {0}"));
        if (block_.referral)
            about(*block_.referral, course, tr_noop("Referral ends {0}"), tr_noop("Referral ended {0}"));
        if (course)
            add_clocks(*course);
        if (course && !course->plans.empty())
            add_own_therapist(course->plans.back().author());
    }

private:
    void say(ScheduleFlag::About what, std::string_view text, std::vector<std::string> arguments = {})
    {
        block_.flags.push_back({what, {text, std::move(arguments)}, false});
    }
    void urge(ScheduleFlag::About what, std::string_view text, std::vector<std::string> arguments = {})
    {
        block_.flags.push_back({what, {text, std::move(arguments)}, true});
    }
    /// How many visits are left before this one, those booked earlier counted as used.
    [[nodiscard]] int left_for_this(AuthorizationStanding const& standing, Agenda::Course const* course) const
    {
        int left = *standing.visits_left;
        if (!course)
            return left;
        for (Date const day : course->coming_days)
            left -= day < day_ && std::ranges::find(course->treatment_days, day) == course->treatment_days.end();
        // What has been treated is used already.
        left += static_cast<int>(std::ranges::count_if(course->treatment_days, [&](Date day) { return day >= day_; }));
        return left;
    }
    void about(AuthorizationStanding const& standing, Agenda::Course const* course, std::string_view ends,
        std::string_view ended)
    {
        using About = ScheduleFlag::About;
        if (standing.visits_left) {
            int const left = left_for_this(standing, course);
            if (left <= 0)
                urge(About::LastVisits, tr_noop("No authorized visit left"));
            else if (left == 1)
                say(About::LastVisits, tr_noop("Last authorized visit"));
            else if (left <= facts_.alerts.authorization.visits)
                say(About::LastVisits,
                    left == 2 ? tr_noop("Last visit but one") : tr_noop("{0} authorized visits left"),
                    {std::to_string(left)});
        }
        if (standing.units_left && *standing.units_left <= 0)
            urge(About::Authorization, tr_noop("No authorized unit left"));
        else if (standing.units_left && *standing.units_left <= facts_.alerts.authorization.units)
            say(About::Authorization, tr_noop("{0} authorized units left"), {std::to_string(*standing.units_left)});
        if (!standing.days_left || *standing.days_left > facts_.alerts.authorization.days)
            return;
        if (*standing.days_left < 0)
            urge(About::Authorization, ended, {to_short_words(*standing.until)});
        else
            say(About::Authorization, ends, {to_short_words(*standing.until)});
    }
    /// An assistant works under the plan of another; a therapist who does not follows somebody else's.
    void add_own_therapist(UserId own)
    {
        auto const user_of = [this](UserId id) { return std::ranges::find(facts_.users, id, &User::id); };
        auto const booked = user_of(block_.clinician), planned = user_of(own);
        if (own != block_.clinician && booked != facts_.users.end() && planned != facts_.users.end()
            && permitted(booked->details().role, Action::EditPlan))
            say(ScheduleFlag::About::OtherClinician, tr_noop("Own therapist: {0}"), {planned->name_with_credentials()});
    }
    void add_clocks(Agenda::Course const& course)
    {
        using About = ScheduleFlag::About;
        auto days = course.treatment_days;
        if (auto const clock = certification_clock(course.plans, days, day_)) {
            block_.certified_until = clock->interval_ends;
            if (clock->days_left < 0)
                urge(About::Certification, tr_noop("Certification overdue"));
            else if (clock->days_left <= facts_.alerts.certification_days)
                say(About::Certification, tr_noop("Certification ends {0}"), {to_short_words(clock->interval_ends)});
        }
        for (Date const day : course.coming_days)
            if (day < day_)
                days.push_back(day);
        days.push_back(day_);
        std::erase_if(days, [&](Date day) { return day > day_; });
        auto const report = progress_report_clock(days, course.report_days);
        if (report.due_in < 0)
            urge(About::ProgressReport, tr_noop("Progress report overdue"));
        else if (report.due_in == 0)
            say(About::ProgressReport, tr_noop("Progress report due"));
    }

    ScheduleBlock& block_;
    Facts const& facts_;
    Date day_;
};

std::optional<AuthorizationStanding> standing_in_force(
    Facts const& facts, PatientId patient, AuthorizationKind kind, std::optional<EpisodeId> episode, Date day)
{
    auto const found = facts.agenda.authorizations.find(patient);
    if (found == facts.agenda.authorizations.end())
        return std::nullopt;
    auto const use = [&](AuthorizationId id) {
        auto const used = facts.agenda.used.find(id);
        return used == facts.agenda.used.end() ? AuthorizationUse{} : used->second;
    };
    auto standing = in_force(found->second, kind, episode, day, use, facts.alerts.authorization);
    bool const limits = standing && (standing->visits_allowed || standing->units_allowed || standing->until);
    return limits ? standing : std::nullopt;
}

/// The visits of the plan in force on top of those before it was established.
int planned_in_all(Agenda::Course const& course)
{
    PlanOfCare const& plan = course.plans.back();
    int const before = course.plans.size() > 1 ? visits_before(course, plan.details().established) : 0;
    return before + plan.planned_visits();
}

void describe_course(ScheduleBlock& block, Facts const& facts)
{
    Date const day = day_of(block.start);
    auto const episode = facts.agenda.episodes.find(block.id);
    Agenda::Course const* course = nullptr;
    if (episode != facts.agenda.episodes.end()) {
        block.episode = episode->second;
        auto const found = facts.agenda.courses.find(episode->second);
        course = found == facts.agenda.courses.end() ? nullptr : &found->second;
    }
    block.authorization = standing_in_force(facts, block.patient, AuthorizationKind::Payer, block.episode, day);
    block.referral = standing_in_force(facts, block.patient, AuthorizationKind::Referral, block.episode, day);
    if (course && !course->plans.empty())
        block.visits_planned = planned_in_all(*course);
    if (!takes_time(block.status))
        return;
    if (course)
        block.visit_number = visits_before(*course, day) + 1;
    Flags{block, facts}.add_all(course);
    if (course && block.authorization && block.authorization->visits_allowed)
        block.visit_number =
            number_within(*block.authorization, course->treatment_days, booked_before(*course, day), day);
}

ScheduleBlock block_of(Appointment const& appointment, Facts const& facts)
{
    auto const& details = appointment.details();
    ScheduleBlock block{.id = appointment.id(),
        .version = appointment.version(),
        .patient = details.patient,
        .clinician = details.clinician,
        .resources = details.resources,
        .start = details.start,
        .length = details.length,
        .type = details.type,
        .status = details.status,
        .arrived = details.arrived,
        .started = details.started,
        .finished = details.finished,
        .reason = details.reason,
        .late = details.late,
        .may_overlap = details.may_overlap,
        .series = details.series,
        .note_of_desk = details.note};
    if (auto const found = facts.agenda.people.find(details.patient); found != facts.agenda.people.end()) {
        block.name = found->second.name;
        block.phone = found->second.phone;
        block.last_visit = found->second.last_visit;
        if (facts.sees_charts)
            block.precautions = found->second.precautions;
    }
    if (auto const note = facts.agenda.notes.find(appointment.id()); note != facts.agenda.notes.end()) {
        block.visit = note->second.visit;
        block.note = note->second.is_signed ? ScheduleBlock::Note::Signed : ScheduleBlock::Note::Draft;
    }
    describe_course(block, facts);
    return block;
}

std::vector<ScheduleBlock> blocks_of(Facts const& facts)
{
    std::vector<ScheduleBlock> blocks;
    std::map<std::pair<UserId, ClinicTime>, int> classes;
    for (Appointment const& one : facts.agenda.appointments) {
        blocks.push_back(block_of(one, facts));
        if (one.details().type == AppointmentType::Group && takes_time(one))
            ++classes[{one.details().clinician, one.details().start}];
    }
    int const places = type_rule(AppointmentType::Group, facts.setting).places;
    for (ScheduleBlock& block : blocks)
        if (block.type == AppointmentType::Group) {
            block.places = places;
            block.places_taken = classes[{block.clinician, block.start}];
        }
    return blocks;
}

bool is_shown(ScheduleBlock const& block, ScheduleWish const& wish)
{
    if (wish.clinicians.empty() || wish.all_resources)
        return true;
    return std::ranges::find(wish.clinicians, block.clinician) != wish.clinicians.end()
        || std::ranges::any_of(block.resources,
            [&](ResourceId id) { return std::ranges::find(wish.resources, id) != wish.resources.end(); });
}

DaySpan grown(DaySpan open, std::vector<ScheduleBlock> const& blocks)
{
    for (ScheduleBlock const& block : blocks) {
        // What was called off is not drawn, and where its time is offered again it is within the hours or asked for.
        if (block.status == AppointmentStatus::Cancelled)
            continue;
        Minutes const from = block.start - at(day_of(block.start), Minutes{0});
        open.from = std::min(open.from, from);
        open.to = std::max(open.to, std::min(from + block.length, Minutes{std::chrono::hours{24}}));
    }
    return open;
}

} // namespace

std::optional<int> ScheduleBlock::visits_of() const noexcept
{
    return authorization && authorization->visits_allowed ? authorization->visits_allowed : visits_planned;
}

Result<ScheduleSheet> schedule_sheet(Records const& records, Context const& context, ScheduleWish const& wish)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    if (!wish.from.ok() || !wish.to.ok() || wish.to < wish.from || days_between(wish.from, wish.to) > 366)
        return refuse(Refusal::Reason::Invalid, "from", tr_noop("Choose days that lie within one year."));
    bool const one_person = wish.clinicians.size() == 1 && wish.resources.empty() && !wish.all_resources;
    Facts const facts = facts_of(
        records, context, wish.from, wish.to, one_person ? std::optional{wish.clinicians.front()} : std::nullopt);
    ScheduleSheet sheet{.from = wish.from, .to = wish.to, .step = schedule_step(facts.setting)};
    sheet.blocks = blocks_of(facts);
    std::erase_if(sheet.blocks, [&](ScheduleBlock const& block) { return !is_shown(block, wish); });
    add_columns(sheet, records, wish, facts.users, facts.setting);
    sheet.open = grown(opening_hours(facts.setting), sheet.blocks);
    return sheet;
}

Result<ScheduleBlock> schedule_block(Records const& records, Context const& context, AppointmentId id)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    auto const stored = records.appointments().find(id);
    if (!stored)
        return refuse_missing_appointment();
    Date const day = day_of(stored->details().start);
    for (ScheduleBlock& block : blocks_of(facts_of(records, context, day, day, stored->details().clinician)))
        if (block.id == id)
            return std::move(block);
    return refuse_missing_appointment();
}

Result<std::vector<DayCount>> schedule_counts(
    Records const& records, Context const& context, Date from, Date to, std::vector<UserId> const& clinicians)
{
    if (auto allowed = permit(context.actor, Action::SeeSchedule); !allowed)
        return refuse(allowed.error());
    if (clinicians.empty())
        return records.appointments().counts(from, to);
    std::map<Date, DayCount> days;
    for (UserId const one : clinicians)
        for (DayCount const& count : records.appointments().counts(from, to, one)) {
            DayCount& sum = days.try_emplace(count.day, DayCount{.day = count.day}).first->second;
            sum.booked += count.booked;
            sum.canceled += count.canceled;
            sum.missed += count.missed;
            sum.taken += count.taken;
        }
    std::vector<DayCount> all;
    for (auto const& [day, sum] : days)
        all.push_back(sum);
    return all;
}

} // namespace plumbline::app
