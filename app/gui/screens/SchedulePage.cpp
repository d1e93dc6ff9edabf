// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/SchedulePage.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Actions.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Choices.hpp"
#include "app/gui/kit/DataList.hpp"
#include "app/gui/kit/Keys.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/MonthView.hpp"
#include "app/gui/kit/ScheduleView.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/ScheduleSide.hpp"

#include <wx/simplebook.h>
#include <wx/sizer.h>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr int side_width = 236;
constexpr int roomy = 1000;     ///< From here on the head has room for everything.
constexpr double full_day = 40; // Visits at which the bar of a day in the month is full.
enum Sheets : std::size_t { SheetPage, MonthPage, ListPage };

std::size_t page_of(ScheduleSpan span)
{
    return span == ScheduleSpan::Month ? MonthPage : span == ScheduleSpan::List ? ListPage : SheetPage;
}

} // namespace

SchedulePage::SchedulePage(wxWindow* parent, SchedulePresenter& presenter, Ways const& ways,
    kit::Actions const& actions, kit::WindowState& window_state)
    : kit::Area{parent}
    , presenter_{presenter}
    , ways_{ways}
    , actions_{actions}
    , window_state_{window_state}
    , paperwork_{*this, presenter, ways}
    , finder_{presenter.desk()}
{
    auto* const head = make_head();
    book_ = new wxSimplebook{this};
    kit::a11y::only_holds(book_);
    make_views();
    side_ = new ScheduleSide{this, finder_,
        {[this](Brought what) { sheet_->bring(std::move(what)); },
            [this](AppointmentId id) {
                presenter_.select(id);
                open_selected();
            },
            [this](std::size_t index) {
                SheetCursor const place = sheet_->cursor();
                PinnedVisit const& one = presenter_.state().pinned.at(index);
                presenter_.wish(
                    {SheetWish::Kind::Bring, one.id.value(), place.column, {place.minute, place.minute + one.length}});
            },
            [this](std::size_t index) { edit_waiting(index); },
            [this](std::size_t index, wxPoint) { presenter_.unpin(presenter_.state().pinned.at(index).id); },
            [this](std::size_t index, wxPoint at) { waitlist_menu(index, at); }, [this] { add_to_waitlist(); },
            [this](PatientChoice patient) { presenter_.carry(std::move(patient)); },
            [this](PatientChoice patient) { book_for(std::move(patient)); }, ways_.worklist}};
    side_->SetMinSize(FromDIP(wxSize{side_width, -1}));
    banner_ = new kit::Banner{this};

    auto* const body = new wxBoxSizer{wxHORIZONTAL};
    body->Add(book_, 1, wxEXPAND);
    body->Add(side_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(step::m));
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(head, 0, wxEXPAND);
    all->Add(new kit::Hairline{this}, 0, wxEXPAND);
    all->Add(body, 1, wxEXPAND);
    // Below the sheet, which stays where it is under a mouse that is pulling.
    all->Add(banner_, 0, wxEXPAND);
    SetSizer(all);

    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit_head();
        event.Skip();
    });
    redraw_ = presenter_.changed.connect([this] { draw(); });
    said_ = presenter_.said.connect([this](std::string const& words) {
        if (std::exchange(told_, false))
            banner_->dismiss();
        ways_.say(words, kit::Remedy{"Undo", "Ctrl Z", [this] { presenter_.undo(); }});
        ways_.day_changed();
    });
    note_ = presenter_.note_wanted.connect([this](ScheduleBlock const& block) {
        if (block.episode)
            ways_.chart_visit(block.patient, block.name.listed(), *block.episode, block.id);
        else
            note_impossible(block);
    });
    booking_ = presenter_.booking_wanted.connect(
        [this](ScheduleSlot const& slot) { CallAfter([this, slot] { book_at(slot); }); });
    draw();
}

wxWindow* SchedulePage::make_head()
{
    auto* const head = new kit::Area{this};
    auto const turn = [this](int direction) { return [this, direction] { presenter_.step(direction); }; };
    auto* const today = new kit::PlainButton{head, "Today", [this] { presenter_.go_today(); }, "T"};
    auto* const back = new kit::PlainButton{head, wide("‹"), turn(-1)};
    kit::a11y::name(back, "Back");
    auto* const ahead = new kit::PlainButton{head, wide("›"), turn(1)};
    kit::a11y::name(ahead, "Ahead");
    title_ = new kit::TextLine{head, {}, Meaning::Text, kit::Size::Title, kit::Weight::Bold};
    span_ = new kit::SegmentedChoice{head, "What is shown", {"Day", "Week", "Month", "List"}};
    span_->on_choose([this](std::size_t index) { presenter_.choose_span(static_cast<ScheduleSpan>(index)); });
    columns_ = new kit::PlainButton{head, wide("Clinicians ▾"), [this] { choose_columns(); }};
    views_ = new kit::PlainButton{head, wide("Views ▾"), [this] { choose_view(); }};
    print_ = new kit::PlainButton{head, "Print day sheet", [this] { paperwork_.see(day_sheet_shown(presenter_)); }};
    new_ = new kit::PrimaryButton{head, "New visit", "Ins", [this] { new_visit(); }};
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    for (wxWindow* const button : std::initializer_list<wxWindow*>{today, back, ahead})
        row->Add(button, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT, FromDIP(step::s));
    row->Add(title_, 1, wxALIGN_CENTER_VERTICAL | wxLEFT | wxRIGHT, FromDIP(step::xs));
    for (wxWindow* const button : std::initializer_list<wxWindow*>{span_, columns_, views_, print_, new_})
        row->Add(button, 0, wxALIGN_CENTER_VERTICAL | wxLEFT, FromDIP(step::m));
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(row, 1, wxEXPAND | wxALL, FromDIP(step::m));
    head->SetSizer(all);
    return head;
}

