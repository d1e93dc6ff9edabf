// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/RowEditor.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr int number_width = 64;
constexpr int response_width = 180;

wxSizer* captioned(wxWindow* parent, wxString const& caption, wxWindow* field, kit::Paragraph* below)
{
    auto* const column = new wxBoxSizer{wxVERTICAL};
    column->Add(new kit::TextLine{parent, caption, Meaning::Muted, kit::Size::Caption});
    column->Add(field, 0, wxTOP, parent->FromDIP(2));
    if (below)
        column->Add(below, 0, wxEXPAND);
    return column;
}

} // namespace

RowEditor::RowEditor(wxWindow* parent, VisitNotePresenter& presenter)
    : kit::Area{parent, kit::Ground::Card}
    , presenter_{presenter}
{
    Hide();
}

void RowEditor::draw()
{
    auto const& editor = presenter_.state().dose;
    if (!editor) {
        if (row_) {
            row_.reset();
            Hide();
            GetParent()->Layout();
        }
        return;
    }
    if (row_ != editor->row)
        build(*editor);
    for (std::size_t i = 0; i < lines_.size() && i < editor->fields.size(); ++i) {
        DoseField const& field = editor->fields[i];
        bool const refused = !field.complaint.empty();
        lines_[i].below->set(wide(refused ? field.complaint : field.range), refused ? Meaning::Stop : Meaning::Muted);
    }
    Layout();
}

void RowEditor::build(DoseEditor const& editor)
{
    row_ = editor.row;
    lines_.clear();
    DestroyChildren();
    auto* const fields = new wxWrapSizer{wxHORIZONTAL};
    for (DoseField const& field : editor.fields)
        add_field(*fields, field);
    add_row_fields(*fields, presenter_.state().rows.at(editor.row));
    auto* const buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->Add(new kit::PlainButton{this, "Keep row", [this] { keep(); }, "Enter"});
    buttons->Add(
        new kit::PlainButton{this, "Leave as it was", [this] { leave(); }, "Esc"}, 0, wxLEFT, FromDIP(step::s));
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(new kit::TextLine{this, wide(editor.title), Meaning::Text, kit::Size::Base, kit::Weight::Bold}, 0, wxALL,
        FromDIP(step::s));
    all->Add(fields, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::s));
    all->Add(buttons, 0, wxALL, FromDIP(step::s));
    SetSizer(all);
    Show();
    GetParent()->Layout();
}

void RowEditor::add_field(wxSizer& row, DoseField const& field)
{
    Line line{field.key, nullptr, nullptr, nullptr};
    wxString caption = wide(field.label);
    if (!field.unit.empty())
        caption += ", " + wide(field.unit);
    wxWindow* window = nullptr;
    if (field.choices.empty()) {
        line.text =
            new wxTextCtrl{this, wxID_ANY, wide(field.text), wxDefaultPosition, FromDIP(wxSize{number_width, -1})};
        line.text->Bind(wxEVT_TEXT, [this, text = line.text, key = field.key](wxCommandEvent&) {
            presenter_.type_dose(key, kit::utf8(text->GetValue()));
        });
        window = line.text;
    } else {
        line.choice = new wxChoice{this, wxID_ANY};
        line.choice->Append(wide("–"));
        for (std::string const& choice : field.choices)
            line.choice->Append(wide(choice));
        line.choice->SetStringSelection(field.text.empty() ? wide("–") : wide(field.text));
        line.choice->Bind(wxEVT_CHOICE, [this, choice = line.choice, key = field.key](wxCommandEvent&) {
            presenter_.type_dose(
                key, choice->GetSelection() == 0 ? std::string{} : kit::utf8(choice->GetStringSelection()));
        });
        window = line.choice;
    }
    kit::a11y::name(window, caption);
    kit::a11y::describe(window, wide(field.range));
    watch_keys(window);
    line.below = new kit::Paragraph{this, wide(field.range), Meaning::Muted, kit::Size::Caption};
    row.Add(captioned(this, caption, window, line.below), 0, wxRIGHT | wxBOTTOM, FromDIP(step::m));
    lines_.push_back(line);
}

void RowEditor::add_row_fields(wxSizer& row, FlowsheetRow const& of)
{
    auto const add = [&](wxString const& caption, std::string const& text, int width) {
        auto* const field = new wxTextCtrl{this, wxID_ANY, wide(text), wxDefaultPosition, FromDIP(wxSize{width, -1})};
        kit::a11y::name(field, caption);
        watch_keys(field);
        row.Add(captioned(this, caption, field, nullptr), 0, wxRIGHT | wxBOTTOM, FromDIP(step::m));
        return field;
    };
    minutes_ = add("Minutes", of.minutes, number_width);
    code_ = add("Code", of.code, number_width);
    response_ = add("Response", of.response, response_width);
}

void RowEditor::watch_keys(wxWindow* window)
{
    window->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER)
            return keep();
        if (event.GetKeyCode() == WXK_ESCAPE)
            return leave();
        event.Skip();
    });
}

void RowEditor::start(wxString const& typed)
{
    for (Line const& line : lines_)
        if (line.text) {
            line.text->SetFocus();
            if (typed.empty())
                line.text->SelectAll();
            else
                line.text->SetValue(typed);
            line.text->SetInsertionPointEnd();
            return;
        }
    start_minutes(typed);
}

void RowEditor::start_minutes(wxString const& typed)
{
    if (!minutes_)
        return;
    minutes_->SetFocus();
    if (typed.empty())
        minutes_->SelectAll();
    else
        minutes_->SetValue(typed);
    minutes_->SetInsertionPointEnd();
}

void RowEditor::keep()
{
    if (!row_)
        return;
    std::size_t const row = *row_;
    std::string const minutes = kit::utf8(minutes_->GetValue());
    std::string const code = kit::utf8(code_->GetValue());
    std::string const response = kit::utf8(response_->GetValue());
    FlowsheetRow const before = presenter_.state().rows.at(row);
    presenter_.accept_dose();
    if (presenter_.state().dose)
        return; // A refusal stands beside its field.
    if (minutes != before.minutes)
        presenter_.type_minutes(row, minutes);
    if (code != before.code)
        presenter_.choose_code(row, code);
    if (response != before.response)
        presenter_.type_response(row, response);
    if (done)
        done();
}

void RowEditor::leave()
{
    presenter_.cancel_dose();
    if (done)
        done();
}

} // namespace plumbline::app::gui
