// SPDX-License-Identifier: Apache-2.0
#include "domain/store/ShownAddress.hpp"

#include <boost/test/unit_test.hpp>

using plumbline::ClinicAddress;
using plumbline::shown;

BOOST_AUTO_TEST_SUITE(shown_address)

BOOST_AUTO_TEST_CASE(a_servers_password_is_not_shown)
{
    BOOST_TEST(shown({"postgresql://dana:secret@db.example.org:5432/clinic?sslmode=verify-full"})
        == "postgresql://dana@db.example.org:5432/clinic?sslmode=verify-full");
    BOOST_TEST(
        shown({"postgresql://dana:s/e@c:ret@db.example.org/clinic"}) == "postgresql://dana@db.example.org/clinic");
    BOOST_TEST(shown({"postgresql://dana:@localhost/clinic"}) == "postgresql://dana@localhost/clinic");
    BOOST_TEST(shown({"postgresql://localhost/clinic?user=dana&password=secret&connect_timeout=3"})
        == "postgresql://localhost/clinic?user=dana&password=&connect_timeout=3");
    BOOST_TEST(shown({"postgresql://localhost/clinic?password=secret"}) == "postgresql://localhost/clinic?password=");
}

BOOST_AUTO_TEST_CASE(what_holds_no_password_is_shown_as_it_is)
{
    for (auto const* text : {"postgresql://localhost/clinic", "postgresql://dana@localhost:5432/clinic",
             "postgresql://[::1]:5432/clinic", "/home/dana/clinic.plumbline", "C:@clinic", ""})
        BOOST_TEST(shown({text}) == text);
}

BOOST_AUTO_TEST_SUITE_END()
