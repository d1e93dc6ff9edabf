// SPDX-License-Identifier: Apache-2.0
#include "tests/architecture/House.hpp"

#include <algorithm>
#include <array>

namespace plumbline::testing {
namespace {

// The operating system, for the rooms that touch files, terminals and processes.
constexpr std::string_view posix[] = {"cerrno", "errno.h", "fcntl.h", "poll.h", "pwd.h", "signal.h", "stdlib.h", "sys/",
    "termios.h", "time.h", "unistd.h", "linux/magic.h"};

std::vector<std::string_view> with_posix(std::vector<std::string_view> headers)
{
    headers.insert(headers.end(), std::begin(posix), std::end(posix));
    return headers;
}

std::vector<Room> make_rooms()
{
    return {
        // Inside the domain: core knows no other subject, and the ports of the store stand above all.
        {"domain/", {"domain/"}, {}},
        {"domain/core/", {"domain/core/"}, {"tl/expected.hpp"}},
        {"domain/patients/", {"domain/core/", "domain/patients/", "domain/clinical/"}, {}},
        {"domain/access/", {"domain/core/", "domain/access/"}, {}},
        {"domain/clinical/", {"domain/core/", "domain/patients/", "domain/clinical/"}, {}},
        {"domain/scheduling/", {"domain/core/", "domain/patients/", "domain/scheduling/"}, {}},

        {"persistence/", {"domain/", "persistence/"},
            with_posix({"soci/", "sqlite3.h", "sqlite3mc.h", "sqlite3mc_amalgamation.h", "libpq-fe.h", "sodium.h",
                "sodium/", "unicode/", "nlohmann/", "fmt/", "spdlog/", "spawn.h", "dlfcn.h"})},
        // Without SOCI, so that files can be converted without a database.
        {"persistence/exchange/", {"domain/", "persistence/exchange/"},
            {"nlohmann/", "csv.h", "iconv.h", "libical/", "fmt/", "unicode/", "date/"}},

        {"reports/", {"domain/", "reports/"}, {"fmt/", "unicode/"}},
        {"reports/pdf/", {"domain/", "reports/"}, {"hpdf.h", "hpdf_types.h", "qpdf/", "fmt/", "unicode/"}},

        {"app/services/", {"domain/", "reports/", "persistence/exchange/", "app/services/"},
            with_posix({"cups/", "date/", "dlfcn.h", "fmt/", "nlohmann/", "spdlog/"})},
        // A presenter may hold the plain values that screen and paper share, never a writer of files.
        {"app/presenters/", {"domain/", "reports/document/", "app/services/", "app/presenters/"}, {"fmt/"}},
        {"app/i18n/", {"domain/", "app/i18n/"},
            {"libintl.h", "locale.h", "wx/arrstr.h", "wx/filename.h", "wx/init.h", "wx/intl.h", "wx/stdpaths.h",
                "wx/string.h", "wx/translation.h", "wx/uilocale.h"}},
        // Of the services a window holds only what it hands on: the desk that presenters are made from, the
        // chart they are given, the printer, the clock, the worker.
        {"app/gui/",
            {"domain/", "reports/document/", "app/services/Chart.hpp", "app/services/Desk.hpp",
                "app/services/Paper.hpp", "app/services/Signal.hpp", "app/services/SystemClock.hpp",
                "app/services/Worker.hpp", "app/presenters/", "app/i18n/", "app/gui/"},
            with_posix(
                {"wx/", "fmt/", "gtk/", "gdk/", "atk/", "glib.h", "glib-object.h", "pango/", "cairo.h", "cups/"})},
        {"app/cli/",
            {"domain/", "reports/document/", "persistence/exchange/", "app/services/", "app/i18n/", "app/cli/"},
            with_posix({"CLI/", "nlohmann/", "fmt/"})},
    };
}

constexpr std::string_view wired[] = {"app/gui/main.cpp", "app/cli/main.cpp"};

// A file above 500 lines wants to be two; what stays longer is listed here with its reason.
constexpr std::array<Exception, 0> too_long{};

constexpr Exception run_sql[] = {
    {"persistence/Session.cpp", "the door itself, through which all statements go"},
    {"persistence/Migrations.cpp", "runs the embedded, checksummed steps of the schema"},
    {"persistence/dialects/Sqlite.cpp", "two helpers that read one setting each, called with literals"},
    {"persistence/dialects/Postgres.cpp", "a helper that reads one setting, called with literals"},
    {"persistence/backup/Backup.cpp", "a helper that counts rows, called with literals"},
    {"persistence/backup/ServerBackup.cpp", "names a throw-away database of its own making; names cannot be bound"},
    {"persistence/records/AgendaRows.cpp", "puts the range of days, a literal of its own, into each statement"},
    {"persistence/records/AppointmentRows.cpp", "joins literals of its own, columns and conditions"},
    {"persistence/records/VisitRows.cpp", "joins literals of its own, once for each of three ways to ask"},
};

constexpr std::string_view standard[] = {"algorithm", "any", "array", "atomic", "barrier", "bit", "bitset", "cassert",
    "cctype", "cerrno", "cfenv", "cfloat", "charconv", "chrono", "cinttypes", "climits", "clocale", "cmath", "codecvt",
    "compare", "complex", "concepts", "condition_variable", "coroutine", "csetjmp", "csignal", "cstdarg", "cstddef",
    "cstdint", "cstdio", "cstdlib", "cstring", "ctime", "cuchar", "cwchar", "cwctype", "deque", "exception",
    "execution", "filesystem", "forward_list", "fstream", "functional", "future", "initializer_list", "iomanip", "ios",
    "iosfwd", "iostream", "istream", "iterator", "latch", "limits", "list", "locale", "map", "memory",
    "memory_resource", "mutex", "new", "numbers", "numeric", "optional", "ostream", "queue", "random", "ranges",
    "ratio", "regex", "scoped_allocator", "semaphore", "set", "shared_mutex", "source_location", "span", "sstream",
    "stack", "stdexcept", "stop_token", "streambuf", "string", "string_view", "strstream", "syncstream", "system_error",
    "thread", "tuple", "type_traits", "typeindex", "typeinfo", "unordered_map", "unordered_set", "utility", "valarray",
    "variant", "vector", "version"};

} // namespace

std::span<Room const> rooms()
{
    static std::vector<Room> const table = make_rooms();
    return table;
}

std::span<std::string_view const> wiring()
{
    return wired;
}

std::span<Exception const> long_files()
{
    return too_long;
}

std::span<Exception const> sql_runners()
{
    return run_sql;
}

bool is_standard_header(std::string_view name)
{
    return std::ranges::binary_search(standard, name);
}

} // namespace plumbline::testing
