// SPDX-License-Identifier: Apache-2.0
#include "app/services/SchedulePrints.hpp"

#include "app/services/ClinicHead.hpp"
#include "app/services/Common.hpp"
#include "app/services/Reminders.hpp"
#include "app/services/Reporting.hpp"
#include "app/services/ScheduleSetup.hpp"
#include "app/services/Standing.hpp"
#include "app/services/Worklists.hpp"
#include "domain/core/Vocabulary.hpp"
#include "reports/content/DaySheet.hpp"
#include "reports/content/ReminderSlips.hpp"
#include "reports/content/RoutingSlip.hpp"
#include "reports/document/Layout.hpp"
#include "reports/pdf/PdfWriter.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace plumbline::app {

namespace {

/// As far as a clinic books ahead.
constexpr int days_ahead = 366;
/// A slip says the next ones; the patient's own list says all.
constexpr std::size_t coming_on_a_slip = 4;

/// `08:00–12:15, 13:00–17:30`.
std::string hours_words(std::span<DaySpan const> spans)
{
    std::string text;
    for (char const sign : to_text(spans))
        text += sign == '-' ? std::string{"–"} : sign == ' ' ? std::string{", "} : std::string{sign};
    return text;
}

constexpr Vocabulary papers{std::to_array<Term<SchedulePaper>>({
    {SchedulePaper::DaySheet, "day-sheet", "Day sheet"},
    {SchedulePaper::RoutingSlip, "routing-slip", "Routing slip"},
    {SchedulePaper::ComingVisits, "coming-visits", "Coming visits"},
    {SchedulePaper::ReminderSlips, "reminder-slips", "Reminder slips"},
})};

bool takes_place(AppointmentStatus status) noexcept
{
    return status != AppointmentStatus::Cancelled && status != AppointmentStatus::NoShow;
}

bool is_to_come(AppointmentStatus status) noexcept
{
    return status == AppointmentStatus::Booked || status == AppointmentStatus::Confirmed;
}

std::string phone_of(BookedPerson const& person)
{
    return person.mobile.empty() ? person.phone : person.mobile;
}

reports::PatientLine patient_line(BookedPerson const& person)
{
    return {person.name.spoken(), person.birth_date, person.record_number};
}

class Composer {
public:
    Composer(Records const& records, Context const& context, SchedulePrintWish const& wish)
        : records_{records}
        , context_{context}
        , wish_{wish}
        , sees_charts_{permitted(context.actor.role, Action::SeeChart)}
    {
        for (User const& user : records.users().all())
            clinicians_.emplace(user.id(), user.name_with_credentials());
    }

    Result<reports::Document> day_sheet()
    {
        if (std::ranges::any_of(wish_.clinicians, [this](UserId id) { return !clinicians_.contains(id); }))
            return refuse_missing("clinician", tr_noop("Nobody of the clinic has this id."));
        read_cases();
        Date const to = std::max(wish_.from, wish_.to);
        count_booked_before(to);
        std::map<std::pair<Date, UserId>, std::vector<reports::DaySheetLine>> days;
        for (BookedPerson const& one : booked_with(records_, wish_.from, to, wish_.clinicians))
            days[{day_of(one.start), one.clinician}].push_back(line_of(one));
        // Of one day it is said that somebody has nothing; of several the days that have something are printed.
        if (to == wish_.from)
            for (UserId const id : wish_.clinicians)
                days.try_emplace({to, id});
        reports::DaySheetData data{.clinic = clinic_lines(records_.settings()),
            .day = wish_.from,
            .to = to,
            .printed = context_.clock->local_now(),
            .printed_at = context_.clock->now(),
            .clinicians = {}};
        for (auto& [whose, lines] : days)
            data.clinicians.push_back(
                {clinicians_[whose.second], hours_on(whose.first, whose.second), std::move(lines), whose.first});
        std::ranges::sort(data.clinicians, {}, [](auto const& one) { return std::pair{one.day, one.clinician}; });
        return reports::day_sheet(data);
    }

