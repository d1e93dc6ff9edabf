// SPDX-License-Identifier: Apache-2.0
// The least a program with a window can be: the floor for start and memory.
#include <wx/app.h>
#include <wx/frame.h>

namespace {

class EmptyWindow final : public wxApp {
public:
    bool OnInit() override
    {
        (new wxFrame{nullptr, wxID_ANY, "Empty", wxDefaultPosition, wxSize{1440, 900}})->Show();
        return true;
    }
};

} // namespace

wxIMPLEMENT_APP(EmptyWindow);
