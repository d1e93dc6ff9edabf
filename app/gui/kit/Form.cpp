// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Form.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Fault.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Native.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace plumbline::app::kit {
namespace {
constexpr int least_field = 180;
}

Form::Form(wxWindow* parent, Columns columns)
    : ClearPanel{parent}
    , columns_{columns}
{
    auto* const all = new wxBoxSizer{wxVERTICAL};
    whole_ = new Fault{this};
    all->Add(whole_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(step::s)));
    SetSizer(all);
    begin_grid();
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        align_labels();
        event.Skip();
    });
}

void Form::align_labels()
{
    label_width_.fill(0);
    for (std::size_t index = 0; index < labels_.size(); ++index) {
        int& width = label_width_[label_column_[index]];
        labels_[index]->SetMinSize(wxDefaultSize);
        width = std::max(width, labels_[index]->GetBestSize().x);
    }
    for (std::size_t index = 0; index < labels_.size(); ++index)
        labels_[index]->SetMinSize(wxSize{label_width_[label_column_[index]], -1});
}

void Form::begin_grid()
{
    int const pairs = columns_ == Columns::Two ? 2 : 1;
    labels_before_ = labels_.size();
    grid_ = new wxFlexGridSizer{pairs * 2, FromDIP(step::s), FromDIP(step::m)};
    for (int pair = 0; pair < pairs; ++pair)
        grid_->AddGrowableCol(static_cast<std::size_t>(pair) * 2 + 1, 1);
    GetSizer()->Add(grid_, wxSizerFlags{}.Expand());
}

void Form::section(wxString const& title)
{
    auto* const words = new TextLine{this, title, Meaning::Text, Size::Base, Weight::Bold};
    GetSizer()->AddSpacer(FromDIP(step::s));
    GetSizer()->Add(words, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(step::s)));
    begin_grid();
}

void Form::note(wxString const& text)
{
    auto* const words = new kit::Paragraph{this, text, Meaning::Muted, Size::Caption};
    GetSizer()->Add(words, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(step::xs)));
    begin_grid();
}

wxWindow* Form::label(wxString const& text)
{
    auto* const words = new wxStaticText{this, wxID_ANY, text};
    native::style(words, "pl-label");
    labels_.push_back(words);
    // The labels of all sections form one column each, so that the fields stand below each other.
    std::size_t const columns = columns_ == Columns::Two ? 2 : 1;
    label_column_.push_back((labels_.size() - 1 - labels_before_) % columns);
    align_labels();
    return words;
}

void Form::place(std::string_view field, wxWindow* label, wxWindow* window, Width width)
{
    auto* const fault = new Fault{this};
    auto* const cell = new wxBoxSizer{wxVERTICAL};
    // One least width for all, so that two columns of fields become equally wide.
    cell->SetMinSize(FromDIP(least_field), -1);
    cell->Add(window, width == Width::All ? wxSizerFlags{}.Expand() : wxSizerFlags{}.Left());
    cell->Add(fault, wxSizerFlags{}.Expand().Border(wxTOP, 2));
    // The label stands beside the first line of its field, whatever follows below.
    int const drop = std::max(0, (window->GetBestSize().y - label->GetBestSize().y) / 2);
    int const line = std::min(drop, FromDIP(7));
    grid_->Add(label, wxSizerFlags{}.Top().Border(wxTOP, line));
    grid_->Add(cell, wxSizerFlags{1}.Expand());
    std::string name{field};
    rows_[name] = Row{window, fault};
    order_.push_back(std::move(name));
}

wxTextCtrl* Form::text(wxString const& label, std::string_view field)
{
    auto* const words = this->label(label);
    auto* const box = new wxTextCtrl{this, wxID_ANY};
    a11y::name(box, label);
    place(field, words, box, Width::All);
    return box;
}

wxTextCtrl* Form::password(wxString const& label, std::string_view field)
{
    auto* const words = this->label(label);
    auto* const box = new wxTextCtrl{this, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD};
    a11y::name(box, label);
    place(field, words, box, Width::All);
    return box;
}

wxTextCtrl* Form::multiline(wxString const& label, std::string_view field, int lines)
{
    auto* const words = this->label(label);
    auto* const box = new wxTextCtrl{this, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE};
    int height = 0;
    GetTextExtent("Ag", nullptr, &height, nullptr, nullptr, &base_font());
    box->SetMinSize(wxSize{-1, height * lines + FromDIP(step::m)});
    // Tab leaves the field; who wants a tab in a note has never been met.
    box->Bind(wxEVT_KEY_DOWN, [box](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_TAB && !event.ControlDown())
            box->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        else
            event.Skip();
    });
    a11y::name(box, label);
    place(field, words, box, Width::All);
    return box;
}