/// In a small window the day is said shortly, and the paper is left to its key and the menu.
void SchedulePage::fit_head()
{
    ScheduleState const& state = presenter_.state();
    bool const narrow = GetClientSize().x < FromDIP(roomy);
    bool const short_one = narrow && state.look.span == ScheduleSpan::Day && state.day.year() == state.today.year();
    std::string const title = short_one ? day_words(state.day) : state.title;
    title_->set({{wide(title), Meaning::Text, kit::Weight::Bold, kit::Size::Title}});
    bool const rooms = state.look.columns == ScheduleColumns::Resources;
    if (std::exchange(rooms_named_, rooms) != rooms)
        columns_->relabel(rooms ? wide("Rooms ▾") : wide("Clinicians ▾"));
    print_->Show(!narrow);
    print_->Enable(state.may_print);
}

void SchedulePage::make_views()
{
    sheet_ = new kit::ScheduleView{book_};
    month_ = new kit::MonthView{book_};
    list_ = new kit::DataList{book_, "Appointments",
        {{"day", "Day", 88}, {"time", "Time", 116}, {"patient", "Patient", 160}, {"clinician", "Clinician", 156},
            {"rooms", "Room", 100}, {"type", "Visit", 104}, {"status", "Status", 136},
            {"remarks", "What matters", 240, kit::Align::Left, false, true}, {"precautions", "Precautions", 130},
            {"phone", "Phone", 110}, {"last", "Last visit", 96}, {"certified", "Certified until", 110},
            {"allowed", "Authorized", 260}}};
    for (wxWindow* const page : std::initializer_list<wxWindow*>{sheet_, month_, list_})
        book_->AddPage(page, {});
    listen_to_sheet();
    listen_to_list();
    month_->on_open([this](Date day) {
        presenter_.go_to(day);
        presenter_.choose_span(ScheduleSpan::Day);
        take_focus();
    });
    month_->on_move([this](Date day) {
        if (day.month() != presenter_.state().day.month() || day.year() != presenter_.state().day.year())
            presenter_.go_to(day);
    });
    month_->on_key([this](std::string const& key) { return run_key(key); });
}

void SchedulePage::listen_to_sheet()
{
    sheet_->on({.wish = [this](SheetWish const& wish) { presenter_.wish(wish); },
        .moved = [this](SheetCursor const& cursor) { presenter_.select(cursor); },
        .open =
            [this](SheetCursor const& cursor) {
                presenter_.select(cursor);
                about_one([this] { open_selected(); });
            },
        .fill_gap =
            [this](std::size_t gap, wxPoint at) {
                if (auto const slot = presenter_.slot_of_gap(gap))
                    offer_fits(presenter_.fits_of(gap), *slot, *sheet_, at);
            },
        .menu = [this](wxPoint at) { menu_at(*sheet_, at); },
        .turn = [this](int direction) { presenter_.turn(direction); },
        .dropped_beside =
            [this](std::int64_t id, wxPoint screen) {
                bool const held = side_->pinboard_at(screen);
                if (held)
                    presenter_.pin(AppointmentId{id});
                return held;
            },
        .key = [this](std::string const& key) { return run_key(key); }});
}

void SchedulePage::listen_to_list()
{
    list_->on_need([this](std::size_t first, std::size_t count) {
        std::vector<kit::DataRow> rows;
        for (std::size_t index = first; index < std::min(first + count, listed_.size()); ++index) {
            AgendaLine const& line = listed_[index];
            rows.push_back({{wide(line.day)}, {wide(line.time)}, {wide(line.name), Meaning::Text, kit::Weight::Bold},
                {wide(line.clinician)}, {wide(line.rooms)}, {wide(line.type)},
                {wide(line.status), line.free ? Meaning::Accent : Meaning::Text},
                {wide(line.remarks), line.urgent ? Meaning::Due : Meaning::Muted},
                {wide(line.precautions), Meaning::Stop}, {wide(line.phone)}, {wide(line.last_visit)},
                {wide(line.certified)}, {wide(line.allowed)}});
        }
        list_->put(first, std::move(rows));
    });
    list_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (!run_key(kit::key_of(event)))
            event.Skip();
    });
    auto const select = [this](std::size_t index) {
        if (index >= listed_.size())
            return false;
        if (listed_[index].free)
            presenter_.select(*listed_[index].free);
        else
            presenter_.select(listed_[index].appointment);
        return true;
    };
    list_->on_current([select](std::size_t index) { select(index); });
    list_->on_activate([this, select](std::size_t index) {
        if (select(index))
            open_selected();
    });
    list_->on_menu([this, select](std::size_t index, wxPoint at) {
        if (select(index))
            menu_at(*list_, at);
    });
}

