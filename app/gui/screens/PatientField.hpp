// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/PatientPick.hpp"

class wxTextCtrl;

namespace plumbline::app::kit {
class HairlineList;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// A field in which a patient is found by typing: Down goes to those who fit, Enter takes one.
class PatientField : public kit::ClearPanel {
public:
    PatientField(wxWindow* parent, PatientPick& pick);
    void SetFocus() override;

private:
    void draw();
    PatientPick& pick_;
    wxTextCtrl* text_ = nullptr;
    kit::HairlineList* found_ = nullptr;
    Connection redraw_;
};

} // namespace plumbline::app::gui
