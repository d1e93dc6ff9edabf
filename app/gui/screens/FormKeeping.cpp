// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/FormKeeping.hpp"

#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/event.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <utility>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
using Clash = TypingState::Clash;

namespace {

constexpr int tick_milliseconds = 400; // The journal stays less than a second behind the keys.

} // namespace

FormKeeping::FormKeeping(kit::Banner& banner, Does does)
    : banner_{banner}
    , does_{std::move(does)}
{
    Start(tick_milliseconds);
}

void FormKeeping::Notify()
{
    does_.tick();
}

void FormKeeping::draw(TypingState const& state, std::vector<kit::Form*> const& forms)
{
    for (kit::Form* const form : forms) {
        std::vector<Refusal> own;
        for (Refusal const& fault : state.complaints) {
            auto const place = std::ranges::find_if(forms, [&](kit::Form const* one) { return one->has(fault.field); });
            if ((place == forms.end() ? forms.front() : *place) == form)
                own.push_back(fault);
        }
        form->tell(own);
    }
    // Only after a try to keep it: whoever is typing stays where they type.
    if (std::exchange(attempts_, state.attempts) != state.attempts)
        static_cast<void>(std::ranges::any_of(forms, [](kit::Form* form) { return form->focus_first_fault(); }));
    draw_banner(state);
}

void FormKeeping::draw_banner(TypingState const& state)
{
    // What was dismissed stays so until there is something else to say.
    if (state.restored == restored_ && state.clash == clash_)
        return;
    restored_ = state.restored;
    clash_ = state.clash;
    if (clash_ == Clash::Met)
        banner_.say(Meaning::Due,
            "Someone else kept this while you typed. Nothing was overwritten, and what you typed is still here.",
            {{"See theirs", {}, does_.see_theirs}, {"Mine on top of theirs", {}, does_.put_mine_on_top}});
    else if (clash_ == Clash::Theirs)
        banner_.say(Meaning::Info, "This is what they kept. What you typed is kept aside.",
            {{"Mine on top of theirs", "Ctrl+Z", does_.put_mine_on_top}, {"Discard mine", {}, does_.discard}});
    else if (!restored_.empty())
        banner_.say(Meaning::Info, wide(restored_), {{"Discard", {}, does_.discard}});
    else
        banner_.dismiss();
}

bool FormKeeping::key(wxKeyEvent const& event)
{
    if (!event.ControlDown() || event.AltDown())
        return false;
    switch (event.GetKeyCode()) {
    case 'S':
        does_.keep();
        return true;
    case 'Z':
        (event.ShiftDown() ? does_.redo : does_.undo)();
        return true;
    default:
        return false;
    }
}

wxString FormKeeping::words(TypingState const& state)
{
    if (state.busy)
        return wide("keeping …");
    return state.changed ? wxString{"not kept yet"} : wide(state.saved);
}

void show_text(wxTextCtrl* field, std::string const& text)
{
    // ChangeValue stays silent where SetValue would send the text back to the presenter.
    if (wxString const value = wide(text); value != field->GetValue())
        field->ChangeValue(value);
}

} // namespace plumbline::app::gui
