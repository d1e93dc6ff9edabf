// SPDX-License-Identifier: Apache-2.0
// Goes to days of the schedule in a large clinic and in a small one, in turn: asks the service, lets the presenter draw
// it, shows it and waits until the display has painted it. Prints the nanoseconds of each, the large clinic first, a pair
// to a line.
//   plumbline-schedule-days FOLDER VISITS APPOINTMENTS SEED
#include "app/gui/kit/ScheduleView.hpp"
#include "app/gui/kit/Theme.hpp"
#include "app/presenters/ScheduleDrawing.hpp"
#include "tests/bench/Goals.hpp"
#include "tests/support/Samples.hpp"

#include <fmt/format.h>

#include <wx/app.h>
#include <wx/frame.h>

#include <gdk/gdk.h>

#include <memory>
#include <string>

namespace plumbline::bench {
namespace {

using namespace app;

constexpr int days = 5;
constexpr int words_of_command = 5;
constexpr Plan plan{.pairs = 500, .warm_ups = 2 * days};

ScheduleSheet sheet_of(BigClinic& clinic, Date day)
{
    Context const context{clinic.clinic().actor(), &clinic.clock(), &clinic.ids()};
    return testing::must(clinic.database().read(
        [&](Records const& records) { return schedule_sheet(records, context, {.from = day, .to = day}); }));
}

/// From the question until the display has done it.
double open_day(BigClinic& clinic, kit::ScheduleView& view, Date day)
{
    return nanoseconds_of([&] {
        view.show(drawn(sheet_of(clinic, day), {}, {.now = at(day, Minutes{657})}), "Day");
        view.Update();
        gdk_display_sync(gdk_display_get_default());
    });
}

class Days final : public wxApp {
public:
    bool OnInit() override
    {
        if (argc != words_of_command)
            return false;
        Wishes wishes;
        wishes.data = argv[1].utf8_string();
        wishes.clinic.visits = std::stoi(argv[2].utf8_string());
        wishes.appointments = std::stoi(argv[3].utf8_string());
        wishes.clinic.seed = std::stoull(argv[4].utf8_string());
        large_ = std::make_unique<BigClinic>(wishes.data, large_diary(wishes));
        small_ = std::make_unique<BigClinic>(wishes.data, small_diary(wishes));

        kit::use_appearance(kit::Appearance::Light);
        auto* const frame = new wxFrame{nullptr, wxID_ANY, "Days", wxDefaultPosition, wxSize{1440, 900}};
        auto* const view = new kit::ScheduleView{frame};
        frame->Show();
        CallAfter([=, this] {
            measure(*view);
            frame->Destroy();
        });
        return true;
    }

private:
    void measure(kit::ScheduleView& view)
    {
        auto const in = [&](BigClinic& clinic) {
            return [&](std::size_t pair) {
                // Somewhere else first, so that the day is never the one that is shown already.
                view.show({}, "Nothing");
                return open_day(clinic, view, plus_days(diary_monday, static_cast<int>(pair % days)));
            };
        };
        Pairs const pairs = interleaved(plan, in(*large_), in(*small_));
        for (std::size_t i = 0; i < pairs.product.size(); ++i)
            fmt::print("{:.0f} {:.0f}\n", pairs.product[i], pairs.baseline[i]);
    }

    std::unique_ptr<BigClinic> large_, small_;
};

} // namespace
} // namespace plumbline::bench

using plumbline::bench::Days;
wxIMPLEMENT_APP(Days);
