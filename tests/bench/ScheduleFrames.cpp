// SPDX-License-Identifier: Apache-2.0
// Paints a week of ten clinicians a thousand times, scrolled or zoomed a step each time, and an empty window as often.
// Prints the nanoseconds of each frame, ours first, a pair to a line.
#include "app/gui/kit/ScheduleView.hpp"
#include "app/gui/kit/Theme.hpp"
#include "tests/bench/Measure.hpp"
#include "tests/support/Samples.hpp"

#include <fmt/format.h>

#include <wx/app.h>
#include <wx/frame.h>

#include <gdk/gdk.h>

#include <cstdio>

namespace plumbline::bench {
namespace {

using namespace app;

constexpr int people = 10;
constexpr int days = 5;
constexpr int visits_a_day = 16;
constexpr Minutes slot{30};
constexpr Minutes opening{8 * 60};
constexpr Plan plan{.pairs = 1'000, .warm_ups = 20};
constexpr Date monday = testing::day(2026, 11, 23);

SheetBlock visit(std::size_t column, int number)
{
    SheetBlock block;
    block.id = static_cast<std::int64_t>(column) * visits_a_day + number + 1;
    block.column = column;
    block.time = {opening + number * slot, opening + (number + 1) * slot};
    block.title = fmt::format("Person {}, Łukasz", block.id);
    block.words = fmt::format("visit {} of 12 · confirmed", number + 1);
    block.spoken = block.title + ", " + block.words;
    block.fill = static_cast<BlockFill>(number % 4);
    block.status = static_cast<AppointmentStatus>(number % 7);
    return block;
}

DrawnSheet week()
{
    DrawnSheet sheet;
    for (int person = 0; person < people; ++person)
        for (int day = 0; day < days; ++day) {
            std::size_t const column = sheet.columns.size();
            sheet.columns.push_back({person + 1, plus_days(monday, day), fmt::format("Clinician {}, PT", person + 1),
                "16 booked", {{opening, opening + visits_a_day * slot}}});
            for (int number = 0; number < visits_a_day; ++number)
                sheet.blocks.push_back(visit(column, number));
        }
    sheet.today = monday;
    sheet.now = Minutes{657};
    return sheet;
}

/// Until the display has done it.
double paint(wxWindow& window)
{
    return nanoseconds_of([&] {
        window.Refresh();
        window.Update();
        gdk_display_sync(gdk_display_get_default());
    });
}

/// Down, across, and a step of zoom, in turn.
void move_on(kit::ScheduleView& view, std::size_t step)
{
    constexpr std::size_t turn = 10;
    if (step % turn == 0)
        view.zoom((step / turn) % 2 == 0 ? 1 : -1);
    else
        view.Scroll(static_cast<int>(step * 3 % 40), static_cast<int>(step * 5 % 60));
}

class Frames final : public wxApp {
public:
    bool OnInit() override
    {
        kit::use_appearance(kit::Appearance::Light);
        auto* const frame = new wxFrame{nullptr, wxID_ANY, "Frames", wxDefaultPosition, wxSize{1440, 900}};
        auto* const empty = new wxFrame{nullptr, wxID_ANY, "Empty", wxDefaultPosition, wxSize{1440, 900}};
        auto* const view = new kit::ScheduleView{frame};
        view->show(week(), "Week");
        frame->Show();
        empty->Show();
        CallAfter([=] {
            auto const ours = [&](std::size_t step) {
                move_on(*view, step);
                return paint(*view);
            };
            auto const theirs = [&](std::size_t) { return paint(*empty); };
            auto const frames = interleaved(plan, ours, theirs);
            for (std::size_t i = 0; i < frames.product.size(); ++i)
                fmt::print("{:.0f} {:.0f}\n", frames.product[i], frames.baseline[i]);
            frame->Destroy();
            empty->Destroy();
        });
        return true;
    }
};

} // namespace
} // namespace plumbline::bench

using plumbline::bench::Frames;
wxIMPLEMENT_APP(Frames);
