// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/DetailsPanel.hpp"
#include "app/gui/screens/Dialogs.hpp"

#include <wx/dialog.h>
#include <wx/sizer.h>

namespace plumbline::app::gui {

std::optional<PatientId> add_patient(wxWindow* parent, Desk& desk)
{
    wxDialog dialog{parent, wxID_ANY, "Add patient", wxDefaultPosition, parent->FromDIP(wxSize{980, 720}),
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER};
    std::optional<PatientId> added;
    auto* const panel = new DetailsPanel{&dialog, [&](PatientId id) {
                                             added = id;
                                             dialog.EndModal(wxID_OK);
                                         }};
    panel->show(std::make_unique<PatientFormPresenter>(desk));
    auto* const sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(panel, 1, wxEXPAND);
    dialog.SetSizer(sizer);
    dialog.SetEscapeId(wxID_CANCEL);
    // No question on leaving: what was typed stays in its draft and is there when the form is opened again.
    dialog.Bind(wxEVT_CHAR_HOOK, [&](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE)
            dialog.EndModal(wxID_CANCEL);
        else
            event.Skip();
    });
    panel->take_keyboard();
    dialog.ShowModal();
    return added;
}

} // namespace plumbline::app::gui
