// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/gallery/Samples.hpp"

#include "app/gui/MainFrame.hpp"
#include "app/gui/kit/Finder.hpp"
#include "app/gui/kit/Theme.hpp"

#include <wx/app.h>

#include <string>

namespace plumbline::gallery {
namespace {

using namespace app;

/// `plumbline-gallery [light|dark] [section] [palette|patients|keys|list|undo|lock]`: the kit with sample data.
class Gallery : public wxApp {
public:
    bool OnInit() override
    {
        SetAppName("plumbline-gallery");
        wxString const look = argc > 1 ? wxString{argv[1]} : wxString{"system"};
        kit::use_appearance(look == "dark" ? kit::Appearance::Dark
                : look == "light"          ? kit::Appearance::Light
                                           : kit::Appearance::System);
        list_actions();
        frame_ = new gui::MainFrame{actions_, kit::WindowState{kit::state_folder() / "gallery.conf"}};
        fill();
        frame_->Show();
        if (argc > 2)
            frame_->show_section(std::string{wxString{argv[2]}.utf8_string()});
        if (argc > 3)
            frame_->CallAfter([this, what = wxString{argv[3]}] { open(what); });
        return true;
    }

private:
    void list_actions()
    {
        auto const add = [this](kit::Action action) { actions_.add(std::move(action)); };
        add({"file.quit", "&Quit", "Closes the window; drafts are kept.", "Ctrl+Q", kit::Menu::File,
            [this] { frame_->Close(); }});
        add({"edit.undo", "&Undo", "Takes back the last change.", "Ctrl+Z", kit::Menu::Edit,
            [this] { frame_->status().say("Moved Bauer, Tom back"); }});
        add({"patient.switch", "&Switch patient", "Finds anybody by name, birth date or number.", "Ctrl+K",
            kit::Menu::Patient, [this] { switch_patient(); }});
        add({"patient.close", "&Close chart", "Closes the chart in front.", "Ctrl+W", kit::Menu::Patient,
            [this] { frame_->close_tab(frame_->tab().value_or(0)); }, [this] { return frame_->tab().has_value(); }});
        add({"visit.next", "Open &next note", "Opens the note of the next unsigned patient.", "Alt+1", kit::Menu::Visit,
            [this] {
                frame_->status().say("Moved Bauer, Tom to 09:30", kit::Remedy{"Undo", "Ctrl Z", [] {}});
            }});
        add({"schedule.today", "&Today", "Goes to today.", "Ctrl+T", kit::Menu::Schedule, [] {}});
        add({"reports.preview", "Print pre&view", "Shows the document as it will be printed.", "Ctrl+P",
            kit::Menu::Reports, [] {}});
        for (int number = 1; number <= 6; ++number)
            add({"view.section" + std::to_string(number), "Section &" + std::to_string(number),
                "Shows a room of the program.", "Ctrl+" + std::to_string(number), kit::Menu::View,
                [this, number] { frame_->show_section(static_cast<std::size_t>(number - 1)); }});
        add({"view.larger", "&Larger text", "Enlarges all text.", "Ctrl++", kit::Menu::View,
            [] { kit::use_zoom(kit::zoom() + 10); }});
        add({"view.smaller", "S&maller text", "Shrinks all text.", "Ctrl+-", kit::Menu::View,
            [] { kit::use_zoom(kit::zoom() - 10); }});
        add({"view.dark", "&Dark", "Dark colors.", "Ctrl+Shift+D", kit::Menu::View,
            [] { kit::use_appearance(kit::is_dark() ? kit::Appearance::Light : kit::Appearance::Dark); }, {}, {}, false,
            [] { return kit::is_dark(); }});
        add({"help.palette", "&Actions", "Every action by name.", "Ctrl+Shift+P", kit::Menu::Help,
            [this] { kit::choose_action(frame_, actions_); }});
        add({"help.keys", "&Keys", "Every key of the program.", "F1", kit::Menu::Help,
            [this] { kit::show_shortcuts(frame_, actions_); }, {}, "Ctrl+Shift+/"});
    }

    void fill()
    {
        auto* const stage = frame_->stage();
        frame_->set_demo("DEMO CLINIC");
        frame_->set_user("Dana Reyes, PT");
        frame_->set_clinic("Harbour Street");
        frame_->status().set_left({L"Harbour Street \u00b7 one file, encrypted", "backup verified 02:10"});
        frame_->status().set_right({"locks in 9:52"});
        frame_->add_section("today", "Today", [=] { return today_sample(stage); });
        frame_->add_section("controls", "Controls", [=] { return controls_sample(stage); });
        frame_->add_section("patients", "Patients", [=] { return list_sample(stage); });
        frame_->add_section("form", "Form", [=] { return form_sample(stage); });
        frame_->add_section("paper", "Paper", [=] { return paper_sample(stage); });
        frame_->add_section("schedule", "Schedule", [=] { return schedule_sample(stage); });
        frame_->set_badge("today", "14");
        frame_->set_badge("form", "3");
        frame_->open_tab(1, "Lindqvist, Maja", [stage] { return chart_sample(stage); });
        frame_->open_tab(2, L"Tran, V\u0103n", [stage] { return chart_sample(stage); });
        frame_->open_tab(1, "Lindqvist, Maja", {});
        frame_->on_search([this] { switch_patient(); });
        frame_->show_section("today");
    }

    void switch_patient()
    {
        auto const search = [](std::string const& typed, kit::PatientAnswer const& answer) {
            std::vector<kit::PatientLine> all{{1, "Lindqvist, Maja", "12 Mar 1979", "001482", "sciatica L5"},
                {2, "Tran, V\u0103n", "3 Jun 1958", "001177", "post-fusion"},
                {3, "Linden, Karl", "30 Jan 1990", "002210", "low back"}};
            std::erase_if(all, [&typed](auto const& line) { return !line.name.starts_with(typed); });
            answer(all);
        };
        kit::choose_patient(frame_, search, actions_, [this](std::int64_t id) {
            frame_->open_tab(id, "Patient", [this] { return chart_sample(frame_->stage()); });
        });
    }

    void open(wxString const& what)
    {
        if (what == "palette")
            kit::choose_action(frame_, actions_);
        else if (what == "patients")
            switch_patient();
        else if (what == "keys")
            kit::show_shortcuts(frame_, actions_);
        else if (what == "list")
            frame_->close_tabs();
        else if (what == "undo")
            actions_.run("visit.next");
        else if (what == "lock")
            frame_->cover(form_sample(frame_->cover_stage()));
    }

    kit::Actions actions_;
    gui::MainFrame* frame_ = nullptr;
};

} // namespace
} // namespace plumbline::gallery

wxIMPLEMENT_APP(plumbline::gallery::Gallery);
