// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/BlockText.hpp"

#include <wx/tokenzr.h>

namespace plumbline::app::kit {

namespace {
constexpr std::size_t most_kept = 20'000;

wxString const& ellipsis()
{
    static wxString const sign{L"\u2026"};
    return sign;
}
} // namespace

void BlockText::forget()
{
    for (auto& texts : shaped_)
        texts.clear();
}

ShapedText const& BlockText::shaped(Brush& brush, wxString const& text, bool bold)
{
    auto& texts = shaped_[bold ? 1 : 0];
    if (texts.size() > most_kept)
        texts.clear();
    auto const [place, fresh] = texts.try_emplace(text.ToStdWstring());
    if (fresh)
        place->second = ShapedText{brush, text, bold ? bold_font() : caption_font()};
    return place->second;
}

ShapedText BlockText::line(Brush& brush, wxString const& text, int width, bool bold)
{
    return shaped(brush, fitted(brush, text, width, bold), bold);
}

int BlockText::width_of(Brush& brush, wxString const& text, bool bold)
{
    return shaped(brush, text, bold).extent().x;
}

wxString BlockText::fitted(Brush& brush, wxString const& text, int width, bool bold)
{
    if (width_of(brush, text, bold) <= width)
        return text;
    std::size_t low = 0, high = text.length();
    while (low < high) {
        std::size_t const middle = (low + high + 1) / 2;
        if (width_of(brush, text.Left(middle).Trim() + ellipsis(), bold) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    return low == 0 ? wxString{} : text.Left(low).Trim() + ellipsis();
}

std::vector<BlockText::Piece> BlockText::broken(
    Brush& brush, wxString const& title, wxString const& words, int width, int lines)
{
    std::vector<Piece> pieces;
    pieces.push_back({line(brush, title, width, true), 0, 0, true});
    int const space = width_of(brush, wxString{L"\u00a0"}, false);
    int x = pieces.front().text.extent().x + space, at = x, row = 0;
    wxString text;
    auto const keep = [&] {
        if (!text.empty())
            pieces.push_back({shaped(brush, text, false), at, row, false});
    };
    // A dot stays with what it ends, a flag with what it says.
    wxString bound = words;
    bound.Replace(L" \u00b7 ", L"\u00a0\u00b7 ");
    bound.Replace(L"\u2691 ", L"\u2691\u00a0");
    for (wxStringTokenizer each{bound, " "}; each.HasMoreTokens();) {
        wxString const word = each.GetNextToken();
        int const wide = width_of(brush, word, false);
        if (x + wide > width && (row > 0 || x > 0)) {
            if (row + 1 >= lines) {
                // The line ends where it ends; what is cut shows that it is.
                text = fitted(brush, text + (text.empty() ? "" : " ") + word, width - at, false);
                break;
            }
            keep();
            ++row;
            x = at = 0;
            text.clear();
        }
        text += (text.empty() ? "" : " ") + word;
        x += wide + space;
    }
    keep();
    return pieces;
}

} // namespace plumbline::app::kit
