// SPDX-License-Identifier: Apache-2.0
#include "app/services/PatientRecord.hpp"

#include "app/services/Common.hpp"

namespace plumbline::app {

namespace {

Result<void> nobody_like(Records const& records, Patient const& patient)
{
    if (records.patients().likely_duplicates(patient.name(), patient.birth_date()).empty())
        return {};
    return refuse(Refusal::Reason::Conflict, "name.family",
        tr_noop("Someone with this name and birth date is in the clinic already."));
}

/// A save that comes again, as after a lost answer, finds its own record.
bool is_repeat(Patient const& stored, Patient const& wanted, std::string const& record_number)
{
    return stored.details() == wanted.details() && (record_number.empty() || stored.record_number() == record_number);
}

} // namespace

Result<PatientId> register_patient(Records& records, Context const& context, PatientId id, Patient::Details details,
    std::string record_number, Duplicates duplicates)
{
    if (auto allowed = permit(context.actor, Action::EditPatients); !allowed)
        return refuse(allowed.error());

    auto const stored = records.patients().find(id);
    // A trial number, so that a form that is refused uses none up.
    auto wanted = Patient::create(id, record_number.empty() ? "0" : record_number, std::move(details), context.today());
    if (!wanted)
        return refuse(wanted.error());
    if (stored && is_repeat(*stored, *wanted, record_number))
        return id;
    if (!record_number.empty() && records.patients().by_record_number(wanted->record_number()))
        return refuse(Refusal::Reason::Conflict, "record_number", tr_noop("Another patient has this record number."));
    if (duplicates == Duplicates::Refuse)
        if (auto unique = nobody_like(records, *wanted); !unique)
            return refuse(unique.error());
    if (record_number.empty())
        wanted = Patient::create(id, records.patients().next_record_number(), wanted->details(), context.today());
    if (!wanted)
        return refuse(wanted.error());

    if (auto kept = records.patients().keep(*wanted); !kept)
        return refuse(kept.error());
    audit(records, context, AuditEvent::Create, {"patient", id.value(), id});
    return id;
}

Result<void> change_patient(
    Records& records, Context const& context, PatientId id, int version, Patient::Details details)
{
    if (auto allowed = permit(context.actor, Action::EditPatients); !allowed)
        return allowed;
    auto const stored = records.patients().find(id);
    if (!stored)
        return refuse_missing_patient();
    if (auto current = still_current(stored->version(), version); !current)
        return current;
    auto const changed = stored->with(std::move(details), context.today());
    if (!changed)
        return refuse(changed.error());
    if (auto kept = records.patients().keep(*changed); !kept)
        return kept;
    audit(records, context, AuditEvent::Change, {"patient", id.value(), id});
    return {};
}

Result<std::vector<PatientRow>> search_patients(
    Records const& records, Context const& context, std::string_view text, int limit, int offset)
{
    if (auto allowed = permit(context.actor, Action::SeePatients); !allowed)
        return refuse(allowed.error());
    return records.patients().search(text, limit, offset);
}

Result<ReferringProviderId> keep_referring_provider(
    Records& records, Context const& context, ReferringProvider const& provider)
{
    if (auto allowed = permit(context.actor, Action::EditPatients); !allowed)
        return refuse(allowed.error());
    if (auto kept = records.referring_providers().keep(provider); !kept)
        return refuse(kept.error());
    audit(records, context, provider.version() == 0 ? AuditEvent::Create : AuditEvent::Change,
        {"referring_provider", provider.id().value()});
    return provider.id();
}

} // namespace plumbline::app
