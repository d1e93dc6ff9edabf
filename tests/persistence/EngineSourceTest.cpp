// SPDX-License-Identifier: Apache-2.0
#include "tests/support/Golden.hpp"
#include "tests/support/TemporaryFolder.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <string>

using namespace plumbline::testing;

namespace {

/// What CMake says when it is to fetch the engine's source with the cache and the path given.
struct Fetching {
    TemporaryFolder folder;
    std::string said;

    bool succeeds(std::string const& path)
    {
        auto const root = golden_folder().parent_path().parent_path();
        auto const script = folder.write("fetch.cmake",
            "include(\"" + (root / "installer/cmake/FetchSqlite.cmake").string() + "\")\nplumbline_fetch_sqlite()\n");
        auto const output = folder / "output";
        std::string const command = "cd '" + folder.path().string() + "' && XDG_CACHE_HOME='" + folder.path().string()
            + "' PATH='" + path + "' \"$(command -v cmake)\" -P '" + script.string() + "' > '" + output.string()
            + "' 2>&1";
        // The shell finds cmake on the old path before it sets the new one.
        bool const well = std::system(command.c_str()) == 0;
        said = read_file(output);
        for (auto& c : said)
            if (c == '\n')
                c = ' ';
        return well;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(engine_source, Fetching)

BOOST_AUTO_TEST_CASE(a_source_that_is_not_the_pinned_one_is_not_built)
{
    std::filesystem::create_directory(folder / "plumbline");
    folder.write("plumbline/better-sqlite3-multiple-ciphers-13.0.3.tgz", "not what it says it is");
    BOOST_TEST(!succeeds(std::getenv("PATH")));
    BOOST_TEST(said.find("is not the SQLite source") != std::string::npos, said);
    BOOST_TEST(!std::filesystem::exists(folder / "sqlite"));
}

BOOST_AUTO_TEST_CASE(without_npm_it_says_what_to_install)
{
    BOOST_TEST(!succeeds("/nonexistent"));
    BOOST_TEST(said.find("npm is needed once") != std::string::npos, said);
}

BOOST_AUTO_TEST_SUITE_END()
