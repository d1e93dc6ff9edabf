// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/ChartHeadPanel.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/sizer.h>

#include <algorithm>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {
constexpr int least_facts = 240;
constexpr int least_precautions = 180;

/// Takes up to this much from the window's width and lowers what is over.
void shorten(wxWindow& window, int least, int& over)
{
    int const wanted = window.GetBestSize().x;
    int const given = std::clamp(wanted - std::max(over, 0), std::min(window.FromDIP(least), wanted), wanted);
    window.SetMinSize({given, -1});
    over -= wanted - given;
}

/// Leaves the row when something is still over.
void give_way(wxWindow& window, int margin, int& over)
{
    if (over <= 0 || !window.IsShown())
        return;
    over -= window.GetBestSize().x + window.FromDIP(margin);
    window.Hide();
}

} // namespace

ChartHeadPanel::ChartHeadPanel(wxWindow* parent, std::function<void()> visit_note, std::function<void()> book)
    : kit::Area{parent, kit::Ground::Card}
{
    name_ = new kit::TextLine{this, {}, Meaning::Text, kit::Size::Title, kit::Weight::Bold};
    facts_ = new kit::TextLine{this, {}, Meaning::Muted, kit::Size::Caption};
    auto* const who = new wxBoxSizer{wxVERTICAL};
    who->Add(name_, 0, wxEXPAND);
    who->Add(facts_, 0, wxEXPAND | wxTOP, FromDIP(2));
    figures_row_ = new wxBoxSizer{wxHORIZONTAL};
    precautions_ = new kit::Chip{this, Meaning::Stop, {}};
    units_ = new kit::Figure{this, {}, {}, Meaning::Text, kit::Align::Right};
    book_ = new kit::PlainButton{this, "Book", std::move(book)};
    kit::a11y::name(book_, "Book a visit");
    book_->SetToolTip("Book a visit (Ctrl+Alt+B)");
    action_ = new kit::PrimaryButton{this, "Visit note", "Alt+1", std::move(visit_note)};
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(who, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::xl));
    row->Add(figures_row_, 0, wxALIGN_CENTER_VERTICAL);
    row->Add(precautions_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::l));
    row->AddStretchSpacer(1);
    row->Add(units_, 0, wxALIGN_CENTER_VERTICAL);
    row->Add(book_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::s));
    row->Add(action_, 0, wxALIGN_CENTER_VERTICAL);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(row, 1, wxEXPAND | wxALL, FromDIP(step::m));
    all->Add(new kit::Hairline{this}, 0, wxEXPAND);
    SetSizer(all);
    units_->Hide();
    precautions_->Hide();
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit_row();
        event.Skip();
    });
}

/// What does not fit gives way, and is all in the tooltips: first what is known of the patient is cut short, then goes
/// the button that the menu and a key replace, then the clocks that are not due, the last first. Precautions come last.
void ChartHeadPanel::fit_row()
{
    book_->Show(action_->IsShown());
    for (std::size_t i = 0; i < figures_.size(); ++i)
        figures_[i]->Show(i < shown_.size());
    facts_->SetMinSize(wxDefaultSize);
    precautions_->SetMinSize(wxDefaultSize);
    int over = GetSizer()->CalcMin().x - GetClientSize().x;
    shorten(*facts_, std::max(least_facts, ToDIP(name_->GetBestSize().x)), over);
    give_way(*book_, step::s, over);
    for (std::size_t i = shown_.size(); i-- > 0;)
        if (!shown_[i].due)
            give_way(*figures_[i], step::xl, over);
    if (precautions_->IsShown())
        shorten(*precautions_, least_precautions, over);
}

void ChartHeadPanel::draw(HeaderLine const& line, wxString const& action)
{
    name_->set({{wide(line.name), Meaning::Text, kit::Weight::Bold, kit::Size::Title}});
    facts_->set({{wide(line.facts), Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
    wxString known = wide(line.facts);
    for (auto const& figure : line.figures)
        known += "\n" + wide(figure.value) + ' ' + wide(figure.caption);
    facts_->SetToolTip(known);
    shown_ = line.figures;
    while (figures_.size() < line.figures.size()) {
        figures_.push_back(new kit::Figure{this, {}, {}});
        figures_row_->Add(figures_.back(), 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::xl));
    }
    for (std::size_t i = 0; i < shown_.size(); ++i)
        figures_[i]->set(wide(shown_[i].value), wide(shown_[i].caption), shown_[i].due ? Meaning::Due : Meaning::Text);
    kit::Runs runs{{"Precautions  ", Meaning::Stop}};
    for (std::size_t i = 0; i < line.precautions.size(); ++i) {
        if (i > 0)
            runs.push_back({wide(" · "), Meaning::Stop});
        runs.push_back({wide(line.precautions[i]), Meaning::Stop, i == 0 ? kit::Weight::Bold : kit::Weight::Regular});
    }
    wxString all;
    for (kit::Run const& run : runs)
        all += run.text;
    precautions_->set(Meaning::Stop, std::move(runs));
    precautions_->SetToolTip(all);
    precautions_->Show(!line.precautions.empty());
    action_->relabel(action, "Alt+1");
    fit_row();
    Layout();
}

void ChartHeadPanel::show_units(std::string const& units, std::string const& detail)
{
    units_->set(wide(units), wide(detail), Meaning::Text);
    units_->Show(!units.empty());
    action_->Show(units.empty());
    fit_row();
    Layout();
}

} // namespace plumbline::app::gui
