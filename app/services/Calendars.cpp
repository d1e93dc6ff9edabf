// SPDX-License-Identifier: Apache-2.0
#include "app/services/Calendars.hpp"

#include "app/services/Common.hpp"
#include "persistence/exchange/ical/IcalWriter.hpp"

#include <map>

namespace plumbline::app {

namespace {

/// Bytes of the first character of UTF-8 text.
std::string first_letter(std::string const& text)
{
    std::size_t end = text.empty() ? 0 : 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        ++end;
    return text.substr(0, end);
}

std::string initials(PersonName const& name)
{
    std::string text;
    for (std::string const* const part : {&name.given, &name.family})
        if (!part->empty())
            text += (text.empty() ? "" : " ") + first_letter(*part) + '.';
    return text;
}

class Builder {
public:
    Builder(Records const& records, CalendarWish const& wish)
        : wish_{wish}
        , clinic_{records.settings().get("clinic.name")}
        , phone_{records.settings().get("clinic.phone")}
    {
        for (User const& user : records.users().all())
            clinicians_.emplace(user.id(), user.name_with_credentials());
    }

    [[nodiscard]] bool knows(UserId clinician) const { return clinicians_.contains(clinician); }
    [[nodiscard]] std::string title() const
    {
        return wish_.clinician ? clinicians_.at(*wish_.clinician) : fill(tr_noop("Visits, {0}"), {clinic_});
    }
    [[nodiscard]] exchange::CalendarEvent event(BookedPerson const& one) const
    {
        return {.id = one.appointment.value(),
            .start = one.start,
            .length = one.length,
            .summary = wish_.patient ? fill(tr_noop("Appointment, {0}"), {clinic_}) : clinicians_summary(one),
            .description = wish_.patient ? patients_description(one) : std::string{},
            .takes_place = one.status != AppointmentStatus::Cancelled && one.status != AppointmentStatus::NoShow,
            .version = one.version};
    }

private:
    [[nodiscard]] std::string patients_description(BookedPerson const& one) const
    {
        auto const who = clinicians_.find(one.clinician);
        std::string text = who == clinicians_.end() ? std::string{} : fill(tr_noop("With {0}."), {who->second});
        if (!phone_.empty())
            text += (text.empty() ? "" : " ") + fill(tr_noop("If you cannot come, call {0}."), {phone_});
        return text;
    }
    [[nodiscard]] std::string clinicians_summary(BookedPerson const& one) const
    {
        std::string const who = wish_.names == CalendarNames::Full ? one.name.listed() : initials(one.name);
        return who + ", " + std::string{label(one.type)};
    }

    CalendarWish const& wish_;
    std::string clinic_, phone_;
    std::map<UserId, std::string> clinicians_;
};

} // namespace

Result<CalendarFile> export_calendar(Records& records, Context const& context, CalendarWish const& wish)
{
    for (Action const needed : {Action::SeeSchedule, Action::PrintDocument})
        if (auto allowed = permit(context.actor, needed); !allowed)
            return refuse(allowed.error());
    if (wish.patient.has_value() == wish.clinician.has_value())
        return refuse(
            Refusal::Reason::Invalid, "patient", tr_noop("A calendar is of one patient or of one clinician."));
    if (wish.patient && !records.patients().find(*wish.patient))
        return refuse_missing_patient();
    Builder const builder{records, wish};
    if (wish.clinician && !builder.knows(*wish.clinician))
        return refuse_missing("clinician", tr_noop("Nobody of the clinic has this id."));
    exchange::Calendar calendar{.name = builder.title(),
        .place = records.settings().get("clinic.address"),
        .zone = records.settings().get("clinic.zone"),
        .written = context.clock->now(),
        .events = {}};
    for (BookedPerson const& one : records.tallies().booked({wish.from, wish.to, wish.clinician, wish.patient}))
        calendar.events.push_back(builder.event(one));
    auto written = exchange::write_calendar(calendar);
    if (!written)
        return refuse(written.error());
    Subject subject{"schedule"};
    if (wish.patient)
        subject = {"patient", wish.patient->value(), wish.patient};
    audit(records, context, AuditEvent::Export, subject, "calendar");
    CalendarFile file{.text = *std::move(written), .events = static_cast<int>(calendar.events.size()), .sha256 = {}};
    file.sha256 = records.digest(file.text);
    return file;
}

} // namespace plumbline::app
