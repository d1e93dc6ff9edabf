// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/ScheduleSide.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/StatusSign.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/presenters/Sentences.hpp"
#include "app/presenters/WorklistLinks.hpp"

#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

/// The name, and below it what there is to say, broken between its parts where the list is too narrow.
template <class Line>
kit::ListRow with_details(kit::HairlineList const& list, Line const& line)
{
    constexpr auto dot = L" · ";
    int const room = list.GetClientSize().x - 2 * list.FromDIP(kit::step::m);
    std::vector<wxString> lines;
    wxString rest = wide(line.words);
    while (!rest.empty()) {
        wxString after, part = rest.BeforeFirst(L'·', &after).Trim();
        wxString const longer = lines.empty() ? part : lines.back() + dot + part;
        int width = 0;
        list.GetTextExtent(longer, &width, nullptr, nullptr, nullptr, &kit::caption_font());
        if (lines.empty() || width > room)
            lines.push_back(part);
        else
            lines.back() = longer;
        rest = after.Trim(false);
    }
    auto const caption = [](wxString const& words) -> kit::Runs {
        return {{words, Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}};
    };
    kit::ListRow row{{kit::ListCell{wide(line.name)}}};
    if (!lines.empty())
        row.second_line = caption(lines.front());
    for (std::size_t at = 1; at < lines.size(); ++at)
        row.further_lines.push_back(caption(lines[at]));
    return row;
}

kit::Runs count_of(std::size_t count)
{
    return {{wxString::Format("%zu", count), Meaning::Text, kit::Weight::Bold}};
}

} // namespace

ScheduleSide::ScheduleSide(wxWindow* parent, PatientFinder& finder, Heard heard)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL}
    , finder_{finder}
    , heard_{std::move(heard)}
{
    SetScrollRate(0, FromDIP(step::l));
    kit::a11y::only_holds(this);
    SetSizer(new wxBoxSizer{wxVERTICAL});
    waiting_card_ = card("Waiting room", waiting_, "Waiting room", "Nobody waits.");
    pinned_card_ = card("Pinboard", pinned_, "Pinboard", "Drop visits here.");
    make_finder();
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
    make_lists();
}

void ScheduleSide::make_finder()
{
    auto* const made = new kit::Card{this, "Patients"};
    find_ = new wxTextCtrl{made->content(), wxID_ANY};
    find_->SetHint("name, birth date, phone");
    kit::a11y::name(find_, "Find a patient to book");
    patients_ = new kit::HairlineList{made->content(), "Patients to book", {{{}, 0, 1}}, kit::ListUse::Activate};
    made->add_padded(find_);
    made->add(patients_);
    GetSizer()->Add(made, 0, wxEXPAND | wxBOTTOM, FromDIP(step::m));
    find_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { finder_.type(kit::utf8(find_->GetValue())); });
    find_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_DOWN && patients_->row_count() > 0)
            patients_->SetFocus();
        else if ((event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER) && finder_.is_searching())
            finder_.take_first();
        else
            event.Skip();
    });
    patients_->on_activate([this](std::size_t index) { book_patient(index); });
    patients_->on_drag([this](std::size_t index) {
        if (index >= finder_.rows().size())
            return;
        PatientChoice const one = finder_.rows()[index];
        heard_.carried(one);
        heard_.pulled({one.id.value(), shown_.names == Names::Hidden ? std::string{} : one.name, Brought{}.length});
    });
    taken_ = finder_.taken.connect([this](PatientChoice const& one) { CallAfter([this, one] { book(one); }); });
    found_ = finder_.changed.connect([this] { draw_patients(); });
    draw_patients();
}

void ScheduleSide::make_lists()
{
    if (!heard_.worklist)
        return;
    auto* const made = new kit::Card{this, "To call"};
    auto* const links = new wxBoxSizer{wxVERTICAL};
    for (WorklistLink const& link : people_to_call())
        links->Add(new kit::LinkButton{made->content(), wide(link.words),
                       [this, which = link.code] { heard_.worklist(which); }},
            0, wxALIGN_LEFT);
    made->add_padded(links);
    GetSizer()->Add(made, 0, wxEXPAND | wxBOTTOM, FromDIP(step::m));
}

void ScheduleSide::book_patient(std::size_t index)
{
    if (index >= finder_.rows().size())
        return;
    PatientChoice const one = finder_.rows()[index];
    finder_.type({});
    book(one);
}

void ScheduleSide::book(PatientChoice const& patient)
{
    find_->ChangeValue({});
    heard_.book(patient);
}

void ScheduleSide::draw_patients()
{
    std::vector<kit::ListRow> rows;
    for (PatientChoice const& one : finder_.rows()) {
        kit::ListRow row{{kit::ListCell{wide(shown_name(one.name, shown_.names))}}};
        std::string const about = shown_.names == Names::Hidden || one.born.empty()
            ? one.record_number
            : one.born + " · " + one.record_number;
        row.second_line = {{wide(about), Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}};
        rows.push_back(std::move(row));
    }
    patients_->set_empty_text(finder_.is_searching() ? "Nobody fits." : "Type, then pull onto the day.");
    patients_->set_rows(std::move(rows));
    FitInside();
    Layout();
}

void ScheduleSide::find_patient()
{
    find_->SetFocus();
    find_->SelectAll();
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
    bool const other_names = state.names != shown_.names;
    shown_ = state;
    if (other_names && state.names == Names::Hidden) {
        find_->ChangeValue({}); // What was typed here is a name.
        finder_.type({});
    }
    if (other_names)
        draw_patients();
    if (same)
        return;
    std::vector<kit::ListRow> rows;
    for (WaitingLine const& line : state.waiting)
        rows.push_back({{kit::ListCell{wide(line.name)}, kit::ListCell{wide(line.words)}}});
    waiting_card_->set_trailing(count_of(rows.size()));
    waiting_->set_rows(std::move(rows));
    std::vector<kit::ListRow> held;
    for (PinnedVisit const& line : state.pinned)
        held.push_back(with_details(*pinned_, line));
    pinned_->set_rows(std::move(held));
    std::vector<kit::ListRow> wait;
    for (WaitlistLine const& line : state.waitlist)
        wait.push_back(with_details(*waitlist_, line));
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
