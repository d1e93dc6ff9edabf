// SPDX-License-Identifier: Apache-2.0
// The real tree, against the table of the house.
#include "tests/architecture/House.hpp"
#include "tests/architecture/Inspector.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using plumbline::testing::OwnHeader;

std::map<std::string, std::string> sources_of_the_house()
{
    fs::path const root{PLUMBLINE_SOURCE_ROOT};
    std::map<std::string, std::string> sources;
    for (auto const* room : {"domain", "persistence", "reports", "app"})
        for (auto const& entry : fs::recursive_directory_iterator{root / room})
            if (auto const kind = entry.path().extension(); kind == ".hpp" || kind == ".cpp")
                sources[entry.path().lexically_relative(root).string()] = plumbline::testing::read_file(entry.path());
    return sources;
}

OwnHeader own_header_of(std::string const& path, std::map<std::string, std::string> const& sources)
{
    return path.ends_with(".cpp") && sources.contains(path.substr(0, path.size() - 4) + ".hpp") ? OwnHeader::Exists
                                                                                                : OwnHeader::None;
}

/// Follows includes until one leads back; answers the circle, or nothing.
class CircleFinder {
public:
    explicit CircleFinder(std::map<std::string, std::string> const& sources)
    {
        for (auto const& [path, text] : sources)
            for (auto const& include : plumbline::testing::includes_of(text))
                if (include.quoted && sources.contains(include.name))
                    includes_[path].push_back(include.name);
    }

    std::string find()
    {
        std::string circle;
        for (auto const& [path, ignored] : includes_)
            if (circle.empty())
                circle = from(path);
        return circle;
    }

private:
    std::string from(std::string const& path)
    {
        if (done_.contains(path))
            return {};
        if (!open_.insert(path).second)
            return path;
        for (auto const& next : includes_[path])
            if (auto const circle = from(next); !circle.empty())
                return path + " > " + circle;
        open_.erase(path);
        done_.insert(path);
        return {};
    }

    std::map<std::string, std::vector<std::string>> includes_;
    std::set<std::string> open_, done_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(the_house)

BOOST_AUTO_TEST_CASE(every_file_keeps_the_rules_of_its_room)
{
    auto const sources = sources_of_the_house();
    BOOST_TEST_REQUIRE(sources.size() > 20u); // Reading nothing would pass, too.
    for (auto const& [path, text] : sources)
        for (auto const& fault : plumbline::testing::inspect(path, text, own_header_of(path, sources)))
            BOOST_ERROR(fault);
}

BOOST_AUTO_TEST_CASE(no_include_leads_back_to_where_it_came_from)
{
    BOOST_TEST(CircleFinder{sources_of_the_house()}.find() == ""s);
}

BOOST_AUTO_TEST_CASE(a_planted_circle_is_found)
{
    CircleFinder finder{{{"domain/core/A.hpp", "#include \"domain/core/B.hpp\"\n"},
        {"domain/core/B.hpp", "#include \"domain/core/C.hpp\"\n"},
        {"domain/core/C.hpp", "#include \"domain/core/A.hpp\"\n"}}};
    BOOST_TEST(finder.find() == "domain/core/A.hpp > domain/core/B.hpp > domain/core/C.hpp > domain/core/A.hpp"s);
}

BOOST_AUTO_TEST_CASE(every_exception_is_still_needed)
{
    fs::path const root{PLUMBLINE_SOURCE_ROOT};
    for (auto const& one : plumbline::testing::long_files()) {
        auto const text = plumbline::testing::read_file(root / one.path);
        BOOST_TEST(std::ranges::count(text, '\n') > 500, one.path << " is short again");
        BOOST_TEST(!one.reason.empty());
    }
    for (auto const& one : plumbline::testing::sql_runners())
        BOOST_TEST(fs::exists(root / one.path), one.path << " is gone");
}

BOOST_AUTO_TEST_SUITE_END()
