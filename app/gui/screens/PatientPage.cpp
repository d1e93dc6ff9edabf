// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/PatientPage.hpp"

#include "app/gui/kit/Choices.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/ChartHeadPanel.hpp"
#include "app/gui/screens/DetailsSection.hpp"
#include "app/gui/screens/EvaluationPanel.hpp"
#include "app/gui/screens/OverviewPanel.hpp"
#include "app/gui/screens/PlanPanel.hpp"
#include "app/gui/screens/VisitNotePanel.hpp"
#include "app/gui/screens/VisitsPanel.hpp"

#include <wx/choicdlg.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>

#include <algorithm>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

PatientPage::PatientPage(wxWindow* parent, Desk& desk, PatientId patient, std::string name, Ways const& ways)
    : kit::Area{parent}
    , desk_{desk}
    , name_{std::move(name)}
    , ways_{ways}
    , chart_{desk, patient}
{
    build();
    redraw_ = chart_.changed.connect([this] { draw(); });
    draw();
}

PatientPage::~PatientPage()
{
    if (note_)
        note_->leave([] {});
}

void PatientPage::build()
{
    head_ =
        new ChartHeadPanel{this, [this] { visit_note(); }, [this] { ways_.book({.id = patient(), .name = name()}); }};
    banner_ = new kit::Banner{this};
    tabs_ = new kit::SectionTabs{
        this, "Sections of the chart", {"Overview", "Evaluation", "Plan and goals", "Visits", "Documents", "Details"}};
    tabs_->on_choose([this](std::size_t index) { show_section(static_cast<Section>(index)); });
    book_ = new wxSimplebook{this};
    auto const refresh = [this] { chart_.refresh(); };
    auto const open_document = [this](DocumentId id) { view_document(this, desk_, chart_.patient(), id); };
    overview_ = new OverviewPanel{book_,
        {[this](VisitId id) { open_note(id); }, open_document, [this] { show_section(Section::Plan); },
            [this] { progress_report(); }, [this] { see_facts(); },
            [this] { ways_.put_off(chart_.patient(), *chart_.state().episode); },
            [this] { ways_.take_up(chart_.patient(), *chart_.state().episode); }}};
    evaluation_ = new EvaluationPanel{book_, desk_, refresh};
    plan_ = new PlanPanel{book_, desk_, refresh};
    visits_ = new VisitsPanel{book_, [this](VisitId id) { open_note(id); }};
    documents_ = new DocumentsPanel{book_, open_document, [this] { progress_report(); }};
    details_ = new DetailsSection{book_, desk_, [this] {
                                      chart_.refresh();
                                      ways_.day_changed();
                                  }};
    for (wxWindow* const page :
        std::initializer_list<wxWindow*>{overview_, evaluation_, plan_, visits_, documents_, details_})
        book_->AddPage(page, {});
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(head_, 0, wxEXPAND);
    all->Add(banner_, 0, wxEXPAND);
    all->Add(tabs_, 0, wxLEFT | wxTOP, FromDIP(step::m));
    all->Add(book_, 1, wxEXPAND);
    SetSizer(all);
    // A form's keys work from the tabs as well, where the keyboard is after Alt+4.
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { event.Skip(note_ || !form_key(event)); });
}

bool PatientPage::form_key(wxKeyEvent const& event)
{
    switch (section()) {
    case Section::Evaluation:
        return evaluation_->key(event);
    case Section::Plan:
        return plan_->key(event);
    case Section::Details:
        return details_->key(event);
    default:
        return false;
    }
}

void PatientPage::shown()
{
    chart_.refresh();
    if (note_panel_)
        note_panel_->take_keyboard();
    else
        tabs_->SetFocus();
}

void PatientPage::draw()
{
    ChartState const& state = chart_.state();
    if (state.complaint) {
        banner_->say(Meaning::Stop, kit::translated(state.complaint->message));
        return;
    }
    if (!state.loaded)
        return;
    if (name_ != state.header.name) {
        name_ = state.header.name;
        ways_.name_known(chart_.patient(), name_);
    }
    draw_head();
    draw_banner();
    auto const chart = chart_.chart();
    tabs_->set_label(static_cast<std::size_t>(Section::Visits), wxString::Format("Visits %zu", chart->visits.size()));
    tabs_->set_label(
        static_cast<std::size_t>(Section::Documents), wxString::Format("Documents %zu", chart->documents.size()));
    refresh_section();
    if (wanted_note_)
        open_note(*std::exchange(wanted_note_, std::nullopt));
    if (wanted_visit_)
        visit_note(*std::exchange(wanted_visit_, std::nullopt));
    if (std::exchange(wanted_episode_, false))
        CallAfter([this] { start_episode(); });
}

