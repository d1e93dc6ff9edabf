// SPDX-License-Identifier: Apache-2.0
// Each fence of the house, proven by something planted behind it.
#include "tests/architecture/House.hpp"
#include "tests/architecture/Inspector.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using plumbline::testing::code_of;
using plumbline::testing::Fault;
using plumbline::testing::inspect;
using plumbline::testing::OwnHeader;

std::string source(std::string_view body)
{
    return "// SPDX-License-Identifier: Apache-2.0\n#pragma once\n" + std::string{body} + "\n";
}

struct Planted {
    char const* path;
    char const* text;
    friend std::ostream& operator<<(std::ostream& out, Planted const& planted)
    {
        return out << planted.path << " with " << planted.text;
    }
};

// At least one for each row of the table; a case below holds us to that.
Planted const forbidden_includes[] = {
    {"domain/Clinic.hpp", "#include \"persistence/Database.hpp\""},
    {"domain/Clinic.hpp", "#include <fmt/format.h>"},
    {"domain/core/Id.hpp", "#include \"domain/patients/Patient.hpp\""},
    {"domain/core/Id.hpp", "#include <boost/optional.hpp>"},
    {"domain/core/Time.cpp", "#include <unistd.h>"},
    {"domain/patients/Patient.hpp", "#include \"domain/scheduling/Appointment.hpp\""},
    {"domain/patients/Patient.hpp", "#include <tl/expected.hpp>"},
    {"domain/access/User.hpp", "#include \"domain/store/Store.hpp\""},
    {"domain/clinical/Visit.hpp", "#include \"domain/scheduling/Appointment.hpp\""},
    {"domain/scheduling/Appointment.hpp", "#include \"domain/store/Store.hpp\""},
    {"domain/scheduling/Appointment.hpp", "#include \"Patient.hpp\""},
    {"persistence/Database.cpp", "#include \"reports/document/Document.hpp\""},
    {"persistence/Database.cpp", "#include \"app/services/Chart.hpp\""},
    {"persistence/records/SociPatients.cpp", "#include <wx/string.h>"},
    {"persistence/records/SociPatients.cpp", "#include \"../Database.hpp\""},
    {"persistence/exchange/csv/Reader.cpp", "#include <soci/soci.h>"},
    {"persistence/exchange/csv/Reader.cpp", "#include \"persistence/Database.hpp\""},
    {"reports/content/ProgressReport.cpp", "#include <hpdf.h>"},
    {"reports/content/ProgressReport.cpp", "#include \"persistence/Database.hpp\""},
    {"reports/document/Document.hpp", "#include <wx/graphics.h>"},
    {"reports/pdf/PdfWriter.cpp", "#include \"app/services/Chart.hpp\""},
    {"reports/pdf/PdfWriter.cpp", "#include <poppler/cpp/poppler-document.h>"},
    {"app/services/Chart.cpp", "#include <soci/soci.h>"},
    {"app/services/Chart.cpp", "#include <wx/app.h>"},
    {"app/services/Chart.cpp", "#include \"persistence/records/SociPatients.hpp\""},
    {"app/services/Chart.cpp", "#include \"app/presenters/VisitNotePresenter.hpp\""},
    {"app/presenters/VisitNotePresenter.cpp", "#include <wx/string.h>"},
    {"app/presenters/VisitNotePresenter.cpp", "#include <soci/soci.h>"},
    {"app/presenters/VisitNotePresenter.cpp", "#include <hpdf.h>"},
    {"app/presenters/VisitNotePresenter.cpp", "#include \"reports/pdf/PdfWriter.hpp\""},
    {"app/presenters/VisitNotePresenter.cpp", "#include \"app/gui/MainFrame.hpp\""},
    {"app/i18n/Catalogue.cpp", "#include <wx/frame.h>"},
    {"app/i18n/Catalogue.cpp", "#include \"app/services/Chart.hpp\""},
    {"app/gui/screens/SchedulePanel.cpp", "#include <soci/soci.h>"},
    {"app/gui/screens/SchedulePanel.cpp", "#include <hpdf.h>"},
    {"app/gui/screens/SchedulePanel.cpp", "#include \"persistence/Database.hpp\""},
    {"app/gui/screens/SchedulePanel.cpp", "#include \"app/services/VisitNotes.hpp\""},
    {"app/cli/commands/Patient.cpp", "#include \"persistence/Database.hpp\""},
    {"app/cli/commands/Patient.cpp", "#include <wx/string.h>"},
    {"app/cli/commands/Patient.cpp", "#include \"app/presenters/VisitNotePresenter.hpp\""},
    {"cellar/Secret.hpp", "#include <string>"},
};

