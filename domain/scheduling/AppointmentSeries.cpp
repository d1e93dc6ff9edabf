// SPDX-License-Identifier: Apache-2.0
#include "domain/scheduling/AppointmentSeries.hpp"

#include "domain/core/Text.hpp"

#include <utility>

namespace plumbline {

Result<AppointmentSeries> AppointmentSeries::create(SeriesId id, Details details, int version)
{
    Faults faults;
    if (details.patient.value() <= 0)
        faults.add("patient", tr_noop("Choose the patient."));
    clean_text(faults, "repeat", details.rule, line_rule);
    if (!faults.none())
        return refuse(faults.refusal());
    return AppointmentSeries{id, std::move(details), version};
}

AppointmentSeries AppointmentSeries::restore(SeriesId id, Details details, int version)
{
    return AppointmentSeries{id, std::move(details), version};
}

AppointmentSeries::AppointmentSeries(SeriesId id, Details details, int version)
    : id_{id}
    , details_{std::move(details)}
    , version_{version}
{
}

} // namespace plumbline
