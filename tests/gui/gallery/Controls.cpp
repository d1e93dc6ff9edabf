// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/gallery/Sample.hpp"
#include "tests/gui/gallery/Samples.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Choices.hpp"
#include "app/gui/kit/DataList.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/PagePainter.hpp"
#include "app/gui/kit/Strips.hpp"
#include "reports/document/Chart.hpp"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dcclient.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace plumbline::gallery {
namespace {
using namespace app::kit;

constexpr Date day{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

Card* marks(wxWindow* parent)
{
    auto* const card = new Card{parent, "Marks"};
    auto* const content = card->content();
    card->set_keys({{"Space", "confirm"}, {L"0\u20139", "dose"}, {"/", "add"}, {"C", "clock"}, {"H", "home"}});
    auto* const dots = new wxBoxSizer{wxHORIZONTAL};
    for (auto const& [meaning, text] : {std::pair{Meaning::Reached, "done"}, std::pair{Meaning::Due, "in treatment"},
             std::pair{Meaning::Info, "arrived"}, std::pair{Meaning::Stop, "no-show"},
             std::pair{Meaning::Idle, "booked"}})
        dots->Add(new StatusDot{content, meaning, text}, wxSizerFlags{}.Border(wxRIGHT, content->FromDIP(step::l)));
    card->add_padded(dots);
    auto* const chips = new wxBoxSizer{wxHORIZONTAL};
    chips->Add(
        new Chip{content, Meaning::Stop, Runs{Run{"Precautions  "}, Run{"pacemaker", Meaning::Stop, Weight::Bold}}},
        wxSizerFlags{}.Border(wxRIGHT, content->FromDIP(step::s)));
    chips->Add(new Chip{content, Meaning::Due, Runs{Run{"certification ends in 6 days"}}},
        wxSizerFlags{}.Border(wxRIGHT, content->FromDIP(step::s)));
    chips->Add(new Chip{content, Meaning::Text, Runs{Run{"week 9"}}},
        wxSizerFlags{}.Border(wxRIGHT, content->FromDIP(step::s)));
    chips->Add(new Badge{content, "14"}, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, content->FromDIP(step::s)));
    chips->Add(new KeyCap{content, "Ctrl K"}, wxSizerFlags{}.CenterVertical());
    card->add_padded(chips);
    for (auto const& [meaning, text] : {std::pair{Meaning::Text, "Text"}, std::pair{Meaning::Muted, "Muted"},
             std::pair{Meaning::Accent, "Accent"}, std::pair{Meaning::Stop, "Stop"}, std::pair{Meaning::Due, "Due"},
             std::pair{Meaning::Reached, "Reached"}, std::pair{Meaning::Info, "Info"}})
        card->add_padded(new TextLine{content, text, meaning});
    return card;
}

Card* buttons(wxWindow* parent)
{
    auto* const card = new Card{parent, "Buttons and choices"};
    auto* const content = card->content();
    auto const gap = content->FromDIP(step::s);
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(new PrimaryButton{content, "Sign and next", L"Ctrl \u21b5", [] {}}, wxSizerFlags{}.Border(wxRIGHT, gap));
    auto* const off = new PrimaryButton{content, "Sign", "", [] {}};
    off->Disable();
    row->Add(off, wxSizerFlags{}.Border(wxRIGHT, gap));
    row->Add(new PlainButton{content, "Print day sheet", [] {}}, wxSizerFlags{}.Border(wxRIGHT, gap));
    row->Add(new PlainButton{content, "Today", [] {}, "T"}, wxSizerFlags{}.Border(wxRIGHT, gap));
    row->Add(new SignButton{content, L"\u2039", "Day before", [] {}}, wxSizerFlags{}.Border(wxRIGHT, gap));
    row->Add(new SignButton{content, L"\u203a", "Day after", [] {}}, wxSizerFlags{}.Border(wxRIGHT, gap));
    row->Add(new LinkButton{content, "Choose another", [] {}}, wxSizerFlags{}.CenterVertical());
    card->add_padded(row);
    auto* const better = new SegmentedChoice{content, "Since last visit", {"Better", "Same", "Worse"}};
    better->choose(0);
    auto* const choices = new wxBoxSizer{wxHORIZONTAL};
    choices->Add(better, wxSizerFlags{}.Border(wxRIGHT, gap));
    choices->Add(new SegmentedChoice{content, "View", {"Day", "Week", "Month", "List"}});
    card->add_padded(choices);
    auto* const banner = new Banner{content};
    card->add_padded(banner);
    banner->say(Meaning::Due, "Somebody else changed this visit while it was open.",
        {{"Show both", "", [] {}}, {"Keep mine", "", [] {}}});
    content->GetSizer()->AddSpacer(gap);
    return card;
}

class Paper : public Control {
public:
    explicit Paper(wxWindow* parent)
        : Control{parent, Reach::Looks}
    {
        app::kit::a11y::name(this, "Page 1 of 1");
    }

private:
    void paint(Brush& brush, wxRect const& area) override
    {
        reports::Page page;
        auto const size = reports::extent(reports::PageSize::Letter);
        page.width = size.width;
        page.height = size.height;
        auto const& colors = reports::paper_palette;
        page.ops.push_back(reports::TextRun{{54, 72}, reports::Face::Bold, 16, colors.ink, "Progress report"});
        page.ops.push_back(reports::Line{{54, 80}, {558, 80}, {colors.hairline, 0.75, 0}});
        page.ops.push_back(reports::TextRun{{54, 100}, reports::Face::Regular, 10, colors.ink,
            "Lindqvist, Maja, born 12 Mar 1979, record 001482. Straight-leg raise 40\u00b0 \u2192 55\u00b0 \u2713"});
        reports::Chart chart;
        chart.axis = {0, 60, 20};
        chart.band = reports::Band{0, 36, "important change"};
        chart.series = {{"Oswestry", {{plus_days(day, -35), 46}, {plus_days(day, -21), 42}, {day, 28}}}};
        for (reports::Op const& op : reports::draw(chart, 300, reports::paper_metrics()))
            page.ops.push_back(reports::moved(op, 54, 130));
        app::kit::paint(brush.context(), page, area.height / page.height);
    }
    [[nodiscard]] wxSize wanted() const override { return FromDIP(wxSize{612, 792}); }
};

DataRow patient(std::size_t number)
{
    static char const* const family[] = {"Lindqvist", "Okafor", "Tran", "Bauer", "Novak", "Meyer", "Cohen", "Park"};
    static char const* const given[] = {"Maja", "Ada", "Lena", "Tom", "Petr", "Rui", "Avi"};
    return {{wxString::Format("%s, %s", family[number % 8], given[number % 7]), Meaning::Text, Weight::Bold},
        {wxString::Format("%06zu", 1000 + number)},
        {wxString::Format("%zu Mar %zu", number % 28 + 1, 1940 + number % 70)},
        {number % 5 == 0 ? "authorization ends" : "", Meaning::Due}, {wxString::Format("%zu", number % 13)}};
}
} // namespace