void PatientPage::draw_head()
{
    ChartState const& state = chart_.state();
    HeaderLine line = state.header;
    if (names_ == Names::Hidden) {
        line.name = title();
        line.facts = line.facts_without_names;
    }
    head_->draw(line, state.draft ? "Go on with note" : "Visit note");
}

void PatientPage::show_names(Names names)
{
    names_ = names;
    if (chart_.state().loaded)
        draw_head();
}

void PatientPage::draw_banner()
{
    ChartState const& state = chart_.state();
    if (state.episodes.empty())
        banner_->say(Meaning::Info,
            "No episode of care yet. An episode holds the evaluation, the plan and the visits of one complaint.",
            {{"Start episode", "Ctrl+Alt+N", [this] { start_episode(); }}});
    else if (!state.discharged.empty())
        banner_->say(Meaning::Info, wide(state.discharged), {{"Reopen episode", {}, [this] { reopen(); }}});
    else
        banner_->dismiss();
}

PatientPage::Section PatientPage::section() const
{
    return static_cast<Section>(book_->GetSelection());
}

bool PatientPage::writing() const
{
    return note_ || form_open();
}

bool PatientPage::form_open() const
{
    return !note_ && chart_.chart()
        && (section() == Section::Evaluation || section() == Section::Plan || section() == Section::Details);
}

bool PatientPage::may_sign() const
{
    return note_ || (has_episode() && (section() == Section::Evaluation || section() == Section::Plan));
}

bool PatientPage::discharged() const
{
    return !chart_.state().discharged.empty();
}

void PatientPage::refresh_section()
{
    auto const chart = chart_.chart();
    if (!chart)
        return;
    switch (section()) {
    case Section::Overview:
        return overview_->draw(chart_.state());
    case Section::Evaluation:
        return evaluation_->draw(chart);
    case Section::Plan:
        return plan_->draw(chart);
    case Section::Visits:
        return visits_->draw(*chart, chart_.state().broken_seals);
    case Section::Documents:
        return documents_->draw(*chart);
    case Section::Details:
        return details_->draw(chart);
    }
}

void PatientPage::show_section(Section section)
{
    if (note_)
        close_note();
    tabs_->choose(static_cast<std::size_t>(section));
    book_->SetSelection(static_cast<std::size_t>(section));
    if (tabs_->IsShown())
        tabs_->SetFocus(); // Not on a field of the section that is hidden now.
    refresh_section();
}

int PatientPage::number_of(VisitId visit) const
{
    auto const& visits = chart_.chart()->visits;
    auto const found = std::ranges::find(visits, visit, &Visit::id);
    return static_cast<int>(found - visits.begin()) + 1;
}

void PatientPage::make_note()
{
    note_ = std::make_unique<VisitNotePresenter>(desk_);
    note_panel_ = new VisitNotePanel{this, *note_, ways_.run_here, [this](VisitId other) { open_note(other); }};
    GetSizer()->Add(note_panel_, 1, wxEXPAND);
    tabs_->Hide();
    book_->Hide();
    note_redraw_ = note_->changed.connect([this] {
        VisitNoteState const& state = note_->state();
        head_->show_units(state.units.empty() ? "0 min" : state.units, state.sealed ? "signed" : state.units_detail);
    });
    note_signed_ = note_->signed_off.connect([this](VisitId) {
        chart_.refresh();
        ways_.day_changed();
    });
    note_discarded_ = note_->discarded.connect([this](DiscardedNote const& gone) { note_is_gone(gone); });
    Layout();
    note_panel_->take_keyboard();
}

void PatientPage::visit_note(std::optional<AppointmentId> appointment)
{
    ChartState const& state = chart_.state();
    if (!state.loaded) {
        wanted_visit_ = appointment;
        return;
    }
    if (note_ || !state.episode)
        return;
    if (state.draft)
        return open_note(*state.draft);
    make_note();
    note_->open(*state.episode, desk_.context().clock->local_now(), appointment, state.next_visit_number);
}

