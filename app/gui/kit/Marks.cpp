// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Marks.hpp"

#include <algorithm>

namespace plumbline::app::kit {
namespace {
wxSize measure(wxWindow const* window, wxString const& text, wxFont const& font)
{
    int width = 0;
    int height = 0;
    // An empty text still has the height of its line.
    window->GetTextExtent(text.empty() ? wxString{"Ag"} : text, &width, &height, nullptr, nullptr, &font);
    return {text.empty() ? 0 : width, height};
}

wxSize measure(wxWindow const* window, Runs const& runs)
{
    wxSize all{0, measure(window, wxString{}, base_font()).y};
    for (Run const& run : runs) {
        wxSize const one = measure(window, run.text, font_of(run));
        all.x += one.x;
        all.y = std::max(all.y, one.y);
    }
    // Measuring and drawing round fractions of a pixel differently.
    return {all.x + static_cast<int>(runs.size()), all.y};
}
} // namespace

TextLine::TextLine(wxWindow* parent, Runs runs, Align align)
    : Control{parent, Reach::Looks}
    , align_{align}
{
    set(std::move(runs));
}

TextLine::TextLine(wxWindow* parent, wxString const& text, Meaning meaning, Size size, Weight weight)
    : TextLine{parent, Runs{Run{text, meaning, weight, size}}}
{
}

void TextLine::set(Runs runs)
{
    runs_ = std::move(runs);
    a11y::name(this, plain(runs_));
    resized();
}

void TextLine::paint(Brush& brush, wxRect const& area)
{
    wxString const all = plain(runs_);
    if (bool const cut = measure(this, runs_).x > area.width + 2; cut != (GetToolTip() != nullptr)) {
        if (cut)
            SetToolTip(all);
        else
            UnsetToolTip();
    }
    brush.text(area, runs_, align_);
}

wxSize TextLine::wanted() const
{
    return measure(this, runs_);
}

Paragraph::Paragraph(wxWindow* parent, wxString const& text, Meaning meaning, Size size, Weight weight)
    : Control{parent, Reach::Looks}
    , run_{text, meaning, weight, size}
{
    a11y::name(this, text);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        // The height follows from the width, which only the sizer knows.
        int const line = measure(this, wxString{}, font_of(run_)).y;
        int const height = line * static_cast<int>(lines(GetClientSize().x).size());
        if (height != GetMinSize().y) {
            SetMinSize(wxSize{-1, height});
            CallAfter([this] { relayout(this); });
        }
        event.Skip();
    });
}

void Paragraph::set(wxString const& text, Meaning meaning)
{
    if (text == run_.text && meaning == run_.meaning)
        return;
    run_.text = text;
    run_.meaning = meaning;
    wrapped_at_ = -1;
    a11y::name(this, text);
    SetMinSize(wxDefaultSize);
    resized();
    SendSizeEvent();
}

std::vector<wxString> const& Paragraph::lines(int width) const
{
    if (width == wrapped_at_)
        return wrapped_;
    wrapped_at_ = width;
    wrapped_.clear();
    wxString line;
    auto const fits = [this, width](wxString const& text) { return measure(this, text, font_of(run_)).x <= width; };
    for (wxString rest = run_.text; !rest.empty();) {
        std::size_t const end = std::min(rest.find_first_of(" \n"), rest.length());
        wxString const word = rest.Left(end);
        bool const breaks = end < rest.length() && rest[end] == '\n';
        wxString const longer = line.empty() ? word : line + " " + word;
        if (line.empty() || width <= 0 || fits(longer)) {
            line = longer;
        } else {
            wrapped_.push_back(line);
            line = word;
        }
        if (breaks) {
            wrapped_.push_back(line);
            line.clear();
        }
        rest = rest.Mid(end + 1);
    }
    wrapped_.push_back(line);
    return wrapped_;
}

void Paragraph::paint(Brush& brush, wxRect const& area)
{
    int y = area.y;
    for (wxString const& line : lines(area.width)) {
        int const height = measure(this, line, font_of(run_)).y;
        brush.text(wxRect{area.x, y, area.width + 2, height}, line, font_of(run_), color_of(run_.meaning));
        y += height;
    }
}

wxSize Paragraph::wanted() const
{
    wxSize const one = measure(this, run_.text, font_of(run_));
    // Wide enough to be read, then as high as it becomes there.
    int const width = std::min(one.x, FromDIP(320));
    int const at = GetClientSize().x > width ? GetClientSize().x : width;
    return {FromDIP(40), one.y * static_cast<int>(lines(at).size())};
}

int key_cap_width(Brush& brush, wxWindow const* window, wxString const& key)
{
    wxFont const font = caption_font();
    return std::max(brush.extent(key, font).x + window->FromDIP(10), window->FromDIP(18));
}

int paint_key_cap(Brush& brush, wxWindow const* window, wxRect const& area, int x, wxString const& key)
{
    Palette const& colors = palette();
    wxSize const text = brush.extent(key, caption_font());
    int const width = key_cap_width(brush, window, key);
    int const height = text.y + window->FromDIP(2);
    wxRect const cap{x, area.y + (area.height - height) / 2, width, height};
    double const radius = window->FromDIP(3);
    brush.round(cap, radius, colors.control, colors.edge);
    brush.line({cap.x + 2, cap.GetBottom() - 1}, {cap.GetRight() - 2, cap.GetBottom() - 1}, colors.edge);
    brush.text(cap, key, caption_font(), colors.text, Align::Center);
    return x + width;
}

