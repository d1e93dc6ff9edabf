// SPDX-License-Identifier: Apache-2.0
#include "persistence/Migrations.hpp"
#include "persistence/dialects/Postgres.hpp"
#include "persistence/dialects/Sqlite.hpp"
#include "tests/persistence/Server.hpp"
#include "tests/persistence/records/Engines.hpp"

using namespace plumbline;
using namespace plumbline::persistence;
using plumbline::testing::EmptyServer;

namespace {

constexpr char const* now = "2026-11-23T15:30:00.000Z";

/// A clinic of the fourth schema: one clinician, a class of two, one who canceled, and 12 visits authorized.
struct OldClinic {
    explicit OldClinic(persistence::testing::Engine engine)
        : server{engine == persistence::testing::Engine::Postgres ? std::make_unique<EmptyServer>() : nullptr}
        , session{server ? Dialect::Postgres : Dialect::Sqlite,
              server ? postgres::connect(postgres::connection_string(server->address().text).value())
                     : sqlite::connect_memory()}
    {
        migrate(session, embedded_migrations().first(4), now);
        session.execute("insert into user_account (id, login, full_name, credentials, npi, role, active, version)"
                        " values (11, 'dana', 'Dana Reyes', 'PT', '', 'therapist', 1, 1)");
        for (auto const* const id : {"101", "102", "103"})
            session.execute(std::string{"insert into patient (id, record_number, family, given, preferred, birth_on,"
                                        " phone, marks, archived, sex, mobile, email, street, city, region,"
                                        " postal_code, country, emergency_name, emergency_relation, emergency_phone,"
                                        " payer, member_id, unit_rule, visits_authorized, occupation, demand,"
                                        " treatment_preferences, language, version) values ("}
                + id + ", '" + id + "', 'X', '', '', '1979-03-12', '', '', 0, 'unknown', '', '', '', '', '', '', '',"
                + " '', '', '', 'Blue', '', 'cms', " + (std::string_view{id} == "101" ? "12" : "null")
                + ", '', 'unknown', '', 'en', 1)");
        for (auto const* const row : {"1, 101, 11, 'booked'", "2, 102, 11, 'booked'", "3, 103, 11, 'cancelled'"}) {
            std::string const text{row};
            session.execute("insert into appointment (id, patient_id, clinician_id, start_at, end_at, type, status,"
                            " note, version) values ("
                + text.substr(0, text.find(", '")) + ", '2026-11-23T10', '2026-11-23T11', 'group',"
                + text.substr(text.find(" '")) + ", '', 1)");
        }
    }
    std::int64_t number(std::string const& sql)
    {
        std::int64_t value = -1;
        auto query = session.query(sql);
        query.into(value);
        return query.next() ? value : -1;
    }
    std::unique_ptr<EmptyServer> server;
    Session session;
};

} // namespace

BOOST_AUTO_TEST_SUITE(schedule_migration)

ON_BOTH_ENGINES_AT(OldClinic, an_older_clinic_keeps_its_classes_and_its_authorized_visits)
{
    BOOST_TEST(migrate(session, embedded_migrations(), now) >= 1);
    BOOST_TEST(number("select seat from appointment where id = 1") == 1);
    BOOST_TEST(number("select seat from appointment where id = 2") == 2);
    BOOST_TEST(number("select count(*) from appointment where seat is null") == 1);
    BOOST_TEST(number("select count(*) from payer_authorization") == 1);
    BOOST_TEST(number("select visits from payer_authorization where id = 101 and patient_id = 101") == 12);
}

BOOST_AUTO_TEST_SUITE_END()
