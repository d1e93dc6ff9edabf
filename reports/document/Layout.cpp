// SPDX-License-Identifier: Apache-2.0
#include "reports/document/Layout.hpp"

#include "domain/core/Message.hpp"
#include "reports/document/Flow.hpp"
#include "reports/document/TextBreaker.hpp"
#include "reports/document/Typography.hpp"

#include <algorithm>
#include <span>

namespace plumbline::reports {

namespace {

constexpr double side_margin = 45;
constexpr double full_head = 88;    ///< Where the body begins on the first page ...
constexpr double compact_head = 60; ///< ... and on the pages after it.
constexpr double foot = 50;         ///< Room from the end of the body to the paper's edge.
constexpr std::string_view separator = " \u00B7 ";

/// Draws what stands around the body: head, notice and foot.
class Margins {
public:
    Margins(Document const& document, Extent paper, FontMetrics const& metrics, Palette const& palette)
        : document_{document}
        , paper_{paper}
        , right_{paper.width - side_margin}
        , metrics_{metrics}
        , palette_{palette}
    {
    }

    void draw_head(Page& page, std::size_t number) const
    {
        if (!document_.notice.empty())
            centered(page, document_.notice, 24);
        if (number == 1)
            draw_full_head(page);
        else
            draw_compact_head(page);
    }

    void draw_foot(Page& page, std::size_t number, std::size_t of) const
    {
        auto const style = typography::caption;
        double const rule = paper_.height - 40.5;
        page.ops.emplace_back(Line{{side_margin, rule}, {right_, rule}, {palette_.hairline, typography::hairline}});
        std::string const count = fill(tr_noop("page {0} of {1}"), {std::to_string(number), std::to_string(of)});
        double const width = metrics_.width(Face::Regular, style.size, count);
        double const baseline = rule + 13.5;
        page.ops.emplace_back(TextRun{{right_ - width, baseline}, Face::Regular, style.size, palette_.ink, count});
        draw_identity(page, baseline, right_ - side_margin - width - 20);
    }

private:
    /// A long name is cut, the birth date and the record number never are.
    void draw_identity(Page& page, double baseline, double room) const
    {
        auto const style = typography::caption;
        if (!document_.patient) {
            left(page, document_.clinic + std::string{separator} + document_.kind, style.size, Face::Regular,
                palette_.ink, baseline, room);
            return;
        }
        PatientLine const& patient = *document_.patient;
        std::string const rest =
            metrics_.printable(std::string{separator} + fill(tr_noop("born {0}"), {to_words(patient.born)})
                + std::string{separator} + fill(tr_noop("record {0}"), {patient.record_number}));
        double const rest_width = metrics_.width(Face::Regular, style.size, rest);
        std::string const name = shortened(patient.name, Face::Regular, style.size, room - rest_width, metrics_);
        page.ops.emplace_back(TextRun{{side_margin, baseline}, Face::Regular, style.size, palette_.ink, name + rest});
    }

    void draw_full_head(Page& page) const
    {
        double facts_width = 0;
        double baseline = 39;
        auto const fact = [&](std::string const& text) {
            double const most = (right_ - side_margin) * 0.45;
            std::string const fitted = shortened(text, Face::Regular, typography::caption.size, most, metrics_);
            double const width = metrics_.width(Face::Regular, typography::caption.size, fitted);
            facts_width = std::max(facts_width, width);
            page.ops.emplace_back(
                TextRun{{right_ - width, baseline}, Face::Regular, typography::caption.size, palette_.muted, fitted});
            baseline += 12.2;
        };
        fact(document_.kind);
        for (std::string const& text : document_.facts)
            if (baseline < 70)
                fact(text);
        double const room = right_ - side_margin - facts_width - 20;
        left(page, document_.clinic, 12, Face::Bold, palette_.ink, 42, room);
        left(page, document_.clinic_line, typography::caption.size, Face::Regular, palette_.muted, 56.5, room);
        rule(page, 75, 1.5);
    }

    void draw_compact_head(Page& page) const
    {
        std::string right = document_.kind;
        if (!document_.facts.empty())
            right += std::string{separator} + document_.facts.front();
        double const half = (right_ - side_margin) / 2 - 10;
        std::string const text = shortened(right, Face::Regular, typography::caption.size, half, metrics_);
        double const width = metrics_.width(Face::Regular, typography::caption.size, text);
        page.ops.emplace_back(
            TextRun{{right_ - width, 40}, Face::Regular, typography::caption.size, palette_.muted, text});
        left(page, document_.clinic, typography::caption.size, Face::Bold, palette_.ink, 40, half);
        rule(page, 47.5, 0.9);
    }

