// SPDX-License-Identifier: Apache-2.0
#include "domain/store/FeeSchedule.hpp"

#include "domain/core/Text.hpp"

namespace plumbline {

Result<ServiceCode> acceptable_service_code(ServiceCode line)
{
    Faults faults;
    clean_text(faults, "code", line.code, code_rule);
    if (line.code.empty())
        faults.add("code", tr_noop("A service needs a code."));
    clean_text(faults, "label", line.label, line_rule);
    if (!faults.none())
        return refuse(faults.refusal());
    return line;
}

} // namespace plumbline
