// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/RowEditor.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Finder.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <functional>

namespace plumbline::app::gui {

using kit::ListCell;
using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr int number_width = 64;
constexpr int code_width = 88;
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

kit::Paragraph* caption_below(wxWindow* parent)
{
    return new kit::Paragraph{parent, {}, Meaning::Muted, kit::Size::Caption};
}

void say_below(kit::Paragraph* below, std::string const& complaint, std::string const& otherwise)
{
    below->set(wide(complaint.empty() ? otherwise : complaint), complaint.empty() ? Meaning::Muted : Meaning::Stop);
}

template <class Values>
std::size_t place_of(Values const& values, auto value)
{
    return static_cast<std::size_t>(std::ranges::find(values, value) - values.begin());
}

template <class Values>
std::vector<wxString> words_of(Values const& values)
{
    std::vector<wxString> words;
    for (auto const value : values)
        words.push_back(kit::translated(label(value)));
    return words;
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
    for (std::size_t i = 0; i < lines_.size() && i < editor->fields.size(); ++i)
        say_below(lines_[i].below, editor->fields[i].complaint, editor->fields[i].range);
    draw_own(*editor);
    if (shown_remarks_ != editor->remarks)
        draw_remarks(*editor);
    Layout();
}

void RowEditor::draw_own(DoseEditor const& editor)
{
    say_below(below_minutes_, editor.minutes_complaint, editor.minutes_range);
    say_below(below_code_, editor.code_complaint, editor.code_meaning);
    say_below(below_response_, editor.response_complaint, {});
    if (wxString const minutes = wide(editor.own.minutes); minutes != minutes_->GetValue())
        minutes_->ChangeValue(minutes);
    bool const suggests = editor.suggested_minutes && std::to_string(*editor.suggested_minutes) != editor.own.minutes;
    if (suggests)
        suggestion_->relabel(wide("Take " + editor.suggestion));
    bool const moved = suggestion_->IsShown() != suggests || timed_->IsShown() != editor.asks_timed;
    suggestion_->Show(suggests);
    timed_column_->ShowItems(editor.asks_timed);
    if (moved)
        GetParent()->Layout();
}

void RowEditor::draw_remarks(DoseEditor const& editor)
{
    shown_remarks_ = editor.remarks;
    remarks_->Clear(true);
    for (auto const& remark : editor.remarks)
        remarks_->Add(new kit::Paragraph{this, wide(remark.text + " (" + remark.source + ")"),
                          remark.fault ? Meaning::Stop : Meaning::Due, kit::Size::Caption},
            0, wxEXPAND);
    GetParent()->Layout();
}

void RowEditor::build(DoseEditor const& editor)
{
    row_ = editor.row;
    lines_.clear();
    shown_remarks_.clear();
    DestroyChildren();
    auto* const fields = new wxWrapSizer{wxHORIZONTAL};
    for (DoseField const& field : editor.fields)
        add_field(*fields, field);
    add_minutes(*fields, editor);
    add_place(*fields, editor);
    add_code(*fields, editor);
    add_provider(*fields, editor);
    auto* const buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->Add(new kit::PlainButton{this, "Keep row", [this] { keep(); }, "Enter"});
    buttons->Add(
        new kit::PlainButton{this, "Leave as it was", [this] { leave(); }, "Esc"}, 0, wxLEFT, FromDIP(step::s));
    remarks_ = new wxBoxSizer{wxVERTICAL};
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(new kit::TextLine{this, wide(editor.title), Meaning::Text, kit::Size::Base, kit::Weight::Bold}, 0, wxALL,
        FromDIP(step::s));
    all->Add(fields, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::s));
    all->Add(remarks_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::s));
    all->Add(buttons, 0, wxALL, FromDIP(step::s));
    SetSizer(all);
    Show();
    GetParent()->Layout();
}

wxTextCtrl* RowEditor::text(wxString const& name, std::string const& content, int width, void (RowEditor::*typed)())
{
    auto* const field = new wxTextCtrl{this, wxID_ANY, wide(content), wxDefaultPosition, FromDIP(wxSize{width, -1})};
    kit::a11y::name(field, name);
    watch_keys(field);
    field->Bind(wxEVT_TEXT, [this, typed](wxCommandEvent&) { std::invoke(typed, this); });
    return field;
}

wxChoice* RowEditor::choice(wxString const& name, std::vector<wxString> const& words, std::size_t chosen)
{
    auto* const field = new wxChoice{this, wxID_ANY};
    for (wxString const& word : words)
        field->Append(word);
    field->SetSelection(static_cast<int>(chosen));
    kit::a11y::name(field, name);
    watch_keys(field);
    field->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { type_own(); });
    return field;
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
    line.below = caption_below(this);
    row.Add(captioned(this, caption, window, line.below), 0, wxRIGHT | wxBOTTOM, FromDIP(step::m));
    lines_.push_back(line);
}