    void left(
        Page& page, std::string_view text, double size, Face face, Color color, double baseline, double room) const
    {
        std::string fitted = shortened(text, face, size, room, metrics_);
        if (!fitted.empty())
            page.ops.emplace_back(TextRun{{side_margin, baseline}, face, size, color, std::move(fitted)});
    }

    void centered(Page& page, std::string_view text, double baseline) const
    {
        double const size = typography::caption.size;
        std::string fitted = shortened(text, Face::Bold, size, right_ - side_margin, metrics_);
        double const width = metrics_.width(Face::Bold, size, fitted);
        page.ops.emplace_back(
            TextRun{{(paper_.width - width) / 2, baseline}, Face::Bold, size, palette_.stop, std::move(fitted)});
    }

    void rule(Page& page, double y, double width) const
    {
        page.ops.emplace_back(Line{{side_margin, y}, {right_, y}, {palette_.accent, width}});
    }

    Document const& document_;
    Extent paper_;
    double right_;
    FontMetrics const& metrics_;
    Palette const& palette_;
};

/// Deals strips onto pages. What is glued together moves to the next page together.
class Dealer {
public:
    Dealer(Extent paper, Margins const& margins)
        : paper_{paper}
        , margins_{margins}
    {
        open_page();
    }

    void deal(std::vector<Strip> strips)
    {
        for (std::size_t first = 0; first < strips.size();) {
            std::size_t end = first + 1;
            while (end < strips.size() && strips[end - 1].keep_with_next)
                ++end;
            std::span const group = std::span{strips}.subspan(first, end - first);
            if (group.front().new_page)
                turn_page(group.front());
            if (!fits(group) && fits_on_empty_page(group))
                turn_page(group.front());
            for (Strip& strip : group)
                place(strip);
            first = end;
        }
    }

    std::vector<Page> finish()
    {
        for (std::size_t i = 0; i < pages_.size(); ++i)
            margins_.draw_foot(pages_[i], i + 1, pages_.size());
        return std::move(pages_);
    }

private:
    [[nodiscard]] double room() const { return paper_.height - foot - y_; }

    [[nodiscard]] bool fits(std::span<Strip const> group) const
    {
        double const gap = at_top_ ? group.front().gap_before : 0;
        return height_of(group) - gap <= room();
    }

    [[nodiscard]] bool fits_on_empty_page(std::span<Strip const> group) const
    {
        double const header = group.front().header ? group.front().header->height : 0;
        return height_of(group) - group.front().gap_before + header <= paper_.height - foot - compact_head;
    }

    void place(Strip& strip)
    {
        if (!at_top_ && strip.gap_before + strip.height > room())
            turn_page(strip);
        put(strip.ops, strip.sources, at_top_ ? 0 : strip.gap_before, strip.height);
    }

    void turn_page(Strip const& next)
    {
        if (at_top_)
            return;
        open_page();
        if (next.header) {
            auto header = *next.header;
            put(header.ops, header.sources, 0, header.height);
        }
    }

    void put(std::vector<Op>& ops, std::vector<SourceSpot>& sources, double gap, double height)
    {
        y_ += gap;
        Page& page = pages_.back();
        for (Op& op : ops)
            page.ops.push_back(moved(std::move(op), side_margin, y_));
        for (SourceSpot& spot : sources) {
            spot.corner = {spot.corner.x + side_margin, spot.corner.y + y_};
            page.sources.push_back(std::move(spot));
        }
        y_ += height;
        at_top_ = at_top_ && height == 0;
    }

    void open_page()
    {
        pages_.push_back(Page{paper_.width, paper_.height, {}, {}});
        margins_.draw_head(pages_.back(), pages_.size());
        y_ = pages_.size() == 1 ? full_head : compact_head;
        at_top_ = true;
    }

    Extent paper_;
    Margins const& margins_;
    std::vector<Page> pages_;
    double y_ = 0;
    bool at_top_ = true;
};

} // namespace

std::vector<Page> lay_out(Document const& document, PageSize size, FontMetrics const& metrics, Palette const& palette)
{
    Extent const paper = extent(size);
    Flow flow{paper.width - 2 * side_margin, paper.height - foot - compact_head, metrics, palette};
    auto strips = flow.strips(document.blocks);

    bool lost = flow.lost_characters() || loses_characters(document.clinic, metrics);
    lost = lost || (document.patient && loses_characters(document.patient->name, metrics));
    if (lost) {
        Block const note =
            Paragraph{{{std::string{tr_noop("\u25A1 stands for a character that this document cannot show.")},
                          Face::Regular, Tone::Muted}},
                TextSize::Caption};
        auto more = flow.strips(std::span{&note, 1});
        std::ranges::move(more, std::back_inserter(strips));
    }

    Margins const margins{document, paper, metrics, palette};
    Dealer dealer{paper, margins};
    dealer.deal(std::move(strips));
    return dealer.finish();
}

} // namespace plumbline::reports
