// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/SetupDialogs.hpp"

#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace plumbline::app::gui {

using kit::wide;
namespace step = kit::step;

namespace {

class NewPasswordDialog final : public wxDialog {
public:
    NewPasswordDialog(wxWindow* parent, std::unique_ptr<NewPasswordPresenter> presenter)
        : wxDialog{wxGetTopLevelParent(parent), wxID_ANY, "New password"}
        , presenter_{std::move(presenter)}
    {
        build();
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { key(event); });
        redraw_ = presenter_->changed.connect([this] { draw(); });
        given_ = presenter_->given.connect([this] {
            if (IsModal())
                EndModal(wxID_OK);
        });
        Fit();
        CentreOnParent();
        password_->SetFocus();
    }

private:
    void build()
    {
        User::Details const& details = presenter_->user().details();
        wxString const about = wide(details.full_name) + " (" + wide(details.login) + ")"
            + (details.active ? " logs in with it at once; the old one opens nothing any more."
                              : " can log in again with it.");
        auto* const words = new kit::Paragraph{this, about, kit::Meaning::Muted};
        form_ = new kit::Form{this};
        password_ = form_->password("New password", "password");
        again_ = form_->password("The same again", "password_again");
        auto* const buttons = new kit::ButtonRow{this};
        buttons->plain(
            "Leave", [this] { EndModal(wxID_CANCEL); }, "Esc");
        give_ = buttons->primary(
            "Give new password", [this] { give(); }, "Ctrl+S");
        auto* const all = new wxBoxSizer{wxVERTICAL};
        all->Add(words, 0, wxEXPAND | wxALL, FromDIP(step::l));
        all->Add(form_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::l));
        all->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(step::l));
        SetSizer(all);
        SetMinSize(FromDIP(wxSize{460, -1}));
    }

    void give() { presenter_->give(kit::utf8(password_->GetValue()), kit::utf8(again_->GetValue())); }

    void key(wxKeyEvent& event)
    {
        bool const enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (event.GetKeyCode() == WXK_ESCAPE)
            EndModal(wxID_CANCEL);
        else if ((event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'S')
            || (enter && !dynamic_cast<wxButton*>(wxWindow::FindFocus())))
            give();
        else
            event.Skip();
    }

    void draw()
    {
        NewPasswordState const& state = presenter_->state();
        give_->Enable(!state.busy);
        form_->show(state.complaints);
        Layout();
        Fit();
    }

    std::unique_ptr<NewPasswordPresenter> presenter_;
    kit::Form* form_ = nullptr;
    wxTextCtrl *password_ = nullptr, *again_ = nullptr;
    kit::PrimaryButton* give_ = nullptr;
    Connection redraw_, given_;
};

} // namespace

bool give_password(wxWindow* parent, std::unique_ptr<NewPasswordPresenter> presenter)
{
    NewPasswordDialog dialog{parent, std::move(presenter)};
    return dialog.ShowModal() == wxID_OK;
}

} // namespace plumbline::app::gui
