// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Episode.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace plumbline::testing {
namespace {

Date on(std::string_view iso)
{
    return parse_date(iso).value();
}

/// Left-sided sciatica of an invented patient, seen from Monday 23 November 2026.
struct Clinic {
    Date const today = on("2026-11-23");
    Date const birth = on("1979-03-12");
    Episode::Details details = [] {
        Episode::Details d;
        d.title = "left-sided sciatica";
        d.side = Side::Left;
        d.onset = on("2026-08-03");
        d.started = on("2026-10-05");
        d.diagnoses = {"M54.32"};
        return d;
    }();

    Result<Episode> create() const { return Episode::create(EpisodeId{1}, PatientId{2}, details, birth, today); }
    std::string fault() const
    {
        auto const made = create();
        return made ? std::string{} : std::string{made.error().field};
    }
};

std::string clinical_stage(int days)
{
    Date const onset = on("2026-01-01");
    return std::string{stage(onset, plus_days(onset, days)).clinical};
}

} // namespace

BOOST_AUTO_TEST_SUITE(episode)

BOOST_AUTO_TEST_CASE(the_clinical_stage_turns_at_28_and_84_days)
{
    BOOST_TEST(clinical_stage(0) == "acute");
    BOOST_TEST(clinical_stage(27) == "acute");
    BOOST_TEST(clinical_stage(28) == "subacute");
    BOOST_TEST(clinical_stage(83) == "subacute");
    BOOST_TEST(clinical_stage(84) == "chronic");
}

BOOST_AUTO_TEST_CASE(the_duration_turns_chronic_after_three_calendar_months)
{
    BOOST_TEST(stage(on("2026-08-23"), on("2026-11-22")).duration == "acute");
    BOOST_TEST(stage(on("2026-08-23"), on("2026-11-23")).duration == "chronic");
    BOOST_TEST(stage(on("2025-11-30"), on("2026-02-27")).duration == "acute");
    BOOST_TEST(stage(on("2025-11-30"), on("2026-02-28")).duration == "chronic");
}

BOOST_FIXTURE_TEST_CASE(a_whole_episode_is_kept_as_given, Clinic)
{
    Episode const made = create().value();
    BOOST_TEST((made.details() == details));
    BOOST_TEST(made.version() == 0);
}

BOOST_FIXTURE_TEST_CASE(an_episode_needs_a_title, Clinic)
{
    details.title = "  ";
    BOOST_TEST(fault() == "title");
}

BOOST_FIXTURE_TEST_CASE(the_days_must_follow_each_other, Clinic)
{
    details.onset = on("2026-10-06");
    BOOST_TEST(fault() == "onset");
    details.onset = on("1979-03-11");
    BOOST_TEST(fault() == "onset");
    details.onset.reset();
    details.started = on("2026-11-24");
    BOOST_TEST(fault() == "started");
    details.started = today;
    BOOST_TEST(fault().empty());
    details.started = Date{};
    BOOST_TEST(fault() == "started");
}

BOOST_FIXTURE_TEST_CASE(diagnoses_must_be_valid_on_the_first_day, Clinic)
{
    details.diagnoses = {"M54.5"};
    BOOST_TEST(fault() == "diagnoses");
    details.diagnoses = {"M54.50", "m5450"};
    BOOST_TEST(fault() == "diagnoses");
    details.diagnoses = {"X99.9"};
    BOOST_TEST(fault() == "diagnoses");
    details.diagnoses = {"m5432", "R26.2"};
    BOOST_TEST((create().value().details().diagnoses == std::vector<std::string>{"M54.32", "R26.2"}));
}

BOOST_FIXTURE_TEST_CASE(a_discharge_has_a_day_and_a_reason, Clinic)
{
    details.status = EpisodeStatus::Discharged;
    BOOST_TEST(fault() == "ended");
    details.ended = on("2026-11-20");
    BOOST_TEST(fault() == "end_reason");
    details.end_reason = "goals met";
    BOOST_TEST(fault().empty());
    details.ended = on("2026-10-04");
    BOOST_TEST(fault() == "ended");
    details.ended = on("2026-11-24");
    BOOST_TEST(fault() == "ended");
    details.status = EpisodeStatus::Open;
    BOOST_TEST(fault() == "ended");
}

BOOST_FIXTURE_TEST_CASE(all_faults_of_the_form_are_told_at_once, Clinic)
{
    details.title.clear();
    details.diagnoses = {"M54.5", "X99.9"};
    BOOST_TEST(create().error().others.size() == 2U);
}

BOOST_FIXTURE_TEST_CASE(a_change_keeps_identity_and_version, Clinic)
{
    Episode const stored = Episode::restore(EpisodeId{1}, PatientId{2}, details, 4);
    details.title = "sciatica";
    Episode const changed = stored.with(details, birth, today).value();
    BOOST_TEST(changed.version() == 4);
    BOOST_TEST((changed.id() == stored.id()));
    BOOST_TEST(changed.details().title == "sciatica");
    details.title.clear();
    BOOST_TEST(!stored.with(details, birth, today));
}

BOOST_AUTO_TEST_CASE(mechanism_and_status_are_found_by_their_codes)
{
    for (Mechanism const mechanism : all_mechanisms())
        BOOST_TEST((mechanism_from_code(code(mechanism)).value() == mechanism));
    BOOST_TEST((episode_status_from_code("discharged").value() == EpisodeStatus::Discharged));
    BOOST_TEST(!mechanism_from_code("meteor"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
