// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/ScheduleSide.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/StatusSign.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/sizer.h>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

template <class Line>
kit::ListRow two_lines(Line const& line)
{
    kit::ListRow row{{kit::ListCell{wide(line.name)}}};
    row.second_line = {{wide(line.words), Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}};
    return row;
}

kit::Runs count_of(std::size_t count)
{
    return {{wxString::Format("%zu", count), Meaning::Text, kit::Weight::Bold}};
}

} // namespace

ScheduleSide::ScheduleSide(wxWindow* parent, Heard heard)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL}
    , heard_{std::move(heard)}
{
    SetScrollRate(0, FromDIP(step::l));
    kit::a11y::only_holds(this);
    SetSizer(new wxBoxSizer{wxVERTICAL});
    waiting_card_ = card("Waiting room", waiting_, "Waiting room", "Nobody waits.");
    pinned_card_ = card("Pinboard", pinned_, "Pinboard", "Drop visits here.");
    waitlist_card_ = card("Waitlist", waitlist_, "Waitlist", "Nobody waits for a place.");
    waiting_->on_activate([this](std::size_t index) { heard_.show(shown_.waiting.at(index).appointment); });
    pinned_->on_activate([this](std::size_t index) { heard_.pinned(index); });
    pinned_->on_menu([this](std::size_t index, wxPoint at) { heard_.pinned_menu(index, at); });
    pinned_->on_drag([this](std::size_t index) {
        PinnedVisit const& one = shown_.pinned.at(index);
        heard_.pulled({one.id.value(), one.name, one.length, one.fill});
    });
    waitlist_->on_activate([this](std::size_t index) { heard_.waitlisted(index); });
    waitlist_->on_menu([this](std::size_t index, wxPoint at) { heard_.waitlist_menu(index, at); });
    waitlist_->on_drag([this](std::size_t index) {
        WaitlistLine const& one = shown_.waitlist.at(index);
        heard_.pulled({one.id.value(), one.name, one.length, BlockFill::Visit});
    });
    auto* const add =
        new kit::LinkButton{waitlist_card_->content(), "Add to the waitlist", [this] { heard_.add_to_waitlist(); }};
    waitlist_card_->add_padded(add);
    GetSizer()->Add(new kit::ScheduleLegend{this}, 0, wxEXPAND | wxALL, FromDIP(step::s));
}

kit::Card* ScheduleSide::card(
    wxString const& caption, kit::HairlineList*& list, wxString const& name, wxString const& empty)
{
    auto* const made = new kit::Card{this, caption};
    std::vector<kit::ListColumn> columns{{{}, 0, 4}};
    if (&list == &waiting_)
        columns.push_back({{}, 0, 2, kit::Align::Right});
    list = new kit::HairlineList{made->content(), name, std::move(columns), kit::ListUse::Activate};
    list->set_empty_text(empty);
    made->add(list);
    GetSizer()->Add(made, 0, wxEXPAND | wxBOTTOM, FromDIP(step::m));
    return made;
}

void ScheduleSide::draw(ScheduleState const& state)
{
    bool const same = state.waiting == shown_.waiting && state.pinned == shown_.pinned
        && state.waitlist == shown_.waitlist && shown_.loaded;
    shown_ = state;
    if (same)
        return;
    std::vector<kit::ListRow> rows;
    for (WaitingLine const& line : state.waiting)
        rows.push_back({{kit::ListCell{wide(line.name)}, kit::ListCell{wide(line.words)}}});
    waiting_card_->set_trailing(count_of(rows.size()));
    waiting_->set_rows(std::move(rows));
    std::vector<kit::ListRow> held;
    for (PinnedVisit const& line : state.pinned)
        held.push_back(two_lines(line));
    pinned_->set_rows(std::move(held));
    std::vector<kit::ListRow> wait;
    for (WaitlistLine const& line : state.waitlist)
        wait.push_back(two_lines(line));
    waitlist_card_->set_trailing(count_of(wait.size()));
    waitlist_->set_rows(std::move(wait));
    FitInside();
    Layout();
}

bool ScheduleSide::pinboard_at(wxPoint screen) const
{
    return pinned_card_->GetScreenRect().Contains(screen);
}

} // namespace plumbline::app::gui
