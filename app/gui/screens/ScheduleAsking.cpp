// SPDX-License-Identifier: Apache-2.0
// The small dialogs of the schedule.
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/ScheduleDialogs.hpp"

#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace plumbline::app::gui {

using kit::wide;
namespace step = kit::step;

namespace {

/// A form above its buttons; Enter finishes, Escape leaves.
class FormDialog : public wxDialog {
public:
    FormDialog(wxWindow* parent, wxString const& title, wxString const& finish)
        : wxDialog{parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , form{new kit::Form{this}}
        , all_{new wxBoxSizer{wxVERTICAL}}
    {
        all_->Add(form, 0, wxEXPAND | wxALL, FromDIP(step::l));
        SetSizer(all_);
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE)
                EndModal(wxID_CANCEL);
            else if (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER)
                EndModal(wxID_OK);
            else
                event.Skip();
        });
        finish_ = finish;
    }
    void add(wxWindow* window) { all_->Add(window, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::l)); }
    bool asked()
    {
        auto* const buttons = new kit::ButtonRow{this};
        buttons->plain(
            "Leave", [this] { EndModal(wxID_CANCEL); }, "Esc");
        buttons->primary(
            finish_, [this] { EndModal(wxID_OK); }, "Enter");
        all_->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(step::l));
        SetMinSize(FromDIP(wxSize{460, 160}));
        Fit();
        return ShowModal() == wxID_OK;
    }
    kit::Form* form;

private:
    wxBoxSizer* all_;
    wxString finish_;
};

constexpr std::array reasons{"patient ill", "patient's wish", "no transport", "clinician absent", "insurance", "other"};

} // namespace

std::optional<Cancellation> ask_cancellation(wxWindow* parent, PartOf part)
{
    FormDialog dialog{parent, "Cancel visit", "Cancel the visit"};
    std::vector<wxString> words;
    for (char const* reason : reasons)
        words.emplace_back(reason);
    auto* const why = dialog.form->choice("Reason", "reason", words);
    why->SetSelection(0);
    wxChoice* scope = nullptr;
    if (part == PartOf::Series) {
        scope = dialog.form->choice("Cancel", "scope", {"this visit", "this and the following", "all of the series"});
        scope->SetSelection(0);
    }
    why->SetFocus();
    if (!dialog.asked())
        return std::nullopt;
    return Cancellation{reasons.at(static_cast<std::size_t>(std::max(0, why->GetSelection()))),
        scope == nullptr ? SeriesScope::This : static_cast<SeriesScope>(scope->GetSelection())};
}

std::optional<Date> ask_day(wxWindow* parent, Date today)
{
    FormDialog dialog{parent, "Go to a day", "Go"};
    auto* const day = dialog.form->date("Day", "day", today, DateLeaning::Nearest);
    day->SetFocus();
    if (!dialog.asked())
        return std::nullopt;
    return day->day();
}

} // namespace plumbline::app::gui
