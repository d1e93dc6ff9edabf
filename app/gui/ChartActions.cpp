// SPDX-License-Identifier: Apache-2.0
#include "app/gui/ChartActions.hpp"

#include "app/gui/screens/PatientPage.hpp"

namespace plumbline::app::gui {

namespace {

using Page = std::function<PatientPage*()>;

struct Deed {
    std::string id;
    std::string_view label, help;
    std::string key;
    std::function<void(PatientPage&)> run;
    std::function<bool(PatientPage const&)> may;
    kit::Menu menu = kit::Menu::Patient;
    bool begins_group = false;
};

void add(kit::Actions& actions, Page const& page, Deed const& deed)
{
    actions.add({deed.id, std::string{deed.label}, std::string{deed.help}, deed.key, deed.menu,
        [page, run = deed.run] { run(*page()); }, [page, may = deed.may] { return page() && may(*page()); }, {},
        deed.begins_group});
}

bool treated(PatientPage const& chart)
{
    return chart.has_episode() && !chart.note_open();
}

void add_form_actions(kit::Actions& actions, Page const& page)
{
    add(actions, page,
        {"edit.keep", tr_noop("&Keep"), tr_noop("Keep what is typed into the form in front."), "Ctrl+S",
            [](PatientPage& chart) { chart.keep_form(); }, [](PatientPage const& chart) { return chart.form_open(); },
            kit::Menu::Edit});
    add(actions, page,
        {"evaluation.new", tr_noop("Ne&w evaluation"), tr_noop("The first one, or a re-evaluation."), "Ctrl+E",
            [](PatientPage& chart) { chart.new_evaluation(); }, treated, kit::Menu::Patient, true});
    add(actions, page,
        {"evaluation.sign", tr_noop("Si&gn evaluation"), tr_noop("Seal it; what changes later is a re-evaluation."), {},
            [](PatientPage& chart) { chart.sign_evaluation(); }, treated});
    add(actions, page,
        {"plan.add-goal", tr_noop("Add goa&l"), tr_noop("One more goal of the plan of care."), "Ctrl+G",
            [](PatientPage& chart) { chart.add_goal(); }, treated});
    add(actions, page,
        {"plan.sign", tr_noop("Sign plan of ca&re"),
            tr_noop("Seal it before it goes to the physician; afterwards it is recertified."), {},
            [](PatientPage& chart) { chart.sign_plan(); }, treated});
    add(actions, page,
        {"plan.recertify", tr_noop("Recertif&y"),
            tr_noop("A plan that follows the signed one, with an interval and a signature of its own."), {},
            [](PatientPage& chart) { chart.recertify(); }, treated});
}

void add_episode_actions(kit::Actions& actions, Page const& page)
{
    using Begin = EpisodeBegin;
    add(actions, page,
        {"episode.diagnosis", tr_noop("Add dia&gnosis"), tr_noop("To the episode in front."), "Ctrl+D",
            [](PatientPage& chart) { chart.change_episode(Begin::Diagnosis); }, treated, kit::Menu::Patient, true});
    add(actions, page,
        {"episode.referrer", tr_noop("Re&ferred by"), tr_noop("Who sent the patient for this episode."), "Ctrl+R",
            [](PatientPage& chart) { chart.change_episode(Begin::Referrer); }, treated});
    add(actions, page,
        {"episode.choose", tr_noop("Choose episode"), tr_noop("Another complaint of this patient, open or discharged."),
            {}, [](PatientPage& chart) { chart.choose_episode(); },
            [](PatientPage const& chart) { return treated(chart) && chart.episode_count() > 1; }});
    add(actions, page,
        {"episode.discharge", tr_noop("D&ischarge"), tr_noop("End this episode of care with a day and a reason."), {},
            [](PatientPage& chart) { chart.discharge(); },
            [](PatientPage const& chart) { return treated(chart) && !chart.discharged(); }});
    add(actions, page,
        {"episode.reopen", tr_noop("Reopen episode"), tr_noop("Take the discharge back."), {},
            [](PatientPage& chart) { chart.reopen(); },
            [](PatientPage const& chart) { return treated(chart) && chart.discharged(); }});
}

} // namespace

void add_chart_actions(kit::Actions& actions, Page const& page)
{
    add_form_actions(actions, page);
    add_episode_actions(actions, page);
}

} // namespace plumbline::app::gui