DateField* Form::date(wxString const& label, std::string_view field, Date today, DateLeaning leaning)
{
    auto* const words = this->label(label);
    auto* const box = new DateField{this, label, today, leaning};
    place(field, words, box, Width::Own);
    return box;
}

wxChoice* Form::choice(wxString const& label, std::string_view field, std::vector<wxString> const& words)
{
    auto* const caption = this->label(label);
    auto* const box = new wxChoice{this, wxID_ANY};
    for (wxString const& word : words)
        box->Append(word);
    // As narrow as the texts, so that long words in one section do not shift the columns of that section alone.
    box->SetMinSize(FromDIP(wxSize{least_field, -1}));
    a11y::name(box, label);
    place(field, caption, box, Width::All);
    return box;
}

wxCheckBox* Form::check(wxString const& label, std::string_view field)
{
    auto* const none = this->label(wxString{});
    auto* const box = new wxCheckBox{this, wxID_ANY, label};
    place(field, none, box, Width::All);
    return box;
}

NumberField* Form::number(wxString const& label, std::string_view field, wxString const& unit)
{
    auto* const words = this->label(label);
    auto* const box = new NumberField{this, label, unit};
    place(field, words, box, Width::Own);
    return box;
}

void Form::custom(wxString const& label, std::string_view field, wxWindow* window)
{
    place(field, this->label(label), window, Width::All);
}

Form::Row const* Form::row(std::string_view name) const
{
    auto const found = rows_.find(name);
    return found == rows_.end() ? nullptr : &found->second;
}

wxWindow* Form::field(std::string_view name) const
{
    Row const* const found = row(name);
    return found == nullptr ? nullptr : found->field;
}

void Form::outside(std::string_view field, wxWindow* window, Fault* fault)
{
    std::string name{field};
    rows_[name] = Row{window, fault};
    order_.push_back(std::move(name));
}

void Form::show(Refusal const& refusal)
{
    std::vector<Refusal> faults = refusal.others;
    faults.insert(faults.begin(), refusal);
    show(faults);
}

void Form::show(std::vector<Refusal> const& faults)
{
    tell(faults);
    focus_first_fault();
}

void Form::tell(std::vector<Refusal> const& faults)
{
    std::map<Fault*, wxString> said;
    std::map<std::string, wxString, std::less<>> of_field;
    for (Refusal const& one : faults) {
        wxString const words = translated(one.message);
        Row const* const found = row(one.field);
        auto const add = [&words](wxString& text) { text += text.empty() ? words : wxString{"\n"} + words; };
        add(said[found == nullptr ? whole_ : found->fault]);
        if (found != nullptr)
            add(of_field[std::string{one.field}]);
    }
    for (auto& [name, row] : rows_) {
        auto const fault = of_field.find(name);
        bool const faulty = fault != of_field.end();
        if (faulty || row.faulty)
            a11y::describe(row.field, faulty ? fault->second : wxString{});
        if (faulty != row.faulty)
            (faulty ? native::mark : native::unmark)(row.field, "pl-fault");
        row.faulty = faulty;
        said.try_emplace(row.fault);
    }
    said.try_emplace(whole_);
    if (said == said_)
        return;
    for (auto const& [fault, words] : said)
        if (said_[fault] != words)
            fault->say(words);
    said_ = std::move(said);
    InvalidateBestSize();
    Layout();
    relayout(this);
}

bool Form::focus_first_fault()
{
    auto const first = std::ranges::find_if(order_, [this](std::string const& name) { return rows_.at(name).faulty; });
    if (first == order_.end())
        return false;
    rows_.at(*first).field->SetFocus();
    return true;
}

void Form::clear_faults()
{
    tell({});
}

ButtonRow::ButtonRow(wxWindow* parent)
    : ClearPanel{parent}
{
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->AddStretchSpacer();
    SetSizer(row);
}

void ButtonRow::plain(wxString const& label, std::function<void()> run, wxString const& key)
{
    GetSizer()->Add(new PlainButton{this, label, std::move(run), key},
        wxSizerFlags{}.CenterVertical().Border(wxLEFT, FromDIP(step::s)));
}

PrimaryButton* ButtonRow::primary(wxString const& label, std::function<void()> run, wxString const& key)
{
    auto* const button = new PrimaryButton{this, label, key, std::move(run)};
    GetSizer()->Add(button, wxSizerFlags{}.CenterVertical().Border(wxLEFT, FromDIP(step::s)));
    return button;
}

void ButtonRow::left(wxString const& label, std::function<void()> run)
{
    GetSizer()->Insert(0, new PlainButton{this, label, std::move(run)}, wxSizerFlags{}.CenterVertical());
}

} // namespace plumbline::app::kit
