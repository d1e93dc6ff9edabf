// SPDX-License-Identifier: Apache-2.0
#include "app/gui/MainFrame.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Curtain.hpp"
#include "app/gui/kit/Keys.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/MenuBar.hpp"
#include "app/gui/kit/PatientTabs.hpp"
#include "app/gui/kit/Rail.hpp"
#include "app/gui/kit/Scrolling.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/eventfilter.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/translation.h>
#include <wx/utils.h>

#include <algorithm>

namespace plumbline::app::gui {
namespace {
/// The tab that shows the section's own page instead of a patient.
constexpr std::int64_t all_patients = 0;
constexpr std::string_view patients = "patients";
constexpr std::string_view lock_action = "file.lock";
constexpr std::string_view search_key = "Ctrl+K";
constexpr std::string_view search_prompt = tr_noop("Patient, action or note\u2026");
} // namespace

/// Hears every key and click of the program, and takes none but the key that locks, in front of a dialog. What gets the
/// keyboard is brought into view.
class MainFrame::ActivityFilter : public wxEventFilter {
public:
    explicit ActivityFilter(MainFrame& frame)
        : frame_{frame}
    {
        wxEvtHandler::AddFilter(this);
    }
    ~ActivityFilter() override { wxEvtHandler::RemoveFilter(this); }
    ActivityFilter(ActivityFilter const&) = delete;
    ActivityFilter& operator=(ActivityFilter const&) = delete;

    int FilterEvent(wxEvent& event) override
    {
        wxEventType const type = event.GetEventType();
        if ((type == wxEVT_KEY_DOWN || type == wxEVT_LEFT_DOWN || type == wxEVT_RIGHT_DOWN || type == wxEVT_MOTION
                || type == wxEVT_MOUSEWHEEL)
            && frame_.activity_)
            frame_.activity_();
        // What comes by Tab or by a fault is shown; what was clicked is seen already, and must not move under the mouse.
        if (type == wxEVT_CHILD_FOCUS && !wxGetMouseState().LeftIsDown())
            if (wxWindow const* const focused = static_cast<wxChildFocusEvent&>(event).GetWindow())
                kit::bring_into_view(*focused);
        if (type == wxEVT_CHAR_HOOK && locks_from_dialog(static_cast<wxKeyEvent&>(event)))
            return Event_Processed;
        return Event_Skip;
    }

private:
    [[nodiscard]] bool locks_from_dialog(wxKeyEvent const& event) const
    {
        wxWindow* const front = wxGetTopLevelParent(wxDynamicCast(event.GetEventObject(), wxWindow));
        kit::Action const* const lock = frame_.actions_.find(lock_action);
        if (front == nullptr || front == &frame_ || lock == nullptr || kit::key_of(event) != kit::normal_key(lock->key))
            return false;
        frame_.actions_.run(lock_action);
        return true;
    }
    MainFrame& frame_;
};

MainFrame::MainFrame(kit::Actions& actions, kit::WindowState state)
    : wxFrame{nullptr, wxID_ANY, "Plumbline"}
    , actions_{actions}
    , state_{std::move(state)}
{
    layers_ = new wxSimplebook{this};
    kit::a11y::only_holds(layers_);
    main_ = new kit::Area{layers_};
    layers_->AddPage(main_, wxString{});
    filter_ = std::make_unique<ActivityFilter>(*this);
    state_.restore(*this);
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (event.CanVeto() && closing_ && !closing_()) {
            event.Veto();
            return;
        }
        state_.remember(*this);
        Destroy();
    });
}

MainFrame::~MainFrame()
{
    // Before the windows, whose menu bar and events they hold.
    filter_.reset();
    curtain_.reset();
    menus_.reset();
    strip_.reset();
}

void MainFrame::build()
{
    if (book_ != nullptr)
        return;
    build_rooms();
    strip_ = std::make_unique<kit::MenuStrip>(*this, kit::translated(search_prompt), std::string{search_key}, [this] {
        if (search_ && !covered())
            search_();
    });
    menus_ = std::make_unique<kit::ActionMenus>(*this, actions_, *strip_);
    strip_->show(!covered());
}

