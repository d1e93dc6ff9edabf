// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/PatientsPage.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/DataList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/presenters/Sentences.hpp"

#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

PatientsPage::PatientsPage(wxWindow* parent, PatientListPresenter& presenter, Ways const& ways)
    : kit::Area{parent}
    , presenter_{presenter}
    , ways_{ways}
{
    build();
    redraw_ = presenter_.changed.connect([this] { draw(); });
    opened_ =
        presenter_.opened.connect([this](PatientRow const& row) { ways_.open_patient(row.id, row.name.listed()); });
    draw();
}

void PatientsPage::build()
{
    auto* const head = new wxBoxSizer{wxHORIZONTAL};
    head->Add(new kit::TextLine{this, "Patients", Meaning::Text, kit::Size::Title, kit::Weight::Bold}, 0,
        wxALIGN_CENTER_VERTICAL);
    search_ = new wxTextCtrl{this, wxID_ANY};
    search_->SetHint("Name, birth date, phone or record number");
    kit::a11y::name(search_, "Find a patient by name, birth date, phone or record number");
    head->Add(search_, 1, wxALIGN_CENTER_VERTICAL | wxLEFT | wxRIGHT, FromDIP(step::xl));
    head->Add(new kit::PrimaryButton{this, "Add patient", "Ctrl+Shift+N", [this] { ways_.add_patient(); }}, 0,
        wxALIGN_CENTER_VERTICAL);

    auto* const card = new kit::Card{this, {}};
    list_ = new kit::DataList{card->content(), "Patients",
        {{"name", "Name", 260}, {"born", "Born", 130}, {"record", "Record", 110}, {"phone", "Phone", 150},
            {"precautions", "Precautions", 420}}};
    card->add(list_, 1);
    remark_ = new kit::TextLine{this, {}, Meaning::Muted, kit::Size::Caption};

    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(head, 0, wxEXPAND | wxALL, FromDIP(step::l));
    all->Add(card, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::l));
    all->Add(remark_, 0, wxEXPAND | wxALL, FromDIP(step::l));
    SetSizer(all);

    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { presenter_.type_search(kit::utf8(search_->GetValue())); });
    search_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        auto const& state = presenter_.state();
        std::size_t const at = state.selected.value_or(0);
        switch (event.GetKeyCode()) {
        case WXK_DOWN:
            return presenter_.select(at + 1);
        case WXK_UP:
            return presenter_.select(at > 0 ? at - 1 : 0);
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER:
            return presenter_.open_selected();
        case WXK_ESCAPE:
            return search_->SetValue({});
        default:
            event.Skip();
        }
    });
    list_->on_current([this](std::size_t row) { presenter_.select(row); });
    list_->on_activate([this](std::size_t row) { open(row); });
    list_->on_menu([this](std::size_t row, wxPoint at) { menu_at(row, at); });
    list_->on_need([this](std::size_t first, std::size_t count) {
        if (first + count >= presenter_.state().rows.size())
            presenter_.load_more();
    });
}

void PatientsPage::shown()
{
    presenter_.refresh();
    search_->SetFocus();
    search_->SelectAll();
}

void PatientsPage::show_names(Names names)
{
    names_ = names;
    fill(presenter_.state().rows);
    draw();
}

void PatientsPage::fill(std::vector<PatientRow> const& patients)
{
    std::vector<kit::DataRow> rows;
    for (PatientRow const& row : patients) {
        wxString const name = wide(shown_name(row.name, names_));
        rows.push_back({{name, Meaning::Text, kit::Weight::Bold},
            {names_ == Names::Hidden ? wide("•••") : wide(to_words(row.birth_date))}, {wide(row.record_number)},
            {names_ == Names::Hidden ? wxString{} : wide(row.phone)}, {wide(row.precautions), Meaning::Stop}});
    }
    drawn_ = patients;
    list_->reset(rows.size());
    list_->put(0, std::move(rows));
}

void PatientsPage::draw()
{
    PatientListState const& state = presenter_.state();
    if (state.rows != drawn_)
        fill(state.rows);
    if (state.selected && list_->current() != state.selected)
        list_->set_current(*state.selected);
    wxString remark = wxString::Format("%zu shown", state.rows.size());
    if (state.more)
        remark += ", more as you scroll or type";
    if (state.rows.empty())
        remark = state.search.empty()
            ? "No patients yet. Add the first one, or import your list from File > Import patients."
            : "No one found. Try fewer letters, a birth date such as 3/14/1979, or a record number.";
    if (state.complaint)
        remark = kit::translated(state.complaint->message);
    remark_->set(
        {{remark, state.complaint ? Meaning::Stop : Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
}

void PatientsPage::open(std::size_t row)
{
    auto const& rows = presenter_.state().rows;
    if (row < rows.size())
        ways_.open_patient(rows[row].id, rows[row].name.listed());
}

void PatientsPage::menu_at(std::size_t row, wxPoint at)
{
    auto const& rows = presenter_.state().rows;
    if (row >= rows.size())
        return;
    PatientRow const meant = rows[row];
    presenter_.select(row);
    wxMenu menu;
    int const chart = menu.Append(wxID_ANY, "Open chart")->GetId();
    int const visit = menu.Append(wxID_ANY, "Book a visit\tCtrl+Alt+B")->GetId();
    int const chosen = list_->GetPopupMenuSelectionFromUser(menu, at);
    if (chosen == chart)
        open(row);
    else if (chosen == visit)
        ways_.book({meant.id, meant.name.listed(), to_words(meant.birth_date), meant.record_number});
}

} // namespace plumbline::app::gui
