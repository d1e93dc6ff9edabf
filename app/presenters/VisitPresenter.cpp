// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/VisitPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"
#include "app/presenters/TimeEntry.hpp"

#include <algorithm>
#include <charconv>

namespace plumbline::app {

namespace {

constexpr std::string_view outside_hours = "hours";

struct Choices {
    std::vector<ClinicianRow> clinicians;
    std::vector<Resource> resources;
};

/// Nothing for an empty text; a refusal for what is no whole number.
Result<std::optional<int>> whole_number(std::string const& text, std::string_view field)
{
    if (text.empty())
        return std::optional<int>{};
    int number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return refuse(Refusal::Reason::Invalid, field, tr_noop("Type a whole number."));
    return std::optional{number};
}

/// A series falls on this day unless somebody says otherwise.
std::array<bool, 7> weekday_of(ClinicTime time)
{
    std::array<bool, 7> ticked{};
    ticked[std::chrono::weekday{std::chrono::local_days{day_of(time)}}.iso_encoding() - 1] = true;
    return ticked;
}

std::string clock_text(ClinicTime time)
{
    return to_clock(time);
}

} // namespace

VisitPresenter::VisitPresenter(Desk& desk, VisitState::Kind kind, ScheduleSlot const& slot)
    : desk_{desk}
    , who_{desk}
    , slot_{slot}
    , id_{desk.make<AppointmentId>()}
{
    state_.kind = kind;
    ClinicTime const start = kind == VisitState::Kind::WalkIn ? desk.context().clock->local_now() : slot.start;
    state_.fields.weekdays = weekday_of(start);
    state_.fields.day = to_iso(day_of(start));
    state_.fields.time = clock_text(start);
    if (slot.length)
        state_.fields.length = std::to_string(slot.length->count());
    load();
}

VisitPresenter::VisitPresenter(Desk& desk, ScheduleBlock const& existing)
    : desk_{desk}
    , who_{desk}
    , slot_{existing.clinician, existing.resources, existing.start, existing.length}
    , existing_{existing}
    , id_{existing.id}
{
    state_.kind = VisitState::Kind::Change;
    state_.in_series = existing.series.has_value();
    who_.choose(PatientChoice{existing.patient, existing.name.listed(), {}, {}});
    VisitFields& fields = state_.fields;
    fields.type = existing.type;
    fields.length = std::to_string(existing.length.count());
    fields.weekdays = weekday_of(existing.start);
    fields.day = to_iso(day_of(existing.start));
    fields.time = clock_text(existing.start);
    fields.note = existing.note_of_desk;
    load();
}

void VisitPresenter::load()
{
    desk_.read(
        alive_,
        [](Records const& records, Context const& context) -> Result<Choices> {
            auto things = resources(records, context);
            if (!things)
                return tl::unexpected{things.error()};
            std::erase_if(*things, [](Resource const& one) { return !one.details().active; });
            return Choices{clinicians(records), std::move(*things)};
        },
        [this](Result<Choices> choices) {
            if (!choices)
                return complain(each(choices.error()));
            state_.clinicians = std::move(choices->clinicians);
            state_.resources = std::move(choices->resources);
            UserId const wanted = slot_.clinician.value_or(desk_.actor().user);
            for (std::size_t index = 0; index < state_.clinicians.size(); ++index)
                if (state_.clinicians[index].id == wanted)
                    state_.fields.clinician = index;
            for (std::size_t index = 0; index < state_.resources.size(); ++index)
                if (!slot_.resources.empty() && state_.resources[index].id() == slot_.resources.front())
                    state_.fields.resource = index + 1;
            changed();
        });
}

void VisitPresenter::edit(VisitFields fields)
{
    if (fields == state_.fields)
        return;
    state_.fields = std::move(fields);
    if (proposal_ && !(state_.fields == proposed_for_)) {
        // What was proposed is no longer what is wanted.
        proposal_.reset();
        state_.visits.clear();
        state_.summary.clear();
        changed();
    }
}

void VisitPresenter::toggle(std::size_t visit)
{
    if (!proposal_ || visit >= proposal_->visits.size() || proposal_->visits[visit].conflict)
        return;
    proposal_->visits[visit].wanted = !proposal_->visits[visit].wanted;
    state_.visits = lines_of(*proposal_);
    changed();
}

void VisitPresenter::complain(std::vector<Refusal> complaints)
{
    state_.busy = false;
    state_.may_override =
        std::ranges::any_of(complaints, [](Refusal const& one) { return one.field == outside_hours; });
    state_.complaints = std::move(complaints);
    changed();
}

Result<Appointment::Details> VisitPresenter::details() const
{
    VisitFields const& typed = state_.fields;
    Faults faults;
    Appointment::Details wanted;
    Date const today = desk_.context().today();
    auto const patient = who_.meant();
    if (!patient)
        faults.add("patient", tr_noop("Choose the patient."));
    auto const day = parse_typed_date(typed.day, today, DateLeaning::Future, "day");
    auto const time = parse_typed_time(typed.time, "start");
    auto const length = whole_number(typed.length, "length");
    if (!day)
        faults.add(day.error());
    else if (!*day)
        faults.add("day", tr_noop("Type the day."));
    if (!time)
        faults.add(time.error());
    else if (!*time)
        faults.add("start", tr_noop("Type when it begins."));
    if (!length)
        faults.add(length.error());
    if (typed.clinician >= state_.clinicians.size())
        faults.add("clinician", tr_noop("Choose who treats."));
    if (!faults.none())
        return refuse(faults.refusal());
    wanted.patient = patient->id;
    wanted.clinician = state_.clinicians[typed.clinician].id;
    wanted.start = at(**day, **time);
    wanted.length = Minutes{length->value_or(0)};
    wanted.type = typed.type;
    wanted.note = typed.note;
    if (typed.resource > 0 && typed.resource <= state_.resources.size())
        wanted.resources = {state_.resources[typed.resource - 1].id()};
    return wanted;
}

Result<std::string> VisitPresenter::rule() const
{
    VisitFields const& typed = state_.fields;
    auto const every = whole_number(typed.every, "every");
    auto const count = whole_number(typed.count, "count");
    auto const until = parse_typed_date(typed.until, desk_.context().today(), DateLeaning::Future, "until");
    Faults faults;
    for (auto const* number : {&every, &count})
        if (!*number)
            faults.add(number->error());
    if (!until)
        faults.add(until.error());
    if (!faults.none())
        return refuse(faults.refusal());
    return recurrence_rule({.every = every->value_or(1), .weekdays = typed.weekdays, .count = *count, .until = *until});
}

void VisitPresenter::keep()
{
    attempt(Hours::Kept);
}

void VisitPresenter::keep_all_the_same()
{
    attempt(Hours::Overridden);
}

} // namespace plumbline::app
