// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/Dialogs.hpp"
#include "app/presenters/DecisionPresenter.hpp"

#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace plumbline::app::gui {

using kit::ListCell;
using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

wxString joined(std::vector<std::string> const& sentences)
{
    wxString text;
    for (std::string const& sentence : sentences)
        text += (text.empty() ? "" : "\n") + wide(sentence);
    return text;
}

class FactsDialog final : public wxDialog {
public:
    FactsDialog(wxWindow* parent, Desk& desk, PatientId patient, EpisodeId episode, Names names)
        : wxDialog{parent, wxID_ANY, "The facts of a decision", wxDefaultPosition, parent->FromDIP(wxSize{760, 620}),
            wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , presenter_{desk, patient, episode, names}
    {
        title_ = new kit::TextLine{this, {}, Meaning::Text, kit::Size::Title, kit::Weight::Bold};
        summary_ = new kit::Paragraph{this, {}, Meaning::Text};
        judgments_ = new kit::Paragraph{this, {}, Meaning::Muted};
        lines_ = new kit::HairlineList{this, "Visits, evaluations and questionnaires, newest first",
            {{"Day", 100}, {"What", 110}, {"Figures", 0, 1}, {"", 92, 1, kit::Align::Right}}, kit::ListUse::Activate};
        lines_->on_activate([this](std::size_t index) {
            opened = presenter_.state().facts.lines.at(index).visit;
            if (opened)
                EndModal(wxID_OK);
        });
        auto* const buttons = new kit::ButtonRow{this};
        buttons->plain(
            "Close", [this] { EndModal(wxID_CANCEL); }, "Esc");
        auto* const all = new wxBoxSizer{wxVERTICAL};
        for (wxWindow* const part : std::initializer_list<wxWindow*>{title_, summary_, judgments_})
            all->Add(part, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(step::l));
        all->AddSpacer(FromDIP(step::m));
        all->Add(lines_, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::s));
        all->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(step::m));
        SetSizer(all);
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE)
                return EndModal(wxID_CANCEL);
            event.Skip();
        });
        redraw_ = presenter_.changed.connect([this] { draw(); });
        draw();
        lines_->SetFocus();
    }

    std::optional<VisitId> opened;

private:
    void draw()
    {
        DecisionState const& state = presenter_.state();
        title_->set({{wide(state.title), Meaning::Text, kit::Weight::Bold, kit::Size::Title}});
        if (!state.complaints.empty())
            summary_->set(kit::translated(state.complaints.front().message), Meaning::Stop);
        else
            summary_->set(wide(state.facts.row.facts), Meaning::Text);
        judgments_->set(joined(state.facts.judgments));
        std::vector<kit::ListRow> rows;
        for (FactLine const& line : state.facts.lines)
            rows.push_back({{wide(to_words(line.on)), wide(line.what), wide(line.figures),
                ListCell{
                    line.visit ? "open the note" : "", Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}}});
        lines_->set_rows(std::move(rows));
        Layout();
    }

    DecisionPresenter presenter_;
    kit::TextLine* title_ = nullptr;
    kit::Paragraph *summary_ = nullptr, *judgments_ = nullptr;
    kit::HairlineList* lines_ = nullptr;
    Connection redraw_;
};

constexpr int width = 560;

class PutOffDialog final : public wxDialog {
public:
    PutOffDialog(wxWindow* parent, Desk& desk, PatientId patient, EpisodeId episode, Names names)
        : wxDialog{parent, wxID_ANY, "Not now, because", wxDefaultPosition, wxDefaultSize,
            wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , presenter_{desk, patient, episode, names}
    {
        build();
        redraw_ = presenter_.changed.connect([this] { draw(); });
        kept_ = presenter_.put_off_now.connect([this] {
            until = plus_days(desk_today_, presenter_.state().terms.at(chosen(*term_)).days);
            EndModal(wxID_OK);
        });
        desk_today_ = desk.context().today();
        draw();
        reason_->SetFocus();
    }

    Date until{};

private:
    static std::size_t chosen(wxChoice const& choice)
    {
        return static_cast<std::size_t>(std::max(choice.GetSelection(), 0));
    }

    void build()
    {
        title_ = new kit::TextLine{this, {}, Meaning::Text, kit::Size::Base, kit::Weight::Bold};
        facts_ = new kit::Paragraph{this, {}, Meaning::Muted};
        form_ = new kit::Form{this};
        std::vector<wxString> reasons, terms;
        for (std::string const& reason : presenter_.state().reasons)
            reasons.push_back(wide(reason));
        for (auto const& term : presenter_.state().terms)
            terms.push_back(wide(term.label));
        reason_ = form_->choice("Because", "why", reasons);
        more_ = form_->text("In your words", "reason");
        term_ = form_->choice("Ask again", "until", terms);
        term_->SetSelection(1);
        auto* const note = new kit::Paragraph{this,
            "The reason is kept with the decision. A new score that changes the facts asks again at once.",
            Meaning::Muted, kit::Size::Caption};
        auto* const buttons = new kit::ButtonRow{this};
        buttons->plain(
            "Leave", [this] { EndModal(wxID_CANCEL); }, "Esc");
        go_ = buttons->primary(
            "Put off", [this] { put_off(); }, "Enter");
        auto* const all = new wxBoxSizer{wxVERTICAL};
        for (wxWindow* const part : std::initializer_list<wxWindow*>{title_, facts_, form_, note})
            all->Add(part, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(step::l));
        all->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(step::l));
        SetSizer(all);
        SetSize(wxSize{FromDIP(width), GetBestSize().y});
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            auto* const button = dynamic_cast<wxButton*>(wxWindow::FindFocus());
            if (event.GetKeyCode() == WXK_ESCAPE)
                return EndModal(wxID_CANCEL);
            if ((event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER) && !button)
                return put_off();
            event.Skip();
        });
    }

    void put_off()
    {
        bool const none = reason_->GetSelection() == wxNOT_FOUND;
        presenter_.put_off(
            none ? std::nullopt : std::optional{chosen(*reason_)}, kit::utf8(more_->GetValue()), chosen(*term_));
    }

    void draw()
    {
        DecisionState const& state = presenter_.state();
        title_->set({{wide(state.title), Meaning::Text, kit::Weight::Bold}});
        facts_->set(wide(state.facts.row.facts), Meaning::Muted);
        go_->Enable(state.loaded && !state.busy);
        form_->show(state.complaints);
        Layout();
        if (GetBestSize().y > GetSize().y)
            SetSize(wxSize{GetSize().x, GetBestSize().y});
    }

    DecisionPresenter presenter_;
    Date desk_today_{};
    kit::TextLine* title_ = nullptr;
    kit::Paragraph* facts_ = nullptr;
    kit::Form* form_ = nullptr;
    wxChoice *reason_ = nullptr, *term_ = nullptr;
    wxTextCtrl* more_ = nullptr;
    kit::PrimaryButton* go_ = nullptr;
    Connection redraw_, kept_;
};

} // namespace

std::optional<VisitId> see_decision_facts(
    wxWindow* parent, Desk& desk, PatientId patient, EpisodeId episode, Names names)
{
    FactsDialog dialog{parent, desk, patient, episode, names};
    dialog.ShowModal();
    return dialog.opened;
}

std::optional<Date> put_off_decision(wxWindow* parent, Desk& desk, PatientId patient, EpisodeId episode, Names names)
{
    PutOffDialog dialog{parent, desk, patient, episode, names};
    return dialog.ShowModal() == wxID_OK ? std::optional{dialog.until} : std::nullopt;
}

} // namespace plumbline::app::gui
