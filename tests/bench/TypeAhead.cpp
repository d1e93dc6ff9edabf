// SPDX-License-Identifier: Apache-2.0
// P3: what answers each keystroke in the search field.
#include "persistence/SearchKey.hpp"
#include "tests/bench/Goals.hpp"
#include "tests/bench/People.hpp"
#include "tests/bench/RawStatement.hpp"

#include <fmt/format.h>

#include <array>

namespace plumbline::bench {
namespace {

constexpr double median = 0.5;
constexpr double p99 = 0.99;
constexpr double prefix_goal = 1.5;
constexpr double other_goal = 2e6; // 2 ms
constexpr int shown = 20;
constexpr int strings_of_a_kind = 700;
constexpr std::string_view after_all = "\xF4\x8F\xBF\xBF";

/// What someone types, and the one range of the tree that holds whom they mean.
struct Typed {
    std::string text;
    std::string low;
    bool is_birth_date = false;
};

enum class Goal { Ratio, Time };

struct Kind {
    std::string_view name;
    Goal goal;
    Typed (*type)(Dice& dice, Patient::Details const& somebody, std::string const& record_number);
};

/// The first so many letters, whole ones.
std::string letters(std::string_view text, std::size_t count)
{
    std::size_t end = 0;
    for (; end < text.size() && count > 0; --count)
        do
            ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
    return std::string{text.substr(0, end)};
}

std::string key(std::string_view kind, std::string_view text)
{
    return std::string{kind} + persistence::search_key(text);
}

Typed name(std::string_view kind, std::string text)
{
    std::string low = key(kind, text);
    return {std::move(text), std::move(low)};
}

Typed last_name(Dice& dice, Patient::Details const& person, std::string const&)
{
    return name("f:", letters(person.name.family, 3 + dice.below(6)));
}

Typed first_name(Dice& dice, Patient::Details const& person, std::string const&)
{
    return name("g:", letters(person.name.given, 3 + dice.below(3)));
}

Typed birth_date(Dice& dice, Patient::Details const& person, std::string const&)
{
    std::string const typed = to_iso(person.birth_date).substr(0, 7 + dice.below(4));
    return {typed, typed, true};
}

Typed phone(Dice& dice, Patient::Details const& person, std::string const&)
{
    std::string const typed = person.contact.phone.substr(0, 5 + dice.below(8));
    return {typed, "d:" + persistence::digits_of(typed)};
}

Typed record_number(Dice& dice, Patient::Details const&, std::string const& number)
{
    std::string const typed = number.substr(0, 3 + dice.below(number.size() - 2));
    return {typed, "r:" + typed};
}

Typed one_or_two_letters(Dice& dice, Patient::Details const& person, std::string const&)
{
    return name("f:", letters(person.name.family, 1 + dice.below(2)));
}

Typed nobody(Dice& dice, Patient::Details const& person, std::string const&)
{
    return name("f:", letters(person.name.family, 2) + "xq" + letters(person.name.given, 1 + dice.below(3)));
}

Typed beyond_ascii(Dice& dice, Patient::Details const& person, std::string const&)
{
    // The accented half of the given names: what is typed begins with it.
    constexpr std::array<std::string_view, 6> accented{"Øyvind", "Åsa", "Íñigo", "Çağla", "Žana", "Łukasz"};
    return name("g:", std::string{dice.one_of(accented)} + " " + letters(person.name.family, dice.below(4)));
}

constexpr std::array kinds{Kind{"last name", Goal::Ratio, last_name}, Kind{"first name", Goal::Ratio, first_name},
    Kind{"birth date", Goal::Ratio, birth_date}, Kind{"phone", Goal::Ratio, phone},
    Kind{"record number", Goal::Ratio, record_number}, Kind{"one or two letters", Goal::Time, one_or_two_letters},
    Kind{"nobody has it", Goal::Time, nobody}, Kind{"letters beyond ASCII", Goal::Time, beyond_ascii}};

/// One range of one index and its patients, at most a page of them, into the values that a list shows.
class RawSearch {
public:
    explicit RawSearch(sqlite_api::sqlite3* connection)
        : by_key_{connection,
            "select p.id, p.record_number, p.family, p.given, p.preferred, p.birth_on, p.phone, p.marks"
            " from (select search_key, patient_id from patient_key where search_key >= ? and search_key < ?"
            " order by search_key, patient_id limit ?) k"
            " join patient p on p.id = k.patient_id order by k.search_key, k.patient_id"}
        , by_birth_{connection,
              "select id, record_number, family, given, preferred, birth_on, phone, marks from patient"
              " where birth_on >= ? and birth_on < ? and archived = 0 order by birth_on, id limit ?"}
    {
    }

    [[nodiscard]] std::vector<PatientRow> search(Typed const& typed)
    {
        RawStatement& statement = typed.is_birth_date ? by_birth_ : by_key_;
        std::string const high = typed.low + std::string{after_all};
        statement.bind(1, std::string_view{typed.low});
        statement.bind(2, std::string_view{high});
        statement.bind(3, shown);
        std::vector<PatientRow> rows;
        while (statement.step())
            rows.push_back({PatientId{statement.number(0)}, statement.text(1),
                {statement.text(2), statement.text(3), statement.text(4)}, *parse_date(statement.view(5)),
                statement.text(6), statement.text(7)});
        statement.reset();
        return rows;
    }

private:
    RawStatement by_key_, by_birth_;
};

std::vector<Typed> typed_by_people(Kind const& kind, Size const& size)
{
    // The same dice that made the patients, so most strings mean one of them.
    Dice people{size.seed};
    Dice dice{size.seed + 3};
    std::vector<Typed> strings;
    for (int i = 0; i < strings_of_a_kind; ++i) {
        auto const person = somebody(people);
        auto const number = fmt::format("{:06}", 1 + dice.below(static_cast<std::size_t>(size.patients)));
        strings.push_back(kind.type(dice, person, number));
    }
    return strings;
}

void search_in(BigClinic& clinic, Scoreboard& scoreboard)
{
    RawSearch raw_search{raw(clinic.database())};
    for (Kind const& kind : kinds) {
        auto const strings = typed_by_people(kind, clinic.size());
        auto const typed = [&](std::size_t pair) -> Typed const& { return strings[pair % strings.size()]; };
        auto const product = [&](std::size_t pair) {
            return nanoseconds_of([&] {
                static_cast<void>(clinic.database().read(
                    [&](Records const& records) { return records.patients().search(typed(pair).text, shown); }));
            });
        };
        auto const baseline = [&](std::size_t pair) {
            return nanoseconds_of([&] { static_cast<void>(raw_search.search(typed(pair))); });
        };
        auto const pairs =
            interleaved({.pairs = 3 * strings_of_a_kind, .warm_ups = strings_of_a_kind}, product, baseline);
        auto const what = fmt::format("type-ahead over {} patients: {}", clinic.size().patients, kind.name);
        if (kind.goal == Goal::Ratio)
            scoreboard.ratio("P3", what, pairs, median, prefix_goal, Scoreboard::Unit::Microseconds);
        else
            scoreboard.at_most("P3", what + ", p99", pairs, p99, other_goal, Scoreboard::Unit::Microseconds);
    }
}

} // namespace

void type_ahead(Wishes const& wishes, Scoreboard& scoreboard)
{
    for (int const patients : wishes.typeahead) {
        BigClinic clinic{wishes.data, {.patients = patients, .visits = 0, .seed = wishes.clinic.seed}};
        search_in(clinic, scoreboard);
    }
}

} // namespace plumbline::bench
