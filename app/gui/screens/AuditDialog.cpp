// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/DataList.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/Dialogs.hpp"
#include "app/gui/screens/PatientField.hpp"
#include "app/presenters/AuditPresenter.hpp"
#include "app/presenters/Sentences.hpp"

#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <memory>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

Meaning meaning_of(AuditEvent event)
{
    switch (event) {
    case AuditEvent::Denied:
    case AuditEvent::LoginFailed:
        return Meaning::Stop;
    case AuditEvent::Delete:
    case AuditEvent::Export:
    case AuditEvent::Restore:
        return Meaning::Due;
    default:
        return Meaning::Text;
    }
}

class AuditDialog final : public wxDialog {
public:
    AuditDialog(wxWindow* parent, Desk& desk, Names names)
        : wxDialog{parent, wxID_ANY, "Audit log", wxDefaultPosition, wxDefaultSize,
            wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , names_{names}
        , presenter_{desk}
    {
        build();
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE)
                return EndModal(wxID_CANCEL);
            event.Skip();
        });
        redraw_ = presenter_.changed.connect([this] { draw(); });
        draw();
        Fit();
        CentreOnParent();
        list_->SetFocus();
    }

private:
    void build()
    {
        form_ = new kit::Form{this, kit::Form::Columns::Two};
        login_ = form_->choice("Person", "login", {"everyone"});
        login_->SetSelection(0);
        form_->custom("Patient", "patient", new PatientField{form_->rows(), presenter_.patient(), names_});
        from_ = form_->text("From", "from");
        to_ = form_->text("To", "to");
        for (wxTextCtrl* const field : {from_, to_})
            field->SetHint("-7, 3/14, 14 Mar 2026");
        for (auto const& event : {wxEVT_TEXT, wxEVT_CHOICE})
            form_->Bind(event, [this](wxCommandEvent& heard) {
                ask();
                heard.Skip();
            });
        list_ = new kit::DataList{this, "Audit log, newest first",
            {{"seq", "Entry", 70, kit::Align::Right}, {"at", "When", 190}, {"who", "Who", 110}, {"what", "What", 130},
                {"about", "About", 250}, {"details", "Details", 250}}};
        list_->SetMinSize(FromDIP(wxSize{1010, 420}));
        list_->on_need([this](std::size_t first, std::size_t) {
            if (first >= presenter_.state().lines.size())
                presenter_.load_more();
        });
        said_ = new kit::Paragraph{this, {}, Meaning::Muted};
        auto* const buttons = new wxBoxSizer{wxHORIZONTAL};
        verify_ = new kit::PlainButton{this, "Verify the log", [this] { presenter_.verify(); }};
        csv_ = new kit::PlainButton{this, wide("Save as a table…"), [this] { save("csv", "Tables (*.csv)|*.csv"); }};
        pdf_ = new kit::PlainButton{this, wide("Save as PDF…"), [this] { save("pdf", "PDF files (*.pdf)|*.pdf"); }};
        print_ = new kit::PlainButton{this, "Print", [this] { presenter_.print({}); }};
        auto* const close = new kit::PlainButton{this, "Close", [this] { EndModal(wxID_CANCEL); }, "Esc"};
        for (wxWindow* const button : std::initializer_list<wxWindow*>{verify_, csv_, pdf_, print_})
            buttons->Add(button, 0, wxRIGHT, FromDIP(step::s));
        buttons->AddStretchSpacer();
        buttons->Add(close);
        auto* const all = new wxBoxSizer{wxVERTICAL};
        all->Add(form_, 0, wxEXPAND | wxALL, FromDIP(step::l));
        all->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::l));
        all->Add(said_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(step::l));
        all->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(step::l));
        SetSizer(all);
    }

    void ask()
    {
        auto const chosen = static_cast<std::size_t>(std::max(login_->GetSelection(), 0));
        auto const& logins = presenter_.state().logins;
        presenter_.ask({chosen == 0 || chosen > logins.size() ? std::string{} : logins[chosen - 1],
            kit::utf8(from_->GetValue()), kit::utf8(to_->GetValue())});
    }

    void save(char const* ending, char const* kinds)
    {
        wxFileDialog ask{
            this, "Save the audit log", {}, wxString{"audit-log."} + ending, kinds, wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
        if (ask.ShowModal() == wxID_OK)
            presenter_.save_as(kit::utf8(ask.GetPath()));
    }

    void draw()
    {
        AuditState const& state = presenter_.state();
        if (login_->GetCount() != state.logins.size() + 1)
            for (std::size_t i = login_->GetCount() - 1; i < state.logins.size(); ++i)
                login_->Append(wide(state.logins[i]));
        if (state.lines != drawn_)
            fill(state.lines);
        form_->tell(state.complaints);
        wxString words = wide(state.busy ? "One moment …" : state.notice);
        if (!state.verdict.empty())
            words = wide(state.verdict);
        else if (words.empty())
            words = state.lines.empty()
                ? wxString{"No entries."}
                : wxString::Format("%zu shown", state.lines.size()) + (state.more ? ", older ones as you scroll" : "");
        said_->set(words, !state.sound ? Meaning::Muted : *state.sound ? Meaning::Reached : Meaning::Stop);
        verify_->Enable(state.may_verify && !state.busy);
        for (kit::PlainButton* const button : {csv_, pdf_, print_})
            button->Enable(state.may_print && !state.busy);
        Layout();
    }

    void fill(std::vector<AuditLine> const& lines)
    {
        auto const current = list_->current();
        std::vector<kit::DataRow> rows;
        for (AuditLine const& line : lines)
            rows.push_back({{wide(std::to_string(line.seq)), Meaning::Muted},
                {wide(to_words(day_of(line.at)) + "  " + to_clock(line.at))}, {wide(line.who)},
                {wide(line.what), meaning_of(line.event)}, {wide(about_words(line, shown_name(line.patient, names_)))},
                {wide(line.details), Meaning::Muted}});
        bool const goes_on = lines.size() > drawn_.size() && std::equal(drawn_.begin(), drawn_.end(), lines.begin());
        drawn_ = lines;
        // One row beyond those that are loaded: whoever comes to it asks for more.
        list_->reset(rows.size() + (presenter_.state().more ? 1 : 0));
        list_->put(0, std::move(rows));
        if (current && goes_on)
            list_->set_current(*current);
    }

    Names names_;
    AuditPresenter presenter_;
    std::vector<AuditLine> drawn_;
    kit::Form* form_ = nullptr;
    wxChoice* login_ = nullptr;
    wxTextCtrl *from_ = nullptr, *to_ = nullptr;
    kit::DataList* list_ = nullptr;
    kit::Paragraph* said_ = nullptr;
    kit::PlainButton *verify_ = nullptr, *csv_ = nullptr, *pdf_ = nullptr, *print_ = nullptr;
    Connection redraw_;
};

} // namespace

void see_audit_log(wxWindow* parent, Desk& desk, Names names)
{
    AuditDialog dialog{parent, desk, names};
    dialog.ShowModal();
}

} // namespace plumbline::app::gui
