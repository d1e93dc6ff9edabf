// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/DetailsSection.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/DetailsPanel.hpp"
#include "app/gui/screens/SetupDialogs.hpp"

#include <wx/sizer.h>

#include <utility>

namespace plumbline::app::gui {

using kit::ListCell;
using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

Meaning meaning_of(AuthorizationLine::Tone tone)
{
    switch (tone) {
    case AuthorizationLine::Tone::Due:
        return Meaning::Due;
    case AuthorizationLine::Tone::Stop:
        return Meaning::Stop;
    case AuthorizationLine::Tone::Muted:
        return Meaning::Muted;
    case AuthorizationLine::Tone::Plain:
        break;
    }
    return Meaning::Text;
}

} // namespace

DetailsSection::DetailsSection(wxWindow* parent, Desk& desk, std::function<void()> kept)
    : kit::Area{parent}
    , desk_{desk}
    , kept_{std::move(kept)}
{
    panel_ = new DetailsPanel{this, [this](PatientId) { kept_(); }};
    build_authorizations();
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(panel_, 1, wxEXPAND);
    all->Add(card_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::m));
    SetSizer(all);
}

void DetailsSection::build_authorizations()
{
    card_ = new kit::Card{this, "Authorizations and referrals"};
    change_ = new kit::PlainButton{card_, "Change", [this] {
                                       if (list_->current())
                                           change_authorization(*list_->current());
                                   }};
    add_ = new kit::PlainButton{card_, "Add", [this] { add_authorization(); }, "Ctrl+Alt+A"};
    card_->set_caption_control(change_);
    card_->set_caption_control(add_);
    list_ = new kit::HairlineList{card_->content(), "Authorizations and referrals",
        {{"Allowed by", 0, 5}, {"For", 0, 4}, {"Visits", 72}, {"Timed units", 92}, {"Last day", 100},
            {"Standing", 0, 4}},
        kit::ListUse::Activate};
    list_->set_empty_text("Nothing limits the visits: no payer's authorization and no referral.");
    list_->SetMinSize(FromDIP(wxSize{-1, 116}));
    list_->on_activate([this](std::size_t index) { change_authorization(index); });
    card_->add(list_, 1);
}

void DetailsSection::draw(std::shared_ptr<Chart const> const& chart)
{
    chart_ = chart;
    if (panel_->outdated(chart->patient))
        panel_->show(std::make_unique<PatientFormPresenter>(desk_, chart->patient));
    if (!authorizations_) {
        authorizations_.emplace(desk_, chart->patient.id());
        redraw_ = authorizations_->changed.connect([this] { draw_authorizations(); });
    }
    authorizations_->refresh();
}

void DetailsSection::draw_authorizations()
{
    AuthorizationsState const& state = authorizations_->state();
    std::vector<kit::ListRow> rows;
    for (AuthorizationLine const& line : state.lines) {
        Meaning const meaning = meaning_of(line.tone);
        ListCell const standing = meaning == Meaning::Due || meaning == Meaning::Stop
            ? ListCell::with_dot(meaning, wide(line.standing))
            : ListCell{wide(line.standing), meaning};
        rows.push_back({{wide(line.what), ListCell{wide(line.about), Meaning::Muted}, wide(line.visits),
                            wide(line.units), wide(line.ends), standing},
            line.tone == AuthorizationLine::Tone::Muted ? kit::RowLook::Faint : kit::RowLook::Plain});
    }
    list_->set_rows(std::move(rows));
    for (std::size_t index = 0; wanted_ && index < state.lines.size(); ++index)
        if (authorizations_->row(index)->authorization.id() == *wanted_) {
            list_->set_current(index);
            wanted_.reset();
        }
    wxString caption{"Authorizations and referrals"};
    if (std::string const said = state.complaint ? state.complaint->message.english() : state.count; !said.empty())
        caption += wide(" · ") + wide(said);
    card_->set_caption(caption);
    add_->Enable(state.may_change);
    change_->relabel(state.may_change ? "Change" : "See");
    change_->Enable(!state.lines.empty());
    Layout();
}

void DetailsSection::add_authorization()
{
    if (!chart_ || !permitted(desk_.actor().role, Action::EditPatients))
        return;
    if (auto const kept = edit_authorization(
            this, std::make_unique<AuthorizationFormPresenter>(desk_, chart_->patient, chart_->episodes)))
        authorization_kept(*kept);
}

void DetailsSection::change_authorization(std::size_t index)
{
    AuthorizationRow const* const row = authorizations_ ? authorizations_->row(index) : nullptr;
    if (!row)
        return;
    if (auto const kept = edit_authorization(this,
            std::make_unique<AuthorizationFormPresenter>(
                desk_, chart_->episodes, AuthorizationInUse{row->authorization, row->standing.used})))
        authorization_kept(*kept);
}

void DetailsSection::authorization_kept(AuthorizationId id)
{
    wanted_ = id;
    list_->SetFocus();
    kept_(); // The header says what is left; the chart then draws this section anew.
}

void DetailsSection::keep()
{
    panel_->keep();
}

void DetailsSection::undo()
{
    panel_->undo();
}

void DetailsSection::redo()
{
    panel_->redo();
}

bool DetailsSection::key(wxKeyEvent const& event)
{
    return panel_->key(event);
}

} // namespace plumbline::app::gui
