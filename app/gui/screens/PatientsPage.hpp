// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Page.hpp"
#include "app/gui/kit/Painting.hpp"
#include "app/gui/screens/Ways.hpp"
#include "app/presenters/PatientListPresenter.hpp"
#include "app/presenters/Sentences.hpp"

#include <wx/panel.h>

#include <vector>

class wxTextCtrl;

namespace plumbline::app::kit {
class DataList;
class TextLine;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// Find a patient by name, birth date, telephone or record number, or add one.
class PatientsPage final : public kit::Area, public kit::Page {
public:
    PatientsPage(wxWindow* parent, PatientListPresenter& presenter, Ways const& ways);

    [[nodiscard]] wxWindow* window() override { return this; }
    [[nodiscard]] std::string title() const override { return "Patients"; }
    void shown() override;
    void show_names(Names names);

private:
    void build();
    void draw();
    void fill(std::vector<PatientRow> const& patients);
    void open(std::size_t row);
    void menu_at(std::size_t row, wxPoint at);

    PatientListPresenter& presenter_;
    Ways const& ways_;
    wxTextCtrl* search_ = nullptr;
    kit::DataList* list_ = nullptr;
    kit::TextLine* remark_ = nullptr;
    std::vector<PatientRow> drawn_; ///< What the list shows now: moving in it must not fill it again.
    Names names_ = Names::Shown;
    Connection redraw_, opened_;
};

} // namespace plumbline::app::gui
