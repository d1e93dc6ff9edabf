// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Page.hpp"
#include "app/gui/kit/Painting.hpp"
#include "app/gui/screens/Dialogs.hpp"
#include "app/gui/screens/Ways.hpp"
#include "app/presenters/ChartPresenter.hpp"
#include "app/presenters/Sentences.hpp"
#include "app/presenters/VisitNotePresenter.hpp"

#include <wx/panel.h>

#include <memory>

class wxSimplebook;

namespace plumbline::app::kit {
class Banner;
class SectionTabs;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

class ChartHeadPanel;
class DetailsSection;
class DocumentsPanel;
class EvaluationPanel;
class FlowsheetPanel;
class OverviewPanel;
class PlanPanel;
class VisitNotePanel;
class VisitsPanel;

/// One patient's chart: a header that never scrolls away, the sections under it, and the visit note in place of them while
/// one is being written.
class PatientPage final : public kit::Area, public kit::Page {
public:
    PatientPage(wxWindow* parent, Desk& desk, PatientId patient, std::string name, Ways const& ways);
    ~PatientPage() override;

    [[nodiscard]] wxWindow* window() override { return this; }
    [[nodiscard]] std::string title() const override { return shown_name(name_, names_); }
    [[nodiscard]] std::string const& name() const noexcept { return name_; }
    void show_names(Names names);
    void shown() override;

    enum class Section { Overview, Evaluation, Plan, Visits, Documents, Details };
    void show_section(Section section);
    /// The note of today: the draft if one is open, else a new visit with the last one's rows.
    void visit_note(std::optional<AppointmentId> appointment = {});
    /// A note written on a later day than its visit; asks which.
    void earlier_note();
    void open_note(VisitId visit);
    void close_note();
    /// Signs the note, the evaluation or the plan in front.
    void sign();
    /// Takes the note away that is open; asks why when it holds something.
    void discard_note();
    /// Of the note that is open; null without one.
    [[nodiscard]] VisitNotePresenter* note() const noexcept { return note_.get(); }
    [[nodiscard]] FlowsheetPanel* flowsheet() const;
    void undo();
    void redo();
    void add_addendum();
    void progress_report();
    void see_facts();
    /// Reads the chart again: something of it was kept elsewhere.
    void refresh();
    void start_episode();
    void change_episode(EpisodeBegin begin = EpisodeBegin::Form);
    void choose_episode();
    void discharge();
    void reopen();
    void new_evaluation();
    void sign_evaluation();
    void add_goal();
    void sign_plan();
    void recertify();
    void keep_form();
    void add_authorization();
    [[nodiscard]] bool form_open() const;
    /// There is something in front that a signature goes under.
    [[nodiscard]] bool may_sign() const;
    [[nodiscard]] bool discharged() const;
    [[nodiscard]] std::size_t episode_count() const noexcept { return chart_.state().episodes.size(); }
    /// A form or a note is in front, so that there may be something to undo.
    [[nodiscard]] bool writing() const;
    [[nodiscard]] bool note_open() const noexcept { return note_ != nullptr; }
    [[nodiscard]] bool has_episode() const noexcept { return chart_.state().episode.has_value(); }
    [[nodiscard]] PatientId patient() const noexcept { return chart_.patient(); }
    [[nodiscard]] std::optional<EpisodeId> episode() const noexcept { return chart_.state().episode; }

private:
    void build();
    void draw();
    void draw_banner();
    void draw_head();
    void make_note();
    void put_note_away();
    void note_is_gone(DiscardedNote const& gone);
    [[nodiscard]] Section section() const;
    bool form_key(wxKeyEvent const& event);
    void refresh_section();
    [[nodiscard]] int number_of(VisitId visit) const;

    Desk& desk_;
    std::string name_;
    Ways const& ways_;
    ChartPresenter chart_;
    std::unique_ptr<VisitNotePresenter> note_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    ChartHeadPanel* head_ = nullptr;
    kit::Banner* banner_ = nullptr;
    kit::SectionTabs* tabs_ = nullptr;
    wxSimplebook* book_ = nullptr;
    OverviewPanel* overview_ = nullptr;
    EvaluationPanel* evaluation_ = nullptr;
    PlanPanel* plan_ = nullptr;
    VisitsPanel* visits_ = nullptr;
    DocumentsPanel* documents_ = nullptr;
    DetailsSection* details_ = nullptr;
    VisitNotePanel* note_panel_ = nullptr;
    Names names_ = Names::Shown;
    bool wanted_episode_ = false; ///< Asked for before the chart was there.
    std::optional<VisitId> wanted_note_;
    std::optional<std::optional<AppointmentId>> wanted_visit_; ///< Asked for before the chart was there.
    Connection redraw_, note_redraw_, note_signed_, note_discarded_;
};

} // namespace plumbline::app::gui
