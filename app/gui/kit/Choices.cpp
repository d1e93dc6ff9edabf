// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Choices.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Native.hpp"
#include "app/gui/kit/Theme.hpp"

#include <wx/radiobut.h>
#include <wx/sizer.h>

namespace plumbline::app::kit {
namespace {
wxRadioButton* button_like(wxWindow* parent, wxString const& label, char const* css_class, long style)
{
    auto* const button = new wxRadioButton{parent, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, style};
    native::without_mark(button);
    native::style(button, css_class);
    a11y::name(button, label);
    return button;
}
} // namespace

SegmentedChoice::SegmentedChoice(wxWindow* parent, wxString const& name, std::vector<wxString> const& words)
    : ClearPanel{parent}
{
    a11y::name(this, name);
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    // The toolkit always keeps one button of a group pressed; this hidden one is it when nobody chose.
    none_ = new wxRadioButton{this, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxRB_GROUP};
    none_->Hide();
    none_->SetValue(true);
    for (wxString const& word : words) {
        auto* const button = button_like(this, word, "pl-segment", 0);
        if (words_.empty())
            native::style(button, "pl-first");
        if (words_.size() + 1 == words.size())
            native::style(button, "pl-last");
        std::size_t const index = words_.size();
        button->Bind(wxEVT_RADIOBUTTON, [this, index](wxCommandEvent&) {
            if (heard_)
                heard_(index);
        });
        a11y::describe(button, name);
        words_.push_back(button);
        row->Add(button, wxSizerFlags{}.Expand());
    }
    Bind(wxEVT_CHAR_HOOK, &SegmentedChoice::letter, this);
    SetSizer(row);
}

void SegmentedChoice::letter(wxKeyEvent& event)
{
    wxChar const typed = static_cast<wxChar>(wxToupper(event.GetUnicodeKey()));
    if (!event.HasModifiers() && typed > WXK_SPACE) {
        for (std::size_t index = 0; index < words_.size(); ++index) {
            if (wxString const label = words_[index]->GetLabelText();
                !label.empty() && wxToupper(label[0].GetValue()) == typed) {
                words_[index]->SetFocus();
                words_[index]->SetValue(true);
                if (heard_)
                    heard_(index);
                return;
            }
        }
    }
    event.Skip();
}

std::optional<std::size_t> SegmentedChoice::chosen() const
{
    for (std::size_t index = 0; index < words_.size(); ++index)
        if (words_[index]->GetValue())
            return index;
    return std::nullopt;
}

void SegmentedChoice::choose(std::optional<std::size_t> index)
{
    if (index && *index < words_.size())
        words_[*index]->SetValue(true);
    else
        none_->SetValue(true);
}

SectionTabs::SectionTabs(wxWindow* parent, wxString const& name, std::vector<wxString> const& labels)
    : ClearPanel{parent}
{
    a11y::name(this, name);
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    for (wxString const& label : labels) {
        auto* const pill = button_like(this, label, "pl-pill", pills_.empty() ? wxRB_GROUP : 0);
        std::size_t const index = pills_.size();
        pill->Bind(wxEVT_RADIOBUTTON, [this, index](wxCommandEvent&) {
            if (chosen_ == index)
                return;
            chosen_ = index;
            if (heard_)
                heard_(index);
        });
        pills_.push_back(pill);
        row->Add(pill, wxSizerFlags{}.Expand().Border(wxRIGHT, FromDIP(step::xs)));
    }
    SetSizer(row);
}

void SectionTabs::choose(std::size_t index)
{
    if (index >= pills_.size())
        return;
    chosen_ = index;
    pills_[index]->SetValue(true);
}

void SectionTabs::SetFocus()
{
    pills_[chosen_]->SetFocus();
}

void SectionTabs::set_label(std::size_t index, wxString const& label)
{
    if (index >= pills_.size() || pills_[index]->GetLabel() == label)
        return;
    pills_[index]->SetLabel(label);
    a11y::name(pills_[index], label);
    pills_[index]->InvalidateBestSize();
    Layout();
}

} // namespace plumbline::app::kit
