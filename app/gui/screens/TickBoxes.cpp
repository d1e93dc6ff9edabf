// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/TickBoxes.hpp"

#include "app/gui/kit/Accessible.hpp"

#include <wx/checkbox.h>
#include <wx/sizer.h>

namespace plumbline::app::gui {

TickBoxes::TickBoxes(wxWindow* parent)
    : kit::ClearPanel{parent}
    , grid_{new wxGridSizer{2, FromDIP(kit::step::xs), FromDIP(kit::step::m)}}
{
    SetSizer(grid_);
}

void TickBoxes::set(std::vector<std::pair<wxString, bool>> const& things)
{
    grid_->Clear(true);
    boxes_.clear();
    for (auto const& [words, on] : things) {
        auto* const box = new wxCheckBox{this, wxID_ANY, words};
        box->SetValue(on);
        kit::a11y::name(box, words);
        grid_->Add(box);
        boxes_.push_back(box);
    }
    Layout();
}

std::vector<bool> TickBoxes::ticked() const
{
    std::vector<bool> all;
    for (wxCheckBox const* const box : boxes_)
        all.push_back(box->GetValue());
    return all;
}

} // namespace plumbline::app::gui
