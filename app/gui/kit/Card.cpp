// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Card.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Marks.hpp"

#include <wx/dcclient.h>

namespace plumbline::app::kit {
namespace {
constexpr int corner = 8;
}

Card::Card(wxWindow* parent, wxString const& caption, CardTone tone)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
        wxTAB_TRAVERSAL | wxBORDER_NONE | wxFULL_REPAINT_ON_RESIZE}
    , caption_{caption}
    , tone_{tone}
{
    prepare_for_painting(this);
    Bind(wxEVT_PAINT, &Card::paint, this);
    content_ = new Area{this, Ground::Card};
    content_->SetSizer(new wxBoxSizer{wxVERTICAL});

    auto* const all = new wxBoxSizer{wxVERTICAL};
    caption_row_ = new wxBoxSizer{wxHORIZONTAL};
    caption_row_->AddStretchSpacer();
    all->Add(caption_row_, wxSizerFlags{}.Expand());
    // The content keeps off the edge and, at the bottom, off the round corners.
    all->Add(content_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, 1));
    all->AddSpacer(FromDIP(step::xs));
    SetSizer(all);
    set_caption(caption);
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        caption_row_->SetMinSize(-1, caption_height());
        event.Skip();
    });
}

int Card::caption_height() const
{
    return caption_.empty() ? FromDIP(step::xs) : row_height(this) + FromDIP(step::xs);
}

void Card::set_caption(wxString const& caption)
{
    caption_ = caption;
    caption_row_->SetMinSize(-1, caption_height());
    a11y::name(this, caption);
    Layout();
    Refresh();
}

void Card::add(wxWindow* child, int proportion)
{
    content_->GetSizer()->Add(child, wxSizerFlags{proportion}.Expand());
}

void Card::add_padded(wxWindow* child, int proportion)
{
    content_->GetSizer()->Add(
        child, wxSizerFlags{proportion}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(step::m)));
}

void Card::add_padded(wxSizer* sizer, int proportion)
{
    content_->GetSizer()->Add(
        sizer, wxSizerFlags{proportion}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(step::m)));
}

void Card::set_trailing(Runs const& runs)
{
    trailing_ = runs;
    a11y::describe(this, plain(runs));
    Refresh();
}

void Card::set_keys(std::vector<KeyHint> keys)
{
    keys_ = std::move(keys);
    Refresh();
}

void Card::set_caption_control(wxWindow* control)
{
    caption_row_->Add(control, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(step::m)));
    Layout();
}

void Card::set_tone(CardTone tone)
{
    tone_ = tone;
    Refresh();
}

void Card::paint(wxPaintEvent&)
{
    wxPaintDC dc{this};
    Brush brush{dc};
    Palette const& colors = palette();
    wxRect const area = GetClientRect();
    brush.fill(area, ground_behind(GetParent()));
    wxColour edge = colors.edge;
    wxColour ink = colors.muted;
    if (tone_ == CardTone::Stop) {
        edge = colors.stop_edge;
        ink = colors.stop;
    } else if (tone_ == CardTone::Due) {
        edge = colors.due_edge;
        ink = colors.due;
    }
    brush.round(area, FromDIP(corner), colors.card, edge);
    if (caption_.empty())
        return;
    int const height = caption_height();
    int const pad = FromDIP(14);
    wxRect row{pad, 0, area.width - 2 * pad, height};
    brush.line({1, height - 1}, {area.width - 2, height - 1}, colors.hairline);
    int right = row.x + row.width;
    if (!trailing_.empty()) {
        brush.text(row, trailing_, Align::Right);
        right -= brush.width(trailing_) + FromDIP(step::m);
    }
    for (auto hint = keys_.rbegin(); hint != keys_.rend(); ++hint) {
        int const words = brush.extent(hint->does, caption_bold_font()).x;
        int const cap = key_cap_width(brush, this, hint->key);
        int const x = right - words - cap - FromDIP(step::xs);
        paint_key_cap(brush, this, row, x, hint->key);
        brush.text(
            {x + cap + FromDIP(step::xs), row.y, words + 2, row.height}, hint->does, caption_bold_font(), colors.muted);
        right = x - FromDIP(step::m);
    }
    row.width = std::max(0, right - row.x);
    brush.text(row, caption_, caption_bold_font(), ink);
}

CardSection::CardSection(wxWindow* parent, wxString const& caption)
    : Control{parent, Reach::Looks}
    , caption_{caption}
{
    a11y::name(this, caption);
}

void CardSection::paint(Brush& brush, wxRect const& area)
{
    Palette const& colors = palette();
    brush.line({0, 0}, {area.width - 1, 0}, colors.hairline);
    brush.line({0, area.height - 1}, {area.width - 1, area.height - 1}, colors.hairline);
    wxRect row = area;
    row.Deflate(FromDIP(13), 0);
    brush.text(row, caption_, caption_bold_font(), colors.muted);
}

wxSize CardSection::wanted() const
{
    return {FromDIP(60), row_height(this) + FromDIP(step::xs)};
}

} // namespace plumbline::app::kit
