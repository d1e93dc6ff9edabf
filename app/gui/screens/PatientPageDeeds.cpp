// SPDX-License-Identifier: Apache-2.0
// What is done to the forms of a chart and to its episode.
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/DetailsSection.hpp"
#include "app/gui/screens/EvaluationPanel.hpp"
#include "app/gui/screens/PatientPage.hpp"
#include "app/gui/screens/PlanPanel.hpp"

#include <wx/choicdlg.h>

namespace plumbline::app::gui {

using kit::wide;

void PatientPage::undo()
{
    if (note_)
        return note_->undo();
    switch (section()) {
    case Section::Evaluation:
        return evaluation_->undo();
    case Section::Plan:
        return plan_->undo();
    case Section::Details:
        return details_->undo();
    default:
        return;
    }
}

void PatientPage::redo()
{
    if (note_)
        return note_->redo();
    switch (section()) {
    case Section::Evaluation:
        return evaluation_->redo();
    case Section::Plan:
        return plan_->redo();
    case Section::Details:
        return details_->redo();
    default:
        return;
    }
}

void PatientPage::sign()
{
    if (note_)
        return note_->sign();
    if (section() == Section::Evaluation)
        evaluation_->sign();
    else if (section() == Section::Plan)
        plan_->sign();
}

void PatientPage::keep_form()
{
    switch (section()) {
    case Section::Evaluation:
        return evaluation_->keep();
    case Section::Plan:
        return plan_->keep();
    case Section::Details:
        return details_->keep();
    default:
        return;
    }
}

void PatientPage::new_evaluation()
{
    show_section(Section::Evaluation);
    evaluation_->start_new();
}

void PatientPage::sign_evaluation()
{
    show_section(Section::Evaluation);
    evaluation_->sign();
}

void PatientPage::add_goal()
{
    show_section(Section::Plan);
    plan_->add_goal();
}

void PatientPage::sign_plan()
{
    show_section(Section::Plan);
    plan_->sign();
}

void PatientPage::recertify()
{
    show_section(Section::Plan);
    plan_->recertify();
}

void PatientPage::choose_episode()
{
    auto const& episodes = chart_.state().episodes;
    wxArrayString titles;
    int now = 0;
    for (auto const& one : episodes) {
        if (one.id == chart_.state().episode)
            now = static_cast<int>(titles.size());
        titles.Add(wide(one.label + (one.open ? "" : " · discharged")));
    }
    wxSingleChoiceDialog ask{this, "Which complaint?", "Choose episode", titles};
    ask.SetSelection(now);
    ask.SetSize(FromDIP(wxSize{420, 320}));
    ask.CentreOnParent();
    if (ask.ShowModal() == wxID_OK)
        chart_.choose_episode(episodes[static_cast<std::size_t>(ask.GetSelection())].id);
}

void PatientPage::discharge()
{
    auto const chart = chart_.chart();
    if (!chart || !chart->episode || !discharge_episode(this, desk_, *chart, names_))
        return;
    chart_.choose_episode(chart->episode->id()); // An ended episode is in front only while it is asked for.
    ways_.day_changed();
    ways_.say("The episode was discharged.", {"Undo", {}, [weak = std::weak_ptr{alive_}, this] {
                                                  if (!weak.expired())
                                                      reopen();
                                              }});
}

void PatientPage::reopen()
{
    chart_.reopen_episode([this] { ways_.day_changed(); });
}

void PatientPage::change_episode(EpisodeBegin begin)
{
    auto const chart = chart_.chart();
    if (!chart || !chart->episode)
        return;
    std::string const referrer = chart->referred_by ? chart->referred_by->details().name : std::string{};
    if (edit_episode(this, desk_, chart->patient, &*chart->episode, referrer, begin))
        chart_.refresh();
}

} // namespace plumbline::app::gui
