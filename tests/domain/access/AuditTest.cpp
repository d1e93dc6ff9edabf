// SPDX-License-Identifier: Apache-2.0
#include "domain/access/Audit.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

namespace plumbline::testing {

BOOST_AUTO_TEST_SUITE(audit)

BOOST_AUTO_TEST_CASE(every_event_comes_back_from_its_own_code)
{
    std::set<std::string_view> codes;
    int const last = static_cast<int>(AuditEvent::ClinicCreated);
    for (int i = 0; i <= last; ++i) {
        auto const event = static_cast<AuditEvent>(i);
        BOOST_TEST_CONTEXT("event " << i)
        {
            BOOST_TEST(!code(event).empty());
            BOOST_TEST((audit_event_from_code(code(event)) == event));
        }
        codes.insert(code(event));
    }

    BOOST_TEST(codes.size() == static_cast<std::size_t>(last) + 1);
    BOOST_TEST(code(static_cast<AuditEvent>(last + 1)).empty());
}

BOOST_AUTO_TEST_CASE(an_unknown_code_is_no_event)
{
    BOOST_TEST(!audit_event_from_code("").has_value());
    BOOST_TEST(!audit_event_from_code("LOGIN").has_value());
    BOOST_TEST(!audit_event_from_code("forget").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