    Result<reports::Document> routing_slip()
    {
        auto const appointment =
            wish_.appointment ? records_.appointments().find(*wish_.appointment) : std::optional<Appointment>{};
        if (!appointment)
            return refuse_missing("appointment", tr_noop("There is no such appointment."));
        Date const day = day_of(appointment->details().start);
        auto const of_day = records_.tallies().booked({day, day, {}, appointment->details().patient});
        auto const one = std::ranges::find(of_day, appointment->id(), &BookedPerson::appointment);
        if (one == of_day.end())
            return refuse_missing("appointment", tr_noop("There is no such appointment."));
        read_cases();
        count_booked_before(day);
        auto const line = line_of(*one);
        reports::RoutingSlipData data{.clinic = clinic_lines(records_.settings()),
            .patient = patient_line(*one),
            .phone = line.phone,
            .start = line.start,
            .length = line.length,
            .clinician = clinicians_[one->clinician],
            .type = line.type,
            .status = line.status,
            .visit_number = line.visit_number,
            .visits_authorized = line.visits_authorized,
            .alert = line.alert,
            .note = line.note,
            .printed = context_.clock->local_now(),
            .printed_at = context_.clock->now()};
        if (OpenCase const* const open = case_of(one->patient)) {
            for (CaseDue& due : due_of(*open, day, records_.settings()))
                data.due.push_back(std::move(due.words));
            if (auto const clock = certification_of(*open, day); clock && clock->certified)
                data.certified_until = clock->interval_ends;
        }
        data.coming = coming_of(one->patient, line.start + line.length);
        if (data.coming.size() > coming_on_a_slip)
            data.coming.resize(coming_on_a_slip);
        return reports::routing_slip(data);
    }

    Result<reports::Document> coming_visits()
    {
        auto const patient = wish_.patient ? records_.patients().find(*wish_.patient) : std::optional<Patient>{};
        if (!patient)
            return refuse_missing_patient();
        return reports::coming_visits({.clinic = clinic_lines(records_.settings()),
            .clinic_phone = records_.settings().get("clinic.phone"),
            .patient = {patient->name().spoken(), patient->birth_date(), patient->record_number()},
            .visits = coming_of(patient->id(), context_.clock->local_now()),
            .printed = context_.clock->local_now(),
            .printed_at = context_.clock->now()});
    }

    Result<reports::Document> reminder_slips()
    {
        reports::ReminderSlipsData data{.clinic = clinic_lines(records_.settings()),
            .clinic_phone = records_.settings().get("clinic.phone"),
            .from = wish_.from,
            .to = wish_.to,
            .slips = {},
            .printed_at = context_.clock->now()};
        for (BookedPerson const& one : booked_with(records_, wish_.from, wish_.to, wish_.clinicians))
            if (is_to_come(one.status))
                data.slips.push_back({one.name.spoken(), {one.start, one.length, clinicians_[one.clinician]}});
        return reports::reminder_slips(data);
    }

private:
    void read_cases()
    {
        for (OpenCase& one : records_.tallies().open_cases(context_.clock->local_now())) {
            auto const place = newest_.find(one.patient);
            if (place == newest_.end() || place->second.started <= one.started)
                newest_.insert_or_assign(one.patient, std::move(one));
        }
    }

    [[nodiscard]] std::string hours_on(Date day, UserId clinician)
    {
        if (hours_.empty())
            if (auto all = all_hours(records_, context_))
                hours_ = *std::move(all);
        auto const own = std::ranges::find(hours_, clinician, &WorkingHours::clinician);
        return own == hours_.end() ? std::string{} : hours_words(own->on(day));
    }

    /// For a day to come: those that will have been by then.
    void count_booked_before(Date day)
    {
        if (day <= context_.today())
            return;
        for (BookedPerson const& one : records_.tallies().booked({context_.today(), plus_days(day, -1)}))
            if (is_to_come(one.status))
                booked_days_[one.patient].insert(day_of(one.start));
    }

    [[nodiscard]] OpenCase const* case_of(PatientId patient) const
    {
        auto const found = newest_.find(patient);
        return found == newest_.end() ? nullptr : &found->second;
    }

