// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Actions.hpp"
#include "app/gui/kit/Page.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/WindowState.hpp"

#include <wx/frame.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class wxSimplebook;

namespace plumbline::app::kit {
class ActionMenus;
class Curtain;
class MenuStrip;
class PatientTabs;
class Rail;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// The window: menu bar, search, rail, pages, status line. It places pages and lists actions and
/// decides nothing else.
class MainFrame : public wxFrame {
public:
    /// The actions must outlive the frame.
    MainFrame(kit::Actions& actions, kit::WindowState state);
    ~MainFrame() override;

    /// Parent for pages.
    [[nodiscard]] wxWindow* stage();
    /// Parent for covers: first run, log-in, lock.
    [[nodiscard]] wxWindow* cover_stage() noexcept;

    /// A room of the program with its line in the rail, in the order of the calls. Its page is made when it is first
    /// gone to.
    void add_section(std::string id, wxString const& label, std::function<kit::Page*()> make);
    void show_section(std::string_view id);
    void show_section(std::size_t index); ///< Counted from 0, for Ctrl+1 and its neighbors.
    [[nodiscard]] std::string const& section() const noexcept { return section_; }
    void set_badge(std::string_view section, wxString const& badge);

    /// A chart as a tab of the section `patients`. Opening one that is open shows it.
    void open_tab(std::int64_t id, wxString const& label, std::function<kit::Page*()> const& make);
    void close_tab(std::int64_t id);
    void close_tabs();
    void next_tab(int step);
    void rename_tab(std::int64_t id, wxString const& label);
    [[nodiscard]] std::optional<std::int64_t> tab() const; ///< The one in front, if one is.

    /// Hides everything behind one page, menus and actions included, until `uncover` destroys it.
    void cover(kit::Page* page);
    void uncover();
    /// Covers, and draws the curtain before everything that is open beside the window; `uncover` opens it again.
    void lock(kit::Page* page);
    [[nodiscard]] bool covered() const noexcept { return cover_ != nullptr; }

    void set_demo(wxString const& words); ///< Empty takes the strip away.
    void set_user(wxString const& name);
    void set_clinic(wxString const& name);
    [[nodiscard]] kit::StatusLine& status();
    [[nodiscard]] kit::Banner& banner();
    [[nodiscard]] kit::WindowState& state() noexcept { return state_; }
    [[nodiscard]] kit::Page* front() const noexcept { return front_; }
    /// Reads the front page's title again.
    void retitle();
    /// Reads the table of actions again.
    void actions_changed();

    void on_search(std::function<void()> heard) { search_ = std::move(heard); }
    /// Asked before the window closes; false keeps it open.
    void on_closing(std::function<bool()> heard) { closing_ = std::move(heard); }
    /// Called when a tab was closed, after its page is gone.
    void on_tab_closed(std::function<void(std::int64_t)> heard) { tab_closed_ = std::move(heard); }
    /// Keys and mouse anywhere in the program: for the clock that locks it.
    void on_activity(std::function<void()> heard) { activity_ = std::move(heard); }

private:
    class ActivityFilter;
    struct Section {
        std::string id;
        wxString label;
        wxString badge;
        std::function<kit::Page*()> make;
        kit::Page* page = nullptr;
    };
    struct Tab {
        std::int64_t id = 0;
        wxString label;
        kit::Page* page = nullptr;
    };
    /// Menus, rail and pages, when the first of them is needed: a start that ends at the log-in does not wait for them.
    void build();
    void build_rooms();
    /// Leaves the keyboard where it is: somebody who walks through the rail stays there.
    void select_section(std::string_view id);
    [[nodiscard]] kit::Page& page_of(Section& section);
    void bring_to_front(kit::Page& page);
    void remove_from_book(kit::Page& page);
    void refresh_rail();
    void refresh_tabs();
    [[nodiscard]] Section* section_named(std::string_view id);
    [[nodiscard]] Tab* tab_of(std::int64_t id);

    kit::Actions& actions_;
    kit::WindowState state_;
    std::vector<Section> sections_;
    std::vector<Tab> tabs_;
    std::string section_;
    std::int64_t front_tab_ = 0;
    kit::Page* front_ = nullptr;
    kit::Page* cover_ = nullptr;
    wxString clinic_;
    wxSimplebook* layers_ = nullptr;
    kit::Area* main_ = nullptr;
    wxSimplebook* book_ = nullptr;
    kit::Rail* rail_ = nullptr;
    kit::PatientTabs* tab_strip_ = nullptr;
    kit::DemoStrip* demo_ = nullptr;
    kit::StatusLine* status_ = nullptr;
    kit::Banner* banner_ = nullptr;
    std::unique_ptr<kit::MenuStrip> strip_;
    std::unique_ptr<kit::ActionMenus> menus_;
    std::unique_ptr<ActivityFilter> filter_;
    std::unique_ptr<kit::Curtain> curtain_;
    std::function<void()> search_, activity_;
    std::function<bool()> closing_;
    std::function<void(std::int64_t)> tab_closed_;
};

} // namespace plumbline::app::gui
