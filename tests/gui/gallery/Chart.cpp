// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/gallery/Sample.hpp"
#include "tests/gui/gallery/Samples.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/ChartView.hpp"
#include "app/gui/kit/Choices.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"

#include <wx/sizer.h>

namespace plumbline::gallery {
namespace {
using namespace app::kit;

Date day(int month, int of_month)
{
    return Date{std::chrono::year{2026}, std::chrono::month{static_cast<unsigned>(month)},
        std::chrono::day{static_cast<unsigned>(of_month)}};
}

reports::Chart oswestry()
{
    reports::Chart chart;
    chart.title = "Oswestry disability";
    chart.unit = "%";
    chart.axis = {0, 60, 20};
    chart.band = reports::Band{0, 36, "important change"};
    chart.series = {{"Oswestry", {{day(10, 19), 46}, {day(11, 2), 42}, {day(11, 12), 36}, {day(11, 23), 28}}}};
    return chart;
}

reports::Chart pain()
{
    reports::Chart chart;
    chart.title = "Pain, now";
    chart.unit = "of 10";
    chart.axis = {0, 10, 5};
    chart.band = reports::Band{0, 5, "important change"};
    reports::Series series{"Pain",
        {{day(10, 19), 7}, {day(10, 26), 7}, {day(11, 2), 6}, {day(11, 9), 6}, {day(11, 16), 5}, {day(11, 19), 5},
            {day(11, 23), 4}}};
    series.mark = reports::Mark::Square;
    series.dash = 3;
    chart.series = {series};
    return chart;
}

wxWindow* header(wxWindow* parent)
{
    auto* const area = new Area{parent, Ground::Card};
    auto const gap = area->FromDIP(step::xl);
    auto* const who = new wxBoxSizer{wxVERTICAL};
    who->Add(new TextLine{area, "Lindqvist, Maja", Meaning::Text, Size::Title, Weight::Bold});
    who->Add(
        new TextLine{area, L"47 y \u00b7 12 Mar 1979 \u00b7 001482 \u00b7 left-sided sciatica, L5 \u00b7 since 3 Aug",
            Meaning::Muted, Size::Caption});
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(who, wxSizerFlags{}.CenterVertical().Border(wxLEFT | wxRIGHT, area->FromDIP(step::l)));
    row->Add(new Figure{area, "6 of 12", "visits authorized"}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, gap));
    row->Add(new Figure{area, "19 days", "certification left"}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, gap));
    row->Add(new Figure{area, "in 2 visits", "progress report due", Meaning::Due},
        wxSizerFlags{}.CenterVertical().Border(wxRIGHT, gap));
    row->Add(
        new Chip{area, Meaning::Stop,
            Runs{Run{"Precautions  "}, Run{"pacemaker", Meaning::Stop, Weight::Bold}, Run{L" \u00b7 anticoagulant"}}},
        wxSizerFlags{}.CenterVertical());
    row->AddStretchSpacer();
    row->Add(new PrimaryButton{area, "Visit note", "Alt 1", [] {}},
        wxSizerFlags{}.CenterVertical().Border(wxRIGHT, area->FromDIP(step::l)));
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(row, wxSizerFlags{1}.Expand().Border(wxTOP | wxBOTTOM, area->FromDIP(step::s)));
    all->Add(new Hairline{area}, wxSizerFlags{}.Expand());
    area->SetSizer(all);
    return area;
}

Card* outcomes(wxWindow* parent)
{
    auto* const card = new Card{parent, "Outcomes"};
    card->set_trailing({Run{"shaded: important change reached", Meaning::Muted, Weight::Bold, Size::Caption}});
    auto* const content = card->content();
    card->add_padded(
        new TextLine{content, Runs{Run{"Oswestry disability  "}, Run{L"46 \u2192 28 %", Meaning::Text, Weight::Bold}}});
    card->add_padded(new ChartView{content, oswestry()});
    card->add_padded(new TextLine{content, Runs{Run{"Pain, now  "}, Run{L"7 \u2192 4", Meaning::Text, Weight::Bold}}});
    card->add_padded(new ChartView{content, pain()});
    content->GetSizer()->AddSpacer(content->FromDIP(step::m));
    card->add(new CardSection{content, "Findings that changed"});
    auto* const list = new HairlineList{content, "Findings that changed",
        {{"Measure", 0, 5}, {"19 Oct", 0, 2, Align::Right}, {"now", 0, 2, Align::Right}, {"Change", 0, 3}}};
    list->set_rows({{{"Lumbar flexion", L"32\u00b0", L"48\u00b0", L"+16\u00b0"}},
        {{"SLR left", L"40\u00b0", L"55\u00b0", L"+15\u00b0"}}, {{"L5 strength left", L"4\u2212", "4+", "better"}}});
    card->add(list, 1);
    return card;
}

