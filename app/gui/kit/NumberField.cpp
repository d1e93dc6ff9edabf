// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/NumberField.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"

#include <fmt/format.h>

#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <charconv>

namespace plumbline::app::kit {
namespace {
constexpr int field_width = 64;
}

NumberField::NumberField(wxWindow* parent, wxString const& name, wxString const& unit)
    : ClearPanel{parent}
{
    text_ = new wxTextCtrl{this, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_RIGHT};
    text_->SetMinSize(wxSize{FromDIP(field_width) * zoom() / 100, -1});
    a11y::name(text_, unit.empty() ? name : name + ", " + unit);
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(text_, wxSizerFlags{}.CenterVertical());
    row->Add(new TextLine{this, unit, Meaning::Muted}, wxSizerFlags{}.CenterVertical().Border(wxLEFT, FromDIP(6)));
    SetSizer(row);
    text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        if (heard_)
            heard_();
    });
}

std::optional<double> NumberField::number() const
{
    std::string typed = utf8(text_->GetValue().Trim().Trim(false));
    std::ranges::replace(typed, ',', '.');
    double value = 0;
    auto const [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    if (error != std::errc{} || end != typed.data() + typed.size())
        return std::nullopt;
    return value;
}

bool NumberField::broken() const
{
    return !text_->GetValue().Trim().empty() && !number();
}

void NumberField::set_number(std::optional<double> number)
{
    // The shortest text that means the same number.
    text_->ChangeValue(number ? wide(fmt::format("{}", *number)) : wxString{});
}

void NumberField::SetFocus()
{
    text_->SetFocus();
}

} // namespace plumbline::app::kit
