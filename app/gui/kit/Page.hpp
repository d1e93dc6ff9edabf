// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

class wxWindow;

namespace plumbline::app::kit {

/// One screen as the frame sees it. A screen is a window that is also a page: its parent, the stage
/// of the frame, destroys it.
class Page {
public:
    virtual ~Page() = default;
    [[nodiscard]] virtual wxWindow* window() = 0;
    /// For the window's title; never a patient's name while names are hidden.
    [[nodiscard]] virtual std::string title() const = 0;
    /// The page has come to the front: bring its data up to date.
    virtual void shown() { }
    /// Put the keyboard where the work begins; the first field unless said otherwise.
    virtual void take_focus();
};

} // namespace plumbline::app::kit
