// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/ScheduleDialogs.hpp"
#include "app/gui/screens/WeekdayBoxes.hpp"
#include "app/presenters/PlanCalendarPresenter.hpp"

#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace plumbline::app::gui {

using kit::wide;
namespace step = kit::step;

namespace {

class PlanCalendarDialog final : public wxDialog {
public:
    PlanCalendarDialog(wxWindow* parent, SchedulePresenter& schedule, PlanCalendarPresenter& presenter)
        : wxDialog{parent, wxID_ANY, "Plan to calendar", wxDefaultPosition, wxDefaultSize,
            wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , presenter_{presenter}
    {
        build();
        redraw_ = presenter_.changed.connect([this] { draw(); });
        kept_ = presenter_.kept.connect([this, &schedule](ScheduleEdit const& edit, std::string const& who) {
            schedule.adopt(edit, who);
            EndModal(wxID_OK);
        });
        draw();
        from_->SetFocus();
    }

private:
    void build()
    {
        PlanCalendarFields const& fields = presenter_.state().fields;
        form_ = new kit::Form{this};
        from_ = form_->text("From", "from");
        from_->ChangeValue(wide(fields.from));
        clinician_ = form_->choice("Clinician", "clinician", {});
        days_ = new WeekdayBoxes{form_->rows(), fields.weekdays};
        form_->custom("Can come on", "weekdays", days_);
        about_ = form_->text("Best at about", "about");
        about_->SetHint("10:30; empty takes any time");
        resource_ = form_->choice("Room or table", "resources", {"none"});
        summary_ = new kit::Paragraph{this, {}, kit::Meaning::Text};
        visits_ = new kit::HairlineList{this, "Visits of the plan", {{{}, 0, 2}, {{}, 0, 3}}, kit::ListUse::Activate};
        visits_->set_empty_text("Every visit of the plan is booked already, or none can be.");
        visits_->on_activate([this](std::size_t index) { presenter_.toggle(index); });
        visits_->SetMinSize(FromDIP(wxSize{-1, 280}));
        auto* const buttons = new kit::ButtonRow{this};
        buttons->plain(
            "Leave", [this] { EndModal(wxID_CANCEL); }, "Esc");
        buttons->primary(
            "Book these", [this] { presenter_.keep(); }, "Ctrl+S");
        auto* const all = new wxBoxSizer{wxVERTICAL};
        all->Add(form_, 0, wxEXPAND | wxALL, FromDIP(step::l));
        all->Add(summary_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::l));
        all->Add(visits_, 1, wxEXPAND | wxALL, FromDIP(step::l));
        all->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::l));
        SetSizer(all);
        SetMinSize(FromDIP(wxSize{560, 560}));
        for (wxTextCtrl* const text : {from_, about_})
            text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { take(); });
        for (wxChoice* const choice : {clinician_, resource_})
            choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { take(); });
        days_->on_change([this] { take(); });
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE)
                EndModal(wxID_CANCEL);
            else if (event.GetKeyCode() == 'S' && event.ControlDown())
                presenter_.keep();
            else
                event.Skip();
        });
    }

    void take()
    {
        PlanCalendarFields fields = presenter_.state().fields;
        fields.from = kit::utf8(from_->GetValue());
        fields.about = kit::utf8(about_->GetValue());
        fields.clinician = static_cast<std::size_t>(std::max(0, clinician_->GetSelection()));
        fields.resource = static_cast<std::size_t>(std::max(0, resource_->GetSelection()));
        fields.weekdays = days_->ticked();
        presenter_.edit(std::move(fields));
    }

    void draw()
    {
        PlanCalendarState const& state = presenter_.state();
        if (clinician_->GetCount() != state.clinicians.size()) {
            for (ClinicianRow const& row : state.clinicians)
                clinician_->Append(wide(row.name));
            for (Resource const& one : state.resources)
                resource_->Append(wide(one.details().name));
            clinician_->SetSelection(static_cast<int>(state.fields.clinician));
            resource_->SetSelection(0);
        }
        form_->clear_faults();
        form_->tell(state.complaints);
        summary_->set(wide(state.summary));
        std::vector<kit::ListRow> rows;
        for (ProposedLine const& line : state.visits)
            rows.push_back({{kit::ListCell{wide(line.when)},
                                line.says.empty() ? kit::ListCell{line.wanted ? "free" : "left out"}
                                                  : kit::ListCell{wide(line.says), kit::Meaning::Stop}},
                line.wanted && line.says.empty() ? kit::RowLook::Plain : kit::RowLook::Faint});
        visits_->set_rows(std::move(rows));
        Layout();
    }

    PlanCalendarPresenter& presenter_;
    kit::Form* form_ = nullptr;
    WeekdayBoxes* days_ = nullptr;
    wxTextCtrl *from_ = nullptr, *about_ = nullptr;
    wxChoice *clinician_ = nullptr, *resource_ = nullptr;
    kit::Paragraph* summary_ = nullptr;
    kit::HairlineList* visits_ = nullptr;
    Connection redraw_, kept_;
};

} // namespace

void plan_visits(wxWindow* parent, SchedulePresenter& schedule, PlanCalendarPresenter& presenter)
{
    PlanCalendarDialog dialog{parent, schedule, presenter};
    dialog.ShowModal();
}

} // namespace plumbline::app::gui
