// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/PatientField.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/presenters/Sentences.hpp"

#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/toplevel.h>

namespace plumbline::app::gui {

using kit::wide;

PatientField::PatientField(wxWindow* parent, PatientPick& pick, Names names)
    : kit::ClearPanel{parent}
    , pick_{pick}
    , names_{names}
{
    text_ = new wxTextCtrl{this, wxID_ANY, text()};
    text_->SetHint("name, birth date or telephone");
    kit::a11y::name(text_, "Patient");
    found_ = new kit::HairlineList{
        this, "Patients found", {{{}, 0, 3}, {{}, 0, 2}, {{}, 0, 2, kit::Align::Right}}, kit::ListUse::Activate};
    found_->on_activate([this](std::size_t index) { CallAfter([this, index] { pick_.choose(index); }); });
    text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { pick_.type(kit::utf8(text_->GetValue())); });
    text_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        bool const there = found_->row_count() > 0;
        bool const enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (there && event.GetKeyCode() == WXK_DOWN)
            found_->SetFocus();
        else if (enter && (there || pick_.asking()))
            pick_.take_first();
        else
            event.Skip();
    });
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(text_, 0, wxEXPAND);
    all->Add(found_, 0, wxEXPAND);
    SetSizer(all);
    redraw_ = pick_.changed.connect([this] { draw(); });
    draw();
}

void PatientField::SetFocus()
{
    text_->SetFocus();
}

wxString PatientField::text() const
{
    return pick_.chosen() && names_ == Names::Hidden ? wide(hidden_name) : wide(pick_.text());
}

void PatientField::draw()
{
    if (text() != text_->GetValue())
        text_->ChangeValue(text());
    bool const had = found_->HasFocus();
    bool const hidden = names_ == Names::Hidden;
    std::vector<kit::ListRow> rows;
    for (PatientChoice const& one : pick_.found())
        rows.push_back(
            {{kit::ListCell{hidden ? wide(hidden_name) : wide(one.name), kit::Meaning::Text, kit::Weight::Bold},
                kit::ListCell{hidden ? wxString{} : wide(one.born), kit::Meaning::Muted},
                kit::ListCell{wide(one.record_number)}}});
    found_->set_rows(std::move(rows));
    found_->Show(!pick_.found().empty());
    if (had && pick_.found().empty())
        text_->SetFocus();
    kit::relayout(this);
    if (auto* const top = wxGetTopLevelParent(this))
        top->Fit();
}

} // namespace plumbline::app::gui
