// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/HoursFormPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/TimeEntry.hpp"
#include "domain/core/Text.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::app {

namespace {

constexpr std::string_view kind = "hours";
constexpr std::size_t working_days = 5;
/// Between what is kept of one exception in a draft; no reason can hold it.
constexpr char part_end = '\t', line_end = '\n';

std::string day_name(std::size_t day)
{
    return "week." + std::to_string(day);
}

HoursFields as_fields(WorkingHours const& hours)
{
    HoursFields fields;
    for (std::size_t day = 0; day < fields.week.size(); ++day)
        fields.week[day] = to_text(hours.details().week[day]);
    fields.other_days = hours.details().exceptions;
    return fields;
}

std::string as_text(std::vector<HoursException> const& others)
{
    std::string text;
    for (HoursException const& one : others)
        text += to_iso(one.first) + part_end + to_iso(one.last) + part_end + to_text(one.spans) + part_end + one.reason
            + line_end;
    return text;
}

/// The text up to the end, which is taken away with it.
std::string_view take(std::string_view& text, char end)
{
    auto const at = std::min(text.find(end), text.size());
    auto const part = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return part;
}

std::vector<HoursException> others_from(std::string_view text)
{
    std::vector<HoursException> others;
    while (!text.empty()) {
        std::string_view line = take(text, line_end);
        auto const first = parse_date(take(line, part_end));
        auto const last = parse_date(take(line, part_end));
        auto spans = day_spans_from_text(take(line, part_end), "exceptions");
        if (first && last && spans)
            others.push_back({*first, *last, *std::move(spans), std::string{line}});
    }
    return others;
}

std::string hours_a_week(std::array<std::string, 7> const& week)
{
    Minutes sum{};
    for (std::string const& day : week)
        if (auto const spans = parse_typed_hours(day, {}))
            for (DaySpan const& span : *spans)
                sum += span.to - span.from;
    auto const hours = sum.count() / 60, minutes = sum.count() % 60;
    std::string const count = std::to_string(hours)
        + (minutes == 0        ? ""
                : minutes < 10 ? ":0"
                               : ":")
        + (minutes == 0 ? "" : std::to_string(minutes));
    return fill(tr_noop("{0} hours a week"), {count});
}

} // namespace

TypedTexts texts_of(HoursFields const& fields)
{
    TypedTexts texts{{"entry.first", fields.entry.first}, {"entry.last", fields.entry.last},
        {"entry.hours", fields.entry.hours}, {"entry.reason", fields.entry.reason},
        {"other_days", as_text(fields.other_days)}};
    for (std::size_t day = 0; day < fields.week.size(); ++day)
        texts[day_name(day)] = fields.week[day];
    return texts;
}

HoursFields with_texts(HoursFields base, TypedTexts const& texts)
{
    for (std::size_t day = 0; day < base.week.size(); ++day)
        base.week[day] = typed(texts, day_name(day));
    base.entry = {typed(texts, "entry.first"), typed(texts, "entry.last"), typed(texts, "entry.hours"),
        typed(texts, "entry.reason")};
    base.other_days = others_from(typed(texts, "other_days"));
    base.target.reset(); // Another list may have come under it.
    return base;
}

std::string day_range_words(Date first, Date last)
{
    if (first == last)
        return to_words(first);
    return fill(
        tr_noop("{0} to {1}"), {first.year() == last.year() ? to_short_words(first) : to_words(first), to_words(last)});
}

HoursFormPresenter::HoursFormPresenter(Desk& desk, WorkingHours const& stored, std::string whose)
    : RecordForm{desk, kind, stored.clinician().value()}
    , stored_{stored}
{
    state_.whose = std::move(whose);
    state_.may_change = permitted(desk.actor().role, Action::EditSchedule);
    begin(as_fields(stored), Begun::Stored);
}

HoursFields HoursFormPresenter::fields_of(WorkingHours const& stored) const
{
    return as_fields(stored);
}

HoursFormPresenter::Reading HoursFormPresenter::reading() const
{
    return [clinician = stored_.clinician()](
               Records const& records) -> Result<WorkingHours> { return hours_of(records, clinician); };
}

