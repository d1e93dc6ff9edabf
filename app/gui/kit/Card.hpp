// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Control.hpp"

#include <wx/panel.h>
#include <wx/sizer.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace plumbline::app::kit {

enum class CardTone : std::uint8_t { Plain, Stop, Due };

/// Holds what belongs together: a caption row, a hairline, the content. Children are made with
/// `content()` as parent and placed in its sizer.
class Card : public wxPanel, public Grounded {
public:
    /// An empty caption leaves out the caption row.
    Card(wxWindow* parent, wxString const& caption, CardTone tone = CardTone::Plain);

    /// The parent for everything inside. Has a vertical sizer without padding, so that lists reach
    /// the edges.
    [[nodiscard]] wxWindow* content() noexcept { return content_; }
    void add(wxWindow* child, int proportion = 0);
    /// The same, kept off the edges by the usual padding.
    void add_padded(wxWindow* child, int proportion = 0);
    void add_padded(wxSizer* sizer, int proportion = 0);

    void set_caption(wxString const& caption);
    /// At the right end of the caption row: a count, a saved time, a short remark.
    void set_trailing(Runs const& runs);
    /// At the right end of the caption row: keys and what they do, `{"Space", "confirm"}`.
    struct KeyHint {
        wxString key;
        wxString does;
    };
    void set_keys(std::vector<KeyHint> keys);
    /// A control in the caption row, made with the card itself as parent.
    void set_caption_control(wxWindow* control);
    void set_tone(CardTone tone);
    [[nodiscard]] Ground ground() const override { return Ground::Card; }

private:
    void paint(wxPaintEvent& event);
    [[nodiscard]] int caption_height() const;

    wxString caption_;
    Runs trailing_;
    std::vector<KeyHint> keys_;
    CardTone tone_;
    wxPanel* content_ = nullptr;
    wxBoxSizer* caption_row_ = nullptr;
};

/// A second caption row with its hairlines inside a card.
class CardSection : public Control {
public:
    CardSection(wxWindow* parent, wxString const& caption);

private:
    void paint(Brush& brush, wxRect const& area) override;
    [[nodiscard]] wxSize wanted() const override;
    wxString caption_;
};

} // namespace plumbline::app::kit
