// SPDX-License-Identifier: Apache-2.0
#include "persistence/SearchKey.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <ostream>
#include <string_view>

using plumbline::persistence::digits_of;
using plumbline::persistence::search_key;

namespace {

struct Folded {
    std::string_view name, key;
};
std::ostream& operator<<(std::ostream& out, Folded const& folded)
{
    return out << folded.name;
}

constexpr std::array names{
    Folded{"Lindqvist", "lindqvist"},
    Folded{"  LINDQVIST   Maja ", "lindqvist maja"},
    Folded{"O'Neill", "oneill"},
    Folded{"O’Neill", "oneill"},
    Folded{"Smith-Jones", "smith jones"},
    Folded{"García Márquez", "garcia marquez"},
    Folded{"e\xCC\x81", "e"},
    Folded{"Łukasz Sørensen-Åberg", "lukasz sorensen aberg"},
    Folded{"Straße", "strasse"},
    Folded{"Æsir Þór Đặng", "aesir thor dang"},
    Folded{"Işık İstanbul", "isik istanbul"},
    Folded{"Иванов Ёлка", "иванов елка"},
    Folded{"محمد عَلي", "محمد علي"},
    Folded{"שָׁלוֹם", "שלום"},
    Folded{"日本 太郎", "日本 太郎"},
    Folded{"\xE2\x80\x8F"
           "abc",
        "abc"},
    Folded{"Ｆｕｌｌ", "full"},
    Folded{"100%_\"x\\", "100 x"},
    Folded{"\xF0\x9F\x98\x80", ""},
    Folded{"", ""},
};

} // namespace

BOOST_AUTO_TEST_SUITE(search_keys)

BOOST_DATA_TEST_CASE(a_name_is_found_however_it_is_written, boost::unit_test::data::make(names))
{
    BOOST_TEST(search_key(sample.name) == sample.key);
}

BOOST_DATA_TEST_CASE(folding_twice_changes_nothing, boost::unit_test::data::make(names))
{
    BOOST_TEST(search_key(search_key(sample.name)) == search_key(sample.name));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_part_words_and_do_no_harm)
{
    BOOST_TEST(search_key("Lind\xFFqvist\xC3") == "lind qvist");
}

BOOST_AUTO_TEST_CASE(a_telephone_is_known_by_its_digits)
{
    BOOST_TEST(digits_of("+1 (555) 010-2233 ext.") == "15550102233");
}

BOOST_AUTO_TEST_SUITE_END()
