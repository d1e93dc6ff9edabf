// SPDX-License-Identifier: Apache-2.0
#include "persistence/records/Rows.hpp"

#include "domain/store/BrokenWorld.hpp"

namespace plumbline::persistence {

void throw_damaged()
{
    throw DataDamaged{
        Message{tr_noop("A stored record cannot be read. Close the clinic and restore the last backup.")}};
}

Date stored_day(std::string_view iso)
{
    return stored(parse_date(iso));
}
ClinicTime stored_time(std::string_view iso)
{
    return stored(parse_clinic_time(iso));
}
Instant stored_instant(std::string_view iso)
{
    return stored(parse_instant(iso));
}

std::optional<Date> optional_day(std::optional<std::string> const& iso)
{
    return iso ? std::optional{stored_day(std::string_view{*iso})} : std::nullopt;
}

std::optional<std::string> iso(std::optional<Date> day)
{
    return day ? std::optional{to_iso(*day)} : std::nullopt;
}

std::optional<std::string> iso(std::optional<ClinicTime> time)
{
    return time ? std::optional{to_iso(*time)} : std::nullopt;
}

void SealColumns::into(Query& query)
{
    query.into(sha256).into(signer).into(signature).into(at).into(program_version);
}

std::optional<Seal> SealColumns::take()
{
    if (!sha256)
        return std::nullopt;
    return Seal{*std::move(sha256), UserId{stored(signer)}, stored(std::move(signature)),
        stored_instant(stored(std::move(at))), stored(std::move(program_version))};
}

void bind_seal(Query& query, Seal const& seal)
{
    query.bind("seal_sha256", seal.sha256)
        .bind("seal_signer", seal.signer.value())
        .bind("seal_signature", seal.signature)
        .bind("seal_at", to_iso(seal.at))
        .bind("seal_program", seal.program_version);
}

tl::unexpected<Refusal> outdated()
{
    return refuse(Refusal::Reason::Conflict, "",
        tr_noop("Someone else changed this since you opened it. Open it again to see what changed, then make your "
                "change."));
}

tl::unexpected<Refusal> sealed_already()
{
    return refuse(
        Refusal::Reason::NotAllowed, "", tr_noop("This is signed and no longer changes. Add an addendum instead."));
}

} // namespace plumbline::persistence
