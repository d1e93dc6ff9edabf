// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/WorklistLinks.hpp"

#include "app/services/Worklists.hpp"

namespace plumbline::app {

std::vector<WorklistLink> people_to_call()
{
    std::vector<WorklistLink> links;
    for (WorklistKind const kind : {WorklistKind::NoFutureVisit, WorklistKind::NoShows, WorklistKind::Authorizations})
        links.push_back({std::string{label(kind)}, std::string{code(kind)}});
    return links;
}

} // namespace plumbline::app
