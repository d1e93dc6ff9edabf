// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/RecordForm.hpp"

#include <wx/timer.h>

#include <functional>
#include <string>
#include <vector>

class wxKeyEvent;
class wxString;
class wxTextCtrl;

namespace plumbline::app::kit {
class Banner;
class Form;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// What is the same on the screen of every form: journals while it is open, says what was restored and what a colleague
/// kept, shows each fault beside its field, and knows the keys of keeping and undoing.
class FormKeeping final : public wxTimer {
public:
    struct Does {
        std::function<void()> tick, keep, undo, redo, discard, see_theirs, put_mine_on_top;
    };
    /// The banner outlives this.
    FormKeeping(kit::Banner& banner, Does does);

    /// A fault goes to the form that has its field; all others stand above the first form.
    void draw(TypingState const& state, std::vector<kit::Form*> const& forms);
    /// True when the key was one of ours: Ctrl+S, Ctrl+Z, Ctrl+Shift+Z.
    bool key(wxKeyEvent const& event);
    /// `not kept yet` or when it was kept.
    [[nodiscard]] static wxString words(TypingState const& state);

private:
    void Notify() override;
    void draw_banner(TypingState const& state);
    kit::Banner& banner_;
    Does does_;
    int attempts_ = 0;
    std::string restored_;
    TypingState::Clash clash_ = TypingState::Clash::None;
};

/// The whole of a form's life in one line: everything a FormKeeping asks for, from what holds the presenter.
template <class Holder>
[[nodiscard]] FormKeeping::Does does(Holder const& holder, std::function<void()> keep)
{
    auto const with = [&holder](auto what) {
        return [&holder, what] {
            if (holder)
                std::invoke(what, *holder);
        };
    };
    using Form = typename Holder::element_type;
    return {with(&Form::tick), std::move(keep), with(&Form::undo), with(&Form::redo), with(&Form::discard),
        with(&Form::see_theirs), with(&Form::put_mine_on_top)};
}

/// Writes the text only when it differs, so that the cursor stays where it is.
void show_text(wxTextCtrl* field, std::string const& text);

} // namespace plumbline::app::gui
