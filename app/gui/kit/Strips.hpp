// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Control.hpp"

#include <wx/panel.h>
#include <wx/timer.h>

#include <optional>

namespace plumbline::app::kit {

class KeyCap;
class LinkButton;
class TextLine;

/// Says without pause that nothing here is real.
class DemoStrip : public Control {
public:
    DemoStrip(wxWindow* parent, wxString const& words);
    void set(wxString const& words);

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
    wxString words_;
};

/// Something a person can still do about what just happened.
struct Remedy {
    wxString label; ///< `Undo`
    wxString key{}; ///< `Ctrl Z`
    std::function<void()> run;
};

/// Something that the status line says all the time.
struct StatusFact {
    wxString text;
    Meaning meaning = Meaning::Muted;
};

/// The line at the bottom: facts at both ends, and for a while what just happened with its remedy.
class StatusLine : public Area {
public:
    explicit StatusLine(wxWindow* parent);
    void set_left(std::vector<wxString> const& facts);
    void set_left(std::vector<StatusFact> facts);
    void set_right(std::vector<wxString> facts);
    /// Stands in place of the left facts for ten seconds, and is spoken.
    void say(wxString const& sentence, std::optional<Remedy> remedy = std::nullopt);

private:
    void rebuild();
    /// With the first sentence that has one: a start of the program has none.
    void make_remedy();
    void remedy();
    std::vector<StatusFact> left_;
    std::vector<wxString> right_;
    wxString sentence_;
    std::optional<Remedy> remedy_;
    wxTimer timer_;
    TextLine* left_text_ = nullptr;
    TextLine* right_text_ = nullptr;
    wxSizer* remedy_room_ = nullptr;
    LinkButton* remedy_link_ = nullptr;
    KeyCap* remedy_key_ = nullptr;
};

/// A sentence across a screen with what can be done about it. Hidden until it has
/// something to say.
class Banner : public wxPanel, public Grounded {
public:
    explicit Banner(wxWindow* parent);
    void say(Meaning meaning, wxString const& sentence, std::vector<Remedy> remedies = {});
    void dismiss();
    [[nodiscard]] Ground ground() const override { return Ground::Surface; }
    [[nodiscard]] wxColour ground_color() const override;

private:
    void paint(wxPaintEvent& event);
    Meaning meaning_ = Meaning::Info;
};

} // namespace plumbline::app::kit
