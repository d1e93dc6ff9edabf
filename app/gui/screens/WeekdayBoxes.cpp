// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/WeekdayBoxes.hpp"

#include <wx/checkbox.h>
#include <wx/sizer.h>

namespace plumbline::app::gui {

WeekdayBoxes::WeekdayBoxes(wxWindow* parent, std::array<bool, 7> const& ticked)
    : kit::ClearPanel{parent}
{
    static constexpr std::array names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    for (std::size_t day = 0; day < boxes_.size(); ++day) {
        boxes_[day] = new wxCheckBox{this, wxID_ANY, names[day]};
        boxes_[day]->SetValue(ticked[day]);
        boxes_[day]->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
            if (heard_)
                heard_();
        });
        row->Add(boxes_[day], 0, wxRIGHT, FromDIP(kit::step::s));
    }
    SetSizer(row);
}

std::array<bool, 7> WeekdayBoxes::ticked() const
{
    std::array<bool, 7> days{};
    for (std::size_t day = 0; day < days.size(); ++day)
        days[day] = boxes_[day]->GetValue();
    return days;
}

void WeekdayBoxes::set(std::array<bool, 7> const& ticked)
{
    for (std::size_t day = 0; day < boxes_.size(); ++day)
        boxes_[day]->SetValue(ticked[day]);
}

} // namespace plumbline::app::gui
