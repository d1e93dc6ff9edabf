// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/People.hpp"

#include "tests/support/Samples.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace plumbline::bench {
namespace {

constexpr std::array<std::string_view, 32> first_syllables{"Lin", "Ham", "Bran", "Sor", "Kow", "Mar", "Del", "Ost",
    "Ver", "Hol", "Nak", "Pet", "Gar", "Win", "Tor", "Ber", "Fisch", "Gold", "Rey", "Sal", "Tan", "Ulr", "Vas", "Whit",
    "Yam", "Zel", "Abr", "Cor", "Dub", "Eng", "Fal", "Gru"};
constexpr std::array<std::string_view, 24> middle_syllables{"", "de", "ma", "lo", "ri", "en", "ska", "ti", "ver", "ber",
    "hol", "na", "gar", "win", "to", "ka", "mi", "sa", "ne", "ro", "la", "den", "mer", "vi"};
constexpr std::array<std::string_view, 24> last_syllables{"qvist", "son", "man", "ez", "ski", "er", "ford", "wood",
    "berg", "dt", "ton", "ley", "mura", "nen", "ova", "ini", "ard", "stein", "by", "well", "gren", "ic", "eau", "os"};
constexpr std::array<std::string_view, 16> accented_syllables{
    "qvíst", "són", "mån", "éz", "ský", "ër", "førd", "wöd", "bèrg", "ić", "ñez", "ô", "łowski", "çay", "ßer", "ová"};
constexpr std::array<std::string_view, 40> given{"Maja", "Tom", "Ana", "James", "Olga", "Dana", "Pat", "Rosa", "Ivan",
    "Mei", "Kofi", "Lena", "Noah", "Emma", "Liam", "Sara", "Hugo", "Ida", "Omar", "Nina", "Paul", "Vera", "Karl",
    "Ruth", "Sven", "Tara", "Uma", "Yuri", "Zoe", "Alan", "Bela", "Cleo", "Dirk", "Edda", "Finn", "Gina", "Hans",
    "Iris", "Jose", "Kira"};
constexpr std::array<std::string_view, 16> accented_given{"José", "Zoë", "Øyvind", "Łukasz", "Renée", "Jürgen", "Åsa",
    "Chloé", "Íñigo", "Søren", "Anaïs", "Çağla", "Mónica", "Björn", "Žana", "Ngô"};

constexpr std::array<std::string_view, 6> subjective{
    "Sat through a one-hour staff meeting without having to stand up; the calf stayed quiet until the evening.",
    "Slept six hours in a row for the first time since August, turning over in bed still wakes the pain.",
    "Carried the shopping up two floors with both hands full and felt only stiffness on the next morning.",
    "Drove forty minutes to a customer, symptoms down to the knee for about an hour after getting out.",
    "Did the home program on five of seven days and left out the sliders, because they made the foot tingle.",
    "No change since the last visit; worked overtime on three days and mostly sat."};
constexpr std::array<std::string_view, 5> objective{
    "Flexion 48° by dual inclinometer, fingertips to mid-shin; extension in standing eases the leg within ten "
    "repetitions. Straight-leg raise left 55° with calf pain, right 80°.",
    "Gait symmetrical at own speed over 20 m, heel walk weak on the left. Great toe extension 4+ of 5.",
    "Side glide to the left blocked, to the right free. Repeated extension lying centralizes to the buttock.",
    "Prone instability test negative today. Holds the bird dog 3 x 10 s without losing the pelvis.",
    "Thirty-second chair stand 11, was 8. Single-leg stance 22 s left and 30 s right."};
constexpr std::array<std::string_view, 4> assessment{
    "Responds to extension as expected; load tolerance grows, sitting tolerance is no longer the limit at work. "
    "Needs skilled progression of load, since unsupervised lifting brought the leg pain back last week.",
    "Nerve mobility improves more slowly than strength. Continue, and review the sliders' dose next week.",
    "Plateau for two visits. Change the direction of loading before the physician is written to.",
    "Goal 1 met today; goals 2 and 3 are on course for the date in the plan."};
constexpr std::array<std::string_view, 4> plan{"Add dead bug, lift 6 kg from a chair. Heat only before mobilization.",
    "Twice more this week, then once a week; show the spouse the transfer.",
    "Raise the hold to 15 s. Ask again about numbness in the saddle region.", "Discharge talk on the next visit."};

std::string telephone(Dice& dice)
{
    // 555-0100 to 555-0199 are kept free for invented people in every area code.
    return fmt::format("{:03}-555-{:04}", 201 + dice.below(780), 100 + dice.below(100));
}

std::string family_name(Dice& dice)
{
    bool const accented = dice.one_in(2);
    return fmt::format("{}{}{}", dice.one_of(first_syllables), dice.one_of(middle_syllables),
        accented ? dice.one_of(accented_syllables) : dice.one_of(last_syllables));
}

} // namespace

Patient::Details somebody(Dice& dice)
{
    Patient::Details details;
    details.name.family = family_name(dice);
    details.name.given = std::string{dice.one_in(2) ? dice.one_of(accented_given) : dice.one_of(given)};
    constexpr int years = 80;
    details.birth_date = plus_days(testing::day(1930, 1, 1), static_cast<int>(dice.below(years * 365)));
    details.sex = dice.one_in(2) ? Sex::Female : Sex::Male;
    details.contact.phone = telephone(dice);
    if (dice.one_in(3))
        details.contact.mobile = telephone(dice);
    details.contact.street = fmt::format("{} Harbor Street", 1 + dice.below(900));
    details.contact.city = "Portland";
    details.contact.region = "OR";
    details.contact.postal_code = fmt::format("{:05}", 97'000 + dice.below(300));
    details.coverage.payer = "Invented Mutual";
    details.coverage.member_id = fmt::format("IM{:09}", dice.below(1'000'000'000));
    return details;
}

Visit::Details treatment(Dice& dice, ClinicTime start, UserId provider, std::int64_t first_row_id)
{
    Visit::Details details;
    details.start = start;
    details.provider = provider;
    details.note.pain_now = testing::pain(static_cast<int>(dice.below(8)));
    details.note.pain_worst = testing::pain(static_cast<int>(3 + dice.below(8)));
    details.note.trend = dice.one_in(3) ? Trend::Same : Trend::Better;
    details.note.subjective = dice.one_of(subjective);
    details.note.objective = fmt::format("{} {}", dice.one_of(objective), dice.one_of(objective));
    details.note.assessment = dice.one_of(assessment);
    details.note.plan = dice.one_of(plan);
    auto dead_bug = testing::bird_dog(provider, static_cast<int>(8 + dice.below(8)));
    dead_bug.name = "Dead bug";
    dead_bug.response = "Holds the pelvis; no leg pain.";
    std::array const rows{testing::bird_dog(provider, static_cast<int>(15 + dice.below(15))), dead_bug,
        testing::hot_pack(provider), testing::tens(provider)};
    static_assert(rows.size() == rows_of_a_note);
    for (auto const& row : rows)
        details.interventions.push_back(testing::row(InterventionId{first_row_id++}, row));
    return details;
}

} // namespace plumbline::bench
