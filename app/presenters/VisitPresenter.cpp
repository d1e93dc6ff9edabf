// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/VisitPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"
#include "app/presenters/TimeEntry.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace plumbline::app {

namespace {

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

bool one_pattern(VisitFields const& a, VisitFields const& b)
{
    return a.weekdays == b.weekdays && a.every == b.every && a.count == b.count && a.until == b.until;
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
    state_.fields.resources = slot.resources;
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
    state_.patient = existing.name.listed();
    who_.choose(PatientChoice{existing.patient, existing.name.listed(), {}, {}});
    VisitFields& fields = state_.fields;
    fields.type = existing.type;
    fields.length = std::to_string(existing.length.count());
    fields.weekdays = weekday_of(existing.start);
    fields.day = to_iso(day_of(existing.start));
    fields.time = clock_text(existing.start);
    fields.note = existing.note_of_desk;
    fields.resources = existing.resources;
    fields.reason = existing.reason;
    if (state_.in_series)
        fields.repeat = VisitRepeat::Weekly;
    load();
}

void VisitPresenter::load()
{
    found_ = who_.changed.connect([this] { go_on_keeping(); });
    desk_.read(
        alive_,
        [held = state_.fields.resources, existing = existing_](
            Records const& records, Context const& context) -> Result<Choices> {
            auto things = resources(records, context);
            if (!things)
                return tl::unexpected{things.error()};
            // What is out of use stays with the visit that has it until somebody takes it away.
            std::erase_if(*things, [&](Resource const& one) {
                return !one.details().active && std::ranges::find(held, one.id()) == held.end();
            });
            Choices choices{clinicians(records), std::move(*things), {}};
            if (existing && existing->series) {
                auto series = series_standing(records, context, existing->id);
                if (!series)
                    return tl::unexpected{series.error()};
                choices.series = *std::move(series);
            }
            return choices;
        },
        [this](Result<Choices> choices) {
            if (!choices) {
                state_.keep_waits = false;
                return complain(each(choices.error()));
            }
            take(std::move(*choices));
        });
}

void VisitPresenter::take(Choices choices)
{
    state_.clinicians = std::move(choices.clinicians);
    state_.resources = std::move(choices.resources);
    UserId const wanted = slot_.clinician.value_or(desk_.actor().user);
    for (std::size_t index = 0; index < state_.clinicians.size(); ++index)
        if (state_.clinicians[index].id == wanted)
            state_.fields.clinician = index;
    if (state_.in_series) {
        series_ = std::move(choices.series);
        fill_pattern(state_.fields, state_.fields.scope);
    }
    loaded_ = true;
    changed();
    go_on_keeping();
}

void VisitPresenter::go_on_keeping()
{
    if (std::exchange(state_.keep_waits, false))
        attempt(); // It waits again where something else is still on its way.
}

void VisitPresenter::fill_pattern(VisitFields& fields, SeriesScope scope) const
{
    auto const wish = series_ ? weekly_wish(series_->rule) : std::nullopt;
    if (!wish)
        return;
    fields.weekdays = wish->weekdays;
    fields.every = std::to_string(wish->every);
    fields.until = wish->until ? to_iso(*wish->until) : "";
    fields.count = wish->until ? "" : std::to_string(scope == SeriesScope::All ? series_->all : series_->following);
}

bool VisitPresenter::has_other_pattern() const
{
    VisitFields known{.weekdays = weekday_of(existing_->start)};
    fill_pattern(known, state_.fields.scope);
    return !one_pattern(known, state_.fields);
}

bool VisitPresenter::changes_series() const
{
    return existing_ && state_.in_series && state_.fields.scope != SeriesScope::This;
}

void VisitPresenter::edit(VisitFields fields)
{
    if (fields == state_.fields)
        return;
    if (fields.scope != state_.fields.scope && one_pattern(fields, state_.fields) && !has_other_pattern())
        fill_pattern(fields, fields.scope);
    follow_day(fields);
    VisitFields const before = std::exchange(state_.fields, std::move(fields));
    VisitFields same = before;
    same.reason = state_.fields.reason;
    if (same == state_.fields)
        return;
    meant_ = {}; // Elsewhere it has to be meant anew.
    if (proposal_ && !(state_.fields == proposed_for_)) {
        forget_proposal();
        changed();
    }
}

void VisitPresenter::follow_day(VisitFields& fields) const
{
    if (state_.in_series || fields.weekdays != state_.fields.weekdays)
        return;
    auto const day_in = [this](VisitFields const& typed) {
        return parse_typed_date(typed.day, desk_.context().today(), DateLeaning::Future, "day");
    };
    auto const before = day_in(state_.fields);
    auto const after = day_in(fields);
    if (before && *before && after && *after && fields.weekdays == weekday_of(at(**before, Minutes{0})))
        fields.weekdays = weekday_of(at(**after, Minutes{0}));
}

void VisitPresenter::forget_proposal()
{
    proposal_.reset();
    state_.visits.clear();
    state_.summary.clear();
    state_.may_override = false;
}

void VisitPresenter::toggle(std::size_t visit)
{
    if (!proposal_ || changes_series() || visit >= proposal_->visits.size() || proposal_->visits[visit].conflict)
        return;
    proposal_->visits[visit].wanted = !proposal_->visits[visit].wanted;
    state_.visits = lines_of(*proposal_);
    changed();
}

void VisitPresenter::complain(std::vector<Refusal> complaints)
{
    state_.busy = false;
    state_.may_override = !complaints.empty() && std::ranges::all_of(complaints, can_be_meant);
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
    wanted.resources = typed.resources;
    return wanted;
}

AppointmentChange VisitPresenter::change_to(Appointment::Details const& typed) const
{
    auto const if_other = []<class T>(T const& now, T const& was) {
        return now == was ? std::optional<T>{} : std::optional<T>{now};
    };
    AppointmentChange change{.start = if_other(typed.start, existing_->start),
        .clinician = if_other(typed.clinician, existing_->clinician),
        .resources = if_other(typed.resources, existing_->resources),
        .type = if_other(typed.type, existing_->type),
        .note = if_other(typed.note, existing_->note_of_desk),
        .meant = meant()};
    if (typed.length != Minutes{0})
        change.length = if_other(typed.length, existing_->length);
    return change;
}

Meant VisitPresenter::meant() const
{
    Meant all = meant_;
    all.reason = state_.fields.reason;
    return all;
}

Result<std::vector<Date>> VisitPresenter::left_out() const
{
    std::vector<Date> days;
    std::string_view rest = state_.fields.left_out;
    while (!rest.empty()) {
        auto const end = std::min(rest.find(','), rest.size());
        auto const day = parse_typed_date(
            std::string{rest.substr(0, end)}, desk_.context().today(), DateLeaning::Future, "left_out");
        if (!day)
            return tl::unexpected{day.error()};
        if (*day)
            days.push_back(**day);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return days;
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
    attempt();
}

void VisitPresenter::keep_all_the_same()
{
    for (Refusal const& one : state_.complaints)
        meant_ = with_meant(std::move(meant_), one);
    if (proposal_) {
        for (ProposedVisit const& visit : proposal_->visits)
            if (visit.conflict)
                meant_ = with_meant(std::move(meant_), *visit.conflict);
        forget_proposal(); // It is shown once more, with what is free now.
    }
    attempt();
}

} // namespace plumbline::app
