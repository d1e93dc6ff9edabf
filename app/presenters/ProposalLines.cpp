// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ProposalLines.hpp"

#include "app/presenters/ScheduleDrawing.hpp"

#include <algorithm>

namespace plumbline::app {

std::vector<ProposedLine> lines_of(VisitProposal const& proposal)
{
    std::vector<ProposedLine> lines;
    for (ProposedVisit const& visit : proposal.visits)
        lines.push_back({day_words(day_of(visit.details.start)) + "  " + to_clock(visit.details.start),
            visit.conflict ? visit.conflict->message.english() : "",
            visit.details.status == AppointmentStatus::Cancelled ? "will be canceled"
                : visit.wanted                                   ? "free"
                                                                 : "left out",
            visit.wanted});
    return lines;
}

std::string change_summary_of(VisitProposal const& proposal)
{
    auto const among = [&](auto which) { return std::to_string(std::ranges::count_if(proposal.visits, which)); };
    std::string text = fill("{0} visits change.", {among([](ProposedVisit const& one) { return !one.conflict; })});
    if (auto const stay = among([](ProposedVisit const& one) { return one.conflict.has_value(); }); stay != "0")
        text += fill(" {0} cannot, and would stay as they are.", {stay});
    return text;
}

std::string summary_of(VisitProposal const& proposal)
{
    auto const count = static_cast<int>(proposal.visits.size());
    std::string text = fill("{0} {1}", {std::to_string(count), count == 1 ? "visit" : "visits"});
    if (proposal.asked > count)
        text += fill(" of {0} asked for", {std::to_string(proposal.asked)});
    if (int const conflicts = proposal.conflicts(); conflicts > 0)
        text += fill(", {0} cannot be booked and will be left out", {std::to_string(conflicts)});
    text += '.';
    for (Message const& limit : proposal.limits)
        text += ' ' + limit.english();
    return text;
}

} // namespace plumbline::app
