// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Fault.hpp"
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

constexpr std::array types{AppointmentType::Treatment, AppointmentType::ReEvaluation};

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
        form_ = new kit::Form{this, kit::Form::Columns::Two};
        from_ = form_->text("From", "from");
        from_->ChangeValue(wide(fields.from));
        clinician_ = form_->choice("Clinician", "clinician", {});
        days_ = new WeekdayBoxes{form_->rows(), fields.weekdays};
        form_->custom("Can come on", "weekdays", days_);
        resource_ = form_->choice("Room or table", "resources", {});
        not_before_ = form_->text("Not before", "not_before");
        not_before_->SetHint("the patient's hours, such as 8:30");
        not_after_ = form_->text("Not after", "not_after");
        about_ = form_->text("Best at about", "about");
        about_->SetHint("10:30; empty takes any time");
        length_ = form_->text("Minutes", "length");
        length_->SetHint("as usual for the type");
        type_ = form_->choice("Visit", "type", {wide(label(types[0])), wide(label(types[1]))});
        type_->SetSelection(0);
        summary_ = new kit::Paragraph{this, {}, kit::Meaning::Text};
        visits_ = new kit::HairlineList{this, "Visits of the plan", {{{}, 0, 2}, {{}, 0, 3}}, kit::ListUse::Activate};
        visits_->set_empty_text("Every visit of the plan is booked already, or none can be.");
        visits_->on_activate([this](std::size_t index) { presenter_.toggle(index); });
        visits_->SetMinSize(FromDIP(wxSize{-1, 280}));
        visits_->on_current([this](std::size_t) { show_place(); });
        auto* const buttons = new kit::ButtonRow{this};
        buttons->plain(
            "Leave", [this] { EndModal(wxID_CANCEL); }, "Esc");
        buttons->primary(
            "Book these", [this] { presenter_.keep(); }, "Ctrl+S");
        auto* const all = new wxBoxSizer{wxVERTICAL};
        all->Add(form_, 0, wxEXPAND | wxALL, FromDIP(step::l));
        all->Add(summary_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::l));
        all->Add(visits_, 1, wxEXPAND | wxALL, FromDIP(step::l));
        all->Add(moving(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::l));
        all->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::l));
        SetSizer(all);
        SetMinSize(FromDIP(wxSize{960, 620}));
        for (wxTextCtrl* const text : {from_, about_, not_before_, not_after_, length_})
            text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { take(); });
        for (wxChoice* const choice : {clinician_, resource_, type_})
            choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { take(); });
        days_->on_change([this] { take(); });
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE)
                EndModal(wxID_CANCEL);
            else if (event.GetKeyCode() == 'S' && event.ControlDown())
                presenter_.keep();
            else if (event.GetKeyCode() == WXK_RETURN && (FindFocus() == move_day_ || FindFocus() == move_time_))
                move();
            else
                event.Skip();
        });
    }

    /// The visit where the list stands, to be taken elsewhere.
    wxSizer* moving()
    {
        auto* const row = new wxBoxSizer{wxHORIZONTAL};
        auto const field = [&](wxString const& words, wxString const& name) {
            auto* const text = new wxTextCtrl{this, wxID_ANY};
            text->SetMinSize(FromDIP(wxSize{120, -1}));
            kit::a11y::name(text, name);
            row->Add(new kit::TextLine{this, words, kit::Meaning::Muted}, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT,
                FromDIP(step::s));
            row->Add(text, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::m));
            return text;
        };
        move_day_ = field("Visit in the list: day", "Day of the visit");
        move_time_ = field("begins", "Begin of the visit");
        row->Add(new kit::PlainButton{this, "Move", [this] { move(); }}, 0, wxALIGN_CENTER_VERTICAL);
        auto* const fault = new kit::Fault{this};
        form_->outside("move_day", move_day_, fault);
        form_->outside("move_time", move_time_, fault);
        auto* const both = new wxBoxSizer{wxVERTICAL};
        both->Add(row);
        both->Add(fault, 0, wxEXPAND | wxTOP, FromDIP(step::xs));
        return both;
    }

    void move()
    {
        if (auto const visit = visits_->current())
            presenter_.move(*visit, kit::utf8(move_day_->GetValue()), kit::utf8(move_time_->GetValue()));
    }

    void show_place()
    {
        auto const [day, time] = presenter_.place_of(visits_->current().value_or(visits_->row_count()));
        move_day_->ChangeValue(wide(day));
        move_time_->ChangeValue(wide(time));
    }

    void take()
    {
        PlanCalendarFields fields = presenter_.state().fields;
        fields.from = kit::utf8(from_->GetValue());
        fields.about = kit::utf8(about_->GetValue());
        fields.not_before = kit::utf8(not_before_->GetValue());
        fields.not_after = kit::utf8(not_after_->GetValue());
        fields.length = kit::utf8(length_->GetValue());
        fields.type = types.at(static_cast<std::size_t>(std::max(0, type_->GetSelection())));
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
            for (std::string const& one : state.resources)
                resource_->Append(wide(one));
            clinician_->SetSelection(static_cast<int>(state.fields.clinician));
            resource_->SetSelection(0);
        }
        form_->tell(state.complaints);
        summary_->set(wide(state.summary));
        std::vector<kit::ListRow> rows;
        for (ProposedLine const& line : state.visits)
            rows.push_back({{kit::ListCell{wide(line.when)},
                                line.says.empty() ? kit::ListCell{wide(line.what)}
                                                  : kit::ListCell{wide(line.says), kit::Meaning::Stop}},
                line.wanted && line.says.empty() ? kit::RowLook::Plain : kit::RowLook::Faint});
        visits_->set_rows(std::move(rows));
        if (!visits_->current() && visits_->row_count() > 0)
            visits_->set_current(0);
        if (state.complaints.empty())
            show_place();
        Layout();
    }

    PlanCalendarPresenter& presenter_;
    kit::Form* form_ = nullptr;
    WeekdayBoxes* days_ = nullptr;
    wxTextCtrl *from_ = nullptr, *about_ = nullptr, *not_before_ = nullptr, *not_after_ = nullptr, *length_ = nullptr,
               *move_day_ = nullptr, *move_time_ = nullptr;
    wxChoice *clinician_ = nullptr, *resource_ = nullptr, *type_ = nullptr;
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
