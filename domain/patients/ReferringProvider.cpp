// SPDX-License-Identifier: Apache-2.0
#include "domain/core/Npi.hpp"
#include "domain/core/Text.hpp"
#include "domain/patients/ContactRules.hpp"
#include "domain/patients/Patient.hpp"

#include <utility>

namespace plumbline {

Result<ReferringProvider> ReferringProvider::create(
    ReferringProviderId id, ReferringProviderDetails details, int version)
{
    Faults faults;
    clean_text(faults, "name", details.name, name_rule);
    if (details.name.empty())
        faults.add("name", tr_noop("Write the provider's name."));
    clean_text(faults, "credentials", details.credentials, name_rule);
    details.npi = trimmed(details.npi);
    if (!details.npi.empty() && !is_npi(details.npi))
        faults.add("npi", tr_noop("This is not an NPI: ten digits, the last one a check digit."));
    clean_text(faults, "practice", details.practice, line_rule);
    clean_phone(faults, "phone", details.phone);
    clean_phone(faults, "fax", details.fax);
    clean_text(faults, "address", details.address, free_text_rule);
    if (!faults.none())
        return refuse(faults.refusal());
    return ReferringProvider{id, std::move(details), version};
}

ReferringProvider::ReferringProvider(ReferringProviderId id, ReferringProviderDetails details, int version)
    : id_{id}
    , details_{std::move(details)}
    , version_{version}
{
}

} // namespace plumbline