KeyCap::KeyCap(wxWindow* parent, wxString const& key)
    : Control{parent, Reach::Looks}
    , key_{key}
{
    a11y::name(this, key);
}

void KeyCap::set(wxString const& key)
{
    key_ = key;
    a11y::name(this, key);
    resized();
}

void KeyCap::paint(Brush& brush, wxRect const& area)
{
    paint_key_cap(brush, this, area, area.x, key_);
}

wxSize KeyCap::wanted() const
{
    wxSize const text = measure(this, key_, caption_font());
    return {std::max(text.x + FromDIP(10), FromDIP(18)), text.y + FromDIP(3)};
}

StatusDot::StatusDot(wxWindow* parent, Meaning meaning, wxString const& text)
    : Control{parent, Reach::Looks}
    , meaning_{meaning}
    , text_{text}
{
    a11y::name(this, text);
}

void StatusDot::set(Meaning meaning, wxString const& text)
{
    meaning_ = meaning;
    text_ = text;
    a11y::name(this, text);
    resized();
}

void StatusDot::paint(Brush& brush, wxRect const& area)
{
    int const dot = FromDIP(9);
    brush.disc({area.x + dot / 2 + 1, area.y + area.height / 2}, dot / 2.0, dot_of(meaning_));
    int const shift = dot + FromDIP(6);
    brush.text(wxRect{area.x + shift, area.y, area.width - shift, area.height}, text_, base_font(), palette().text);
}

wxSize StatusDot::wanted() const
{
    wxSize const text = measure(this, text_, base_font());
    return {text.x + FromDIP(16), text.y};
}

Badge::Badge(wxWindow* parent, wxString const& text)
    : Control{parent, Reach::Looks}
    , text_{text}
{
    a11y::name(this, text);
}

void Badge::set(wxString const& text)
{
    text_ = text;
    a11y::name(this, text);
    resized();
}

void Badge::paint(Brush& brush, wxRect const& area)
{
    brush.round(area, area.height / 2.0, palette().hover, palette().edge);
    brush.text(area, text_, caption_font(), palette().text, Align::Center);
}

wxSize Badge::wanted() const
{
    wxSize const text = measure(this, text_, caption_font());
    return {std::max(text.x + FromDIP(14), FromDIP(22)), text.y + FromDIP(2)};
}

Chip::Chip(wxWindow* parent, Meaning meaning, Runs runs)
    : Control{parent, Reach::Looks}
    , meaning_{meaning}
{
    set(meaning, std::move(runs));
}

void Chip::set(Meaning meaning, Runs runs)
{
    meaning_ = meaning;
    runs_ = std::move(runs);
    a11y::name(this, plain(runs_));
    resized();
}

void Chip::paint(Brush& brush, wxRect const& area)
{
    Palette const& colors = palette();
    wxColour fill = colors.control;
    wxColour edge = colors.edge;
    if (meaning_ == Meaning::Stop) {
        fill = colors.stop_fill;
        edge = colors.stop_edge;
    } else if (meaning_ == Meaning::Due) {
        fill = colors.due_fill;
        edge = colors.due_edge;
    }
    brush.round(area, FromDIP(5), fill, edge);
    wxRect inner = area;
    inner.Deflate(FromDIP(10), 0);
    inner.width += FromDIP(2);
    brush.text_in(inner, runs_, color_of(meaning_));
}

wxSize Chip::wanted() const
{
    wxSize const text = measure(this, runs_);
    return {text.x + FromDIP(20), text.y + FromDIP(10)};
}

Figure::Figure(wxWindow* parent, wxString const& value, wxString const& caption, Meaning meaning, Align align)
    : Control{parent, Reach::Looks}
    , align_{align}
{
    set(value, caption, meaning);
}

void Figure::set(wxString const& value, wxString const& caption, Meaning meaning)
{
    value_ = value;
    caption_ = caption;
    meaning_ = meaning;
    a11y::name(this, value + " " + caption);
    resized();
}

void Figure::paint(Brush& brush, wxRect const& area)
{
    wxSize const upper = measure(this, value_, bold_font());
    wxSize const lower = measure(this, caption_, caption_font());
    int const y = area.y + (area.height - upper.y - lower.y) / 2;
    brush.text({area.x, y, area.width, upper.y}, value_, bold_font(), color_of(meaning_), align_);
    brush.text({area.x, y + upper.y, area.width, lower.y}, caption_, caption_font(), palette().muted, align_);
}

wxSize Figure::wanted() const
{
    wxSize const upper = measure(this, value_, bold_font());
    wxSize const lower = measure(this, caption_, caption_font());
    return {std::max(upper.x, lower.x) + 2, upper.y + lower.y};
}

Hairline::Hairline(wxWindow* parent)
    : Control{parent, Reach::Looks}
{
}

void Hairline::paint(Brush& brush, wxRect const& area)
{
    brush.fill(area, palette().edge);
}

wxSize Hairline::wanted() const
{
    return {1, 1};
}

} // namespace plumbline::app::kit
