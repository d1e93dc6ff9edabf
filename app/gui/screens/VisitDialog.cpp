// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/PatientField.hpp"
#include "app/gui/screens/ScheduleDialogs.hpp"
#include "app/gui/screens/TickBoxes.hpp"
#include "app/gui/screens/WeekdayBoxes.hpp"
#include "app/presenters/Sentences.hpp"
#include "app/presenters/VisitPresenter.hpp"

#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace plumbline::app::gui {

using kit::wide;
namespace step = kit::step;

namespace {

constexpr std::array types{
    AppointmentType::Treatment, AppointmentType::Evaluation, AppointmentType::ReEvaluation, AppointmentType::Group};

wxString title_of(VisitState::Kind kind)
{
    return kind == VisitState::Kind::New ? "New visit" : kind == VisitState::Kind::WalkIn ? "Walk-in" : "Change visit";
}

class VisitDialog final : public wxDialog {
public:
    VisitDialog(wxWindow* parent, SchedulePresenter& schedule, VisitPresenter& presenter)
        : wxDialog{parent, wxID_ANY, title_of(presenter.state().kind), wxDefaultPosition, wxDefaultSize,
            wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , presenter_{presenter}
    {
        build(schedule.state().names);
        redraw_ = presenter_.changed.connect([this] { draw(); });
        kept_ = presenter_.kept.connect([this, &schedule](ScheduleEdit const& edit, std::string const& who) {
            schedule.adopt(edit, who);
            if (IsModal())
                EndModal(wxID_OK);
        });
        draw();
        if (who_ == nullptr || presenter_.who().chosen())
            time_->SetFocus();
        else
            who_->SetFocus();
    }

private:
    void build(Names names)
    {
        form_ = new kit::Form{this, kit::Form::Columns::Two};
        add_patient(names);
        std::vector<wxString> words;
        for (AppointmentType const type : types)
            words.push_back(wide(label(type)));
        type_ = form_->choice("Visit", "type", words);
        day_ = form_->text("Day", "day");
        time_ = form_->text("Begins", "start");
        length_ = form_->text("Minutes", "length");
        length_->SetHint("as usual for the type");
        clinician_ = form_->choice("Clinician", "clinician", {});
        resources_ = new TickBoxes{form_->rows()};
        form_->custom("Rooms and tables", "resources", resources_);
        note_ = form_->text("Remark", "note");
        if (presenter_.state().in_series) {
            scope_ = form_->choice("Change", "scope", {"this visit", "this and the following", "all of the series"});
            scope_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
                take();
                show_pattern();
                draw();
            });
        }
        build_series();
        fill();
        hint_ = new kit::Paragraph{this, {}, kit::Meaning::Text};
        visits_ = new kit::HairlineList{this, "Visits of the series", {{{}, 0, 2}, {{}, 0, 3}}, kit::ListUse::Activate};
        visits_->on_activate([this](std::size_t index) { presenter_.toggle(index); });
        visits_->SetMinSize(FromDIP(wxSize{-1, 240}));
        auto* const buttons = new kit::ButtonRow{this};
        anyway_ = new kit::PlainButton{this, "Book all the same", [this] {
                                           take();
                                           asked_ = true;
                                           presenter_.keep_all_the_same();
                                       }};
        reason_ = new wxTextCtrl{this, wxID_ANY, wide(presenter_.state().fields.reason)};
        reason_->SetHint("why, in a few words");
        reason_->SetMinSize(FromDIP(wxSize{240, -1}));
        kit::a11y::name(reason_, "Reason for booking all the same");
        buttons->plain(
            "Leave", [this] { EndModal(wxID_CANCEL); }, "Esc");
        keep_ = buttons->primary(
            "Book", [this] { keep(); }, "Ctrl+S");
        auto* const end = new wxBoxSizer{wxHORIZONTAL};
        end->Add(anyway_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::s));
        end->Add(reason_, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::m));
        end->Add(buttons, 1, wxALIGN_CENTER_VERTICAL);
        auto* const all = new wxBoxSizer{wxVERTICAL};
        all->Add(form_, 0, wxEXPAND | wxALL, FromDIP(step::l));
        all->Add(hint_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::l));
        all->Add(visits_, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::l));
        all->Add(end, 0, wxEXPAND | wxALL, FromDIP(step::l));
        SetSizer(all);
        SetMinSize(FromDIP(wxSize{960, 200}));
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { key(event); });
    }

    /// Whose a booked visit is does not change.
    void add_patient(Names names)
    {
        VisitState const& state = presenter_.state();
        if (state.kind == VisitState::Kind::Change) {
            auto* const name = form_->text("Patient", "patient");
            name->ChangeValue(wide(names == Names::Hidden ? hidden_name : state.patient));
            name->SetEditable(false);
            return;
        }
        who_ = new PatientField{form_->rows(), presenter_.who(), names};
        form_->custom("Patient", "patient", who_);
    }

    void build_series()
    {
        VisitFields const& fields = presenter_.state().fields;
        repeat_ = form_->choice("Repeats", "repeat", {"once", "every week"});
        repeat_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
            take();
            draw();
        });
        weekdays_ = new WeekdayBoxes{form_->rows(), fields.weekdays};
        form_->custom("On", "weekdays", weekdays_);
        every_ = form_->text("Every so many weeks", "every");
        count_ = form_->text("Number of visits", "count");
        until_ = form_->text("Or until", "until");
        left_out_ = form_->text("Leave out", "left_out");
        left_out_->SetHint("days, such as 24 Dec, 31 Dec");
    }

    void key(wxKeyEvent& event)
    {
        bool const enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        wxWindow const* const at = FindFocus();
        bool const in_text = at == day_ || at == time_ || at == length_ || at == note_ || at == every_ || at == count_
            || at == until_ || at == left_out_;
        if (event.GetKeyCode() == WXK_ESCAPE)
            EndModal(wxID_CANCEL);
        else if ((event.GetKeyCode() == 'S' && event.ControlDown()) || (enter && in_text))
            keep();
        else
            event.Skip();
    }

    void take()
    {
        auto const index = [](wxChoice* choice) {
            return static_cast<std::size_t>(std::max(0, choice->GetSelection()));
        };
        VisitFields fields = presenter_.state().fields;
        fields.type = types.at(index(type_));
        fields.day = kit::utf8(day_->GetValue());
        fields.time = kit::utf8(time_->GetValue());
        fields.length = kit::utf8(length_->GetValue());
        take_choices(fields);
        fields.note = kit::utf8(note_->GetValue());
        fields.repeat = index(repeat_) == 0 ? VisitRepeat::Once : VisitRepeat::Weekly;
        fields.weekdays = weekdays_->ticked();
        fields.every = kit::utf8(every_->GetValue());
        fields.count = kit::utf8(count_->GetValue());
        fields.until = kit::utf8(until_->GetValue());
        fields.left_out = kit::utf8(left_out_->GetValue());
        fields.reason = kit::utf8(reason_->GetValue());
        if (scope_ != nullptr)
            fields.scope = static_cast<SeriesScope>(index(scope_));
        presenter_.edit(std::move(fields));
        weekdays_->set(presenter_.state().fields.weekdays); // They follow the day.
    }

    /// Until there is something to choose, what was meant from the beginning stays.
    void take_choices(VisitFields& fields) const
    {
        if (clinician_->GetSelection() != wxNOT_FOUND)
            fields.clinician = static_cast<std::size_t>(clinician_->GetSelection());
        auto const ticked = resources_->ticked();
        if (ticked.empty())
            return;
        fields.resources.clear();
        for (std::size_t one = 0; one < ticked.size(); ++one)
            if (ticked[one])
                fields.resources.push_back(presenter_.state().resources[one].id());
        std::ranges::sort(fields.resources);
    }

    void keep()
    {
        take();
        asked_ = true;
        presenter_.keep();
    }

    /// What is known from the beginning, and typed over from then on.
    void fill()
    {
        VisitFields const& fields = presenter_.state().fields;
        type_->SetSelection(static_cast<int>(std::ranges::find(types, fields.type) - types.begin()));
        day_->ChangeValue(wide(fields.day));
        time_->ChangeValue(wide(fields.time));
        length_->ChangeValue(wide(fields.length));
        note_->ChangeValue(wide(fields.note));
        repeat_->SetSelection(fields.repeat == VisitRepeat::Once ? 0 : 1);
        if (scope_ != nullptr)
            scope_->SetSelection(static_cast<int>(fields.scope));
        show_pattern();
    }

    /// These are read in the background: what somebody typed meanwhile stays.
    void fill_choices(VisitState const& state)
    {
        if (clinician_->GetCount() == state.clinicians.size() && resources_->count() == state.resources.size())
            return;
        clinician_->Clear();
        for (ClinicianRow const& row : state.clinicians)
            clinician_->Append(wide(row.name));
        VisitFields const& fields = state.fields;
        std::vector<std::pair<wxString, bool>> things;
        for (Resource const& one : state.resources)
            things.emplace_back(wide(one.details().name + (one.details().active ? "" : " (out of use)")),
                std::ranges::find(fields.resources, one.id()) != fields.resources.end());
        resources_->set(things);
        if (!state.clinicians.empty())
            clinician_->SetSelection(static_cast<int>(fields.clinician));
        if (state.in_series)
            show_pattern();
    }

    void show_pattern()
    {
        VisitFields const& fields = presenter_.state().fields;
        weekdays_->set(fields.weekdays);
        every_->ChangeValue(wide(fields.every));
        count_->ChangeValue(wide(fields.count));
        until_->ChangeValue(wide(fields.until));
    }

    void draw()
    {
        VisitState const& state = presenter_.state();
        fill_choices(state);
        bool const repeats = state.fields.repeat == VisitRepeat::Weekly;
        bool const of_series = state.in_series && state.fields.scope != SeriesScope::This;
        repeat_->Enable(!state.in_series);
        for (wxWindow* const part : std::initializer_list<wxWindow*>{weekdays_, every_, count_, until_, left_out_})
            part->Enable(state.in_series ? of_series : repeats);
        // Only the answer to a try moves the keyboard: whoever goes on typing stays where they type.
        if (asked_)
            form_->show(state.complaints);
        else
            form_->tell(state.complaints);
        asked_ = asked_ && (state.busy || state.keep_waits);
        anyway_->Show(state.may_override);
        reason_->Show(state.may_override);
        hint_->set(wide(state.summary));
        hint_->Show(!state.summary.empty());
        std::vector<kit::ListRow> rows;
        for (ProposedLine const& line : state.visits)
            rows.push_back({{kit::ListCell{wide(line.when)},
                                line.says.empty() ? kit::ListCell{wide(line.what)}
                                                  : kit::ListCell{wide(line.says), kit::Meaning::Stop}},
                line.wanted && line.says.empty() ? kit::RowLook::Plain : kit::RowLook::Faint});
        visits_->set_rows(std::move(rows));
        visits_->Show(!state.visits.empty());
        keep_->relabel(keep_words(state), "Ctrl+S");
        Layout();
        Fit();
    }

    static wxString keep_words(VisitState const& state)
    {
        bool const of_series = state.in_series && state.fields.scope != SeriesScope::This;
        if (of_series || (!state.in_series && state.fields.repeat == VisitRepeat::Weekly)) {
            if (state.visits.empty())
                return "Show the visits";
            return of_series ? "Change the series" : "Book the series";
        }
        return state.kind == VisitState::Kind::Change ? "Keep" : "Book";
    }

    VisitPresenter& presenter_;
    kit::Form* form_ = nullptr;
    PatientField* who_ = nullptr;
    WeekdayBoxes* weekdays_ = nullptr;
    TickBoxes* resources_ = nullptr;
    wxChoice *type_ = nullptr, *clinician_ = nullptr, *repeat_ = nullptr, *scope_ = nullptr;
    wxTextCtrl *day_ = nullptr, *time_ = nullptr, *length_ = nullptr, *note_ = nullptr, *every_ = nullptr,
               *count_ = nullptr, *until_ = nullptr, *left_out_ = nullptr, *reason_ = nullptr;
    kit::Paragraph* hint_ = nullptr;
    kit::HairlineList* visits_ = nullptr;
    kit::PlainButton* anyway_ = nullptr;
    kit::PrimaryButton* keep_ = nullptr;
    bool asked_ = false; ///< It was tried and is not answered yet.
    Connection redraw_, kept_;
};

} // namespace

void type_visit(wxWindow* parent, SchedulePresenter& schedule, VisitPresenter& presenter)
{
    VisitDialog dialog{parent, schedule, presenter};
    dialog.ShowModal();
}

} // namespace plumbline::app::gui
