// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Episode.hpp"

#include "domain/clinical/Choices.hpp"
#include "domain/core/Text.hpp"

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::array mechanisms{
    Term<Mechanism>{Mechanism::Unknown, "unknown", "Not known"},
    Term<Mechanism>{Mechanism::Lifting, "lifting", "Lifting"},
    Term<Mechanism>{Mechanism::Bending, "bending", "Bending"},
    Term<Mechanism>{Mechanism::Twisting, "twisting", "Twisting"},
    Term<Mechanism>{Mechanism::Fall, "fall", "Fall"},
    Term<Mechanism>{Mechanism::DirectBlow, "direct-blow", "Direct blow"},
    Term<Mechanism>{Mechanism::MotorVehicle, "motor-vehicle", "Motor vehicle"},
    Term<Mechanism>{Mechanism::Sports, "sports", "Sports"},
    Term<Mechanism>{Mechanism::WorkRelated, "work-related", "Work-related"},
    Term<Mechanism>{Mechanism::Pregnancy, "pregnancy", "Pregnancy"},
    Term<Mechanism>{Mechanism::Posture, "posture", "Posture or overuse"},
    Term<Mechanism>{Mechanism::Surgery, "surgery", "Surgery"},
    Term<Mechanism>{Mechanism::None, "none", "None, came on by itself"},
};
constexpr std::array statuses{
    Term<EpisodeStatus>{EpisodeStatus::Open, "open", "Open"},
    Term<EpisodeStatus>{EpisodeStatus::Discharged, "discharged", "Discharged"},
};
constexpr Vocabulary mechanism_words{mechanisms};
constexpr Vocabulary status_words{statuses};
constexpr auto mechanism_values = values_of(mechanisms);

/// The same day of a later month, or the last day of a month that is shorter.
[[nodiscard]] Date plus_months(Date day, int months) noexcept
{
    Date const moved = day + std::chrono::months{months};
    return moved.ok() ? moved : Date{moved.year() / moved.month() / std::chrono::last};
}

void check_days(Faults& faults, Episode::Details const& details, Date birth, Date today)
{
    if (!details.started.ok()) {
        faults.add("started", tr_noop("Give the day on which care started."));
        return;
    }
    if (details.started > today)
        faults.add("started", tr_noop("An episode cannot start in the future."));
    if (details.started < birth)
        faults.add("started", tr_noop("The start lies before the patient's birth."));
    if (!details.onset)
        return;
    if (!details.onset->ok())
        faults.add("onset", tr_noop("The day does not exist."));
    else if (*details.onset > details.started)
        faults.add("onset", tr_noop("The complaint cannot begin after the episode started."));
    else if (*details.onset < birth)
        faults.add("onset", tr_noop("The onset lies before the patient's birth."));
}

/// Writes the codes as the list writes them.
void check_diagnoses(Faults& faults, Episode::Details& details)
{
    std::vector<std::string> checked;
    for (std::string const& code : details.diagnoses) {
        auto const found = diagnosis(code, details.started);
        if (!found) {
            Refusal fault = found.error();
            fault.field = "diagnoses";
            faults.add(std::move(fault));
            continue;
        }
        if (std::find(checked.begin(), checked.end(), found->code) != checked.end())
            faults.add("diagnoses", tr_noop("{0} is listed twice."), {std::string{found->code}});
        checked.emplace_back(found->code);
    }
    details.diagnoses = std::move(checked);
}

void check_end(Faults& faults, Episode::Details const& details, Date today)
{
    bool const discharged = details.status == EpisodeStatus::Discharged;
    if (!discharged) {
        if (details.ended)
            faults.add("ended", tr_noop("An open episode has no end. Discharge it, or clear the day."));
        return;
    }
    if (!details.ended || !details.ended->ok())
        faults.add("ended", tr_noop("Give the day of discharge."));
    else if (*details.ended < details.started || *details.ended > today)
        faults.add("ended", tr_noop("The discharge lies between the start of care and today."));
    if (details.end_reason.empty())
        faults.add("end_reason", tr_noop("Give the reason for discharge."));
}

} // namespace

std::span<Mechanism const> all_mechanisms() noexcept
{
    return mechanism_values;
}
std::string_view code(Mechanism mechanism) noexcept
{
    return mechanism_words.code(mechanism);
}
std::string_view label(Mechanism mechanism) noexcept
{
    return mechanism_words.label(mechanism);
}
Result<Mechanism> mechanism_from_code(std::string_view code)
{
    return value_from_code(mechanisms, code, "mechanism");
}
std::string_view code(EpisodeStatus status) noexcept
{
    return status_words.code(status);
}
Result<EpisodeStatus> episode_status_from_code(std::string_view code)
{
    return value_from_code(statuses, code, "status");
}

Stage stage(Date onset, Date today) noexcept
{
    // Under 3 months is acute in the words patients hear; the split at 4 and 12 weeks is NIAMS'.
    int const days = days_between(onset, today);
    return {today < plus_months(onset, 3) ? "acute" : "chronic",
        days < 28       ? "acute"
            : days < 84 ? "subacute"
                        : "chronic"};
}

Result<Episode> Episode::create(EpisodeId id, PatientId patient, Details details, Date birth, Date today)
{
    Faults faults;
    clean_text(faults, "title", details.title, line_rule);
    clean_text(faults, "complaint", details.complaint, free_text_rule);
    clean_text(faults, "end_reason", details.end_reason, free_text_rule);
    if (details.title.empty())
        faults.add("title", tr_noop("Give the complaint a title, such as left-sided sciatica."));
    check_days(faults, details, birth, today);
    if (details.started.ok())
        check_diagnoses(faults, details);
    check_end(faults, details, today);
    if (!faults.none())
        return refuse(faults.refusal());
    return Episode{id, patient, std::move(details), 0};
}

Episode Episode::restore(EpisodeId id, PatientId patient, Details details, int version)
{
    return {id, patient, std::move(details), version};
}

Result<Episode> Episode::with(Details details, Date birth, Date today) const
{
    auto changed = create(id_, patient_, std::move(details), birth, today);
    if (changed)
        changed->version_ = version_;
    return changed;
}

Episode::Episode(EpisodeId id, PatientId patient, Details details, int version)
    : id_{id}
    , patient_{patient}
    , details_{std::move(details)}
    , version_{version}
{
}

} // namespace plumbline
