// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Actions.hpp"
#include "app/gui/kit/HairlineList.hpp"

#include <wx/dialog.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

class wxTextCtrl;

namespace plumbline::app::kit {

/// A field and what fits it, over the middle of the window. Up and Down move while the field keeps
/// the keyboard, Enter takes the current line, Escape leaves.
class Finder : public wxDialog {
public:
    struct Line {
        ListRow row;
        std::function<void()> take;
    };

    Finder(wxWindow* parent, wxString const& title, wxString const& prompt, std::vector<ListColumn> columns);

    /// Called with the text at every change, and once with the empty text at the start. The answer
    /// comes by `set_lines`, now or later.
    void on_typed(std::function<void(std::string const&)> heard);
    void set_lines(std::vector<Line> lines);
    void set_empty_text(wxString const& sentence);
    [[nodiscard]] std::string typed() const;
    /// Shows the dialog, and when it has closed does what was taken.
    void run();
    /// The same, with a last word before that.
    void run_then(std::function<void()> const& closed);

private:
    void key(wxKeyEvent& event);
    void take(std::size_t index);
    void describe();
    wxTextCtrl* text_ = nullptr;
    HairlineList* list_ = nullptr;
    std::vector<Line> lines_;
    bool answered_ = false;    ///< The lines are those of what stands in the field.
    bool enter_waits_ = false; ///< Enter came before they did.
    std::function<void(std::string const&)> heard_;
    std::function<void()> chosen_;
};

/// Every action that may run now, by name (Ctrl+Shift+P). The chosen one runs after the dialog closed.
void choose_action(wxWindow* parent, Actions const& actions);

/// One patient as the switcher shows them.
struct PatientLine {
    std::int64_t id = 0;
    std::string name;
    std::string born; ///< `12 Mar 1979`
    std::string record_number;
    std::string remark{}; ///< `sciatica L5`
};

/// Patients, actions and sections by typing (Ctrl+K). The search answers now or later through its
/// second argument, which does nothing once the dialog has closed.
using PatientAnswer = std::function<void(std::vector<PatientLine>)>;
using PatientSearch = std::function<void(std::string const& typed, PatientAnswer answer)>;
void choose_patient(
    wxWindow* parent, PatientSearch search, Actions const& actions, std::function<void(std::int64_t)> open);

/// Every key of the program by menu (F1 or Ctrl+?).
void show_shortcuts(wxWindow* parent, Actions const& actions);

} // namespace plumbline::app::kit
