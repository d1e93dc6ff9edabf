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
    FormDialog(wxWindow* parent, wxString const& title, wxString const& verb)
        : wxDialog{parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , form{new kit::Form{this}}
        , all_{new wxBoxSizer{wxVERTICAL}}
        , finish_{verb}
    {
        all_->Add(form, 0, wxEXPAND | wxALL, FromDIP(step::l));
        SetSizer(all_);
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE)
                EndModal(wxID_CANCEL);
            else if (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER)
                finish();
            else
                event.Skip();
        });
    }
    void add(wxWindow* window) { all_->Add(window, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::l)); }
    /// Says what is missing, and answers false then.
    void on_finish(std::function<bool()> may) { may_finish_ = std::move(may); }
    bool asked()
    {
        auto* const buttons = new kit::ButtonRow{this};
        buttons->plain(
            "Leave", [this] { EndModal(wxID_CANCEL); }, "Esc");
        buttons->primary(
            finish_, [this] { finish(); }, "Enter");
        all_->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(step::l));
        SetMinSize(FromDIP(wxSize{460, 160}));
        Fit();
        return ShowModal() == wxID_OK;
    }
    kit::Form* form;

private:
    void finish()
    {
        if (!may_finish_ || may_finish_())
            EndModal(wxID_OK);
        else
            Fit();
    }
    wxBoxSizer* all_;
    wxString finish_;
    std::function<bool()> may_finish_;
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
    auto* const words_of_their_own = dialog.form->text("In words", "words");
    auto const is_other = [&] { return why->GetSelection() + 1 == static_cast<int>(reasons.size()); };
    dialog.on_finish([&] {
        if (!is_other() || !kit::utf8(words_of_their_own->GetValue()).empty())
            return true;
        dialog.form->show({Refusal::Reason::Invalid, "words", {tr_noop("Say why it is canceled."), {}}, {}});
        return false;
    });
    wxChoice* scope = nullptr;
    if (part == PartOf::Series) {
        scope = dialog.form->choice("Cancel", "scope", {"this visit", "this and the following", "all of the series"});
        scope->SetSelection(0);
    }
    why->SetFocus();
    if (!dialog.asked())
        return std::nullopt;
    std::string reason = is_other() ? "" : reasons.at(static_cast<std::size_t>(std::max(0, why->GetSelection())));
    if (std::string const typed = kit::utf8(words_of_their_own->GetValue()); !typed.empty())
        reason.append(reason.empty() ? "" : ": ").append(typed);
    return Cancellation{
        std::move(reason), scope == nullptr ? SeriesScope::This : static_cast<SeriesScope>(scope->GetSelection())};
}

std::optional<std::string> ask_reason(wxWindow* parent)
{
    FormDialog dialog{parent, "Book it all the same", "Book it"};
    auto* const why = dialog.form->text("Why", "reason");
    why->SetHint("kept with the visit");
    why->SetFocus();
    if (!dialog.asked())
        return std::nullopt;
    return kit::utf8(why->GetValue());
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