Card* table(wxWindow* parent, wxString const& caption, std::vector<ListColumn> columns, std::vector<ListRow> rows)
{
    auto* const card = new Card{parent, caption};
    auto* const list = new HairlineList{card->content(), caption, std::move(columns)};
    list->set_rows(std::move(rows));
    card->add(list, 1);
    return card;
}
} // namespace

app::kit::Page* chart_sample(wxWindow* parent)
{
    auto* const page = new Sample{parent, "Chart"};
    auto const gap = page->FromDIP(step::m);
    auto const fact = [](char const* name, wxString const& value) {
        return ListRow{{ListCell{name, Meaning::Muted, Weight::Regular, Size::Caption}, value}};
    };
    auto* const why = table(page, "Why this plan is hers", {{"", 72}, {"", 0, 1}},
        {fact("Cause", L"disc, L4\u20135, after lifting"), fact("Severity", "moderate, Oswestry 46 %"),
            fact("Work", "office, sits 7 h; heavy on Saturdays"), fact("Wants", "exercise over hands-on"),
            fact("Health", "pacemaker, anticoagulant"), fact("Mind", "fear of bending (FABQ 17)")});
    auto* const visits = table(page, "Visits", {{"", 92}, {"", 0, 2}, {"", 0, 1, Align::Right}},
        {{{"23 Nov", "visit 7", ListCell{"draft", Meaning::Due}}}, {{"19 Nov", L"visit 6 \u00b7 38 min", "signed"}},
            {{"16 Nov", L"visit 5 \u00b7 41 min", "signed"}}, {{"12 Nov", L"visit 4 \u00b7 40 min", "signed"}}});
    visits->set_trailing({Run{L"2 \u00d7 week", Meaning::Muted, Weight::Bold, Size::Caption}});
    auto* const goals = table(page, "Goals", {{"", 0, 1}, {"", 0, 1, Align::Right}},
        {{{"Sit one hour", ListCell{"met 20 Nov", Meaning::Reached}}}, {{L"Oswestry \u2264 20 %", "28 %, in progress"}},
            {{L"Lift 10 kg \u00d7 10", "6 kg, in progress"}}});
    auto* const map = new Card{page, "Pain map: first, today"};
    map->add_padded(new Paragraph{map->content(),
        "body outline with both shadings, leg pain withdrawn from calf to buttock", Meaning::Muted, Size::Caption});

    auto* const middle = new wxBoxSizer{wxVERTICAL};
    middle->Add(why, wxSizerFlags{6}.Expand().Border(wxBOTTOM, gap));
    middle->Add(visits, wxSizerFlags{5}.Expand());
    auto* const right = new wxBoxSizer{wxVERTICAL};
    right->Add(goals, wxSizerFlags{6}.Expand().Border(wxBOTTOM, gap));
    right->Add(map, wxSizerFlags{5}.Expand());
    auto* const columns = new wxBoxSizer{wxHORIZONTAL};
    columns->Add(outcomes(page), wxSizerFlags{5}.Expand().Border(wxRIGHT, gap));
    columns->Add(middle, wxSizerFlags{4}.Expand().Border(wxRIGHT, gap));
    columns->Add(right, wxSizerFlags{4}.Expand());
    auto* const tabs = new SectionTabs{page, "Sections",
        {"Overview", "Evaluation", "Plan and goals", "Visits 7", "Home program", "Outcomes", "Documents 4", "Details"}};
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(header(page), wxSizerFlags{}.Expand());
    all->Add(tabs, wxSizerFlags{}.Border(wxLEFT | wxTOP | wxBOTTOM, gap));
    all->Add(columns, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    page->SetSizer(all);
    return page;
}

} // namespace plumbline::gallery
