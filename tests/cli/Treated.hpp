// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/cli/Running.hpp"

#include <boost/test/unit_test.hpp>

namespace plumbline::testing {

/// A new clinic with one patient whose episode began on 3 March 2025; ids as they were printed.
struct Treated {
    OwnClinic clinic;
    std::string patient = must_ask("patient add --family Lind --given Mara --birth-date 1979-03-12")["id"];
    std::string episode = must_ask("episode start --patient " + patient
        + " --title 'Left-sided sciatica' --side left --onset 2025-02-10 --diagnosis M54.32 --date 2025-03-03")["id"];

    [[nodiscard]] nlohmann::ordered_json must_ask(std::string const& request) const
    {
        auto const run = clinic.ask(request);
        BOOST_TEST_REQUIRE(run.code == 0, request << ": " << run.err);
        return nlohmann::ordered_json::parse(run.out);
    }
    [[nodiscard]] Run chart(std::string const& more) const
    {
        return clinic.ask("visit chart --episode " + episode + " --start 2025-03-05T10:00 " + more);
    }
    /// How many entries of the audit trail are of this event about this.
    [[nodiscard]] int audited(std::string const& event, std::string const& entity) const
    {
        int count = 0;
        for (auto const& entry : must_ask("audit list --limit 200"))
            count += entry["event"] == event && entry["entity"] == entity;
        return count;
    }
};

} // namespace plumbline::testing
