// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/VisitsPanel.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/sizer.h>

#include <algorithm>

namespace plumbline::app::gui {

using kit::ListCell;
using kit::ListRow;
using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

wxString pain_words(VisitNote const& note)
{
    if (!note.pain_now)
        return {};
    return note.pain_worst ? wxString::Format("%d, worst %d", note.pain_now->points(), note.pain_worst->points())
                           : wxString::Format("%d", note.pain_now->points());
}

wxString done_words(Visit const& visit)
{
    wxString words;
    for (Intervention const& row : visit.details().interventions)
        if (row.details().state == RowState::Confirmed)
            words += (words.empty() ? "" : ", ") + wide(row.details().name);
    return words;
}

std::string signature(Chart const& chart, UserId id)
{
    auto const user = std::ranges::find(chart.users, id, &User::id);
    return user == chart.users.end() ? std::string{} : user->name_with_credentials();
}

ListCell state_of(Visit const& visit, bool broken)
{
    if (broken)
        return {"seal broken", Meaning::Stop, kit::Weight::Bold};
    if (!visit.seal())
        return {"draft", Meaning::Due};
    return visit.details().late_entry ? "signed late" : "signed";
}

void fill_with(wxWindow* panel, kit::Card* card, kit::HairlineList* list)
{
    card->add(list, 1);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(card, 1, wxEXPAND | wxALL, panel->FromDIP(step::m));
    panel->SetSizer(all);
}

} // namespace

VisitsPanel::VisitsPanel(wxWindow* parent, std::function<void(VisitId)> open)
    : kit::Area{parent}
    , open_{std::move(open)}
{
    auto* const card = new kit::Card{this, "Visits of this episode"};
    list_ = new kit::HairlineList{card->content(), "Visits",
        {{"No", 36, 1, kit::Align::Right}, {"Day", 100}, {"Pain", 92}, {"Said", 0, 3}, {"Done", 0, 4},
            {"Min", 44, 1, kit::Align::Right}, {"By", 0, 2}, {"Note", 92}},
        kit::ListUse::Activate};
    list_->set_empty_text("No visits yet. Alt+1 charts the first one.");
    list_->on_activate([this](std::size_t index) { open_(ids_.at(index)); });
    fill_with(this, card, list_);
}

void VisitsPanel::draw(Chart const& chart, std::vector<VisitId> const& broken_seals)
{
    std::vector<ListRow> rows;
    ids_.clear();
    for (std::size_t i = chart.visits.size(); i-- > 0;) {
        Visit const& visit = chart.visits[i];
        ids_.push_back(visit.id());
        rows.push_back({{wxString::Format("%zu", i + 1), wide(to_words(visit.on())), pain_words(visit.details().note),
            wide(visit.details().note.subjective), ListCell{done_words(visit), Meaning::Muted},
            wxString::Format("%d", visit.total_minutes()), wide(signature(chart, visit.details().provider)),
            state_of(visit, std::ranges::find(broken_seals, visit.id()) != broken_seals.end())}});
    }
    list_->set_rows(std::move(rows));
}

DocumentsPanel::DocumentsPanel(
    wxWindow* parent, std::function<void(DocumentId)> open, std::function<void()> make_report)
    : kit::Area{parent}
    , open_{std::move(open)}
{
    auto* const card = new kit::Card{this, "Documents"};
    card->set_caption_control(new kit::PlainButton{card, "Progress report", std::move(make_report), "Ctrl+P"});
    list_ = new kit::HairlineList{card->content(), "Documents",
        {{"Day", 110}, {"Document", 0, 3}, {"By", 0, 2}, {"Pages", 60, 1, kit::Align::Right}, {"Fingerprint", 0, 2}},
        kit::ListUse::Activate};
    list_->set_empty_text("Nothing produced yet.");
    list_->on_activate([this](std::size_t index) { open_(ids_.at(index)); });
    fill_with(this, card, list_);
}

void DocumentsPanel::draw(Chart const& chart)
{
    std::vector<ListRow> rows;
    ids_.clear();
    for (StoredDocument const& document : chart.documents) {
        ids_.push_back(document.id);
        rows.push_back({{wide(to_words(document.dated)), wide(document.title), wide(signature(chart, document.author)),
            wxString::Format("%d", document.pages), ListCell{wide(document.sha256.substr(0, 16)), Meaning::Muted}}});
    }
    list_->set_rows(std::move(rows));
}

} // namespace plumbline::app::gui
