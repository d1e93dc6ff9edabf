// SPDX-License-Identifier: Apache-2.0
#include "reports/document/TextBreaker.hpp"

#include "reports/document/Utf8.hpp"

#include <algorithm>

namespace plumbline::reports {

namespace {

/// Widths are sums of rounded numbers: a line that is too long by less than this is not too long.
constexpr double tolerance = 0.01;

/// The smallest stretch that is never divided when lines are filled.
struct Atom {
    std::size_t run = 0;
    std::string word{};
    std::string spaces{}; ///< Stand behind the word unless the line breaks there.
    double word_width = 0;
    double spaces_width = 0;
    bool may_break_after = false;
    bool newline_after = false;
};

bool is_wordlike(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c >= 0xC0;
}

/// A hyphen or dash joins a number to what follows: 555-0142, 0–10, −5 stay whole.
bool breaks_after(char32_t c, char32_t next)
{
    constexpr char32_t hyphen = U'-', en_dash = 0x2013, em_dash = 0x2014;
    return (c == hyphen || c == en_dash || c == em_dash) && is_wordlike(next);
}

void split(std::string_view text, std::size_t run, std::vector<Atom>& atoms)
{
    constexpr char32_t zero_width_space = 0x200B;
    Atom atom{.run = run};
    auto const finish = [&] {
        if (!atom.word.empty() || !atom.spaces.empty() || atom.newline_after)
            atoms.push_back(std::move(atom));
        atom = Atom{.run = run};
    };
    bool seen_word_letter = false;
    for (std::size_t at = 0; at < text.size();) {
        auto const [c, length] = utf8::decode(text, at);
        std::string_view const bytes = text.substr(at, length);
        at += length;
        char32_t const next = at < text.size() ? utf8::decode(text, at).code_point : U' ';
        if (c == U'\n') {
            atom.newline_after = true;
            finish();
            seen_word_letter = false;
        } else if (c == U' ' || c == zero_width_space) {
            if (c == U' ')
                atom.spaces += bytes;
            atom.may_break_after = true;
            if (next != U' ' && next != zero_width_space)
                finish();
            seen_word_letter = false;
        } else {
            atom.word += bytes;
            if (seen_word_letter && breaks_after(c, next)) {
                atom.may_break_after = true;
                finish();
            }
            seen_word_letter = seen_word_letter || is_wordlike(c);
        }
    }
    finish();
}

/// Fills lines greedily: for ragged text of this width nothing cleverer is visible.
class Filler {
public:
    Filler(std::span<Run const> runs, double size, double width, FontMetrics const& metrics)
        : runs_{runs}
        , size_{size}
        , width_{width}
        , metrics_{metrics}
    {
    }

    std::vector<TextLine> fill(std::vector<Atom> const& atoms)
    {
        for (std::size_t first = 0; first < atoms.size();) {
            std::size_t last = first;
            while (last + 1 < atoms.size() && !atoms[last].may_break_after && !atoms[last].newline_after)
                ++last;
            place(std::span{atoms}.subspan(first, last - first + 1));
            first = last + 1;
        }
        if (!line_.pieces.empty())
            finish_line();
        while (!lines_.empty() && lines_.back().pieces.empty())
            lines_.pop_back();
        return std::move(lines_);
    }

private:
    /// Atoms that may not be parted from each other.
    void place(std::span<Atom const> group)
    {
        double length = 0;
        for (Atom const& atom : group)
            length += atom.word_width + atom.spaces_width;
        length -= group.back().spaces_width;

        if (!line_.pieces.empty() && end_ + length > width_ + tolerance)
            finish_line();
        for (Atom const& atom : group) {
            if (end_ + atom.word_width > width_ + tolerance)
                place_in_parts(atom);
            else
                append(atom.run, atom.word, atom.word_width);
            // Leading spaces of a line would shift it against its neighbors.
            if (!line_.pieces.empty())
                append(atom.run, atom.spaces, atom.spaces_width);
            if (atom.newline_after)
                finish_line();
        }
    }

    void place_in_parts(Atom const& atom)
    {
        for (std::size_t at = 0; at < atom.word.size();) {
            std::size_t const length = utf8::cluster_length(atom.word, at);
            std::string_view const letter = std::string_view{atom.word}.substr(at, length);
            double const advance = metrics_.width(runs_[atom.run].face, size_, letter);
            if (!line_.pieces.empty() && end_ + advance > width_ + tolerance)
                finish_line();
            append(atom.run, letter, advance);
            at += length;
        }
    }

    void append(std::size_t run, std::string_view text, double width)
    {
        if (text.empty())
            return;
        if (line_.pieces.empty() || line_.pieces.back().run != run)
            line_.pieces.push_back({run, {}, end_, 0});
        line_.pieces.back().text += text;
        end_ += width;
    }

    void finish_line()
    {
        while (!line_.pieces.empty()) {
            LinePiece& last = line_.pieces.back();
            last.text.erase(last.text.find_last_not_of(' ') + 1);
            if (!last.text.empty())
                break;
            line_.pieces.pop_back();
        }
        for (LinePiece& piece : line_.pieces) {
            piece.width = metrics_.width(runs_[piece.run].face, size_, piece.text);
            line_.width = piece.x + piece.width;
        }
        lines_.push_back(std::move(line_));
        line_ = {};
        end_ = 0;
    }

    std::span<Run const> runs_;
    double size_;
    double width_;
    FontMetrics const& metrics_;
    std::vector<TextLine> lines_;
    TextLine line_;
    double end_ = 0;
};

} // namespace

std::vector<TextLine> break_lines(std::span<Run const> runs, double size, double width, FontMetrics const& metrics)
{
    std::vector<Atom> atoms;
    for (std::size_t run = 0; run < runs.size(); ++run)
        split(metrics.printable(runs[run].text), run, atoms);
    for (Atom& atom : atoms) {
        atom.word_width = metrics.width(runs[atom.run].face, size, atom.word);
        atom.spaces_width = metrics.width(runs[atom.run].face, size, atom.spaces);
    }
    return Filler{runs, size, width, metrics}.fill(atoms);
}

std::string shortened(std::string_view text, Face face, double size, double width, FontMetrics const& metrics)
{
    constexpr std::string_view ellipsis = "\u2026";
    std::string whole = metrics.printable(text);
    std::replace(whole.begin(), whole.end(), '\n', ' ');
    if (metrics.width(face, size, whole) <= width + tolerance)
        return whole;
    double left = width - metrics.width(face, size, ellipsis);
    std::string front;
    for (std::size_t at = 0; at < whole.size();) {
        std::size_t const length = utf8::cluster_length(whole, at);
        std::string_view const letter = std::string_view{whole}.substr(at, length);
        left -= metrics.width(face, size, letter);
        if (left < 0)
            break;
        front += letter;
        at += length;
    }
    return front.append(ellipsis);
}

bool loses_characters(std::string_view text, FontMetrics const& metrics)
{
    constexpr std::string_view replacement = "\u25A1";
    auto const count = [&](std::string_view in) {
        std::size_t found = 0;
        for (auto at = in.find(replacement); at != std::string_view::npos;
             at = in.find(replacement, at + replacement.size()))
            ++found;
        return found;
    };
    return count(metrics.printable(text)) > count(text);
}

} // namespace plumbline::reports
