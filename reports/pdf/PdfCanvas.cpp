// SPDX-License-Identifier: Apache-2.0
#include "reports/pdf/PdfCanvas.hpp"

#include "reports/document/Utf8.hpp"
#include "reports/pdf/Haru.hpp"
#include "reports/pdf/HaruMetrics.hpp"
#include "reports/pdf/Shaping.hpp"

#include <array>
#include <cmath>
#include <cstring>

namespace plumbline::reports {

namespace {

using Holder = HaruMetrics::Holder;

constexpr std::size_t sign_slot = 2;

/// Hundredths of a point are finer than any printer and keep the numbers in the file short.
float trimmed(double value)
{
    return static_cast<float>(std::round(value * 100) / 100);
}

float part(std::uint8_t component)
{
    return static_cast<float>(component) / 255.0F;
}

HPDF_Date to_haru(Instant instant)
{
    auto const day = std::chrono::floor<std::chrono::days>(instant);
    Date const date{day};
    std::chrono::hh_mm_ss const clock{instant - day};
    return {static_cast<HPDF_INT>(static_cast<int>(date.year())),
        static_cast<HPDF_INT>(static_cast<unsigned>(date.month())),
        static_cast<HPDF_INT>(static_cast<unsigned>(date.day())), static_cast<HPDF_INT>(clock.hours().count()),
        static_cast<HPDF_INT>(clock.minutes().count()), static_cast<HPDF_INT>(clock.seconds().count()), 'Z', 0, 0};
}

/// libharu 2.3.0 embeds the parts of a composite glyph one level deep and loses what lies deeper. Of
/// the characters left to the sign font that befalls letters of scripts (Arabic, syllabics), none of
/// the signs from U+2000 to U+2BFF.
bool may_lose_parts(char32_t c)
{
    return c < 0x2000 || c > 0x2BFF;
}

} // namespace

/// One document under construction, with the graphics state that the file has at this point, so that
/// only changes are written.
class PdfCanvas::Painter {
public:
    explicit Painter(PdfInfo const& info)
        : document_{haru::new_document()}
        , metrics_{haru_metrics()}
    {
        HPDF_SetCompressionMode(document_.get(), HPDF_COMP_ALL);
        HPDF_SetCurrentEncoder(document_.get(), "UTF-8");
        set_info(HPDF_INFO_TITLE, info.title);
        set_info(HPDF_INFO_AUTHOR, info.author);
        set_info(HPDF_INFO_CREATOR, "Plumbline " PLUMBLINE_VERSION);
        if (info.written)
            HPDF_SetInfoDateAttr(document_.get(), HPDF_INFO_CREATION_DATE, to_haru(*info.written));
    }

    void add(Page const& page)
    {
        page_ = HPDF_AddPage(document_.get());
        HPDF_Page_SetWidth(page_, static_cast<float>(page.width));
        HPDF_Page_SetHeight(page_, static_cast<float>(page.height));
        height_ = page.height;
        state_ = {};
        for (Op const& op : page.ops)
            std::visit(*this, op);
        leave_text();
    }

    std::string finish()
    {
        HPDF_SaveToStream(document_.get());
        std::string bytes(HPDF_GetStreamSize(document_.get()), '\0');
        std::size_t filled = 0;
        while (filled < bytes.size()) {
            auto size = static_cast<HPDF_UINT32>(bytes.size() - filled);
            HPDF_ReadFromStream(document_.get(), reinterpret_cast<HPDF_BYTE*>(bytes.data() + filled), &size);
            if (size == 0)
                break;
            filled += size;
        }
        bytes.resize(filled);
        return bytes;
    }