void MainFrame::build_rooms()
{
    demo_ = new kit::DemoStrip{main_, wxString{}};
    demo_->Hide();
    rail_ = new kit::Rail{main_};
    auto* const room = new kit::Area{main_};
    tab_strip_ = new kit::PatientTabs{room};
    tab_strip_->Hide();
    book_ = new wxSimplebook{room};
    banner_ = new kit::Banner{room};
    status_ = new kit::StatusLine{main_};

    auto* const column = new wxBoxSizer{wxVERTICAL};
    column->Add(tab_strip_, wxSizerFlags{}.Expand());
    column->Add(book_, wxSizerFlags{1}.Expand());
    // Below, so that nothing under the mouse or the eye moves when it comes and goes.
    column->Add(banner_, wxSizerFlags{}.Expand());
    room->SetSizer(column);
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(rail_, wxSizerFlags{}.Expand());
    row->Add(room, wxSizerFlags{1}.Expand());
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(demo_, wxSizerFlags{}.Expand());
    all->Add(row, wxSizerFlags{1}.Expand());
    all->Add(status_, wxSizerFlags{}.Expand());
    main_->SetSizer(all);
    main_->Layout();
    kit::a11y::only_holds(book_);

    rail_->on_select([this](std::string const& id) { select_section(id); });
    rail_->on_enter([this] {
        if (front_ != nullptr)
            front_->take_focus();
    });
    tab_strip_->on_select([this](std::int64_t id) {
        front_tab_ = id;
        show_section(patients);
    });
    tab_strip_->on_close([this](std::int64_t id) { CallAfter([this, id] { close_tab(id); }); });
}

wxWindow* MainFrame::stage()
{
    build();
    return book_;
}

kit::StatusLine& MainFrame::status()
{
    build();
    return *status_;
}

kit::Banner& MainFrame::banner()
{
    build();
    return *banner_;
}

wxWindow* MainFrame::cover_stage() noexcept
{
    return layers_;
}

MainFrame::Section* MainFrame::section_named(std::string_view id)
{
    auto const found = std::ranges::find(sections_, id, &Section::id);
    return found == sections_.end() ? nullptr : &*found;
}

MainFrame::Tab* MainFrame::tab_of(std::int64_t id)
{
    auto const found = std::ranges::find(tabs_, id, &Tab::id);
    return found == tabs_.end() ? nullptr : &*found;
}

void MainFrame::add_section(std::string id, wxString const& label, std::function<kit::Page*()> make)
{
    build();
    sections_.push_back({std::move(id), label, wxString{}, std::move(make)});
    refresh_rail();
}

kit::Page& MainFrame::page_of(Section& section)
{
    if (section.page == nullptr) {
        section.page = section.make();
        book_->AddPage(section.page->window(), section.label);
    }
    return *section.page;
}

void MainFrame::show_section(std::string_view id)
{
    select_section(id);
    if (front_ != nullptr)
        front_->take_focus();
}

void MainFrame::select_section(std::string_view id)
{
    Section* const section = section_named(id);
    if (section == nullptr)
        return;
    section_ = section->id;
    rail_->select(section_);
    refresh_tabs();
    Tab const* const tab = section_ == patients ? tab_of(front_tab_) : nullptr;
    bring_to_front(tab == nullptr ? page_of(*section) : *tab->page);
}

void MainFrame::show_section(std::size_t index)
{
    if (index < sections_.size())
        show_section(std::string{sections_[index].id});
}

void MainFrame::set_badge(std::string_view section, wxString const& badge)
{
    if (Section* const found = section_named(section)) {
        found->badge = badge;
        rail_->set_badge(section, badge);
    }
}

void MainFrame::open_tab(std::int64_t id, wxString const& label, std::function<kit::Page*()> const& make)
{
    if (tab_of(id) == nullptr) {
        kit::Page* const page = make();
        book_->AddPage(page->window(), label);
        tabs_.push_back({id, label, page});
    }
    front_tab_ = id;
    show_section(patients);
}

void MainFrame::close_tab(std::int64_t id)
{
    auto const found = std::ranges::find(tabs_, id, &Tab::id);
    if (found == tabs_.end())
        return;
    kit::Page* const page = found->page;
    auto const next = tabs_.erase(found);
    if (front_tab_ == id) {
        // The neighbor comes to the front; after the last one the list of all.
        front_tab_ = next != tabs_.end() ? next->id : tabs_.empty() ? all_patients : tabs_.back().id;
        if (section_ == patients)
            show_section(patients);
    }
    refresh_tabs();
    remove_from_book(*page);
    if (tab_closed_)
        tab_closed_(id);
}

