// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/gallery/Sample.hpp"
#include "tests/gui/gallery/Samples.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"

#include <wx/sizer.h>

namespace plumbline::gallery {
namespace {
using namespace app::kit;

Card* my_day(wxWindow* parent)
{
    auto* const card = new Card{parent, "My day"};
    auto* const list = new HairlineList{card->content(), "My day",
        {{"Time", 48}, {"Patient", 158}, {"Visit", 84}, {"What matters", 0, 1}, {"Status", 168}, {"Note", 64}},
        ListUse::Activate};
    auto const bold = [](char const* name) { return ListCell{wxString::FromUTF8(name), Meaning::Text, Weight::Bold}; };
    std::vector<ListRow> rows;
    rows.push_back({{"08:30", bold("Okafor, Ada"), "evaluation", "low back, acute, lifting",
                        ListCell::with_dot(Meaning::Reached, "done"), L"signed \u2713"},
        RowLook::Faint});
    rows.push_back({{"09:30", bold("Bauer, Tom"), "4 of 10", "stenosis, walking 400 m",
        ListCell::with_dot(Meaning::Reached, "done"), ListCell{L"draft \u270e", Meaning::Due}}});
    rows.push_back({{"10:30", bold("Lindqvist, Maja"), "7 of 12",
                        ListCell{Runs{Run{L"sciatica L5 \u00b7 "}, Run{"pacemaker", Meaning::Stop}}},
                        ListCell::with_dot(Meaning::Due, "in treatment 26 min"), L"draft \u270e"},
        RowLook::Tinted});
    rows.push_back({{"11:15", bold("Tran, V\xc4\x83n"), "2 of 8", "post-fusion week 9",
        ListCell::with_dot(Meaning::Info, "arrived 3 min")}});
    rows.push_back(
        {{"13:00", bold("Group: core stability"), "", "4 of 6 places", ListCell::with_dot(Meaning::Idle, "booked")}});
    rows.push_back({{"14:00", bold("Meyer, Lena"), "10 of 12", ListCell{"progress report due today", Meaning::Due},
        ListCell::with_dot(Meaning::Idle, "booked")}});
    rows.push_back({{"14:45", bold("Cohen, Avi"), "1 of 6", "referral not yet seen",
        ListCell::with_dot(Meaning::Idle, "booked")}});
    rows.push_back({{"15:30", bold("Park, Soo-ah"), "5 of 10", "pregnancy, 24 weeks",
        ListCell::with_dot(Meaning::Idle, "booked")}});
    list->set_rows(std::move(rows));
    list->set_current(2);
    card->add(list, 1);
    return card;
}

Card* decision(wxWindow* parent)
{
    auto* const card = new Card{parent, "Needs a decision", CardTone::Stop};
    card->set_trailing({Run{"1", Meaning::Text, Weight::Bold}});
    auto* const content = card->content();
    card->add_padded(new TextLine{
        content, Runs{Run{"Novak, Petr", Meaning::Text, Weight::Bold}, Run{L" \u00b7 no improvement at week 7"}}});
    auto* const facts = new Paragraph{content,
        L"pain 7 \u2192 7, Oswestry 52 \u2192 48 %, 9 visits with exercise. "
        L"Rule: surgical opinion after 6\u20138 weeks.",
        Meaning::Muted, Size::Caption};
    content->GetSizer()->Add(facts, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, content->FromDIP(step::m)));
    auto* const buttons = new wxBoxSizer{wxHORIZONTAL};
    for (wxString const& label :
        {wxString{"See the facts"}, wxString{"Draft referral letter"}, wxString{L"Not now, because\u2026"}})
        buttons->Add(new PlainButton{content, label, [] {}}, wxSizerFlags{}.Border(wxRIGHT, content->FromDIP(step::s)));
    card->add_padded(buttons);
    content->GetSizer()->AddSpacer(content->FromDIP(step::s));
    return card;
}

Card* to_sign(wxWindow* parent)
{
    auto* const card = new Card{parent, "To sign"};
    card->set_trailing({Run{"3", Meaning::Text, Weight::Bold}});
    auto* const list = new HairlineList{
        card->content(), "To sign", {{"", 0, 4}, {"", 0, 4}, {"", 0, 4, Align::Right}}, ListUse::Activate};
    auto const small = [](char const* text) { return ListCell{text, Meaning::Muted, Weight::Regular, Size::Caption}; };
    list->set_rows({{{"Bauer, Tom", small("today 09:30"), ListCell{"minutes missing", Meaning::Due}}},
        {{"Adams, Lee", small("co-sign, P. Nair"), "ready"}}, {{"Kim, Jae", small("Fri 20 Nov"), "ready"}}});
    card->add(list);
    return card;
}

Card* coming_due(wxWindow* parent)
{
    auto* const card = new Card{parent, "Coming due"};
    auto* const list = new HairlineList{
        card->content(), "Coming due", {{"", 0, 4}, {"", 0, 5}, {"", 0, 3, Align::Right}}, ListUse::Activate};
    list->set_rows({{{"Meyer, Lena", "progress report", ListCell{"today", Meaning::Due}}},
        {{"Silva, Rui", "authorization, 1 visit left", ListCell{"1", Meaning::Due}}},
        {{"Haddad, Nour", "recertification", "6 days"}}, {{"Lindqvist, Maja", "certification", "19 days"}}});
    card->add(list);
    return card;
}
} // namespace

app::kit::Page* today_sample(wxWindow* parent)
{
    auto* const page = new Sample{parent, "Today"};
    auto const gap = page->FromDIP(step::m);
    auto* const head = new wxBoxSizer{wxHORIZONTAL};
    head->Add(new TextLine{page, "Monday 23 November", Meaning::Text, Size::Title, Weight::Bold},
        wxSizerFlags{}.CenterVertical());
    head->Add(new TextLine{page, L"14 visits \u00b7 5 done \u00b7 next: Tran, V\u0103n, arrived 3 min ago",
                  Meaning::Muted, Size::Caption},
        wxSizerFlags{1}.CenterVertical().Border(wxLEFT, gap));
    head->Add(new PrimaryButton{page, "Open next note", "Alt 1", [] {}}, wxSizerFlags{}.CenterVertical());
    auto* const right = new wxBoxSizer{wxVERTICAL};
    right->Add(decision(page), wxSizerFlags{}.Expand().Border(wxBOTTOM, gap));
    right->Add(to_sign(page), wxSizerFlags{}.Expand().Border(wxBOTTOM, gap));
    right->Add(coming_due(page), wxSizerFlags{}.Expand().Border(wxBOTTOM, gap));
    right->Add(new TextLine{page, "Median note this week: 13 keys, 41 s, signed 1 min after the patient stood up.",
                   Meaning::Muted, Size::Caption},
        wxSizerFlags{}.Expand());
    auto* const columns = new wxBoxSizer{wxHORIZONTAL};
    columns->Add(my_day(page), wxSizerFlags{17}.Expand().Border(wxRIGHT, gap));
    columns->Add(right, wxSizerFlags{10}.Expand());
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(head, wxSizerFlags{}.Expand().Border(wxALL, gap));
    all->Add(columns, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    page->SetSizer(all);
    return page;
}

} // namespace plumbline::gallery