    void operator()(TextRun const& run)
    {
        std::string turned;
        std::string_view text = run.text;
        if (shaping::runs_right_to_left(text)) {
            turned = shaping::visual(text);
            text = turned;
        }
        if (text.empty())
            return;
        enter_text();
        fill_color(run.color);
        bool placed = false;
        for (std::size_t at = 0; at < text.size();) {
            Holder const holder = metrics_.holder(utf8::decode(text, at).code_point);
            std::size_t const end = end_of_stretch(text, at, holder);
            use_font(holder == Holder::SignFont ? sign_slot : static_cast<std::size_t>(run.face), run.size);
            std::string const stretch{text.substr(at, end - at)};
            if (placed)
                HPDF_Page_ShowText(page_, stretch.c_str());
            else
                HPDF_Page_TextOut(page_, trimmed(run.at.x), y(run.at.y), stretch.c_str());
            placed = true;
            at = end;
        }
    }

    void operator()(Line const& line)
    {
        use_pen(line.pen);
        HPDF_Page_MoveTo(page_, trimmed(line.from.x), y(line.from.y));
        HPDF_Page_LineTo(page_, trimmed(line.to.x), y(line.to.y));
        HPDF_Page_Stroke(page_);
    }

    void operator()(Polyline const& line)
    {
        if (line.points.size() < 2)
            return;
        use_pen(line.pen);
        trace(line.points);
        HPDF_Page_Stroke(page_);
    }

    void operator()(Box const& box)
    {
        leave_text();
        fill_color(box.fill);
        trace(box.corner, box.width, box.height, box.radius);
        HPDF_Page_Fill(page_);
    }

    void operator()(Frame const& frame)
    {
        use_pen(frame.pen);
        trace(frame.corner, frame.width, frame.height, frame.radius);
        HPDF_Page_Stroke(page_);
    }

    void operator()(Polygon const& shape)
    {
        if (shape.points.size() < 3)
            return;
        leave_text();
        fill_color(shape.fill);
        trace(shape.points);
        HPDF_Page_ClosePath(page_);
        HPDF_Page_Fill(page_);
    }

    void operator()(Disc const& disc)
    {
        leave_text();
        fill_color(disc.fill);
        HPDF_Page_Circle(page_, trimmed(disc.center.x), y(disc.center.y), trimmed(disc.radius));
        HPDF_Page_Fill(page_);
    }

private:
    struct State {
        std::optional<Color> fill;
        std::optional<Color> stroke;
        double line_width = 1;
        int dash = 0;
        std::optional<std::size_t> font;
        double font_size = 0;
        bool in_text = false;
    };

    void set_info(HPDF_InfoType type, std::string const& text)
    {
        if (!text.empty())
            HPDF_SetInfoAttr(document_.get(), type, metrics_.printable(text).c_str());
    }

    [[nodiscard]] float y(double down) const { return trimmed(height_ - down); }

    /// End of the stretch that the same font holds.
    std::size_t end_of_stretch(std::string_view text, std::size_t at, Holder holder)
    {
        while (at < text.size()) {
            auto const [c, length] = utf8::decode(text, at);
            if (metrics_.holder(c) != holder)
                break;
            if (holder == Holder::SignFont && may_lose_parts(c))
                embed_all_signs();
            at += length;
        }
        return at;
    }

    void enter_text()
    {
        if (!state_.in_text)
            HPDF_Page_BeginText(page_);
        state_.in_text = true;
    }

    void leave_text()
    {
        if (state_.in_text)
            HPDF_Page_EndText(page_);
        state_.in_text = false;
    }

    void fill_color(Color color)
    {
        if (state_.fill == color)
            return;
        HPDF_Page_SetRGBFill(page_, part(color.red), part(color.green), part(color.blue));
        state_.fill = color;
    }

    void use_pen(Pen const& pen)
    {
        leave_text();
        if (state_.stroke != pen.color)
            HPDF_Page_SetRGBStroke(page_, part(pen.color.red), part(pen.color.green), part(pen.color.blue));
        if (state_.line_width != pen.width)
            HPDF_Page_SetLineWidth(page_, trimmed(pen.width));
        if (state_.dash != pen.dash) {
            auto const length = static_cast<HPDF_UINT16>(pen.dash);
            HPDF_Page_SetDash(page_, &length, pen.dash > 0 ? 1 : 0, 0);
        }
        state_.stroke = pen.color;
        state_.line_width = pen.width;
        state_.dash = pen.dash;
    }

