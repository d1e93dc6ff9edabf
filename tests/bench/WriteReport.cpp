// SPDX-License-Identifier: Apache-2.0
// P6: the progress report, from its facts to the bytes of the file.
#include "reports/content/ProgressReport.hpp"
#include "reports/document/Layout.hpp"
#include "reports/pdf/PdfWriter.hpp"
#include "tests/bench/Goals.hpp"
#include "tests/bench/PdfTape.hpp"
#include "tests/reports/Sample.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace plumbline::bench {
namespace {

constexpr double median = 0.5;
constexpr double time_goal = 1.5;
constexpr double bytes_goal = 1.2;

} // namespace

void write_report(Wishes const&, Scoreboard& scoreboard)
{
    auto const data = reports::testing::long_course();
    auto const write = [&] { return reports::write_pdf(reports::progress_report(data)); };
    double const first = nanoseconds_of([&] { static_cast<void>(write()); });

    auto const tape = PdfTape::of([&] { static_cast<void>(write()); });
    std::string const of_product = write();
    std::string const of_baseline = tape.play();
    if (of_product != of_baseline)
        throw std::runtime_error{"the tape plays another file than the product writes"};

    auto const pairs = interleaved(
        {.pairs = 200, .warm_ups = 5}, [&](std::size_t) { return nanoseconds_of(write); },
        [&](std::size_t) { return nanoseconds_of([&] { static_cast<void>(tape.play()); }); });
    auto const pages = reports::lay_out(reports::progress_report(data), reports::PageSize::Letter).size();
    auto const what = fmt::format("progress report, {} pages, {} charts", pages, data.measures.size());
    scoreboard.ratio("P6", what + ", facts to file", pairs, median, time_goal, Scoreboard::Unit::Milliseconds);
    scoreboard.count("P6", what + ", bytes of the file", static_cast<double>(of_product.size()),
        static_cast<double>(of_baseline.size()), bytes_goal, Scoreboard::Unit::Bytes);
    scoreboard.note("P6",
        fmt::format("      same bytes from the same {} calls; the first report of a program: {:.1f} ms", tape.size(),
            first / 1e6));
}

} // namespace plumbline::bench