void MainFrame::close_tabs()
{
    while (!tabs_.empty())
        close_tab(tabs_.back().id);
}

void MainFrame::next_tab(int step)
{
    if (tabs_.empty())
        return;
    auto const count = static_cast<int>(tabs_.size());
    auto const found = std::ranges::find(tabs_, front_tab_, &Tab::id);
    int const now = found == tabs_.end() ? (step > 0 ? -1 : 0) : static_cast<int>(found - tabs_.begin());
    front_tab_ = tabs_[static_cast<std::size_t>(((now + step) % count + count) % count)].id;
    show_section(patients);
}

void MainFrame::rename_tab(std::int64_t id, wxString const& label)
{
    if (Tab* const tab = tab_of(id)) {
        tab->label = label;
        refresh_tabs();
    }
}

std::optional<std::int64_t> MainFrame::tab() const
{
    return section_ == patients && front_tab_ != all_patients ? std::optional{front_tab_} : std::nullopt;
}

void MainFrame::cover(kit::Page* page)
{
    uncover();
    cover_ = page;
    actions_.set_gate([] { return false; });
    if (strip_)
        strip_->show(false);
    layers_->AddPage(page->window(), wxString{}, true);
    retitle();
    page->shown();
    page->take_focus();
}

void MainFrame::lock(kit::Page* page)
{
    cover(page);
    curtain_ = std::make_unique<kit::Curtain>(*this);
}

void MainFrame::uncover()
{
    if (cover_ == nullptr)
        return;
    build();
    wxWindow* const gone = cover_->window();
    cover_ = nullptr;
    actions_.set_gate({});
    strip_->show(true);
    layers_->SetSelection(0);
    layers_->RemovePage(static_cast<std::size_t>(layers_->FindPage(gone)));
    gone->Hide();
    gone->Destroy();
    Layout();
    retitle();
    if (front_ != nullptr) {
        front_->shown();
        front_->take_focus();
    }
    curtain_.reset();
}

void MainFrame::set_demo(wxString const& words)
{
    build();
    demo_->set(words);
    demo_->Show(!words.empty());
    demo_->GetParent()->Layout();
}

void MainFrame::set_user(wxString const& name)
{
    build();
    strip_->set_user(name);
}

void MainFrame::set_clinic(wxString const& name)
{
    clinic_ = name;
    retitle();
}

void MainFrame::actions_changed()
{
    if (menus_)
        menus_->rebuild();
}

void MainFrame::bring_to_front(kit::Page& page)
{
    front_ = &page;
    if (int const index = book_->FindPage(page.window()); index != wxNOT_FOUND)
        book_->SetSelection(static_cast<std::size_t>(index));
    retitle();
    page.shown();
}

void MainFrame::remove_from_book(kit::Page& page)
{
    wxWindow* const window = page.window();
    if (front_ == &page)
        front_ = nullptr;
    if (int const index = book_->FindPage(window); index != wxNOT_FOUND)
        book_->RemovePage(static_cast<std::size_t>(index));
    window->Hide();
    window->Destroy();
}

void MainFrame::refresh_rail()
{
    std::vector<kit::Rail::Entry> entries;
    for (Section const& section : sections_)
        entries.push_back({section.id, section.label, section.badge});
    rail_->set_entries(std::move(entries));
}

void MainFrame::refresh_tabs()
{
    std::vector<kit::PatientTabs::Tab> shown;
    if (!tabs_.empty())
        shown.push_back({all_patients, _("All patients"), false});
    for (Tab const& tab : tabs_)
        shown.push_back({tab.id, tab.label, true});
    tab_strip_->set_tabs(std::move(shown));
    tab_strip_->select(front_tab_);
    bool const wanted = section_ == patients && !tabs_.empty();
    if (tab_strip_->IsShown() != wanted) {
        tab_strip_->Show(wanted);
        tab_strip_->GetParent()->Layout();
    }
}

void MainFrame::retitle()
{
    // The name of a patient stands in the title as in the page that it belongs to.
    kit::Page const* const shown = cover_ != nullptr ? cover_ : front_;
    wxString title = shown == nullptr ? wxString{} : kit::wide(shown->title());
    for (wxString const& part : {clinic_, wxString{"Plumbline"}})
        if (!part.empty() && part != title)
            title += title.empty() ? part : wxString{L" \u2013 "} + part;
    SetTitle(title);
}

} // namespace plumbline::app::gui