Planted const allowed_includes[] = {
    {"domain/core/Result.hpp", "#include <tl/expected.hpp>\n#include <string>"},
    {"domain/store/Records.hpp", "#include \"domain/clinical/Visit.hpp\""},
    {"persistence/records/SociPatients.cpp", "#include <soci/soci.h>\n#include \"domain/patients/Patient.hpp\""},
    {"persistence/exchange/fhir/Bundle.cpp", "#include <nlohmann/json.hpp>"},
    {"reports/pdf/PdfCanvas.cpp", "#include <hpdf.h>"},
    {"app/services/Reporting.cpp", "#include \"reports/content/ProgressReport.hpp\""},
    {"app/gui/screens/SchedulePanel.cpp", "  #  include <wx/panel.h>"},
    {"app/cli/commands/Patient.cpp", "#include <CLI/CLI.hpp>"},
    {"app/gui/main.cpp", "#include <soci/soci.h>\n#include \"persistence/Database.hpp\"\n#include <wx/app.h>"},
    {"app/cli/main.cpp", "#include \"persistence/Database.hpp\""},
};

Planted const bad_manners[] = {
    {"app/services/Chart.cpp", "auto rows = \"select name from patient\";"},
    {"app/gui/screens/PatientPanel.cpp", "run(\"insert into patient values (1)\");"},
    {"app/cli/main.cpp", "run(\"PRAGMA synchronous = OFF\");"},
    {"app/presenters/TodayPresenter.cpp", "void f(soci::session& sql);"},
    {"reports/content/DaySheet.cpp", "sqlite3_exec(nullptr);"},
    {"domain/core/Time.cpp", "using namespace std;"},
    {"domain/clinical/Visit.cpp", "std::cerr << patient.name();"},
    {"persistence/Database.cpp", "printf(\"%s\", key);"},
};

Planted const unbound_sql[] = {
    {"persistence/records/SociPatients.cpp", "sql_ << \"select id from patient order by \" + column, into(id);"},
    {"persistence/records/SociPatients.cpp", "sql << \"select id from patient order by \" << column, into(id);"},
    {"persistence/records/SociPatients.cpp", "sql << query;"},
    {"persistence/records/SociPatients.cpp", "session_.query(\"select id from patient order by \" + column);"},
    {"persistence/records/SociPatients.cpp", "session_.execute(statement);"},
    {"persistence/records/SociPatients.cpp",
        "std::string_view sql = \"select 1\";\nif (sorted) sql = order_by(column);\nsession_.query(sql);"},
    {"persistence/records/SociPatients.cpp",
        "auto st = (sql_.prepare << fmt::format(\"select {}\", column), into(id));"},
};

