// SPDX-License-Identifier: Apache-2.0
#include "app/gui/Program.hpp"
#include "app/gui/kit/Theme.hpp"
#include "app/services/Administration.hpp"
#include "app/services/Context.hpp"
#include "persistence/Door.hpp"

#include <wx/app.h>
#include <wx/cmdline.h>

#include <sys/prctl.h>
#include <sys/resource.h>

#include <iostream>

namespace plumbline::app::gui {

namespace {

/// A crash must not leave a copy of the memory, and with it of charts, on the disk.
void forbid_core_dumps()
{
    rlimit const none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

} // namespace

class Application final : public wxApp {
public:
    bool OnInit() override
    {
        if (!wxApp::OnInit())
            return false;
        door_ = persistence::make_door(clock_, ids_);
        worker_ = std::make_unique<ThreadWorker>([this](std::function<void()> done) { CallAfter(std::move(done)); },
            [this](std::string what) { program_->trouble(what); }, [this] { program_->rest(); });
        if (wish_.clinic.text.empty())
            wish_.clinic.text = default_clinic_path();
        program_ = std::make_unique<Program>(*door_, *worker_, clock_, ids_, wish_);
        program_->start();
        return true;
    }

    int OnExit() override
    {
        worker_.reset(); // Finishes what was being written before anything it needs goes.
        program_.reset();
        return wxApp::OnExit();
    }

    void OnInitCmdLine(wxCmdLineParser& parser) override
    {
        parser.SetLogo("Plumbline, the practice suite of a physical-therapy clinic");
        parser.AddSwitch("h", "help", "show this help", wxCMD_LINE_OPTION_HELP);
        parser.AddSwitch("", "demo", "open the demo clinic, making it when there is none");
        parser.AddSwitch("", "version", "print the version");
        parser.AddOption("", "clinic", "the clinic's file, or postgresql://... of a server");
    }

    bool OnCmdLineParsed(wxCmdLineParser& parser) override
    {
        if (parser.Found("version")) {
            std::cout << program_version() << '\n';
            return false;
        }
        wish_.demo = parser.Found("demo");
        if (wxString clinic; parser.Found("clinic", &clinic))
            wish_.clinic.text = clinic.utf8_string();
        return true;
    }

private:
    SystemClock clock_;
    IdMaker ids_{clock_};
    StartWish wish_;
    std::unique_ptr<ClinicDoor> door_;
    std::unique_ptr<ThreadWorker> worker_;
    std::unique_ptr<Program> program_;
};

} // namespace plumbline::app::gui

wxIMPLEMENT_APP_NO_MAIN(plumbline::app::gui::Application);

int main(int argc, char** argv)
{
    plumbline::app::gui::forbid_core_dumps();
    plumbline::app::kit::begin_finding_fonts();
    return wxEntry(argc, argv);
}
