// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/Desktop.hpp"

#include "app/gui/kit/Theme.hpp"

#include <boost/test/unit_test.hpp>

#include <wx/app.h>
#include <wx/evtloop.h>
#include <wx/frame.h>
#include <wx/init.h>

namespace plumbline::testing {
namespace {
/// The toolkit is started once; it does not survive being started twice.
bool started()
{
    static bool const running = [] {
        wxApp::SetInstance(new wxApp);
        static char name[] = "gui-tests";
        static char* arguments[] = {name, nullptr};
        int count = 1;
        if (!wxEntryStart(count, arguments))
            return false;
        wxTheApp->CallOnInit();
        wxTheApp->SetExitOnFrameDelete(false);
        return true;
    }();
    return running;
}
} // namespace

Desktop::Desktop()
{
    BOOST_REQUIRE_MESSAGE(started(), "no display: run through tests/gui/run-with-display");
    app::kit::use_appearance(app::kit::Appearance::Light);
    window_ = new wxFrame{nullptr, wxID_ANY, "Plumbline test", wxDefaultPosition, wxSize{900, 600}};
    window_->Show();
    settle();
}

Desktop::~Desktop()
{
    window_->Destroy();
    settle();
}

void Desktop::settle()
{
    wxEventLoopBase* const running = wxEventLoopBase::GetActive();
    wxEventLoop own;
    wxEventLoopActivator const active{running == nullptr ? &own : running};
    wxEventLoopBase* const loop = wxEventLoopBase::GetActive();
    for (int round = 0; round < 20; ++round) {
        while (loop->Pending())
            loop->Dispatch();
        wxTheApp->ProcessPendingEvents();
        loop->ProcessIdle();
    }
}

} // namespace plumbline::testing
