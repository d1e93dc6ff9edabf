// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/Dialogs.hpp"
#include "app/presenters/EarlierVisitPresenter.hpp"

#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace plumbline::app::gui {

namespace step = kit::step;

namespace {

class EarlierVisitDialog final : public wxDialog {
public:
    EarlierVisitDialog(wxWindow* parent, Desk& desk, EpisodeId episode)
        : wxDialog{parent, wxID_ANY, "Note of an earlier day", wxDefaultPosition, wxDefaultSize,
            wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , presenter_{desk, episode}
    {
        form_ = new kit::Form{this};
        auto* const day = form_->text("Day of the visit", "day");
        day->SetHint("yesterday is -1; or 11/20");
        auto* const time = form_->text("It began at", "time");
        time->SetHint("10:30; empty takes the appointment's");
        auto* const buttons = new kit::ButtonRow{this};
        buttons->plain(
            "Leave", [this] { EndModal(wxID_CANCEL); }, "Esc");
        buttons->primary(
            "Open note", [this] { presenter_.find(); }, "Enter");
        day->Bind(wxEVT_TEXT, [this, day](wxCommandEvent&) { presenter_.type_day(kit::utf8(day->GetValue())); });
        time->Bind(wxEVT_TEXT, [this, time](wxCommandEvent&) { presenter_.type_time(kit::utf8(time->GetValue())); });
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE)
                EndModal(wxID_CANCEL);
            else if (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER)
                presenter_.find();
            else
                event.Skip();
        });
        redraw_ = presenter_.changed.connect([this] { draw(); });
        answer_ = presenter_.found.connect([this](EarlierVisit const& visit) {
            found = visit;
            EndModal(wxID_OK);
        });

        auto* const all = new wxBoxSizer{wxVERTICAL};
        all->Add(form_, 1, wxEXPAND | wxALL, FromDIP(step::l));
        all->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::l));
        SetSizer(all);
        SetMinSize(FromDIP(wxSize{480, 200}));
        Fit();
        day->SetFocus();
    }

    std::optional<EarlierVisit> found;

private:
    void draw()
    {
        form_->show(presenter_.state().complaints);
        Fit();
    }

    EarlierVisitPresenter presenter_;
    kit::Form* form_ = nullptr;
    Connection redraw_, answer_;
};

} // namespace

std::optional<EarlierVisit> ask_earlier_visit(wxWindow* parent, Desk& desk, EpisodeId episode)
{
    EarlierVisitDialog dialog{parent, desk, episode};
    dialog.ShowModal();
    return dialog.found;
}

} // namespace plumbline::app::gui
