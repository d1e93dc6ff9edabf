// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/PatientPick.hpp"
#include "app/presenters/ScheduleDrawing.hpp"

class wxTextCtrl;

namespace plumbline::app::kit {
class HairlineList;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// A field in which a patient is found by typing: Down goes to those who fit, Enter takes one. Where names are hidden,
/// only what is being typed is read; people are told apart by their record numbers.
class PatientField : public kit::ClearPanel {
public:
    PatientField(wxWindow* parent, PatientPick& pick, Names names = Names::Shown);
    void SetFocus() override;

private:
    void draw();
    [[nodiscard]] wxString text() const;
    PatientPick& pick_;
    Names names_;
    wxTextCtrl* text_ = nullptr;
    kit::HairlineList* found_ = nullptr;
    Connection redraw_;
};

} // namespace plumbline::app::gui