app::kit::Page* controls_sample(wxWindow* parent)
{
    auto* const page = new Sample{parent, "Controls"};
    auto const gap = page->FromDIP(step::m);
    auto* const all = new wxBoxSizer{wxHORIZONTAL};
    all->Add(marks(page), wxSizerFlags{1}.Expand().Border(wxALL, gap));
    all->Add(buttons(page), wxSizerFlags{1}.Top().Border(wxTOP | wxRIGHT | wxBOTTOM, gap));
    page->SetSizer(all);
    return page;
}

app::kit::Page* form_sample(wxWindow* parent)
{
    auto* const page = new Sample{parent, "Form"};
    auto* const card = new Card{page, "New patient"};
    auto* const form = new Form{card->content(), Form::Columns::Two};
    form->text("Family name", "patient.family_name")->ChangeValue("Lindqvist");
    form->text("Given name", "patient.given_name");
    form->date("Birth date", "patient.birth_date", day, app::DateLeaning::Past)->text()->ChangeValue("31 Feb 1979");
    form->choice("Sex", "patient.sex", {"Female", "Male", "Other"})->SetSelection(0);
    form->text("Telephone", "patient.telephone");
    form->number("Height", "patient.height", "cm")->set_number(172);
    form->section("Emergency contact");
    form->text("Name", "contact.name");
    form->password("Password", "user.password");
    form->multiline("Remark", "patient.remark")->ChangeValue("Comes by bus, so never before nine.");
    form->check("May be called at work", "patient.call_at_work")->SetValue(true);
    form->note("A record number is given when the patient is kept.");
    card->add_padded(form);
    auto* const buttons = new ButtonRow{card->content()};
    buttons->left("Check for duplicates", [] {});
    buttons->plain(
        "Cancel", [] {}, "Esc");
    buttons->primary(
        "Keep patient",
        [form] {
            Faults faults;
            faults.add("patient.given_name", "A given name is missing.");
            faults.add("patient.birth_date", "31 February 1979 is no day of the calendar.");
            faults.add("patient", "Somebody of this name was registered a minute ago.");
            form->show(faults.refusal());
        },
        L"Ctrl \u21b5");
    card->add_padded(buttons);
    card->content()->GetSizer()->AddSpacer(page->FromDIP(step::m));
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(card, wxSizerFlags{}.Expand().Border(wxALL, page->FromDIP(step::m)));
    page->SetSizer(all);
    return page;
}

app::kit::Page* list_sample(wxWindow* parent)
{
    auto* const page = new Sample{parent, "Patients"};
    auto* const card = new Card{page, "Patients"};
    auto* const list = new DataList{card->content(), "Patients",
        {{"name", "Name", 220, Align::Left, true}, {"record", "Record", 90}, {"born", "Born", 120, Align::Left, true},
            {"matters", "What matters", 220, Align::Left, false, true}, {"visits", "Visits", 70, Align::Right}}};
    list->on_need([list](std::size_t first, std::size_t count) {
        std::vector<DataRow> rows;
        for (std::size_t row = first; row < first + count; ++row)
            rows.push_back(patient(row));
        list->put(first, std::move(rows));
    });
    list->reset(20000);
    list->set_current(2);
    card->add(list, 1);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(card, wxSizerFlags{1}.Expand().Border(wxALL, page->FromDIP(step::m)));
    page->SetSizer(all);
    return page;
}

app::kit::Page* paper_sample(wxWindow* parent)
{
    auto* const page = new Sample{parent, "Paper"};
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(new Paper{page}, wxSizerFlags{1}.Center().Border(wxALL, page->FromDIP(step::m)));
    page->SetSizer(all);
    return page;
}

} // namespace plumbline::gallery
