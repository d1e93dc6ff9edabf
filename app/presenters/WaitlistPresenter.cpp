// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/WaitlistPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"
#include "app/presenters/TimeEntry.hpp"

#include <utility>

namespace plumbline::app {

namespace {
struct Choices {
    std::vector<ClinicianRow> clinicians;
    std::array<Minutes, 4> lengths;
};
} // namespace

WaitlistPresenter::WaitlistPresenter(Desk& desk)
    : desk_{desk}
    , who_{desk}
    , id_{desk.make<WaitlistEntryId>()}
{
    load();
}

WaitlistPresenter::WaitlistPresenter(Desk& desk, WaitlistRow const& row)
    : desk_{desk}
    , who_{desk}
    , stored_{row.entry}
    , id_{row.entry.id()}
{
    auto const& wish = row.entry.details();
    state_.fresh = false;
    WaitlistFields& fields = state_.fields;
    fields.type = wish.type;
    fields.length = std::to_string(wish.length.count());
    fields.weekdays = wish.weekdays;
    if (wish.between) {
        fields.from = to_clock(ClinicTime{} + wish.between->from);
        fields.to = to_clock(ClinicTime{} + wish.between->to);
    }
    fields.priority = wish.priority;
    if (wish.until)
        fields.until = to_iso(*wish.until);
    fields.note = wish.note;
    who_.choose(PatientChoice{wish.patient, row.name.listed(), {}, {}});
    load();
}

void WaitlistPresenter::load()
{
    found_ = who_.changed.connect([this] { go_on_keeping(); });
    desk_.read(
        alive_,
        [](Records const& records, Context const&) -> Result<Choices> {
            Choices choices{clinicians(records), {}};
            for (std::size_t type = 0; type < choices.lengths.size(); ++type)
                choices.lengths[type] = type_rule_of(records, static_cast<AppointmentType>(type)).length;
            return choices;
        },
        [this](Result<Choices> choices) {
            if (!choices) {
                keep_waits_ = false;
                return complain(each(choices.error()));
            }
            state_.clinicians = std::move(choices->clinicians);
            state_.usual_lengths = choices->lengths;
            for (std::size_t index = 0; stored_ && index < state_.clinicians.size(); ++index)
                if (stored_->details().clinician == state_.clinicians[index].id)
                    state_.fields.clinician = index + 1;
            loaded_ = true;
            changed();
            go_on_keeping();
        });
}

void WaitlistPresenter::go_on_keeping()
{
    if (std::exchange(keep_waits_, false))
        keep(); // It waits again where something else is still on its way.
}

Result<WaitlistEntry::Details> WaitlistPresenter::details() const
{
    WaitlistFields const& typed = state_.fields;
    Faults faults;
    WaitlistEntry::Details wish = stored_ ? stored_->details() : WaitlistEntry::Details{};
    Date const today = desk_.context().today();
    auto const patient = who_.meant();
    if (!patient)
        faults.add("patient", tr_noop("Choose the patient."));
    auto const length = whole_number(typed.length, "length", tr_noop("Type the minutes."), faults);
    auto const from = parse_typed_time(typed.from, "from");
    auto const to = parse_typed_time(typed.to, "to");
    auto const until = parse_typed_date(typed.until, today, DateLeaning::Future, "until");
    for (auto const* time : {&from, &to})
        if (!*time)
            faults.add(time->error());
    if (!until)
        faults.add(until.error());
    if (from && to && from->has_value() != to->has_value())
        faults.add(*from ? "to" : "from", tr_noop("Type both hours, or none."));
    if (!faults.none())
        return refuse(faults.refusal());
    wish.patient = patient->id;
    wish.type = typed.type;
    wish.length = Minutes{length.value_or(0)};
    wish.weekdays = typed.weekdays;
    wish.between = *from ? std::optional{DaySpan{**from, **to}} : std::nullopt;
    wish.priority = typed.priority;
    wish.until = *until;
    wish.note = typed.note;
    if (!stored_)
        wish.since = today;
    wish.clinician = typed.clinician > 0 && typed.clinician <= state_.clinicians.size()
        ? std::optional{state_.clinicians[typed.clinician - 1].id}
        : std::nullopt;
    return wish;
}

void WaitlistPresenter::choose_type(AppointmentType type)
{
    auto const usual = [this](AppointmentType of) {
        return std::to_string(state_.usual_lengths.at(static_cast<std::size_t>(of)).count());
    };
    if (state_.fields.length == usual(state_.fields.type))
        state_.fields.length = usual(type);
    state_.fields.type = type;
}

void WaitlistPresenter::complain(std::vector<Refusal> complaints)
{
    busy_ = false;
    state_.complaints = std::move(complaints);
    changed();
}

void WaitlistPresenter::keep()
{
    if (busy_)
        return;
    if (!loaded_ || who_.asking()) {
        keep_waits_ = true;
        return;
    }
    auto const wish = details();
    if (!wish)
        return complain(each(wish.error()));
    auto const entry = WaitlistEntry::create(id_, *wish, stored_ ? stored_->version() : 0);
    if (!entry)
        return complain(each(entry.error()));
    busy_ = true;
    desk_.write(
        alive_,
        [entry = *entry](Records& records, Context const& context) { return put_on_waitlist(records, context, entry); },
        [this](Result<ScheduleEdit> edit) {
            if (!edit)
                return complain(each(edit.error()));
            busy_ = false;
            auto const patient = who_.meant();
            kept(*edit, patient ? patient->name : std::string{});
        });
}

} // namespace plumbline::app