void HoursFormPresenter::derive()
{
    Date const today = desk_.context().today();
    state_.other_days.clear();
    for (HoursException const& one : state_.fields.other_days)
        state_.other_days.push_back({day_range_words(one.first, one.last),
            one.spans.empty() ? std::string{tr_noop("away")} : to_text(one.spans), one.reason, one.last < today});
    state_.a_week = hours_a_week(state_.fields.week);
}

void HoursFormPresenter::like_monday()
{
    HoursFields fields = state_.fields;
    for (std::size_t day = 1; day < working_days; ++day)
        fields.week[day] = fields.week.front();
    step(std::move(fields));
}

/// The fields with what is typed below among the other days.
Result<HoursFields> HoursFormPresenter::with_entry() const
{
    HoursFields fields = state_.fields;
    OtherDaysFields const typed_days = std::exchange(fields.entry, {});
    auto const target = std::exchange(fields.target, std::nullopt);
    if (typed_days.empty())
        return fields;
    Date const today = desk_.context().today();
    Faults faults;
    auto const first = parse_typed_date(typed_days.first, today, DateLeaning::Future, "entry.first");
    auto const last = parse_typed_date(typed_days.last, today, DateLeaning::Future, "entry.last");
    auto spans = parse_typed_hours(typed_days.hours, "entry.hours");
    if (!first)
        faults.add(first.error());
    else if (!*first)
        faults.add("entry.first", tr_noop("Type the first day."));
    if (!last)
        faults.add(last.error());
    if (!spans)
        faults.add(spans.error());
    if (first && *first && last && *last && **last < **first)
        faults.add("entry.last", tr_noop("The last day is before the first."));
    std::string reason = typed_days.reason;
    clean_text(faults, "entry.reason", reason, line_rule);
    if (!faults.none())
        return refuse(faults.refusal());
    HoursException one{**first, last->value_or(**first), *std::move(spans), std::move(reason)};
    if (target && *target < fields.other_days.size())
        fields.other_days[*target] = std::move(one);
    else
        fields.other_days.push_back(std::move(one));
    return fields;
}

void HoursFormPresenter::take_entry()
{
    auto fields = with_entry();
    if (!fields)
        return complain(fields.error());
    step(*std::move(fields));
}

void HoursFormPresenter::open_other_days(std::size_t index)
{
    HoursFields fields = state_.fields;
    if (index >= fields.other_days.size())
        return;
    HoursException const& one = fields.other_days[index];
    fields.entry = {
        to_iso(one.first), one.last == one.first ? std::string{} : to_iso(one.last), to_text(one.spans), one.reason};
    fields.target = index;
    step(std::move(fields));
}

void HoursFormPresenter::remove_other_days(std::size_t index)
{
    HoursFields fields = state_.fields;
    if (index >= fields.other_days.size())
        return;
    fields.other_days.erase(fields.other_days.begin() + static_cast<std::ptrdiff_t>(index));
    if (fields.target)
        fields.entry = {};
    fields.target.reset();
    step(std::move(fields));
}

Result<WorkingHours> HoursFormPresenter::typed_hours() const
{
    Faults faults;
    WorkingHours::Details details;
    for (std::size_t day = 0; day < details.week.size(); ++day) {
        std::string const name = day_name(day);
        if (auto spans = parse_typed_hours(state_.fields.week[day], name))
            details.week[day] = *std::move(spans);
        else
            faults.add(spans.error());
    }
    auto const fields = with_entry();
    if (!fields)
        for (Refusal const& fault : each(fields.error()))
            faults.add(fault);
    if (!faults.none())
        return refuse(faults.refusal());
    details.exceptions = fields->other_days;
    return WorkingHours::create(stored_.clinician(), std::move(details), stored_.version());
}

void HoursFormPresenter::keep()
{
    if (idle())
        return;
    auto const wanted = typed_hours();
    if (!wanted)
        return complain(wanted.error());
    submit([wanted = *wanted](Records& records, Context const& context) -> Result<WorkingHours> {
        if (auto const done = keep_hours(records, context, wanted); !done)
            return refuse(done.error());
        return hours_of(records, wanted.clinician());
    });
}

} // namespace plumbline::app
