// SPDX-License-Identifier: Apache-2.0
#include "app/services/ImportPatients.hpp"

#include "domain/store/BrokenWorld.hpp"
#include "tests/app/services/AtTheClinic.hpp"
#include "tests/support/Golden.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>

using namespace plumbline;
using namespace plumbline::testing;
using Kind = app::ImportProblem::Kind;
using Reason = Refusal::Reason;

namespace {

struct AnImport : AtTheClinic {
    static std::string file(std::string const& name) { return read_file(data_file("import/" + name)); }
    Result<app::ImportOutcome> import(std::string const& name, app::ImportMode mode = app::ImportMode::Import)
    {
        return by(Role::Owner, app::import_patients, file(name), mode);
    }
    Patient found(std::string const& number)
    {
        auto const id = records().patients().by_record_number(number);
        BOOST_TEST_REQUIRE(id.has_value(), "record " << number);
        return *records().patients().find(*id);
    }
};

std::vector<app::ImportProblem> of_kind(app::ImportOutcome const& outcome, Kind kind)
{
    std::vector<app::ImportProblem> some;
    std::ranges::copy_if(outcome.problems, std::back_inserter(some),
        [&](app::ImportProblem const& problem) { return problem.kind == kind; });
    return some;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(importing_patients, AnImport)

BOOST_AUTO_TEST_CASE(openemrs_export_comes_in_whole)
{
    auto const outcome = must(import("openemr.csv"));

    BOOST_TEST(outcome.created == 3);
    BOOST_TEST(outcome.faults == 0);
    auto const ana = found("1001");
    BOOST_TEST(ana.name().family == "Silva");
    BOOST_TEST(ana.name().given == "Ana L");
    BOOST_TEST((ana.birth_date() == day(1984, 2, 29)));
    BOOST_TEST((ana.details().sex == Sex::Female));
    BOOST_TEST(ana.details().contact.street == "12 Quay Road, Apt 4");
    BOOST_TEST(ana.details().contact.postal_code == "04101");
    BOOST_TEST(ana.details().contact.email == "ana.silva@example.org");
    BOOST_TEST(ana.details().language == "es");
    BOOST_TEST((found("1002").birth_date() == day(1990, 1, 31)));
    BOOST_TEST(found("1003").name().family == "O\"Neil");
    BOOST_TEST(found("1003").name().given == "\u0110or\u0111e");
}

BOOST_AUTO_TEST_CASE(columns_that_nothing_was_read_from_are_named)
{
    auto const notes = of_kind(must(import("openemr.csv")), Kind::Note);

    BOOST_TEST_REQUIRE(notes.size() == 1U);
    BOOST_TEST(notes.front().english() == "These columns were not read: pid, title, deceased_date.");
}

BOOST_AUTO_TEST_CASE(open_dentals_export_comes_in_with_its_own_numbers_for_sex_and_status)
{
    auto const outcome = must(import("open-dental.csv"));

    BOOST_TEST(outcome.created == 2);
    BOOST_TEST(outcome.skipped == 1);
    BOOST_TEST((found("AB-7").details().sex == Sex::Female));
    BOOST_TEST(found("AB-7").name().preferred == "Sue");
    BOOST_TEST((found("AB-7").birth_date() == day(1994, 3, 9)));
    BOOST_TEST((found("502").details().sex == Sex::Male));
    BOOST_TEST(found("502").details().archived);
    BOOST_TEST(!records().patients().by_record_number("503").has_value());
}

BOOST_AUTO_TEST_CASE(a_list_that_a_person_wrote_gets_numbers_of_the_clinics_series)
{
    BOOST_TEST(must(import("plain.csv")).created == 2);
    BOOST_TEST(found("001484").name().family == "Meyer");
    BOOST_TEST(found("001485").name().family == "Cohen");
}

BOOST_AUTO_TEST_CASE(line_ends_of_old_macs_are_understood)
{
    BOOST_TEST(must(import("old-mac-line-ends.csv")).created == 2);
}

BOOST_AUTO_TEST_CASE(latin_text_is_converted_and_that_is_said)
{
    auto const outcome = must(import("latin-1.csv"));

    BOOST_TEST(outcome.created == 1);
    BOOST_TEST(found("001484").name().spoken() == "J\u00F6rg M\u00FCller");
    BOOST_TEST(of_kind(outcome, Kind::Note).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_number_in_the_file_is_not_taken_by_the_series)
{
    BOOST_TEST(must(import("numbers-before-the-series.csv")).created == 2);
    BOOST_TEST(found("001484").name().family == "Cohen");
}

BOOST_AUTO_TEST_CASE(a_rehearsal_counts_but_keeps_nothing)
{
    auto const outcome = must(import("openemr.csv", app::ImportMode::Rehearse));
    auto const by_reader = must(seen_by(Role::Owner, app::rehearse_import, file("openemr.csv")));

    BOOST_TEST(outcome.created == 3);
    BOOST_TEST((outcome == by_reader));
    BOOST_TEST(records().patients().count() == 2);
    BOOST_TEST(state().audit.empty());
}

BOOST_AUTO_TEST_CASE(an_import_that_comes_twice_adds_nobody)
{
    must(import("plain.csv"));
    auto const again = must(import("plain.csv"));

    BOOST_TEST(again.created == 0);
    BOOST_TEST(again.skipped == 2);
    BOOST_TEST(records().patients().count() == 4);
}

BOOST_AUTO_TEST_CASE(duplicates_are_skipped_and_listed_with_their_lines)
{
    auto const in_file = must(import("duplicate-in-file.csv"));
    BOOST_TEST(in_file.created == 2);
    auto const twice = of_kind(in_file, Kind::Skipped);
    BOOST_TEST_REQUIRE(twice.size() == 1U);
    BOOST_TEST(twice.front().line == 5); // A quoted cell above holds a line break.
    BOOST_TEST(twice.front().message.english().find("line 2") != std::string::npos);

    auto const known = of_kind(must(import("already-in-the-clinic.csv")), Kind::Skipped);
    BOOST_TEST_REQUIRE(known.size() == 2U);
    BOOST_TEST(known.front().line == 2);
}

BOOST_AUTO_TEST_CASE(every_import_and_every_patient_of_it_is_noted)
{
    must(import("plain.csv"));

    BOOST_TEST(was_noted(AuditEvent::Create, "patient"));
    BOOST_TEST((last_entry().event == AuditEvent::Import));
    BOOST_TEST(last_entry().detail == "created=2; skipped=0");
}

BOOST_AUTO_TEST_CASE(a_disk_that_fills_up_leaves_nobody_behind)
{
    clinic.store().break_at_write(1);

    BOOST_CHECK_THROW(import("openemr.csv").has_value(), BrokenWorld);
    BOOST_TEST(records().patients().count() == 2);
}

struct RowFault {
    char const* file;
    std::string_view first;
};
std::ostream& operator<<(std::ostream& out, RowFault const& fault)
{
    return out << fault.file;
}
constexpr std::array row_faults{
    RowFault{"birth-date-in-the-future.csv", "line 3, DOB: The birth date lies in the future."},
    RowFault{"birth-date-missing.csv", "line 2, DOB: The birth date is missing."},
    RowFault{"day-before-month.csv", "line 2, Birthdate: Write the birth date as YYYY-MM-DD or M/D/YYYY."},
    RowFault{"two-digit-year.csv", "line 2, Birthdate: Write the birth date as YYYY-MM-DD or M/D/YYYY."},
    RowFault{"record-number-twice.csv", "line 3, record number: This record number stands twice in the file."},
    RowFault{
        "record-number-of-another.csv", "line 2, record number: Another patient of the clinic has this record number."},
    RowFault{"more-cells-than-columns.csv", "line 2: The row has more cells than the first line names columns."},
    RowFault{"email-without-at.csv", "line 2, email: "},
    RowFault{"sex-in-unknown-words.csv", "line 2, sex: Write the sex as female, male, other or unknown."},
    RowFault{"name-too-long.csv", "line 2, family name, given name: "},
};

BOOST_DATA_TEST_CASE(one_row_at_fault_and_nothing_comes_in, boost::unit_test::data::make(row_faults), fault)
{
    auto const outcome = must(import(fault.file));

    BOOST_TEST(outcome.created == 0);
    BOOST_TEST(outcome.faults > 0);
    BOOST_TEST(records().patients().count() == 2);
    BOOST_TEST(state().audit.empty());
    auto const faults = of_kind(outcome, Kind::Fault);
    BOOST_TEST_REQUIRE(!faults.empty());
    BOOST_TEST(faults.front().english().starts_with(fault.first), faults.front().english());
}

BOOST_AUTO_TEST_CASE(every_faulty_row_is_listed_not_just_the_first)
{
    auto const outcome = must(import("birth-date-missing.csv"));

    BOOST_TEST(outcome.faults == 3);
    auto const faults = of_kind(outcome, Kind::Fault);
    BOOST_TEST_REQUIRE(faults.size() == 3U);
    BOOST_TEST(faults[1].line == 3);
    BOOST_TEST(faults[2].line == 4);
}

BOOST_AUTO_TEST_CASE(no_problem_repeats_what_stands_in_the_row)
{
    for (RowFault const& fault : row_faults)
        for (app::ImportProblem const& problem : must(import(fault.file)).problems)
            for (char const* name : {"Meyer", "Cohen", "Novak", "Lena", "1961", "lena at"})
                BOOST_TEST(problem.english().find(name) == std::string::npos, fault.file);
}

constexpr std::array no_lists{"no-birth-date-column.csv", "no-name-column.csv", "column-twice.csv",
    "quote-not-closed.csv", "quote-inside-bare-cell.csv", "utf-16.csv", "empty.csv"};

BOOST_DATA_TEST_CASE(a_file_that_is_no_patient_list_is_refused, boost::unit_test::data::make(no_lists), name)
{
    BOOST_TEST(refused(import(name), Reason::Invalid, "file"));
    BOOST_TEST(records().patients().count() == 2);
}

BOOST_AUTO_TEST_CASE(an_unclosed_quote_is_refused_at_the_line_where_it_opens)
{
    auto const refusal = import("quote-not-closed.csv");

    BOOST_TEST_REQUIRE(!refusal.has_value());
    BOOST_TEST(refusal.error().message.english().starts_with("Line 3:"));
}

BOOST_AUTO_TEST_CASE(a_list_without_rows_adds_nobody)
{
    auto const outcome = must(import("header-only.csv"));

    BOOST_TEST(outcome.created == 0);
    BOOST_TEST(outcome.problems.empty());
}

BOOST_AUTO_TEST_CASE(hostile_cells_are_kept_as_they_are_written)
{
    std::string const list = "family name,given name,birth date\n"
                             "=1+1;DROP TABLE patient;--,<b>Lena</b>,1969-07-07\n";
    auto const outcome = must(by(Role::Owner, app::import_patients, list, app::ImportMode::Import));

    BOOST_TEST(outcome.created == 1);
    BOOST_TEST(found("001484").name().family == "=1+1;DROP TABLE patient;--");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_is_not_found)
{
    BOOST_TEST(refused(app::read_import_file("/nowhere/list.csv"), Reason::NotFound, "file"));
    BOOST_TEST(must(app::read_import_file(data_file("import/plain.csv").string())) == file("plain.csv"));
}

BOOST_AUTO_TEST_SUITE_END()
