// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Finder.hpp"

#include "app/gui/kit/Words.hpp"

#include <wx/translation.h>

#include <array>
#include <memory>
#include <utility>

namespace plumbline::app::kit {
namespace {
constexpr std::size_t actions_beside_patients = 5;

wxString key_of(Action const& action)
{
    std::string const& key = action.key.empty() ? action.here_key : action.key;
    return key.empty() ? wxString{} : wide(shown_key(key));
}

wxString name_of(Action const& action)
{
    return wide(plain_label(utf8(translated(action.label))));
}

Finder::Line line_for(Action const& action, Actions const& actions)
{
    Finder::Line line;
    line.row.cells = {ListCell{name_of(action)},
        ListCell{translated(action.help), Meaning::Muted, Weight::Regular, Size::Caption},
        ListCell{key_of(action), Meaning::Muted}};
    line.take = [&actions, id = action.id] { actions.run(id); };
    return line;
}

/// What the open dialog knows; answers that come after it closed find nobody.
struct Search {
    Finder* finder = nullptr;
    std::string typed;
};

std::vector<Finder::Line> patient_lines(
    std::vector<PatientLine> const& patients, std::function<void(std::int64_t)> const& open)
{
    std::vector<Finder::Line> lines;
    for (PatientLine const& patient : patients) {
        Finder::Line line;
        line.row.cells = {ListCell{wide(patient.name), Meaning::Text, Weight::Bold},
            ListCell{wide(patient.born + (patient.remark.empty() ? "" : " \u00b7 " + patient.remark)), Meaning::Muted,
                Weight::Regular, Size::Caption},
            ListCell{wide(patient.record_number), Meaning::Muted}};
        line.take = [open, id = patient.id] { open(id); };
        lines.push_back(std::move(line));
    }
    return lines;
}

constexpr std::array<std::pair<Menu, char const*>, 9> menu_names{{
    {Menu::File, wxTRANSLATE("File")},
    {Menu::Edit, wxTRANSLATE("Edit")},
    {Menu::Patient, wxTRANSLATE("Patient")},
    {Menu::Visit, wxTRANSLATE("Visit")},
    {Menu::Schedule, wxTRANSLATE("Schedule")},
    {Menu::Reports, wxTRANSLATE("Reports")},
    {Menu::View, wxTRANSLATE("View")},
    {Menu::Help, wxTRANSLATE("Help")},
    {Menu::None, wxTRANSLATE("Elsewhere")},
}};
} // namespace

void choose_action(wxWindow* parent, Actions const& actions)
{
    Finder finder{parent, _("Actions"), _("What do you want to do?"),
        {ListColumn{{}, 0, 2}, ListColumn{{}, 0, 3}, ListColumn{{}, 110, 1, Align::Right}}};
    finder.set_empty_text(_("No action of this name can run now."));
    finder.on_typed([&finder, &actions](std::string const& typed) {
        std::vector<Finder::Line> lines;
        for (Action const* action : actions.matching(typed))
            lines.push_back(line_for(*action, actions));
        finder.set_lines(std::move(lines));
    });
    finder.run();
}

void choose_patient(
    wxWindow* parent, PatientSearch search, Actions const& actions, std::function<void(std::int64_t)> open)
{
    Finder finder{parent, _("Patients and actions"), _("Name, birth date, telephone or record number"),
        {ListColumn{{}, 0, 3}, ListColumn{{}, 0, 4}, ListColumn{{}, 100, 1, Align::Right}}};
    finder.set_empty_text(_("Nobody of this name. Ctrl Shift N makes a new patient."));
    auto const state = std::make_shared<Search>();
    state->finder = &finder;
    finder.on_typed([state, search, &actions, open](std::string const& typed) {
        state->typed = typed;
        // Only the answer to what stands in the field now may fill the list.
        search(typed, [state, typed, &actions, open](std::vector<PatientLine> patients) {
            if (state->finder == nullptr || state->typed != typed)
                return;
            auto lines = patient_lines(patients, open);
            if (!typed.empty()) {
                auto const fitting = actions.matching(typed);
                for (std::size_t index = 0; index < fitting.size() && index < actions_beside_patients; ++index)
                    lines.push_back(line_for(*fitting[index], actions));
            }
            state->finder->set_lines(std::move(lines));
        });
    });
    finder.run_then([state] { state->finder = nullptr; });
}

void show_shortcuts(wxWindow* parent, Actions const& actions)
{
    Finder finder{parent, _("Keys"), _("Find a key by what it does"),
        {ListColumn{{}, 110, 1}, ListColumn{{}, 0, 4}, ListColumn{{}, 130, 1, Align::Right}}};
    finder.on_typed([&finder, &actions](std::string const& typed) {
        std::vector<Finder::Line> lines;
        wxString const wanted = wide(typed).Lower();
        for (auto const& [menu, title] : menu_names) {
            for (Action const& action : actions.all()) {
                if (action.menu != menu || (action.key.empty() && action.here_key.empty()))
                    continue;
                wxString const name = name_of(action);
                if (!wanted.empty() && name.Lower().Find(wanted) == wxNOT_FOUND)
                    continue;
                wxString keys = key_of(action);
                if (!action.also_key.empty())
                    keys += ", " + wide(shown_key(action.also_key));
                if (!action.key.empty() && !action.here_key.empty())
                    keys += ", " + wide(shown_key(action.here_key));
                Finder::Line line;
                line.row.cells = {ListCell{wxGetTranslation(title), Meaning::Muted, Weight::Regular, Size::Caption},
                    ListCell{name}, ListCell{keys, Meaning::Text, Weight::Bold}};
                line.take = [&actions, id = action.id] { actions.run(id); };
                lines.push_back(std::move(line));
            }
        }
        finder.set_lines(std::move(lines));
    });
    finder.run();
}

} // namespace plumbline::app::kit
