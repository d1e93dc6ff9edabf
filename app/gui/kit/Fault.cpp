// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Fault.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Marks.hpp"

#include <wx/sizer.h>

namespace plumbline::app::kit {

Fault::Fault(wxWindow* parent)
    : ClearPanel{parent}
{
    a11y::role(this, a11y::Role::Alert);
    Hide();
}

void Fault::build()
{
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    // A shape besides the color.
    row->Add(new TextLine{this, L"\u2715", Meaning::Stop, Size::Caption, Weight::Bold}, wxSizerFlags{}.Top());
    words_ = new Paragraph{this, wxString{}, Meaning::Stop, Size::Caption};
    row->Add(words_, wxSizerFlags{1}.Expand().Border(wxLEFT, FromDIP(step::xs)));
    SetSizer(row);
}

void Fault::say(wxString const& sentence)
{
    if (words_ == nullptr && sentence.empty())
        return;
    if (words_ == nullptr)
        build();
    words_->set(sentence);
    Show(!sentence.empty());
    InvalidateBestSize();
    Layout();
    if (!sentence.empty())
        a11y::announce(this, sentence);
}

} // namespace plumbline::app::kit