Planted const bound_sql[] = {
    {"persistence/records/SociPatients.cpp",
        "sql_ << \"select id from patient \"\n \"where id = :id\", use(key, \"id\"), into(id);"},
    {"persistence/records/SociPatients.cpp", "sql << R\"(select id from patient)\", into(id);"},
    {"persistence/records/SociPatients.cpp",
        "constexpr char const* all = \"select 1\";\nauto st = (sql_.prepare << all, into(id));"},
    {"persistence/records/SociPatients.cpp",
        "std::string_view const sql = clinician ? \"select 1\" : \"select 2\";\nsession_.query(sql);"},
    {"persistence/records/SociPatients.cpp",
        "session_.query(\"delete from patient where id = :id\").bind(\"id\", id).run();"},
    {"persistence/Migrations.cpp", "sql << statement;"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(the_fences)

BOOST_DATA_TEST_CASE(a_forbidden_include_is_found, boost::unit_test::data::make(forbidden_includes), planted)
{
    auto const faults = inspect(planted.path, source(planted.text));
    BOOST_TEST_REQUIRE(faults.size() == 1u);
    bool const points_at_it = faults[0].line == 3 || faults[0].what == "stands in no room of the table";
    BOOST_TEST(points_at_it, faults[0]);
}

BOOST_DATA_TEST_CASE(an_allowed_include_passes, boost::unit_test::data::make(allowed_includes), planted)
{
    auto const faults = inspect(planted.path, source(planted.text));
    BOOST_TEST(faults.empty(), (faults.empty() ? Fault{} : faults[0]));
}

BOOST_AUTO_TEST_CASE(each_room_of_the_table_has_a_planted_include)
{
    std::set<std::string_view> tried;
    for (auto const& planted : forbidden_includes) {
        std::string_view nearest;
        for (auto const& room : plumbline::testing::rooms())
            if (std::string_view{planted.path}.starts_with(room.folder) && room.folder.size() > nearest.size())
                nearest = room.folder;
        tried.insert(nearest);
    }
    for (auto const& room : plumbline::testing::rooms())
        BOOST_TEST(tried.contains(room.folder), room.folder);
}

BOOST_DATA_TEST_CASE(bad_manners_are_found, boost::unit_test::data::make(bad_manners), planted)
{
    BOOST_TEST(inspect(planted.path, source(planted.text)).size() == 1u);
}

BOOST_DATA_TEST_CASE(sql_made_at_run_time_is_found, boost::unit_test::data::make(unbound_sql), planted)
{
    BOOST_TEST(inspect(planted.path, source(planted.text)).size() == 1u);
}

BOOST_DATA_TEST_CASE(sql_with_bound_values_passes, boost::unit_test::data::make(bound_sql), planted)
{
    auto const faults = inspect(planted.path, source(planted.text));
    BOOST_TEST(faults.empty(), (faults.empty() ? Fault{} : faults[0]));
}

BOOST_AUTO_TEST_CASE(a_file_without_licence_line_is_found)
{
    BOOST_TEST(inspect("domain/core/Id.hpp", "#pragma once\n").size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_header_that_can_be_read_twice_is_found)
{
    BOOST_TEST(inspect("domain/core/Id.hpp", "// SPDX-License-Identifier: Apache-2.0\n").size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_file_that_wants_to_be_two_is_found)
{
    BOOST_TEST(inspect("domain/core/Id.hpp", source(std::string(501, '\n'))).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_source_that_hides_behind_another_include_is_found)
{
    auto const text = source("#include <string>\n#include \"domain/core/Time.hpp\"");
    BOOST_TEST(inspect("domain/core/Time.cpp", text, OwnHeader::Exists).size() == 1u);
    BOOST_TEST(inspect("domain/core/Time.cpp", text, OwnHeader::None).empty());
}

BOOST_AUTO_TEST_CASE(sentences_for_people_are_not_sql)
{
    BOOST_TEST(inspect("app/gui/Words.cpp", source("auto a = _(\"Select a patient from the list\");")).empty());
}

BOOST_AUTO_TEST_CASE(comments_and_literals_are_not_code)
{
    BOOST_TEST(code_of("a /* std::cout\n */ b // using namespace\nc") == "a \n b \nc");
    BOOST_TEST(code_of(R"(f("x\"y", 'q', 1'000, R"p(")p");)") == R"(f("", '', 1'000, "");)");
}

BOOST_AUTO_TEST_SUITE_END()
