// SPDX-License-Identifier: Apache-2.0
#include "reports/pdf/HaruMetrics.hpp"

#include "reports/document/Utf8.hpp"
#include "reports/pdf/Haru.hpp"
#include "reports/pdf/Shaping.hpp"

#include <array>
#include <atomic>
#include <mutex>
#include <vector>

namespace plumbline::reports {

namespace {

constexpr std::size_t bmp = 0x10000;
constexpr std::string_view replacement = "\u25A1";

/// One character of one face: who holds it and how far it advances, in thousandths of the size.
/// 0 means not yet asked.
using Packed = std::uint32_t;
constexpr Packed known = 1U << 31U;

constexpr Packed pack(HaruMetrics::Holder holder, int advance)
{
    return known | (static_cast<Packed>(holder) << 16U) | (static_cast<Packed>(advance) & 0xFFFFU);
}

constexpr HaruMetrics::Holder holder_in(Packed glyph)
{
    return static_cast<HaruMetrics::Holder>((glyph >> 16U) & 0xFFU);
}

constexpr unsigned advance_in(Packed glyph)
{
    return glyph & 0xFFFFU;
}

} // namespace

class HaruMetrics::Tables {
public:
    Tables()
        : document_{haru::new_document()}
        , fonts_{load(haru::regular_font), load(haru::bold_font)}
        , signs_{load(haru::sign_font)}
        , glyphs_{std::vector<std::atomic<Packed>>(bmp), std::vector<std::atomic<Packed>>(bmp)}
    {
    }

    Packed glyph(Face face, char32_t character)
    {
        if (character >= bmp)
            return pack(Holder::Nobody, 0);
        auto& cell = glyphs_[static_cast<std::size_t>(face)][character];
        Packed found = cell.load(std::memory_order_relaxed);
        if (found == 0) {
            found = ask(face, static_cast<HPDF_UNICODE>(character));
            cell.store(found, std::memory_order_relaxed);
        }
        return found;
    }

private:
    HPDF_FontDef load(char const* file)
    {
        return haru::font_def(document_.get(), HPDF_LoadTTFontFromFile(document_.get(), file, HPDF_FALSE));
    }

    Packed ask(Face face, HPDF_UNICODE character)
    {
        std::lock_guard const lock{mutex_};
        HPDF_FontDef const text = fonts_[static_cast<std::size_t>(face)];
        if (HPDF_TTFontDef_GetGlyphid(text, character) != 0)
            return pack(Holder::TextFont, HPDF_TTFontDef_GetCharWidth(text, character));
        if (HPDF_TTFontDef_GetGlyphid(signs_, character) != 0)
            return pack(Holder::SignFont, HPDF_TTFontDef_GetCharWidth(signs_, character));
        return pack(Holder::Nobody, 0);
    }

    std::mutex mutex_; ///< libharu marks glyphs as used even when it only measures them.
    haru::Handle document_;
    std::array<HPDF_FontDef, 2> fonts_;
    HPDF_FontDef signs_;
    std::array<std::vector<std::atomic<Packed>>, 2> glyphs_;
};

HaruMetrics::HaruMetrics()
    : tables_{std::make_unique<Tables>()}
{
}

HaruMetrics::~HaruMetrics() = default;

HaruMetrics::Holder HaruMetrics::holder(char32_t character) const
{
    return holder_in(tables_->glyph(Face::Regular, character));
}

std::string HaruMetrics::printable(std::string_view text) const
{
    std::string clean = shaping::cleaned(text);
    if (shaping::is_plain(clean))
        return clean;
    std::string out;
    out.reserve(clean.size());
    for (std::size_t at = 0; at < clean.size();) {
        auto const [c, length] = utf8::decode(clean, at);
        bool const shown = c == U'\n' || holder(c) != Holder::Nobody;
        out += shown ? std::string_view{clean}.substr(at, length) : replacement;
        at += length;
    }
    return out;
}

double HaruMetrics::width(Face face, double size, std::string_view text) const
{
    std::string joined;
    if (shaping::runs_right_to_left(text)) {
        joined = shaping::joined(text);
        text = joined;
    }
    unsigned long thousandths = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const [c, length] = utf8::decode(text, at);
        thousandths += advance_in(tables_->glyph(face, c));
        at += length;
    }
    return static_cast<double>(thousandths) * size / 1000;
}

HaruMetrics const& haru_metrics()
{
    static HaruMetrics const metrics;
    return metrics;
}

FontMetrics const& paper_metrics()
{
    return haru_metrics();
}

} // namespace plumbline::reports
