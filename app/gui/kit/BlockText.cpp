// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/BlockText.hpp"

#include <wx/tokenzr.h>

namespace plumbline::app::kit {

namespace {
wxString const& ellipsis()
{
    static wxString const sign{L"\u2026"};
    return sign;
}
} // namespace

void BlockText::forget()
{
    for (auto& widths : widths_)
        widths.clear();
}

int BlockText::width_of(Brush& brush, wxString const& text, bool bold)
{
    auto const [place, fresh] = widths_[bold ? 1 : 0].try_emplace(text.ToStdWstring(), 0);
    if (fresh)
        place->second = brush.extent(text, bold ? bold_font() : caption_font()).x;
    return place->second;
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
    pieces.push_back({fitted(brush, title, width, true), 0, 0, true});
    int const space = width_of(brush, wxString{L"\u00a0"}, false);
    int x = width_of(brush, pieces.front().text, true) + space, line = 0;
    Piece piece{{}, x, 0, false};
    auto const keep = [&] {
        if (!piece.text.empty())
            pieces.push_back(piece);
    };
    // A dot stays with what it ends, a flag with what it says.
    wxString bound = words;
    bound.Replace(L" \u00b7 ", L"\u00a0\u00b7 ");
    bound.Replace(L"\u2691 ", L"\u2691\u00a0");
    for (wxStringTokenizer each{bound, " "}; each.HasMoreTokens();) {
        wxString const word = each.GetNextToken();
        int const wide = width_of(brush, word, false);
        if (x + wide > width && (line > 0 || x > 0)) {
            if (line + 1 >= lines) {
                // The line ends where it ends; what is cut shows that it is.
                piece.text = fitted(brush, piece.text + (piece.text.empty() ? "" : " ") + word, width - piece.x, false);
                break;
            }
            keep();
            ++line;
            x = 0;
            piece = {{}, 0, line, false};
        }
        piece.text += (piece.text.empty() ? "" : " ") + word;
        x += wide + space;
    }
    keep();
    return pieces;
}

} // namespace plumbline::app::kit