void RowEditor::add_minutes(wxSizer& row, DoseEditor const& editor)
{
    minutes_ = text("Minutes", editor.own.minutes, number_width, &RowEditor::type_own);
    below_minutes_ = caption_below(this);
    auto* const column = captioned(this, "Minutes", minutes_, below_minutes_);
    suggestion_ = new kit::LinkButton{this, "Take the suggested minutes", [this] {
                                          presenter_.take_suggested_minutes();
                                          minutes_->SetFocus();
                                      }};
    suggestion_->Hide();
    column->Add(suggestion_);
    row.Add(column, 0, wxRIGHT | wxBOTTOM, FromDIP(step::m));
}

void RowEditor::add_place(wxSizer& row, DoseEditor const& editor)
{
    auto const add = [&](wxString const& name, wxWindow* field) {
        row.Add(captioned(this, name, field, nullptr), 0, wxRIGHT | wxBOTTOM, FromDIP(step::m));
    };
    region_ = choice("Region", words_of(all_regions()), place_of(all_regions(), editor.own.region));
    add("Region", region_);
    side_ = choice("Side", words_of(all_sides()), place_of(all_sides(), editor.own.side));
    add("Side", side_);
}

void RowEditor::add_code(wxSizer& row, DoseEditor const& editor)
{
    code_ = text("Code", editor.own.code, code_width, &RowEditor::type_own);
    below_code_ = caption_below(this);
    auto* const field = new wxBoxSizer{wxHORIZONTAL};
    field->Add(code_);
    field->Add(new kit::SignButton{this, wide("…"), "Find a code", [this] { find_code(); }});
    auto* const column = new wxBoxSizer{wxVERTICAL};
    column->Add(new kit::TextLine{this, "Code", Meaning::Muted, kit::Size::Caption});
    column->Add(field, 0, wxTOP, FromDIP(2));
    column->Add(below_code_, 0, wxEXPAND);
    row.Add(column, 0, wxRIGHT | wxBOTTOM, FromDIP(step::m));
    timed_ = choice("Timed", {"untimed", "timed"}, editor.own.timed ? 1 : 0);
    timed_column_ = captioned(this, "Counted as", timed_, nullptr);
    row.Add(timed_column_, 0, wxRIGHT | wxBOTTOM, FromDIP(step::m));
}

void RowEditor::add_provider(wxSizer& row, DoseEditor const& editor)
{
    providers_ = presenter_.providers();
    std::erase_if(
        providers_, [&](OpenNote::Provider const& one) { return !one.treats && one.id != editor.own.provider; });
    std::vector<wxString> names;
    for (OpenNote::Provider const& one : providers_)
        names.push_back(wide(one.name));
    auto const own = std::ranges::find(providers_, editor.own.provider, &OpenNote::Provider::id);
    provider_ = choice("Provider", names, static_cast<std::size_t>(own - providers_.begin()));
    row.Add(captioned(this, "Given by", provider_, nullptr), 0, wxRIGHT | wxBOTTOM, FromDIP(step::m));
    response_ = text("Response", editor.own.response, response_width, &RowEditor::type_own);
    below_response_ = caption_below(this);
    row.Add(captioned(this, "Response", response_, below_response_), 0, wxRIGHT | wxBOTTOM, FromDIP(step::m));
}

void RowEditor::type_own()
{
    auto const& editor = presenter_.state().dose;
    if (!editor || row_ != editor->row)
        return;
    RowFields fields = editor->own;
    fields.minutes = kit::utf8(minutes_->GetValue());
    fields.code = kit::utf8(code_->GetValue());
    fields.response = kit::utf8(response_->GetValue());
    fields.region = all_regions()[static_cast<std::size_t>(region_->GetSelection())];
    fields.side = all_sides()[static_cast<std::size_t>(side_->GetSelection())];
    fields.timed = timed_->GetSelection() == 1;
    if (auto const chosen = provider_->GetSelection(); chosen != wxNOT_FOUND)
        fields.provider = providers_[static_cast<std::size_t>(chosen)].id;
    presenter_.type_row(std::move(fields));
}

void RowEditor::find_code()
{
    kit::Finder finder{this, "Service code", "Number or word", {{"", 0, 1}, {"", 0, 3}, {"", 0, 1}}};
    finder.set_empty_text("The fee schedule has no such code.");
    finder.on_typed([&](std::string const& typed) {
        std::vector<kit::Finder::Line> lines;
        for (ServiceCode const& service : presenter_.codes(typed))
            lines.push_back({{{wide(service.code), wide(service.label),
                                 ListCell{service.timed ? "timed" : "untimed", Meaning::Muted}}},
                [this, code = service.code] { code_->SetValue(wide(code)); }});
        finder.set_lines(std::move(lines));
    });
    finder.run();
    code_->SetFocus();
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
    if (!row_)
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
    presenter_.accept_dose();
    if (!presenter_.state().dose && done) // Else a refusal stands beside its field.
        done();
}

void RowEditor::leave()
{
    presenter_.cancel_dose();
    if (done)
        done();
}

} // namespace plumbline::app::gui