    void use_font(std::size_t slot, double size)
    {
        if (state_.font == slot && state_.font_size == size)
            return;
        HPDF_Page_SetFontAndSize(page_, font(slot), static_cast<float>(size));
        state_.font = slot;
        state_.font_size = size;
    }

    /// Loading a font is the dearest act of all, so a document loads only those it uses.
    HPDF_Font font(std::size_t slot)
    {
        constexpr std::array files{haru::regular_font, haru::bold_font, haru::sign_font};
        if (fonts_[slot] == nullptr) {
            names_[slot] = HPDF_LoadTTFontFromFile(document_.get(), files[slot], HPDF_TRUE);
            fonts_[slot] = HPDF_GetFont(document_.get(), names_[slot], "UTF-8");
        }
        return fonts_[slot];
    }

    void embed_all_signs()
    {
        if (all_signs_)
            return;
        static_cast<void>(font(sign_slot));
        HPDF_FontDef const signs = haru::font_def(document_.get(), names_[sign_slot]);
        auto* const glyphs = static_cast<HPDF_TTFontDefAttr>(signs->attr);
        std::memset(glyphs->glyph_tbl.flgs, 1, glyphs->num_glyphs);
        all_signs_ = true;
    }

    void trace(std::vector<Point> const& points)
    {
        HPDF_Page_MoveTo(page_, trimmed(points.front().x), y(points.front().y));
        for (std::size_t i = 1; i < points.size(); ++i)
            HPDF_Page_LineTo(page_, trimmed(points[i].x), y(points[i].y));
    }

    void trace(Point corner, double width, double height, double radius)
    {
        double const left = corner.x, top = corner.y;
        double const right = left + width, bottom = top + height;
        double const r = std::min({radius, width / 2, height / 2});
        if (r <= 0) {
            HPDF_Page_Rectangle(page_, trimmed(left), y(bottom), trimmed(width), trimmed(height));
            return;
        }
        // Distance of the control points at which a Bezier curve comes nearest to a quarter circle.
        double const k = r * (1 - 0.5523);
        auto const line = [&](double x, double down) { HPDF_Page_LineTo(page_, trimmed(x), y(down)); };
        auto const curve = [&](Point a, Point b, Point to) {
            HPDF_Page_CurveTo(page_, trimmed(a.x), y(a.y), trimmed(b.x), y(b.y), trimmed(to.x), y(to.y));
        };
        HPDF_Page_MoveTo(page_, trimmed(left + r), y(top));
        line(right - r, top);
        curve({right - k, top}, {right, top + k}, {right, top + r});
        line(right, bottom - r);
        curve({right, bottom - k}, {right - k, bottom}, {right - r, bottom});
        line(left + r, bottom);
        curve({left + k, bottom}, {left, bottom - k}, {left, bottom - r});
        line(left, top + r);
        curve({left, top + k}, {left + k, top}, {left + r, top});
        HPDF_Page_ClosePath(page_);
    }

    haru::Handle document_;
    HaruMetrics const& metrics_;
    HPDF_Page page_ = nullptr;
    double height_ = 0;
    State state_;
    std::array<char const*, 3> names_{};
    std::array<HPDF_Font, 3> fonts_{};
    bool all_signs_ = false;
};

PdfCanvas::PdfCanvas(PdfInfo const& info)
    : painter_{std::make_unique<Painter>(info)}
{
}

PdfCanvas::~PdfCanvas() = default;

void PdfCanvas::add(Page const& page)
{
    painter_->add(page);
}

std::string PdfCanvas::finish()
{
    return painter_->finish();
}

} // namespace plumbline::reports
