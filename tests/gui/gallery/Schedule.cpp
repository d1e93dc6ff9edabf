// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/gallery/Sample.hpp"
#include "tests/gui/gallery/Samples.hpp"

#include "app/gui/kit/ScheduleView.hpp"
#include "app/gui/kit/StatusSign.hpp"

#include <wx/sizer.h>

namespace plumbline::gallery {
namespace {
using namespace app;

constexpr Date monday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

constexpr DaySpan from_to(int from, int to)
{
    return {Minutes{from}, Minutes{to}};
}

struct Line {
    std::size_t column;
    int from, to;
    char const *title, *words;
    BlockFill fill;
    AppointmentStatus status;
};

using enum AppointmentStatus;

constexpr Line lines[]{
    {0, 510, 567, "Okafor, Ada", "evaluation · done · signed ✓", BlockFill::Evaluation, Done},
    {0, 570, 597, "Bauer, Tom", "visit 4 of 10 · done, unsigned ✎", BlockFill::Visit, Done},
    {0, 630, 672, "Lindqvist, Maja", "visit 7 of 12 · in treatment since 10:31", BlockFill::Visit, InTreatment},
    {0, 675, 702, "Tran, Văn", "visit 2 of 8 · arrived 10:54", BlockFill::Visit, Arrived},
    {0, 780, 807, "Group: core stability", "4 of 6 places", BlockFill::Group, Booked},
    {0, 840, 867, "Meyer, Lena", "re-evaluation · report due ⚑", BlockFill::ReEvaluation, Confirmed},
    {1, 540, 567, "Novak, Petr", "no-show", BlockFill::Visit, NoShow},
    {1, 600, 627, "Silva, Rui", "visit 11 of 12 ⚑ last but one", BlockFill::Visit, Done},
    {1, 690, 717, "New: Grant, Joy", "evaluation · referral seen ✓", BlockFill::Evaluation, Booked},
    {1, 810, 837, "Ito, Ken", "visit 5 of 8", BlockFill::Visit, Booked},
    {1, 820, 860, "Osei, Kofi", "visit 5 of 8", BlockFill::Visit, Booked},
    {2, 480, 507, "Adams, Lee", "visit 3 of 6 · co-sign ✎", BlockFill::Visit, Done},
    {2, 540, 567, "Haddad, Nour", "visit 9 of 12", BlockFill::Visit, Done},
    {2, 660, 687, "Ng, Wei", "visit 1 of 8 · arrived 10:48", BlockFill::Visit, Arrived},
    {2, 765, 792, "Rossi, Carla", "visit 8 of 8 ⚑ authorization ends", BlockFill::Visit, Booked},
    {3, 600, 627, "Silva, Rui", "", BlockFill::Resource, Done},
    {3, 652, 672, "Lindqvist, Maja", "", BlockFill::Resource, InTreatment},
};

DrawnSheet drawn()
{
    DrawnSheet sheet;
    sheet.columns = {{1, monday, "Dana Reyes, PT", "9 booked · 82 % of hours", {from_to(480, 720), from_to(780, 1080)}},
        {2, monday, "Jon Malik, PT", "7 booked · 64 %", {from_to(540, 750), from_to(780, 1080)}},
        {3, monday, "Priya Nair, PTA", "8 booked · 75 %", {from_to(480, 720), from_to(750, 1080)}},
        {4, monday, "Traction table", "3 booked", {}, true}};
    std::int64_t id = 0;
    for (Line const& line : lines) {
        SheetBlock block;
        block.id = ++id;
        block.column = line.column;
        block.time = from_to(line.from, line.to);
        block.title = line.title;
        block.words = line.words;
        block.spoken = block.title + ", " + block.words;
        block.fill = line.fill;
        block.status = line.status;
        block.card = {"Authorized: 7 of 12 used", "Certified until 12 Dec 2026", "Last visit 19 Nov 2026"};
        sheet.blocks.push_back(std::move(block));
    }
    sheet.gaps = {{90, 1, from_to(630, 672), "Free 10:30",
        "canceled. Who fits: 1 Hanna Weiss (ASAP) · 2 Ali Demir · 3 Zoë Park", "Free 10:30"}};
    sheet.today = monday;
    sheet.now = Minutes{657};
    return sheet;
}
} // namespace

kit::Page* schedule_sample(wxWindow* parent)
{
    auto* const page = new Sample{parent, "Schedule"};
    auto* const view = new kit::ScheduleView{page};
    view->show(drawn(), "Schedule, Monday 23 November");
    auto* const legend = new kit::ScheduleLegend{page};
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(view, wxSizerFlags{1}.Expand());
    row->Add(legend, wxSizerFlags{}.Border(wxALL, page->FromDIP(kit::step::m)));
    page->SetSizer(row);
    return page;
}

} // namespace plumbline::gallery
