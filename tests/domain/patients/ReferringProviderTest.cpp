// SPDX-License-Identifier: Apache-2.0
#include "domain/patients/Patient.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace plumbline::testing {
namespace {

ReferringProviderDetails okafor()
{
    return {"Ngozi Okafor", "MD", "1234567893", "Harbor Family Medicine", "555-010-2000", "555-010-2001",
        "1 Quay Street\nHarbor Town"};
}

std::string faulty_field(ReferringProviderDetails details)
{
    auto const provider = ReferringProvider::create(ReferringProviderId{1}, std::move(details));
    return provider ? "" : std::string{provider.error().field};
}

} // namespace

BOOST_AUTO_TEST_SUITE(referring_provider)

BOOST_AUTO_TEST_CASE(a_provider_needs_only_a_name)
{
    BOOST_TEST(faulty_field(okafor()).empty());
    BOOST_TEST(faulty_field({"Dr. Li", "", "", "", "", "", ""}).empty());
    BOOST_TEST(faulty_field({"  ", "MD", "", "", "", "", ""}) == "name");
}

BOOST_AUTO_TEST_CASE(wrong_numbers_are_named)
{
    ReferringProviderDetails details = okafor();
    details.npi = "1234567894";
    details.phone = "12";
    details.fax = "none";

    auto const provider = ReferringProvider::create(ReferringProviderId{1}, details);

    BOOST_REQUIRE(!provider);
    BOOST_TEST(provider.error().field == "npi");
    BOOST_REQUIRE(provider.error().others.size() == 2U);
    BOOST_TEST(provider.error().others[0].field == "phone");
    BOOST_TEST(provider.error().others[1].field == "fax");
}

BOOST_AUTO_TEST_CASE(texts_are_trimmed_and_huge_or_damaged_ones_refused)
{
    ReferringProviderDetails details = okafor();
    details.name = " Ngozi Okafor ";
    BOOST_TEST(ReferringProvider::create(ReferringProviderId{1}, details)->details().name == "Ngozi Okafor");
    details.practice = std::string(201, 'x');
    BOOST_TEST(faulty_field(details) == "practice");
    details = okafor();
    details.address = "\xff";
    BOOST_TEST(faulty_field(details) == "address");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
