// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Painting.hpp"

#include <wx/window.h>

#include <cstdint>
#include <functional>

namespace plumbline::app::kit {

enum class Reach : std::uint8_t { Keyboard, Looks };

/// The ground of every painted control: buffered painting, hover, focus, theme. A control of reach
/// `Keyboard` takes part in the tab order; one of reach `Looks` is only seen.
class Control : public wxWindow {
public:
    [[nodiscard]] bool AcceptsFocus() const override;
    [[nodiscard]] bool AcceptsFocusFromKeyboard() const override;
    [[nodiscard]] bool HasTransparentBackground() override { return true; }

protected:
    Control(wxWindow* parent, Reach reach);

    virtual void paint(Brush& brush, wxRect const& area) = 0;
    [[nodiscard]] virtual wxSize wanted() const = 0;
    [[nodiscard]] wxSize DoGetBestClientSize() const override { return wanted(); }

    [[nodiscard]] bool hovered() const noexcept { return hovered_; }
    [[nodiscard]] bool focused() const { return reach_ == Reach::Keyboard && HasFocus(); }
    /// The content has changed: paints it, and lays out the parents when it needs another size.
    void resized();

private:
    Reach reach_;
    bool hovered_ = false;
};

} // namespace plumbline::app::kit
