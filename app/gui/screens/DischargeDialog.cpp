// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/Dialogs.hpp"
#include "app/presenters/DischargePresenter.hpp"

#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr int width = 600;

class DischargeDialog final : public wxDialog {
public:
    DischargeDialog(wxWindow* parent, Desk& desk, Chart const& chart, Names names)
        : wxDialog{parent, wxID_ANY, "Discharge", wxDefaultPosition, wxDefaultSize,
            wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , presenter_{desk, chart, names}
    {
        build();
        redraw_ = presenter_.changed.connect([this] { draw(); });
        done_ = presenter_.discharged.connect([this] { EndModal(wxID_OK); });
        draw();
        on_->SetFocus();
    }

private:
    void build()
    {
        DischargeState const& state = presenter_.state();
        auto* const title =
            new kit::TextLine{this, wide(state.title), Meaning::Text, kit::Size::Base, kit::Weight::Bold};
        auto* const facts = new kit::Paragraph{this, wide(state.facts), Meaning::Muted};
        form_ = new kit::Form{this};
        on_ = form_->text("Day of discharge", "ended");
        on_->ChangeValue(wide(state.on));
        std::vector<wxString> reasons;
        for (std::string const& reason : state.reasons)
            reasons.push_back(wide(reason));
        reason_ = form_->choice("Because", "why", reasons);
        reason_->SetSelection(state.reason ? static_cast<int>(*state.reason) : wxNOT_FOUND);
        more_ = form_->multiline("In your words", "end_reason", 2);
        auto* const note = new kit::Paragraph{this,
            "The chart stays as it is. A discharged episode takes no more notes until it is reopened.", Meaning::Muted,
            kit::Size::Caption};
        auto* const buttons = new kit::ButtonRow{this};
        buttons->plain(
            "Leave", [this] { EndModal(wxID_CANCEL); }, "Esc");
        go_ = buttons->primary(
            "Discharge", [this] { discharge(); }, "Ctrl+S");
        auto* const all = new wxBoxSizer{wxVERTICAL};
        for (wxWindow* const part : std::initializer_list<wxWindow*>{title, facts, form_, note})
            all->Add(part, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(step::l));
        all->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(step::l));
        SetSizer(all);
        SetSize(wxSize{FromDIP(width), GetBestSize().y});
        CentreOnParent();
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE)
                return EndModal(wxID_CANCEL);
            if (event.ControlDown() && event.GetKeyCode() == 'S')
                return discharge();
            event.Skip();
        });
    }

    void discharge()
    {
        int const reason = reason_->GetSelection();
        presenter_.discharge(kit::utf8(on_->GetValue()),
            reason == wxNOT_FOUND ? std::nullopt : std::optional{static_cast<std::size_t>(reason)},
            kit::utf8(more_->GetValue()));
    }

    void draw()
    {
        DischargeState const& state = presenter_.state();
        go_->Enable(!state.busy);
        form_->show(state.complaints);
        Layout();
        if (GetBestSize().y > GetSize().y)
            SetSize(wxSize{GetSize().x, GetBestSize().y});
    }

    DischargePresenter presenter_;
    kit::Form* form_ = nullptr;
    wxTextCtrl *on_ = nullptr, *more_ = nullptr;
    wxChoice* reason_ = nullptr;
    kit::PrimaryButton* go_ = nullptr;
    Connection redraw_, done_;
};

} // namespace

bool discharge_episode(wxWindow* parent, Desk& desk, Chart const& chart, Names names)
{
    DischargeDialog dialog{parent, desk, chart, names};
    return dialog.ShowModal() == wxID_OK;
}

} // namespace plumbline::app::gui
