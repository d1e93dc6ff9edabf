// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/ScheduleOpenings.hpp"
#include "app/services/ScheduleSeries.hpp"
#include "app/services/ScheduleSetup.hpp"
#include "tests/app/services/AtTheClinic.hpp"

namespace plumbline::testing {

/// The clinic seen by who books: a traction table, two clinicians from 8 to 12 and 13 to 18, Monday to Friday.
struct AtTheFrontDesk : AtTheClinic {
    AtTheFrontDesk()
    {
        using namespace std::chrono_literals;
        WorkingHours::Details week;
        for (std::size_t weekday = 0; weekday < 5; ++weekday)
            week.week[weekday] = {{8h, 12h}, {13h, 18h}};
        for (UserId const id : {dana_id, pat_id})
            must(records().hours().keep(must(WorkingHours::create(id, week))));
        must(records().resources().keep(
            must(Resource::create(table, {ResourceKind::TractionTable, "Traction table", true}))));
    }
    static constexpr ResourceId table{71};

    Appointment appointment(std::int64_t id, Appointment::Details details)
    {
        return must(Appointment::create(AppointmentId{id}, std::move(details)));
    }
    Result<app::ScheduleEdit> book(std::int64_t id, Appointment::Details details, app::Meant const& meant = {})
    {
        return by(Role::FrontDesk, app::book, appointment(id, std::move(details)), meant);
    }
    Appointment stored(std::int64_t id) { return *records().appointments().find(AppointmentId{id}); }
    Result<app::ScheduleEdit> undo(app::ScheduleEdit const& edit) { return by(Role::FrontDesk, app::undo, edit); }

    app::ScheduleSheet sheet(Role role = Role::FrontDesk, int days = 1)
    {
        return must(seen_by(role, app::schedule_sheet,
            app::ScheduleWish{.from = today(), .to = plus_days(today(), days - 1), .all_resources = true}));
    }
};

} // namespace plumbline::testing