void PatientPage::earlier_note()
{
    if (note_ || !has_episode())
        return;
    EpisodeId const episode = *chart_.state().episode;
    auto const when = ask_earlier_visit(this, desk_, episode);
    if (!when)
        return;
    auto const before = std::ranges::count_if(
        chart_.chart()->visits, [&](Visit const& visit) { return visit.details().start < when->start; });
    make_note();
    note_->open(episode, when->start, when->appointment, static_cast<int>(before) + 1);
}

void PatientPage::open_note(VisitId visit)
{
    if (!chart_.state().loaded) {
        wanted_note_ = visit;
        return;
    }
    if (note_) {
        wanted_note_ = visit; // Opened when the one in front is on disk and the chart has been read anew.
        return close_note();
    }
    int const number = number_of(visit);
    make_note();
    note_->open(visit, number);
}

void PatientPage::close_note()
{
    if (!note_)
        return;
    note_->leave([weak = std::weak_ptr{alive_}, this] {
        if (weak.expired() || !note_)
            return;
        put_note_away();
    });
}

void PatientPage::put_note_away()
{
    note_redraw_ = {};
    note_signed_ = {};
    note_discarded_ = {};
    auto* const old = std::exchange(note_panel_, nullptr);
    GetSizer()->Detach(old);
    old->Destroy();
    // The panel still looks at the presenter until the toolkit has destroyed it.
    CallAfter([kept = std::shared_ptr<VisitNotePresenter>{std::move(note_)}] {});
    head_->show_units({}, {});
    tabs_->Show();
    book_->Show();
    Layout();
    chart_.refresh();
    ways_.day_changed();
    tabs_->SetFocus();
}

void PatientPage::discard_note()
{
    if (!note_ || !note_->state().loaded || note_->state().sealed)
        return;
    if (note_->blank())
        return note_->discard();
    wxArrayString reasons;
    for (DiscardReason const reason : all_discard_reasons())
        reasons.Add(wide(label(reason)));
    wxSingleChoiceDialog ask{this, "This note holds something. Why is it taken away?", "Discard note", reasons};
    ask.SetSize(FromDIP(wxSize{420, 320})); // All reasons at once.
    ask.CentreOnParent();
    if (ask.ShowModal() == wxID_OK)
        note_->discard(all_discard_reasons()[static_cast<std::size_t>(ask.GetSelection())]);
}

void PatientPage::note_is_gone(DiscardedNote const& gone)
{
    VisitId const id = gone.visit.id();
    // Not before the presenter has finished telling us.
    CallAfter([this, gone, id] {
        put_note_away();
        ways_.say("The note was discarded.", {"Undo", {}, [weak = std::weak_ptr{alive_}, this, gone, id] {
                                                  if (weak.expired())
                                                      return;
                                                  chart_.bring_back(gone.visit, gone.draft, [this, id] {
                                                      wanted_note_ = id; // Opened as soon as the chart knows it again.
                                                      chart_.refresh();
                                                      ways_.day_changed();
                                                  });
                                              }});
    });
}

FlowsheetPanel* PatientPage::flowsheet() const
{
    return note_panel_ ? &note_panel_->flowsheet() : nullptr;
}

void PatientPage::add_addendum()
{
    if (note_panel_)
        note_panel_->write_addendum();
}

void PatientPage::progress_report()
{
    if (chart_.state().episode)
        preview_report(this, desk_, chart_.patient(), *chart_.state().episode, [this] { chart_.refresh(); });
}

void PatientPage::see_facts()
{
    ways_.see_facts(chart_.patient(), name_, *chart_.state().episode);
}

void PatientPage::refresh()
{
    chart_.refresh();
}

void PatientPage::start_episode()
{
    wanted_episode_ = !chart_.chart();
    if (wanted_episode_)
        return;
    if (auto const started = edit_episode(this, desk_, chart_.chart()->patient, nullptr))
        chart_.choose_episode(*started);
}

void PatientPage::add_authorization()
{
    if (!chart_.chart())
        return;
    show_section(Section::Details);
    details_->add_authorization();
}

} // namespace plumbline::app::gui
