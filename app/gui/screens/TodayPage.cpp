// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/TodayPage.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Choices.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/DecisionCard.hpp"
#include "app/presenters/Sentences.hpp"

#include <wx/menu.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>

namespace plumbline::app::gui {

using kit::ListCell;
using kit::ListRow;
using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr int longest_wait_shown = 120; // Longer is a status someone forgot to change.

Meaning meaning(AppointmentStatus status)
{
    switch (status) {
    case AppointmentStatus::Done:
        return Meaning::Reached;
    case AppointmentStatus::InTreatment:
        return Meaning::Due;
    case AppointmentStatus::Arrived:
        return Meaning::Info;
    case AppointmentStatus::NoShow:
    case AppointmentStatus::Cancelled:
        return Meaning::Stop;
    case AppointmentStatus::Booked:
    case AppointmentStatus::Confirmed:
        break;
    }
    return Meaning::Idle;
}

wxString visit_words(DayRow const& row)
{
    if (row.type == AppointmentType::Evaluation)
        return "evaluation";
    if (row.visit_number == 0)
        return {};
    return row.visits_authorized ? wxString::Format("%d of %d", row.visit_number, *row.visits_authorized)
                                 : wxString::Format("visit %d", row.visit_number);
}

kit::Runs matters(DayRow const& row)
{
    // Precautions first: what a narrow column cuts off is the rest.
    kit::Runs runs;
    if (!row.alert.empty())
        runs.push_back({wide(row.alert), Meaning::Stop});
    if (!row.alert.empty() && !row.matters.empty())
        runs.push_back({wide(" · "), Meaning::Muted});
    if (!row.matters.empty())
        runs.push_back({wide(row.matters), row.due ? Meaning::Due : Meaning::Text});
    return runs;
}

wxString status_words(DayRow const& row)
{
    wxString words = wide(label(row.status)).Lower();
    bool const waits = row.status == AppointmentStatus::Arrived || row.status == AppointmentStatus::InTreatment;
    if (waits && row.waiting_minutes > 0 && row.waiting_minutes < longest_wait_shown)
        words += wxString::Format(" %d min", row.waiting_minutes);
    return words;
}

ListCell note_cell(DayRow const& row)
{
    switch (row.note) {
    case DayRow::Note::Signed:
        return {wide("signed ✓"), Meaning::Muted};
    case DayRow::Note::Draft:
        return {wide("draft ✎"), row.status == AppointmentStatus::Done ? Meaning::Due : Meaning::Text};
    case DayRow::Note::None:
        break;
    }
    return {};
}

} // namespace

TodayPage::TodayPage(wxWindow* parent, TodayPresenter& presenter, Ways const& ways)
    : kit::Area{parent}
    , presenter_{presenter}
    , ways_{ways}
{
    build();
    redraw_ = presenter_.changed.connect([this] { draw(); });
    draw();
}

void TodayPage::build()
{
    auto* const head = new wxBoxSizer{wxHORIZONTAL};
    title_ = new kit::TextLine{this, "Today", Meaning::Text, kit::Size::Title, kit::Weight::Bold};
    subtitle_ = new kit::TextLine{this, {}, Meaning::Muted, kit::Size::Caption};
    scope_ = new kit::SegmentedChoice{this, "Whose day", {"My day", "Whole clinic"}};
    scope_->on_choose([this](std::size_t index) { presenter_.choose_scope(index == 0 ? Scope::Mine : Scope::Clinic); });
    next_ = new kit::PrimaryButton{this, "Open next note", "Alt+1", [this] { open_next(); }};
    head->Add(title_, 0, wxALIGN_CENTER_VERTICAL);
    head->Add(subtitle_, 1, wxALIGN_CENTER_VERTICAL | wxLEFT, FromDIP(step::m));
    head->Add(scope_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::m));
    head->Add(next_, 0, wxALIGN_CENTER_VERTICAL);

    auto* const day_card = new kit::Card{this, "My day"};
    day_ = new kit::HairlineList{day_card->content(), "Appointments of the day",
        {{"Time", 52}, {"Patient", 0, 5}, {"Visit", 72}, {"What matters", 0, 7}, {"Status", 164}, {"Note", 72}},
        kit::ListUse::Activate};
    day_->set_empty_text("No appointments today. Book one from a patient's chart or the schedule.");
    day_->on_activate([this](std::size_t index) { open_row(index); });
    day_->on_menu([this](std::size_t index, wxPoint at) { row_menu(index, at); });
    day_card->add(day_, 1);

    auto* const side_sizer = new wxBoxSizer{wxVERTICAL};
    side_ = new wxScrolledWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL};
    side_->SetScrollRate(0, FromDIP(step::l));
    side_->SetSizer(side_sizer);
    kit::a11y::only_holds(side_);
    decision_card_ = new DecisionCard{side_,
        {[this](DecisionRow const& row) { ways_.see_facts(row.patient, row.name.listed(), row.episode); },
            [this](DecisionRow const& row) { ways_.progress_report(row.patient, row.episode); },
            [this](DecisionRow const& row) { ways_.put_off(row.patient, row.episode); }}};
    sign_card_ = new kit::Card{side_, "To sign"};
    to_sign_ = new kit::HairlineList{sign_card_->content(), "Notes to sign",
        {{"", 0, 4}, {"", 0, 3}, {"", 0, 3, kit::Align::Right}}, kit::ListUse::Activate};
    to_sign_->set_empty_text("Every note is signed.");
    to_sign_->on_activate([this](std::size_t index) {
        auto const& row = presenter_.state().board.to_sign.at(index);
        ways_.open_note(row.patient, row.name.listed(), row.visit);
    });
    sign_card_->add(to_sign_);
    due_card_ = new kit::Card{side_, "Coming due"};
    due_ = new kit::HairlineList{
        due_card_->content(), "Coming due", {{""}, {""}, {"", 108, 1, kit::Align::Right}}, kit::ListUse::Activate};
    due_->set_empty_text("Nothing comes due in the next two weeks.");
    due_->on_activate([this](std::size_t index) {
        auto const& row = presenter_.state().board.due.at(index);
        ways_.open_patient(row.patient, row.name.listed());
    });
    due_card_->add(due_);
    for (kit::Card* const card : std::initializer_list<kit::Card*>{decision_card_, sign_card_, due_card_})
        side_sizer->Add(card, 0, wxEXPAND | wxBOTTOM, FromDIP(step::m));

    auto* const body = new wxBoxSizer{wxHORIZONTAL};
    body->Add(day_card, 2, wxEXPAND | wxRIGHT, FromDIP(step::m));
    body->Add(side_, 1, wxEXPAND);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(head, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(step::l));
    all->AddSpacer(FromDIP(step::m));
    all->Add(body, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::l));
    SetSizer(all);
}

