// SPDX-License-Identifier: Apache-2.0
// What the schedule's page asks and offers.
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/DataList.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/MenuBar.hpp"
#include "app/gui/kit/ScheduleView.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/WindowState.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/ScheduleDialogs.hpp"
#include "app/gui/screens/SchedulePage.hpp"
#include "app/gui/screens/ScheduleSide.hpp"
#include "app/presenters/PlanCalendarPresenter.hpp"
#include "app/presenters/Sentences.hpp"
#include "app/presenters/VisitPresenter.hpp"
#include "app/presenters/WaitlistPresenter.hpp"

#include <wx/menu.h>

#include <algorithm>

namespace plumbline::app::gui {

using kit::wide;

namespace {

std::string view_key(std::string const& key)
{
    return "schedule-view-" + key;
}

} // namespace

void SchedulePage::new_visit()
{
    book_at(presenter_.slot());
}

void SchedulePage::book_at(ScheduleSlot const& slot, AppointmentType type)
{
    VisitPresenter visit{presenter_.desk(), VisitState::Kind::New, slot};
    VisitFields fields = visit.state().fields;
    fields.type = type;
    visit.edit(std::move(fields));
    if (slot.patient)
        visit.who().choose(*slot.patient);
    type_in(visit);
}

void SchedulePage::type_in(VisitPresenter& visit)
{
    type_visit(this, presenter_, visit);
    if (auto const& patient = visit.who().chosen())
        finder_.used(*patient);
    take_focus();
}

void SchedulePage::note_impossible(ScheduleBlock const& block)
{
    std::string const who = shown_name(block.name, presenter_.state().names);
    banner_->say(kit::Meaning::Info,
        wide(fill(tr_noop("{0} has arrived. There is no note to open: no episode of care holds it."), {who})),
        {{"Start episode", {},
            [this, patient = block.patient, name = block.name.listed()] { ways_.start_episode(patient, name); }}});
    told_ = true;
}

void SchedulePage::find_patient()
{
    side_->find_patient();
}

void SchedulePage::about_one(std::function<void()> const& deed)
{
    std::vector<ScheduleBlock> const everybody = presenter_.whole_class();
    if (everybody.empty())
        return deed();
    ScheduleSlot const slot = presenter_.slot();
    wxMenu menu;
    std::vector<int> items;
    Names const names = presenter_.state().names;
    for (ScheduleBlock const& one : everybody) {
        std::string const status = status_words(one);
        items.push_back(
            menu.Append(wxID_ANY, wide(shown_name(one.name, names) + (status.empty() ? "" : " · " + status)))->GetId());
    }
    menu.AppendSeparator();
    auto* const other = menu.Append(wxID_ANY, "Another patient into the class");
    other->Enable(presenter_.state().may_edit && everybody.front().places_taken < everybody.front().places);
    int const chosen = GetPopupMenuSelectionFromUser(menu, ScreenToClient(sheet_->place_of_cursor()));
    if (chosen == other->GetId())
        return book_at(slot, AppointmentType::Group);
    auto const item = std::ranges::find(items, chosen);
    if (item == items.end())
        return;
    presenter_.mean(everybody[static_cast<std::size_t>(item - items.begin())].id);
    deed();
    presenter_.mean({});
}

void SchedulePage::book_for(PatientChoice patient)
{
    ScheduleSlot slot = presenter_.slot();
    slot.patient = std::move(patient);
    book_at(slot);
}

void SchedulePage::walk_in()
{
    VisitPresenter visit{presenter_.desk(), VisitState::Kind::WalkIn, presenter_.slot()};
    type_in(visit);
}

void SchedulePage::open_selected()
{
    if (!presenter_.state().may_edit)
        return;
    ScheduleBlock const* const block = presenter_.selected();
    if (block == nullptr)
        return new_visit();
    VisitPresenter visit{presenter_.desk(), *block};
    type_visit(this, presenter_, visit);
    take_focus();
}

void SchedulePage::make_series()
{
    ScheduleBlock const* const block = presenter_.selected();
    if (block == nullptr)
        return;
    VisitPresenter visit{presenter_.desk(), *block};
    VisitFields fields = visit.state().fields;
    fields.repeat = VisitRepeat::Weekly;
    if (visit.state().in_series)
        fields.scope = SeriesScope::ThisAndFollowing;
    visit.edit(std::move(fields));
    type_visit(this, presenter_, visit);
    take_focus();
}

void SchedulePage::cancel_selected()
{
    ScheduleBlock const* const block = presenter_.selected();
    if (block == nullptr)
        return;
    if (auto const answer = ask_cancellation(this, block->series ? PartOf::Series : PartOf::Nothing))
        presenter_.cancel(answer->reason, answer->scope);
    take_focus();
}

void SchedulePage::book_all_the_same()
{
    if (auto const reason = ask_reason(this))
        presenter_.mean_it(*reason);
    take_focus();
}

void SchedulePage::plan_to_calendar(EpisodeId episode, std::string const& name, std::optional<UserId> clinician)
{
    std::string const shown = shown_name(name, presenter_.state().names);
    PlanCalendarPresenter plan{presenter_.desk(), episode, shown, clinician};
    plan_visits(this, presenter_, plan);
    take_focus();
}

void SchedulePage::plan_of_selected()
{
    ScheduleBlock const* const block = presenter_.selected();
    if (block != nullptr && block->episode)
        plan_to_calendar(*block->episode, block->name.listed(), block->clinician);
}

void SchedulePage::open_note()
{
    ScheduleBlock const* const block = presenter_.selected();
    if (block == nullptr)
        return;
    std::string const name = block->name.listed();
    if (block->visit)
        ways_.open_note(block->patient, name, *block->visit);
    else if (block->episode)
        ways_.chart_visit(block->patient, name, *block->episode, block->id);
    else
        ways_.open_patient(block->patient, name);
}

void SchedulePage::open_chart()
{
    if (ScheduleBlock const* const block = presenter_.selected()) {
        finder_.used({.id = block->patient, .name = block->name.listed()});
        ways_.open_patient(block->patient, block->name.listed());
    }
}

void SchedulePage::who_fits()
{
    ScheduleSlot slot = presenter_.slot();
    presenter_.who_fits(slot, [this, slot](FreeTime const& time) mutable {
        slot.start = time.opening.start; // Of the class, when there is one.
        slot.resources = time.opening.resources;
        offer_fits(time.fits, slot, *this, wxDefaultPosition);
    });
}

void SchedulePage::offer_fits(
    std::vector<WaitlistRow> const& rows, ScheduleSlot const& slot, wxWindow& window, wxPoint at)
{
    wxMenu menu;
    std::string const when = to_clock(slot.start);
    for (WaitlistRow const& row : rows) {
        std::string const name = shown_name(row.name, presenter_.state().names);
        auto* const item = menu.Append(wxID_ANY,
            wide("Book " + name + " at " + when + ", " + std::to_string(row.entry.details().length.count()) + " min"));
        menu.Bind(
            wxEVT_MENU, [this, id = row.entry.id(), slot](wxCommandEvent&) { presenter_.fill(id, slot); },
            item->GetId());
    }
    if (rows.empty())
        menu.Append(wxID_ANY, "Nobody on the waitlist fits")->Enable(false);
    menu.AppendSeparator();
    auto* const other = menu.Append(wxID_ANY, wide("New visit at " + when));
    menu.Bind(
        wxEVT_MENU, [this, slot](wxCommandEvent&) { CallAfter([this, slot] { book_at(slot); }); }, other->GetId());
    window.PopupMenu(&menu, at);
}

void SchedulePage::find_openings()
{
    if (auto const slot = ask_opening(this, presenter_.desk(), presenter_.state().day, presenter_.state().names)) {
        presenter_.go_to(day_of(slot->start));
        book_at(*slot);
    }
}

void SchedulePage::add_to_waitlist()
{
    WaitlistPresenter waiting{presenter_.desk()};
    type_waiting(this, presenter_, waiting);
}

void SchedulePage::edit_waiting(std::size_t index)
{
    WaitlistRow const* const row = presenter_.waiting_row(presenter_.state().waitlist.at(index).id);
    if (row == nullptr)
        return;
    WaitlistPresenter waiting{presenter_.desk(), *row};
    type_waiting(this, presenter_, waiting);
}

void SchedulePage::waitlist_menu(std::size_t index, wxPoint at)
{
    WaitlistEntryId const id = presenter_.state().waitlist.at(index).id;
    wxMenu menu;
    auto const offer = [&](wxString const& words, std::function<void()> run) {
        auto* const item = menu.Append(wxID_ANY, words);
        menu.Bind(
            wxEVT_MENU, [run = std::move(run)](wxCommandEvent&) { run(); }, item->GetId());
    };
    ScheduleSlot const slot = presenter_.slot();
    offer(wide("Book at " + to_clock(slot.start)), [this, id, slot] { presenter_.fill(id, slot); });
    offer("Change", [this, index] { CallAfter([this, index] { edit_waiting(index); }); });
    offer("Take off the list", [this, id] { presenter_.take_off(id); });
    side_->PopupMenu(&menu, side_->ScreenToClient(side_->waitlist()->ClientToScreen(at)));
}

void SchedulePage::menu_at(wxWindow& window, wxPoint at)
{
    std::vector<std::string> ids{"schedule.new", "schedule.who-fits", "schedule.paste"};
    if (presenter_.selected() != nullptr)
        ids = {"schedule.confirmed", "schedule.arrived", "schedule.treated", "schedule.done", "schedule.no-show", "",
            "schedule.open", "schedule.cut", "schedule.copy", "schedule.pin", "schedule.series", "schedule.plan", "",
            "schedule.note", "schedule.chart", "", "paper.routing", "paper.coming", "", "schedule.cancel"};
    kit::popup_actions(window, actions_, ids, at);
}

void SchedulePage::choose_columns()
{
    ScheduleState const& state = presenter_.state();
    wxMenu menu;
    auto const offer = [&](wxString const& words, bool on, std::function<void()> run) {
        auto* const item = menu.AppendCheckItem(wxID_ANY, words);
        item->Check(on);
        menu.Bind(
            wxEVT_MENU, [run = std::move(run)](wxCommandEvent&) { run(); }, item->GetId());
    };
    offer("Everyone", state.look.clinicians.empty(), [this] { presenter_.choose_clinicians({}); });
    for (ClinicianRow const& row : state.clinicians) {
        bool const on = std::ranges::count(state.look.clinicians, row.id) > 0;
        offer(wide(row.name), on, [this, id = row.id, on] {
            std::vector<UserId> chosen = presenter_.state().look.clinicians;
            // A week is one clinician's.
            if (presenter_.state().look.span == ScheduleSpan::Week)
                chosen.clear();
            if (on)
                std::erase(chosen, id);
            else
                chosen.push_back(id);
            presenter_.choose_clinicians(std::move(chosen));
        });
    }
    menu.AppendSeparator();
    auto const columns = [&](wxString const& words, ScheduleColumns which) {
        offer(words, state.look.columns == which, [this, which] { presenter_.choose_columns(which); });
    };
    columns("Clinicians", ScheduleColumns::Clinicians);
    columns("Rooms and tables", ScheduleColumns::Resources);
    columns("Both", ScheduleColumns::Both);
    pop_under(*columns_, menu);
}

void SchedulePage::pop_under(wxWindow& button, wxMenu& menu)
{
    PopupMenu(&menu, ScreenToClient(button.ClientToScreen(wxPoint{0, button.GetSize().y})));
    take_focus(); // The single keys of the schedule go on.
}

void SchedulePage::go_to_day()
{
    if (auto const day = ask_day(this, presenter_.state().today))
        presenter_.go_to(*day);
    take_focus();
}

void SchedulePage::choose_view()
{
    wxMenu menu;
    auto* const saving = new wxMenu;
    auto const offer = [](wxMenu& where, std::string const& words, std::function<void()> run) {
        auto* const item = where.Append(wxID_ANY, wide(words));
        where.Bind(
            wxEVT_MENU, [run = std::move(run)](wxCommandEvent&) { run(); }, item->GetId());
    };
    for (std::string const key : schedule_view_keys) {
        auto const text = window_state_.value(view_key(key));
        auto const look = text ? look_from_text(*text) : std::nullopt;
        if (look)
            offer(
                menu, key + "   " + look_words(*look, presenter_.state().clinicians), [this, key] { show_view(key); });
        offer(*saving, key + (look ? "   " + look_words(*look, presenter_.state().clinicians) : "   empty"),
            [this, key] { save_view(key); });
    }
    if (menu.GetMenuItemCount() == 0)
        menu.Append(wxID_ANY, "No view is saved yet")->Enable(false);
    menu.AppendSeparator();
    menu.AppendSubMenu(saving, "Save this view under");
    pop_under(*views_, menu);
}

void SchedulePage::save_view(std::string const& key)
{
    window_state_.set_value(view_key(key), to_text(presenter_.state().look));
    ways_.say("This view is now under " + key + ".", {});
}

void SchedulePage::show_view(std::string const& key)
{
    auto const text = window_state_.value(view_key(key));
    if (auto const look = text ? look_from_text(*text) : std::nullopt)
        presenter_.use(*look);
}

bool SchedulePage::has_view(std::string const& key) const
{
    return window_state_.value(view_key(key)).has_value();
}

} // namespace plumbline::app::gui
