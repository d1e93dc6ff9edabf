// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/PatientField.hpp"
#include "app/gui/screens/ScheduleDialogs.hpp"
#include "app/gui/screens/WeekdayBoxes.hpp"
#include "app/presenters/OpeningsPresenter.hpp"

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

constexpr int list_height = 300;

class OpeningsDialog final : public wxDialog {
public:
    OpeningsDialog(wxWindow* parent, OpeningsPresenter& presenter, Names names)
        : wxDialog{parent, wxID_ANY, "Next openings", wxDefaultPosition, wxDefaultSize,
            wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , presenter_{presenter}
    {
        build(names);
        redraw_ = presenter_.changed.connect([this] { draw(); });
        draw();
        length_->SetFocus();
        CentreOnParent();
    }
    [[nodiscard]] std::optional<ScheduleSlot> const& chosen() const noexcept { return chosen_; }

private:
    void build(Names names)
    {
        OpeningsFields const& fields = presenter_.state().fields;
        form_ = new kit::Form{this, kit::Form::Columns::Two};
        length_ = form_->text("Minutes", "length");
        first_ = form_->text("From", "from");
        begin_ = form_->text("Not before", "not_before");
        end_ = form_->text("Not after", "not_after");
        whom_ = form_->choice("Clinician", "clinician", {"anybody"});
        room_ = form_->choice("With", "room", {"no room needed"});
        auto* const below = new kit::Form{this};
        days_ = new WeekdayBoxes{below->rows(), fields.weekdays};
        below->custom("On", "weekdays", days_);
        auto* const who = new PatientField{below->rows(), presenter_.who(), names};
        below->custom("For", "patient", who);
        below_ = below;
        length_->ChangeValue(wide(fields.length));
        first_->ChangeValue(wide(fields.from));
        whom_->SetSelection(0);
        room_->SetSelection(0);
        summary_ = new kit::TextLine{this, {}, Meaning::Muted, kit::Size::Caption};
        list_ = new kit::HairlineList{this, "Openings",
            {{"Day", 116}, {"Time", 72}, {"Clinician", 0, 3}, {"Room", 0, 2}}, kit::ListUse::Activate};
        list_->SetMinSize(FromDIP(wxSize{-1, list_height}));
        list_->on_activate([this](std::size_t) { take(); });
        auto* const buttons = new kit::ButtonRow{this};
        buttons->plain(
            "Leave", [this] { EndModal(wxID_CANCEL); }, "Esc");
        buttons->primary(
            "Book there", [this] { take(); }, "Enter");
        auto* const all = new wxBoxSizer{wxVERTICAL};
        all->Add(form_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(step::l));
        all->Add(below, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(step::l));
        all->Add(summary_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(step::l));
        all->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(step::l));
        all->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(step::l));
        SetSizer(all);
        SetMinSize(FromDIP(wxSize{620, 480}));
        listen(who);
    }

    void listen(wxWindow* who)
    {
        auto const typed = [this](wxCommandEvent&) { edit(); };
        for (wxTextCtrl* const text : {length_, first_, begin_, end_})
            text->Bind(wxEVT_TEXT, typed);
        for (wxChoice* const choice : {whom_, room_})
            choice->Bind(wxEVT_CHOICE, typed);
        days_->on_change([this] { edit(); });
        Bind(wxEVT_CHAR_HOOK, [this, who](wxKeyEvent& event) {
            bool const enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
            wxWindow* const focus = FindFocus();
            // Where a patient is being found, Enter takes the patient.
            PatientPick const& pick = presenter_.who();
            bool const finding =
                focus != nullptr && who->IsDescendant(focus) && (pick.asking() || !pick.found().empty());
            if (event.GetKeyCode() == WXK_ESCAPE)
                EndModal(wxID_CANCEL);
            else if (enter && !finding)
                take();
            else
                event.Skip();
        });
    }

    void edit()
    {
        OpeningsFields fields;
        fields.length = kit::utf8(length_->GetValue());
        fields.from = kit::utf8(first_->GetValue());
        fields.not_before = kit::utf8(begin_->GetValue());
        fields.not_after = kit::utf8(end_->GetValue());
        fields.weekdays = days_->ticked();
        fields.clinician = static_cast<std::size_t>(std::max(0, whom_->GetSelection()));
        fields.room = static_cast<std::size_t>(std::max(0, room_->GetSelection()));
        presenter_.edit(std::move(fields));
    }

    /// A line of the rest shows it and stays here.
    void take()
    {
        if (!list_->current())
            return;
        chosen_ = presenter_.take(*list_->current());
        if (chosen_)
            EndModal(wxID_OK);
    }

    void draw()
    {
        OpeningsState const& state = presenter_.state();
        if (whom_->GetCount() != state.clinicians.size() + 1)
            for (ClinicianRow const& row : state.clinicians)
                whom_->Append(wide(row.name));
        if (room_->GetCount() != state.rooms.size() + 1)
            for (RoomChoice const& room : state.rooms)
                room_->Append(wide(room.words));
        std::vector<kit::ListRow> rows;
        for (OpeningLine const& line : state.lines)
            rows.push_back({{{wide(line.day), Meaning::Text, kit::Weight::Bold},
                {wide(line.time), line.opening ? Meaning::Text : Meaning::Accent}, wide(line.clinician),
                {wide(line.room), Meaning::Muted}}});
        list_->set_rows(std::move(rows));
        if (!list_->current() && list_->row_count() > 0)
            list_->set_current(0);
        wxString const words = state.complaints.empty() ? wide(state.summary) : wxString{};
        summary_->set({{words, Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
        for (kit::Form* const form : {form_, below_}) {
            std::vector<Refusal> own;
            for (Refusal const& one : state.complaints)
                if (form->has(one.field) || (form == form_ && !below_->has(one.field)))
                    own.push_back(one);
            form->tell(own);
        }
        Layout();
        if (!IsShown())
            Fit();
    }

    OpeningsPresenter& presenter_;
    kit::Form *form_ = nullptr, *below_ = nullptr;
    kit::TextLine* summary_ = nullptr;
    kit::HairlineList* list_ = nullptr;
    WeekdayBoxes* days_ = nullptr;
    wxChoice *whom_ = nullptr, *room_ = nullptr;
    wxTextCtrl *length_ = nullptr, *first_ = nullptr, *begin_ = nullptr, *end_ = nullptr;
    std::optional<ScheduleSlot> chosen_;
    Connection redraw_;
};

} // namespace

std::optional<ScheduleSlot> ask_opening(wxWindow* parent, Desk& desk, Date from, Names names)
{
    OpeningsPresenter presenter{desk, from};
    OpeningsDialog dialog{parent, presenter, names};
    return dialog.ShowModal() == wxID_OK ? dialog.chosen() : std::nullopt;
}

} // namespace plumbline::app::gui