void TodayPage::shown()
{
    presenter_.refresh();
    day_->SetFocus();
}

void TodayPage::show_names(Names names)
{
    names_ = names;
    draw();
}

wxString TodayPage::shown_name(PersonName const& name) const
{
    return wide(app::shown_name(name, names_));
}

void TodayPage::draw()
{
    TodayState const& state = presenter_.state();
    title_->set({{wide(state.loaded ? state.title : "Today"), Meaning::Text, kit::Weight::Bold, kit::Size::Title}});
    wxString const below = state.complaint ? kit::translated(state.complaint->message)
                                           : wide(names_ == Names::Hidden ? "" : state.subtitle);
    subtitle_->set(
        {{below, state.complaint ? Meaning::Stop : Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
    scope_->choose(state.scope == Scope::Mine ? 0 : 1);
    next_->Enable(state.next.has_value());
    draw_day(state.board);
    draw_decisions(state.board);
    draw_rest(state.board);
    side_->FitInside();
    Layout();
}

void TodayPage::draw_day(TodayBoard const& board)
{
    std::vector<ListRow> rows;
    for (DayRow const& row : board.rows) {
        bool const over = row.note == DayRow::Note::Signed || row.status == AppointmentStatus::Cancelled;
        rows.push_back(
            {{wide(to_clock(row.start)), {shown_name(row.name), Meaning::Text, kit::Weight::Bold}, visit_words(row),
                 ListCell{matters(row)}, ListCell::with_dot(meaning(row.status), status_words(row)), note_cell(row)},
                over                                               ? kit::RowLook::Faint
                    : row.status == AppointmentStatus::InTreatment ? kit::RowLook::Tinted
                                                                   : kit::RowLook::Plain});
    }
    day_->set_rows(std::move(rows));
}

void TodayPage::draw_decisions(TodayBoard const& board)
{
    decision_card_->Show(!board.decisions.empty());
    decision_card_->draw(board.decisions, names_);
}

void TodayPage::draw_rest(TodayBoard const& board)
{
    std::vector<ListRow> to_sign;
    for (ToSignRow const& row : board.to_sign) {
        wxString const when = day_of(row.start) == board.day
            ? wide("today " + to_clock(row.start))
            : wide(weekday_name(day_of(row.start)).substr(0, 3) + ' ' + to_short_words(day_of(row.start)));
        to_sign.push_back({{shown_name(row.name), {when, Meaning::Muted, kit::Weight::Regular, kit::Size::Caption},
            row.missing.empty() ? ListCell{"ready"} : ListCell{wide(row.missing), Meaning::Due}}});
    }
    sign_card_->set_trailing({{wxString::Format("%zu", to_sign.size()), Meaning::Text, kit::Weight::Bold}});
    to_sign_->set_rows(std::move(to_sign));
    std::vector<ListRow> due;
    for (DueRow const& row : board.due)
        due.push_back(
            {{shown_name(row.name), wide(row.what), {wide(row.when), row.urgent ? Meaning::Due : Meaning::Text}}});
    due_->set_rows(std::move(due));
}

void TodayPage::open_row(std::size_t index)
{
    DayRow const& row = presenter_.state().board.rows.at(index);
    if (row.visit)
        ways_.open_note(row.patient, row.name.listed(), *row.visit);
    else if (row.episode)
        ways_.chart_visit(row.patient, row.name.listed(), *row.episode, row.appointment);
    else
        ways_.open_patient(row.patient, row.name.listed());
}

void TodayPage::open_next()
{
    auto const& next = presenter_.state().next;
    if (!next)
        return;
    auto const& rows = presenter_.state().board.rows;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].appointment == next->appointment)
            return open_row(i);
}

void TodayPage::row_menu(std::size_t index, wxPoint at)
{
    DayRow const row = presenter_.state().board.rows.at(index);
    wxMenu menu;
    auto const offer = [&](AppointmentStatus status) {
        auto* const item = menu.Append(wxID_ANY, wide(label(status)));
        item->Enable(status != row.status);
        menu.Bind(
            wxEVT_MENU, [this, row, status](wxCommandEvent&) { presenter_.set_status(row.appointment, status); },
            item->GetId());
    };
    for (auto const status : {AppointmentStatus::Arrived, AppointmentStatus::InTreatment, AppointmentStatus::Done,
             AppointmentStatus::NoShow})
        offer(status);
    menu.AppendSeparator();
    auto* const open = menu.Append(wxID_ANY, "Open chart");
    menu.Bind(
        wxEVT_MENU, [this, row](wxCommandEvent&) { ways_.open_patient(row.patient, row.name.listed()); },
        open->GetId());
    day_->PopupMenu(&menu, at);
}

} // namespace plumbline::app::gui
