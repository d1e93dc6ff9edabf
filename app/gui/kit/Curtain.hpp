// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

class wxWindow;

namespace plumbline::app::kit {

/// While it is drawn, no window of the program is seen or heard but one. Dialogs and choosers of files wait out of sight
/// with everything that was typed in them, also those that open meanwhile; a question with buttons is answered like with
/// Esc, menus and calendars close, what the mouse was pulling is let go. Afterwards the dialogs stand where they stood,
/// as far as they have not ended themselves.
class Curtain {
public:
    /// The window that stays outlives the curtain.
    explicit Curtain(wxWindow& stays);
    ~Curtain();
    Curtain(Curtain const&) = delete;
    Curtain& operator=(Curtain const&) = delete;

private:
    class Behind;
    std::unique_ptr<Behind> behind_;
};

} // namespace plumbline::app::kit
