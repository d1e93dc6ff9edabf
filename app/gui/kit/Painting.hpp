// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Theme.hpp"

#include <wx/gdicmn.h>
#include <wx/panel.h>
#include <wx/string.h>

#include <memory>
#include <vector>

class wxDC;
class wxGraphicsContext;
class wxWindow;

namespace plumbline::app::kit {

enum class Align : std::uint8_t { Left, Center, Right };
enum class Weight : std::uint8_t { Regular, Bold };
enum class Size : std::uint8_t { Base, Caption, Title };

/// A stretch of text of one look.
struct Run {
    wxString text;
    Meaning meaning = Meaning::Text;
    Weight weight = Weight::Regular;
    Size size = Size::Base;
};
using Runs = std::vector<Run>;

[[nodiscard]] wxString plain(Runs const& runs);
[[nodiscard]] wxFont const& font_of(Run const& run);

/// Antialiased shapes and text on one window, in the window's pixels.
class Brush {
public:
    explicit Brush(wxDC& dc);
    explicit Brush(std::unique_ptr<wxGraphicsContext> context);
    ~Brush();
    Brush(Brush const&) = delete;
    Brush& operator=(Brush const&) = delete;

    void fill(wxRect const& area, wxColour const& color);
    /// A rounded rectangle. An invalid color leaves out the fill or the edge.
    void round(wxRect const& area, double radius, wxColour const& fill, wxColour const& edge = wxColour{});
    void ring(wxRect const& area, double radius);
    void disc(wxPoint center, double radius, wxColour const& color);
    void line(wxPoint from, wxPoint to, wxColour const& color);

    [[nodiscard]] wxSize extent(wxString const& text, wxFont const& font);
    [[nodiscard]] int width(Runs const& runs);
    /// One line, centered in the height of the area, ended by an ellipsis where it does not fit.
    /// Answers the x where the text ends.
    int text(
        wxRect const& area, wxString const& text, wxFont const& font, wxColour const& color, Align align = Align::Left);
    int text(wxRect const& area, Runs const& runs, Align align = Align::Left);
    /// The same, every run in this color: for rows that no longer matter.
    int text_in(wxRect const& area, Runs const& runs, wxColour const& color, Align align = Align::Left);

    [[nodiscard]] wxGraphicsContext& context() { return *context_; }

private:
    struct Fonts;
    void take(wxFont const& font, wxColour const& color);

    std::unique_ptr<wxGraphicsContext> context_;
    std::unique_ptr<Fonts> fonts_;
};

enum class Ground : std::uint8_t { Surface, Card, Chrome, Rail };

/// A window that lays a ground under its children.
class Grounded {
public:
    virtual ~Grounded() = default;
    [[nodiscard]] virtual Ground ground() const = 0;
    /// For a ground of its own kind.
    [[nodiscard]] virtual wxColour ground_color() const;
};

/// A panel that only holds others, on a ground of the theme.
class Area : public wxPanel, public Grounded {
public:
    explicit Area(wxWindow* parent, Ground ground = Ground::Surface);
    [[nodiscard]] Ground ground() const override { return ground_; }

private:
    Ground ground_;
};

/// A panel that only holds others and shows the ground of its parent.
class ClearPanel : public wxPanel {
public:
    explicit ClearPanel(wxWindow* parent);
};

/// Keeps a window free of the toolkit's own erasing and repaints it when the theme changes.
void prepare_for_painting(wxWindow* window);
/// Lays out again everything around a window whose content now needs another size: up to the page,
/// the scrolled window or the dialog that holds it.
void relayout(wxWindow* window);
/// The color that lies behind this window: of the nearest parent with a ground, else the surface.
[[nodiscard]] wxColour ground_behind(wxWindow const* window);

} // namespace plumbline::app::kit
