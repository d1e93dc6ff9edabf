// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/PatientField.hpp"
#include "app/gui/screens/ScheduleDialogs.hpp"
#include "app/gui/screens/WeekdayBoxes.hpp"
#include "app/presenters/WaitlistPresenter.hpp"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace plumbline::app::gui {

using kit::wide;
namespace step = kit::step;

namespace {

std::vector<wxString> type_labels()
{
    std::vector<wxString> labels;
    for (AppointmentType const type : {AppointmentType::Evaluation, AppointmentType::Treatment,
             AppointmentType::ReEvaluation, AppointmentType::Group}) // As they are numbered.
        labels.push_back(wide(label(type)));
    return labels;
}

class WaitlistDialog final : public wxDialog {
public:
    WaitlistDialog(wxWindow* parent, SchedulePresenter& schedule, WaitlistPresenter& presenter)
        : wxDialog{parent, wxID_ANY, "Waitlist", wxDefaultPosition, wxDefaultSize,
            wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , presenter_{presenter}
    {
        build(schedule.state().names);
        redraw_ = presenter_.changed.connect([this] { draw(); });
        kept_ = presenter_.kept.connect([this, &schedule](ScheduleEdit const& edit, std::string const& who) {
            schedule.adopt(edit, who);
            EndModal(wxID_OK);
        });
        draw();
        who_->SetFocus();
    }

private:
    void build(Names names)
    {
        WaitlistFields const& fields = presenter_.state().fields;
        form_ = new kit::Form{this};
        who_ = new PatientField{form_->rows(), presenter_.who(), names};
        form_->custom("Patient", "patient", who_);
        type_ = form_->choice("Type", "type", type_labels());
        soon_ = form_->check("As soon as possible", "priority");
        length_ = form_->text("Minutes", "length");
        whom_ = form_->choice("Clinician", "clinician", {"anybody"});
        days_ = new WeekdayBoxes{form_->rows(), fields.weekdays};
        form_->custom("Can come on", "weekdays", days_);
        from_ = form_->text("Not before", "from");
        to_ = form_->text("Not after", "to");
        until_ = form_->text("No use after", "until");
        note_ = form_->text("Remark", "note");
        type_->SetSelection(static_cast<int>(fields.type));
        type_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
            presenter_.choose_type(static_cast<AppointmentType>(type_->GetSelection()));
            length_->ChangeValue(wide(presenter_.state().fields.length));
        });
        length_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
            WaitlistFields typed = presenter_.state().fields;
            typed.length = kit::utf8(length_->GetValue());
            presenter_.edit(std::move(typed));
        });
        soon_->SetValue(fields.priority == WaitlistPriority::AsSoonAsPossible);
        length_->ChangeValue(wide(fields.length));
        from_->ChangeValue(wide(fields.from));
        to_->ChangeValue(wide(fields.to));
        until_->ChangeValue(wide(fields.until));
        note_->ChangeValue(wide(fields.note));
        auto* const buttons = new kit::ButtonRow{this};
        buttons->plain(
            "Leave", [this] { EndModal(wxID_CANCEL); }, "Esc");
        buttons->primary(
            "Keep", [this] { keep(); }, "Ctrl+S");
        auto* const all = new wxBoxSizer{wxVERTICAL};
        all->Add(form_, 0, wxEXPAND | wxALL, FromDIP(step::l));
        all->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(step::l));
        SetSizer(all);
        SetMinSize(FromDIP(wxSize{520, 200}));
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE)
                EndModal(wxID_CANCEL);
            else if (event.GetKeyCode() == 'S' && event.ControlDown())
                keep();
            else
                event.Skip();
        });
    }

    void keep()
    {
        WaitlistFields fields = presenter_.state().fields;
        fields.priority = soon_->GetValue() ? WaitlistPriority::AsSoonAsPossible : WaitlistPriority::Normal;
        fields.length = kit::utf8(length_->GetValue());
        fields.clinician = static_cast<std::size_t>(std::max(0, whom_->GetSelection()));
        fields.weekdays = days_->ticked();
        fields.from = kit::utf8(from_->GetValue());
        fields.to = kit::utf8(to_->GetValue());
        fields.until = kit::utf8(until_->GetValue());
        fields.note = kit::utf8(note_->GetValue());
        presenter_.edit(std::move(fields));
        presenter_.keep();
    }

    void draw()
    {
        WaitlistState const& state = presenter_.state();
        if (whom_->GetCount() != state.clinicians.size() + 1) {
            for (ClinicianRow const& row : state.clinicians)
                whom_->Append(wide(row.name));
            whom_->SetSelection(static_cast<int>(state.fields.clinician));
        }
        form_->show(state.complaints);
        Layout();
        Fit();
    }

    WaitlistPresenter& presenter_;
    kit::Form* form_ = nullptr;
    PatientField* who_ = nullptr;
    WeekdayBoxes* days_ = nullptr;
    wxCheckBox* soon_ = nullptr;
    wxChoice *type_ = nullptr, *whom_ = nullptr;
    wxTextCtrl *length_ = nullptr, *from_ = nullptr, *to_ = nullptr, *until_ = nullptr, *note_ = nullptr;
    Connection redraw_, kept_;
};

} // namespace

void type_waiting(wxWindow* parent, SchedulePresenter& schedule, WaitlistPresenter& presenter)
{
    WaitlistDialog dialog{parent, schedule, presenter};
    dialog.ShowModal();
}

} // namespace plumbline::app::gui
