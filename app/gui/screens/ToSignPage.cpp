// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/ToSignPage.hpp"

#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/presenters/Sentences.hpp"

#include <wx/sizer.h>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

ToSignPage::ToSignPage(wxWindow* parent, TodayPresenter& presenter, Ways const& ways)
    : kit::Area{parent}
    , presenter_{presenter}
{
    auto* const card = new kit::Card{this, "Notes without a signature"};
    list_ = new kit::HairlineList{card->content(), "Notes to sign",
        {{"Patient", 0, 3}, {"Visit", 0, 2}, {"Still missing", 0, 4}}, kit::ListUse::Activate};
    list_->set_empty_text("Every note is signed.");
    list_->on_activate([this, &ways](std::size_t index) {
        ToSignRow const& row = presenter_.state().board.to_sign.at(index);
        ways.open_note(row.patient, row.name.listed(), row.visit);
    });
    card->add(list_, 1);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(new kit::TextLine{this, "To sign", Meaning::Text, kit::Size::Title, kit::Weight::Bold}, 0, wxALL,
        FromDIP(step::l));
    all->Add(card, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::l));
    SetSizer(all);
    redraw_ = presenter_.changed.connect([this] { draw(); });
    draw();
}

void ToSignPage::shown()
{
    presenter_.refresh();
    list_->SetFocus();
}

void ToSignPage::show_names(Names names)
{
    names_ = names;
    draw();
}

void ToSignPage::draw()
{
    std::vector<kit::ListRow> rows;
    for (ToSignRow const& row : presenter_.state().board.to_sign)
        rows.push_back({{{wide(shown_name(row.name, names_)), Meaning::Text, kit::Weight::Bold},
            wide(to_words(day_of(row.start)) + ", " + to_clock(row.start)),
            row.missing.empty() ? kit::ListCell{"ready"} : kit::ListCell{wide(row.missing), Meaning::Due}}});
    list_->set_rows(std::move(rows));
}

} // namespace plumbline::app::gui
