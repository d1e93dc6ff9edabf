// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Fault.hpp"
#include "app/gui/kit/Finder.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/Dialogs.hpp"
#include "app/gui/screens/FormKeeping.hpp"
#include "app/presenters/EpisodeFormPresenter.hpp"

#include <wx/checkbox.h>
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

template <class All>
std::vector<wxString> words(All const& all)
{
    std::vector<wxString> out;
    for (auto const value : all)
        out.push_back(wide(label(value)));
    return out;
}

template <class All, class Value>
int index_of(All const& all, Value value)
{
    return static_cast<int>(std::ranges::find(all, value) - all.begin());
}

class EpisodeDialog final : public wxDialog {
public:
    EpisodeDialog(wxWindow* parent, std::unique_ptr<EpisodeFormPresenter> presenter)
        : wxDialog{parent, wxID_ANY, presenter->state().fresh ? "Start episode" : "Change episode", wxDefaultPosition,
            parent->FromDIP(wxSize{820, 720}), wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , presenter_{std::move(presenter)}
    {
        build();
        redraw_ = presenter_->changed.connect([this] { draw(); });
        stored_ = presenter_->kept.connect([this](EpisodeId id) {
            // A second Enter may come before the dialog is gone.
            if (!kept)
                EndModal(wxID_OK);
            kept = id;
        });
        draw();
    }

    std::optional<EpisodeId> kept;

    /// As soon as the dialog is there.
    void begin_with(EpisodeBegin begin)
    {
        if (begin == EpisodeBegin::Diagnosis)
            CallAfter([this] { find_diagnosis(); });
        else if (begin == EpisodeBegin::Referrer)
            CallAfter([this] { find_referrer(); });
    }

private:
    void build()
    {
        form_ = new kit::Form{this, kit::Form::Columns::Two};
        title_ = form_->text("Title", "title");
        title_->SetHint("left-sided sciatica");
        complaint_ = form_->multiline("In the patient's words", "complaint", 2);
        region_ = form_->choice("Region", "region", words(all_regions()));
        side_ = form_->choice("Side", "side", words(all_sides()));
        onset_ = form_->text("Onset", "onset");
        onset_->SetHint("8/3, -20, 3 Aug 2026");
        about_ = form_->check("Onset is approximate", "onset_approximate");
        mechanism_ = form_->choice("How it began", "mechanism", words(all_mechanisms()));
        started_ = form_->text("First day here", "started");
        stage_ = new kit::TextLine{this, {}, Meaning::Muted};

        diagnoses_ = new kit::HairlineList{this, "Diagnoses, treating diagnosis first",
            {{"Diagnoses, treating diagnosis first", 0, 1}}, kit::ListUse::Activate};
        diagnoses_->set_empty_text("Add the treating diagnosis first.");
        diagnoses_->SetMinSize(FromDIP(wxSize{-1, 120}));
        diagnoses_->on_key([this](wxKeyEvent const& event) {
            if (event.GetKeyCode() != WXK_DELETE || !diagnoses_->current())
                return false;
            presenter_->remove_diagnosis(*diagnoses_->current());
            return true;
        });
        warning_ = new kit::Paragraph{this, {}, Meaning::Due};
        referrer_ = new kit::TextLine{this, kit::Runs{}};
        auto* const tools = new wxBoxSizer{wxHORIZONTAL};
        tools->Add(new kit::PlainButton{this, "Add diagnosis", [this] { find_diagnosis(); }, "Ctrl+D"});
        tools->Add(new kit::PlainButton{this, "Referred by", [this] { find_referrer(); }, "Ctrl+R"}, 0, wxLEFT,
            FromDIP(step::s));
        tools->Add(referrer_, 1, wxALIGN_CENTER_VERTICAL | wxLEFT, FromDIP(step::m));
        auto* const buttons = new kit::ButtonRow{this};
        buttons->plain(
            "Leave", [this] { EndModal(wxID_CANCEL); }, "Esc");
        keep_ = buttons->primary(
            "Keep episode", [this] { presenter_->keep(); }, "Ctrl+S");
        state_ = new kit::TextLine{this, {}, Meaning::Muted, kit::Size::Caption};

        auto* const banner = new kit::Banner{this};
        keeping_ = std::make_unique<FormKeeping>(*banner, does(presenter_, [this] { presenter_->keep(); }));
        diagnoses_fault_ = new kit::Fault{this};
        form_->outside("diagnoses", diagnoses_, diagnoses_fault_);
        auto* const all = new wxBoxSizer{wxVERTICAL};
        all->Add(banner, 0, wxEXPAND);
        all->Add(form_, 0, wxEXPAND | wxALL, FromDIP(step::l));
        all->Add(stage_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::l));
        all->Add(diagnoses_, 1, wxEXPAND | wxALL, FromDIP(step::l));
        all->Add(diagnoses_fault_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(step::l));
        all->Add(warning_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::l));
        all->Add(tools, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(step::l));
        auto* const end = new wxBoxSizer{wxHORIZONTAL};
        end->Add(state_, 1, wxALIGN_CENTER_VERTICAL);
        end->Add(buttons, 0, wxALIGN_CENTER_VERTICAL);
        all->Add(end, 0, wxEXPAND | wxALL, FromDIP(step::l));
        SetSizer(all);
        refill();
        for (wxTextCtrl* const text : {title_, complaint_, onset_, started_})
            text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { take(); });
        for (wxChoice* const choice : {region_, side_, mechanism_})
            choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { take(); });
        about_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { take(); });
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { key(event); });
        title_->SetFocus();
    }

    void key(wxKeyEvent& event)
    {
        if (event.GetKeyCode() == WXK_ESCAPE)
            return EndModal(wxID_CANCEL);
        if (keeping_->key(event))
            return;
        if (!event.ControlDown())
            return event.Skip();
        switch (event.GetKeyCode()) {
        case 'D':
            return find_diagnosis();
        case 'R':
            return find_referrer();
        default:
            event.Skip();
        }
    }

    void refill()
    {
        EpisodeFields const& f = presenter_->state().fields;
        show_text(title_, f.title);
        show_text(complaint_, f.complaint);
        show_text(onset_, f.onset);
        show_text(started_, f.started);
        about_->SetValue(f.onset_approximate);
        region_->SetSelection(index_of(all_regions(), f.region));
        side_->SetSelection(index_of(all_sides(), f.side));
        mechanism_->SetSelection(index_of(all_mechanisms(), f.mechanism));
    }

    void take() { presenter_->edit(read()); }

    [[nodiscard]] EpisodeFields read() const
    {
        EpisodeFields f = presenter_->state().fields;
        f.title = kit::utf8(title_->GetValue());
        f.complaint = kit::utf8(complaint_->GetValue());
        f.onset = kit::utf8(onset_->GetValue());
        f.started = kit::utf8(started_->GetValue());
        f.onset_approximate = about_->GetValue();
        f.region = all_regions()[static_cast<std::size_t>(std::max(region_->GetSelection(), 0))];
        f.side = all_sides()[static_cast<std::size_t>(std::max(side_->GetSelection(), 0))];
        f.mechanism = all_mechanisms()[static_cast<std::size_t>(std::max(mechanism_->GetSelection(), 0))];
        return f;
    }

    void find_diagnosis()
    {
        kit::Finder finder{this, "Diagnosis", "Words of the title, or the code", {{"", 90}, {"", 0, 1}}};
        finder.on_typed([&](std::string const& typed) {
            presenter_->search_diagnosis(typed);
            std::vector<kit::Finder::Line> lines;
            for (DiagnosisCode const& code : presenter_->state().found)
                lines.push_back({{{wide(code.code), wide(code.title)}},
                    [this, text = std::string{code.code}] { presenter_->add_diagnosis(text); }});
            finder.set_lines(std::move(lines));
        });
        finder.run();
    }

    void find_referrer()
    {
        kit::Finder finder{this, "Referred by", "Name of the physician or practice", {{"", 0, 1}, {"", 0, 1}}};
        auto const fill_lines = [&] {
            std::vector<kit::Finder::Line> lines;
            for (ReferringProvider const& provider : presenter_->state().providers) {
                auto const& d = provider.details();
                lines.push_back({{{wide(d.name + (d.credentials.empty() ? "" : ", " + d.credentials)),
                                     kit::ListCell{wide(d.practice), Meaning::Muted}}},
                    [this, provider] { presenter_->choose_referrer(provider); }});
            }
            std::string const typed = finder.typed();
            if (!typed.empty())
                lines.push_back({{{wide("Add “" + typed + "”")}}, [this, typed] {
                                     presenter_->add_referrer({typed, {}, {}, {}, {}, {}, {}});
                                 }});
            finder.set_lines(std::move(lines));
        };
        Connection const answers = presenter_->changed.connect(fill_lines);
        finder.on_typed([&](std::string const& typed) { presenter_->search_referrer(typed); });
        finder.run();
    }

    void draw()
    {
        EpisodeFormState const& state = presenter_->state();
        if (read() != state.fields)
            refill();
        stage_->set({{wide(state.stage), Meaning::Muted}});
        std::vector<kit::ListRow> rows;
        for (std::string const& title : state.titles)
            rows.push_back({{wide(title)}});
        diagnoses_->set_rows(std::move(rows));
        wxString warnings;
        for (std::string const& warning : state.warnings)
            warnings += wide(warning) + "\n";
        warning_->set(warnings.Trim());
        referrer_->set({{wide(state.fields.referrer)}});
        keeping_->draw(state, {form_});
        keep_->Enable(!state.busy);
        state_->set({{FormKeeping::words(state), Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
        Layout();
    }

    std::unique_ptr<EpisodeFormPresenter> presenter_;
    kit::Form* form_ = nullptr;
    wxTextCtrl *title_ = nullptr, *complaint_ = nullptr, *onset_ = nullptr, *started_ = nullptr;
    wxChoice *region_ = nullptr, *side_ = nullptr, *mechanism_ = nullptr;
    wxCheckBox* about_ = nullptr;
    kit::TextLine *stage_ = nullptr, *referrer_ = nullptr;
    kit::HairlineList* diagnoses_ = nullptr;
    kit::Paragraph* warning_ = nullptr;
    kit::Fault* diagnoses_fault_ = nullptr;
    kit::PrimaryButton* keep_ = nullptr;
    kit::TextLine* state_ = nullptr;
    std::unique_ptr<FormKeeping> keeping_;
    Connection redraw_, stored_;
};

} // namespace

std::optional<EpisodeId> edit_episode(wxWindow* parent, Desk& desk, Patient const& patient, Episode const* episode,
    std::string referrer, EpisodeBegin begin)
{
    EpisodeDialog dialog{parent,
        episode ? std::make_unique<EpisodeFormPresenter>(desk, patient, *episode, std::move(referrer))
                : std::make_unique<EpisodeFormPresenter>(desk, patient)};
    dialog.begin_with(begin);
    dialog.ShowModal();
    return dialog.kept;
}

} // namespace plumbline::app::gui