bool SchedulePage::run_key(std::string const& key)
{
    return actions_.run_here(key);
}

wxWindow* SchedulePage::front() const
{
    std::size_t const page = page_of(presenter_.state().look.span);
    return page == MonthPage ? static_cast<wxWindow*>(month_)
        : page == ListPage   ? static_cast<wxWindow*>(list_)
                             : sheet_;
}

void SchedulePage::shown()
{
    presenter_.refresh();
}

void SchedulePage::take_focus()
{
    front()->SetFocus();
}

void SchedulePage::zoom(int steps)
{
    sheet_->zoom(steps);
}

void SchedulePage::draw()
{
    ScheduleState const& state = presenter_.state();
    fit_head();
    span_->choose(static_cast<std::size_t>(state.look.span));
    new_->Enable(state.may_edit);
    draw_views();
    side_->draw(state);
    draw_complaint();
    Layout();
}

void SchedulePage::draw_views()
{
    ScheduleState const& state = presenter_.state();
    wxWindow* const focus = FindFocus();
    bool const focused = focus == nullptr || book_->IsDescendant(focus);
    if (std::size_t const page = page_of(state.look.span); book_->GetSelection() != static_cast<int>(page)) {
        book_->SetSelection(page);
        if (focused)
            take_focus();
    }
    if (state.look.span == ScheduleSpan::Month)
        return draw_month();
    if (state.look.span == ScheduleSpan::List)
        return draw_list();
    SheetCursor const wanted = presenter_.cursor();
    sheet_->show(state.sheet, wide("Schedule, " + state.title));
    // What was just booked or moved is where the keyboard goes on.
    if (wanted.block && wanted != sheet_->cursor()) {
        sheet_->set_cursor(wanted);
        presenter_.select(sheet_->cursor());
    }
    if (!arranged_ && state.loaded && sheet_->IsShownOnScreen()) {
        arranged_ = true;
        sheet_->scroll_to_time(state.sheet.now.value_or(state.sheet.opening.from) - Minutes{120});
    }
}

void SchedulePage::draw_month()
{
    ScheduleState const& state = presenter_.state();
    std::vector<kit::MonthView::Cell> cells;
    for (MonthDay const& day : state.month) {
        kit::MonthView::Cell cell{day.day, !day.in_month, day.booked / full_day, {}};
        if (day.booked > 0)
            cell.lines.push_back({wxString::Format("%d booked", day.booked)});
        if (day.canceled > 0)
            cell.lines.push_back({wxString::Format("%d canceled", day.canceled), Meaning::Muted});
        if (day.missed > 0)
            cell.lines.push_back({wxString::Format("%d no-show", day.missed), Meaning::Stop});
        cells.push_back(std::move(cell));
    }
    month_->show(std::move(cells), state.today, state.day, wide("Month, " + state.title));
}

void SchedulePage::draw_list()
{
    auto const& agenda = presenter_.state().agenda;
    if (agenda == listed_)
        return;
    auto const current = list_->current();
    auto const before = current && *current < listed_.size() ? std::optional{listed_[*current]} : std::nullopt;
    listed_ = agenda;
    list_->reset(listed_.size());
    for (std::size_t index = 0; before && index < listed_.size(); ++index)
        if (listed_[index].appointment == before->appointment && listed_[index].free == before->free)
            list_->set_current(index);
}

void SchedulePage::draw_complaint()
{
    ScheduleState const& state = presenter_.state();
    if (state.complaint == complained_ && state.may_move_following == offered_)
        return;
    complained_ = state.complaint;
    offered_ = state.may_move_following;
    told_ = false;
    if (!state.complaint && !offered_) {
        banner_->dismiss();
        return;
    }
    if (!state.complaint) {
        banner_->say(Meaning::Info, "One visit of a series was moved.",
            {kit::Remedy{"Move the following too", "Shift M", [this] { presenter_.move_following(); }}});
        return;
    }
    std::vector<kit::Remedy> remedies;
    if (state.may_override)
        remedies.push_back({"Book it all the same", {}, [this] { book_all_the_same(); }});
    wxString words = kit::translated(state.complaint->message);
    for (Refusal const& other : state.complaint->others)
        words += " " + kit::translated(other.message);
    banner_->say(Meaning::Stop, words, std::move(remedies));
}

} // namespace plumbline::app::gui