    [[nodiscard]] reports::DaySheetLine line_of(BookedPerson const& one)
    {
        bool const on = takes_place(one.status);
        reports::DaySheetLine line{.start = one.start,
            .length = one.length,
            .patient = one.name.listed(),
            .record_number = one.record_number,
            .born = one.birth_date,
            .phone = phone_of(one),
            .type = std::string{label(one.type)},
            .status = std::string{label(one.status)},
            .takes_place = on,
            .note = one.note};
        if (sees_charts_)
            line.alert = one.precautions;
        OpenCase const* const open = case_of(one.patient);
        if (!open || !on)
            return line;
        Date const day = day_of(one.start);
        std::set<Date> const& coming = booked_days_[one.patient];
        auto const booked = static_cast<int>(std::distance(coming.begin(), coming.lower_bound(day)));
        auto const before = std::ranges::count_if(open->treatment_days, [&](Date treated) { return treated < day; });
        line.visit_number = static_cast<int>(before) + booked + 1;
        auto const standing = authorization_of(*open, AuthorizationKind::Payer, day, records_.settings());
        if (standing && standing->visits_allowed) {
            line.visits_authorized = standing->visits_allowed;
            line.visit_number = number_within(*standing, open->treatment_days, booked, day);
        }
        for (CaseDue const& due : due_of(*open, day, records_.settings()))
            line.due += (line.due.empty() ? "" : ", ") + due.words;
        return line;
    }

    [[nodiscard]] std::vector<reports::ComingVisit> coming_of(PatientId patient, ClinicTime from)
    {
        std::vector<reports::ComingVisit> coming;
        Date const first = day_of(from);
        for (BookedPerson const& one : records_.tallies().booked({first, plus_days(first, days_ahead), {}, patient}))
            if (one.start >= from && is_to_come(one.status))
                coming.push_back({one.start, one.length, clinicians_[one.clinician]});
        return coming;
    }

    Records const& records_;
    Context const& context_;
    SchedulePrintWish const& wish_;
    bool sees_charts_;
    std::map<UserId, std::string> clinicians_;
    std::vector<WorkingHours> hours_;
    std::map<PatientId, OpenCase> newest_;
    std::map<PatientId, std::set<Date>> booked_days_; ///< Still to come.
};

} // namespace

std::string_view code(SchedulePaper paper) noexcept
{
    return papers.code(paper);
}

Result<reports::Document> compose_schedule_paper(
    Records const& records, Context const& context, SchedulePrintWish const& wish)
{
    for (Action const needed : {Action::SeeSchedule, Action::PrintDocument})
        if (auto allowed = permit(context.actor, needed); !allowed)
            return refuse(allowed.error());
    Composer composer{records, context, wish};
    switch (wish.paper) {
    case SchedulePaper::RoutingSlip:
        return composer.routing_slip();
    case SchedulePaper::ComingVisits:
        return composer.coming_visits();
    case SchedulePaper::ReminderSlips:
        return composer.reminder_slips();
    case SchedulePaper::DaySheet:
        break;
    }
    return composer.day_sheet();
}

Result<SchedulePrintout> produce_schedule_paper(
    Records& records, Context const& context, SchedulePrintWish const& wish, AuditEvent how)
{
    auto const document = compose_schedule_paper(records, context, wish);
    if (!document)
        return refuse(document.error());
    auto const pages = reports::lay_out(*document, document_paper);
    SchedulePrintout out{.title = document->kind,
        .pdf = reports::write_pdf(*document, document_paper),
        .pages = static_cast<int>(pages.size()),
        .sha256 = {}};
    out.sha256 = records.digest(out.pdf);
    Subject subject{"schedule"};
    if (wish.patient)
        subject = {"patient", wish.patient->value(), wish.patient};
    if (wish.appointment)
        subject = {"appointment", wish.appointment->value(),
            records.appointments().find(*wish.appointment)->details().patient};
    audit(records, context, how, subject, std::string{code(wish.paper)});
    return out;
}

} // namespace plumbline::app
