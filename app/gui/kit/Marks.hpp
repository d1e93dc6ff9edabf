// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Control.hpp"

namespace plumbline::app::kit {

/// Text of several looks in one line; the painted twin of a label. Ends with an ellipsis where
/// space is short, and then tells all as its tooltip.
class TextLine : public Control {
public:
    TextLine(wxWindow* parent, Runs runs, Align align = Align::Left);
    TextLine(wxWindow* parent, wxString const& text, Meaning meaning = Meaning::Text, Size size = Size::Base,
        Weight weight = Weight::Regular);
    void set(Runs runs);
    [[nodiscard]] Runs const& runs() const noexcept { return runs_; }

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
    Runs runs_;
    Align align_;
};

/// Text that breaks at the width it is given.
class Paragraph : public Control {
public:
    Paragraph(wxWindow* parent, wxString const& text, Meaning meaning = Meaning::Text, Size size = Size::Base,
        Weight weight = Weight::Regular);
    void set(wxString const& text, Meaning meaning);
    void set(wxString const& text) { set(text, run_.meaning); }

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
    [[nodiscard]] std::vector<wxString> const& lines(int width) const;
    Run run_;
    mutable int wrapped_at_ = -1;
    mutable std::vector<wxString> wrapped_;
};

/// A key as it looks on the keyboard.
class KeyCap : public Control {
public:
    KeyCap(wxWindow* parent, wxString const& key);
    void set(wxString const& key);

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
    wxString key_;
};
/// Paints a key cap whose left edge is `x`, centered in the area's height. Answers its right edge.
int paint_key_cap(Brush& brush, wxWindow const* window, wxRect const& area, int x, wxString const& key);
[[nodiscard]] int key_cap_width(Brush& brush, wxWindow const* window, wxString const& key);

/// A colored dot and the words that say the same.
class StatusDot : public Control {
public:
    StatusDot(wxWindow* parent, Meaning meaning, wxString const& text);
    void set(Meaning meaning, wxString const& text);

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
    Meaning meaning_;
    wxString text_;
};

/// A count in a pill.
class Badge : public Control {
public:
    Badge(wxWindow* parent, wxString const& text);
    void set(wxString const& text);

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
    wxString text_;
};

/// A framed remark that may not be missed, such as the precautions: a heading and what it is about.
class Chip : public Control {
public:
    Chip(wxWindow* parent, Meaning meaning, Runs runs);
    void set(Meaning meaning, Runs runs);

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
    Meaning meaning_;
    Runs runs_;
};

/// A value over the caption that names it: `6 of 12` over `visits authorized`.
class Figure : public Control {
public:
    Figure(wxWindow* parent, wxString const& value, wxString const& caption, Meaning meaning = Meaning::Text,
        Align align = Align::Left);
    void set(wxString const& value, wxString const& caption, Meaning meaning);

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
    wxString value_;
    wxString caption_;
    Meaning meaning_ = Meaning::Text;
    Align align_;
};

/// A thin line between two regions.
class Hairline : public Control {
public:
    explicit Hairline(wxWindow* parent);

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
};

} // namespace plumbline::app::kit
