// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/Dialogs.hpp"
#include "app/gui/screens/PaperView.hpp"
#include "app/presenters/DocumentPresenter.hpp"

#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>

#include <memory>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

/// A document in front of everything: pages, and what can be done with them. A draft can be signed and kept.
class ReportDialog final : public wxDialog {
public:
    ReportDialog(wxWindow* parent, wxString const& title, std::unique_ptr<DocumentPresenter> presenter,
        std::function<void()> produced)
        : wxDialog{parent, wxID_ANY, title, wxDefaultPosition, parent->FromDIP(wxSize{860, 800}),
            wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , presenter_{std::move(presenter)}
    {
        build();
        redraw_ = presenter_->changed.connect([this] { draw(); });
        produced_ = presenter_->produced_one.connect(std::move(produced));
        draw();
    }

private:
    void build()
    {
        banner_ = new kit::Banner{this};
        paper_ = new PaperView{this};
        only_pdf_ = new kit::Paragraph{this,
            "This document was kept before its pages were kept for the screen. The PDF is as it was signed: save a "
            "copy "
            "to read it, or print it.",
            Meaning::Text};
        facts_ = new kit::HairlineList{this, "About this document", {{"", 150}, {"", 0, 1}}};
        only_pdf_->Hide();
        facts_->Hide();
        count_ = new kit::TextLine{this, {}, Meaning::Muted, kit::Size::Caption};
        auto* const row = new wxBoxSizer{wxHORIZONTAL};
        row->Add(count_, 1, wxALIGN_CENTER_VERTICAL);
        close_ = new kit::PlainButton{this, "Close", [this] { EndModal(wxID_CANCEL); }, "Esc"};
        save_ = new kit::PlainButton{this, "Save PDF", [this] { save(); }, "Ctrl+Shift+E"};
        print_ = new kit::PlainButton{this, "Print", [this] { presenter_->print({}); }, "Ctrl+P"};
        keep_ = new kit::PrimaryButton{this, "Sign and keep", "Ctrl+Enter", [this] { presenter_->produce([] {}); }};
        for (wxWindow* const button : std::initializer_list<wxWindow*>{close_, save_, print_, keep_})
            row->Add(button, 0, wxALIGN_CENTER_VERTICAL | wxLEFT, FromDIP(step::s));
        auto* const all = new wxBoxSizer{wxVERTICAL};
        all->Add(banner_, 0, wxEXPAND);
        all->Add(only_pdf_, 0, wxEXPAND | wxALL, FromDIP(step::l));
        all->Add(facts_, 1, wxEXPAND);
        all->Add(paper_, 1, wxEXPAND);
        all->Add(row, 0, wxEXPAND | wxALL, FromDIP(step::m));
        SetSizer(all);
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { key(event); });
        paper_->SetFocus();
    }

    void key(wxKeyEvent& event)
    {
        switch (event.GetKeyCode()) {
        case WXK_ESCAPE:
            return EndModal(wxID_CANCEL);
        case WXK_PAGEDOWN:
            return turn(1);
        case WXK_PAGEUP:
            return turn(-1);
        default:
            break;
        }
        if (event.ControlDown() && event.GetKeyCode() == 'P')
            return presenter_->print({});
        if (event.ControlDown() && event.ShiftDown() && event.GetKeyCode() == 'E')
            return save();
        if (event.ControlDown() && event.GetKeyCode() == WXK_RETURN)
            return presenter_->produce([] {});
        event.Skip();
    }

    void turn(int by)
    {
        presenter_->turn(by);
        paper_->go_to(presenter_->state().page);
    }

    void save()
    {
        wxFileDialog ask{this, "Save a copy as PDF", {}, "progress-report.pdf", "PDF files (*.pdf)|*.pdf",
            wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
        if (ask.ShowModal() == wxID_OK)
            presenter_->save_as(kit::utf8(ask.GetPath()));
    }

    void draw()
    {
        DocumentState const& state = presenter_->state();
        paper_->set_pages(state.pages);
        show_facts(state.loaded && state.pages.empty());
        wxString words;
        if (!state.pages.empty())
            words = wxString::Format(state.pages.size() == 1 ? "%zu page" : "%zu pages", state.pages.size());
        if (state.loaded && !state.stored)
            words += wide(" · a draft until it is signed and kept");
        if (!state.notice.empty())
            words += wide((words.empty() ? "" : " · ") + state.notice);
        count_->set({{words, Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
        for (wxWindow* const button : std::initializer_list<wxWindow*>{save_, print_, keep_})
            button->Enable(state.loaded && !state.busy);
        if (keep_->IsShown() && state.stored) {
            keep_->Hide();
            // A hidden button would keep the keyboard from everyone.
            (paper_->IsShown() ? static_cast<wxWindow*>(paper_) : facts_)->SetFocus();
        }
        if (state.complaints.empty())
            banner_->dismiss();
        else
            banner_->say(Meaning::Stop, kit::translated(state.complaints.front().message));
        Layout();
    }

    /// In place of the pages that there are none of.
    void show_facts(bool wanted)
    {
        if (facts_->IsShown() == wanted)
            return;
        std::vector<kit::ListRow> rows;
        for (auto const& fact : presenter_->state().facts)
            rows.push_back({{kit::ListCell{wide(fact.what), Meaning::Muted}, kit::ListCell{wide(fact.value)}}});
        facts_->set_rows(std::move(rows));
        facts_->Show(wanted);
        only_pdf_->Show(wanted);
        paper_->Show(!wanted);
        (wanted ? static_cast<wxWindow*>(facts_) : paper_)->SetFocus();
    }

    std::unique_ptr<DocumentPresenter> presenter_;
    kit::Banner* banner_ = nullptr;
    PaperView* paper_ = nullptr;
    kit::Paragraph* only_pdf_ = nullptr;
    kit::HairlineList* facts_ = nullptr;
    kit::TextLine* count_ = nullptr;
    kit::PlainButton *close_ = nullptr, *save_ = nullptr, *print_ = nullptr;
    kit::PrimaryButton* keep_ = nullptr;
    Connection redraw_, produced_;
};

} // namespace

void preview_report(wxWindow* parent, Desk& desk, PatientId patient, EpisodeId episode, std::function<void()> produced)
{
    ReportDialog dialog{
        parent, "Progress report", std::make_unique<DocumentPresenter>(desk, patient, episode), std::move(produced)};
    dialog.ShowModal();
}

void view_document(wxWindow* parent, Desk& desk, PatientId patient, DocumentId document)
{
    ReportDialog dialog{parent, "Document", std::make_unique<DocumentPresenter>(desk, patient, document), [] {}};
    dialog.ShowModal();
}

} // namespace plumbline::app::gui
