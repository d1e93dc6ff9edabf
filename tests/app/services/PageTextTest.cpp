// SPDX-License-Identifier: Apache-2.0
#include "app/services/PageText.hpp"

#include <boost/test/unit_test.hpp>

using namespace plumbline;
using namespace plumbline::reports;

namespace {

std::vector<Page> every_kind_of_operation()
{
    Pen const pen{{1, 2, 3}, 0.75, 2};
    Page first{612, 792,
        {TextRun{{54.1, 60.3}, Face::Bold, 10.5, {0, 0, 0}, "V\u0103n \u201cTran\u201d 46 \u2192 28\u00A0%"},
            Line{{0, 1}, {2, 3}, pen}, Polyline{{{1, 1}, {2, 0.1}, {3, 1.0 / 3}}, pen}, Box{{1, 2}, 3, 4, {9, 8, 7}, 2},
            Frame{{1, 2}, 3, 4, pen, 1}, Polygon{{{0, 0}, {1, 0}, {0, 1}}, {255, 128, 0}},
            Disc{{5, 6}, 2.5, {1, 1, 1}}},
        {{{54, 60}, 100, 12, {7000000000000000001, 2}}}};
    return {first, Page{595.28, 841.89, {}, {}}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(pages_as_text)

BOOST_AUTO_TEST_CASE(what_comes_back_is_what_went_in)
{
    auto const pages = every_kind_of_operation();
    auto const back = app::pages_from_text(app::to_text(pages));
    BOOST_TEST_REQUIRE(back.has_value());
    BOOST_TEST((*back == pages));
}

BOOST_AUTO_TEST_CASE(what_is_not_of_this_form_is_no_drawing)
{
    std::string const sound = app::to_text(every_kind_of_operation());
    for (std::string const& text : {std::string{}, std::string{"{}"}, std::string{"[1,2]"}, sound.substr(0, 200),
             std::string{R"({"form":2,"pages":[]})"},
             std::string{R"({"form":1,"pages":[{"width":1,"height":1,"ops":[["q",1]],"sources":[]}]})"},
             std::string{R"({"form":1,"pages":[{"width":1,"height":1,"ops":[["t",1]],"sources":[]}]})"}})
        BOOST_TEST(!app::pages_from_text(text).has_value(), text);
}

BOOST_AUTO_TEST_SUITE_END()
