// SPDX-License-Identifier: Apache-2.0
#include "reports/content/ReminderSlips.hpp"

#include "reports/content/ScheduleWords.hpp"

#include <algorithm>

namespace plumbline::reports {

namespace {

constexpr double across = 522;
constexpr double room_to_cut = 5;

class Slips {
public:
    Slips(ReminderSlipsData const& data, Words const& words)
        : data_{data}
        , words_{words}
    {
    }

    Document write()
    {
        Document document;
        document.kind = words_(tr_noop("Reminder slips"));
        document.clinic = data_.clinic.name;
        document.clinic_line = data_.clinic.line;
        document.notice = data_.clinic.notice;
        document.facts = {data_.from == data_.to
                ? day_in_words(data_.from)
                : words_(tr_noop("{0} \u2013 {1}"), {to_short_words(data_.from), to_words(data_.to)})};
        document.author = data_.clinic.name;
        document.written = data_.printed_at;
        for (std::size_t i = 0; i < data_.slips.size(); i += 2)
            pair(document.blocks, i);
        if (data_.slips.empty())
            document.blocks.emplace_back(Paragraph{{{words_(tr_noop("Nobody is to be reminded."))}}});
        return document;
    }

private:
    void pair(std::vector<Block>& blocks, std::size_t first) const
    {
        SideBySide beside;
        beside.columns.push_back(slip(data_.slips[first]));
        beside.columns.push_back(first + 1 < data_.slips.size() ? slip(data_.slips[first + 1]) : std::vector<Block>{});
        KeepTogether together;
        together.blocks.emplace_back(std::move(beside));
        together.blocks.emplace_back(Spacer{room_to_cut});
        together.blocks.emplace_back(Drawing{
            across, 1, {Line{{0, 0.5}, {across, 0.5}, {paper_palette.axis, 0.6, 3}}}, words_(tr_noop("Cut here"))});
        together.blocks.emplace_back(Spacer{room_to_cut});
        blocks.emplace_back(std::move(together));
    }

    [[nodiscard]] std::vector<Block> slip(ReminderSlip const& slip) const
    {
        std::vector<Block> blocks;
        blocks.emplace_back(Paragraph{{{data_.clinic.name, Face::Bold, Tone::Accent}}, TextSize::Caption});
        blocks.emplace_back(Paragraph{{{slip.patient}}});
        blocks.emplace_back(Paragraph{{{day_in_words(day_of(slip.visit.start)), Face::Bold}}, TextSize::Large});
        blocks.emplace_back(Paragraph{{{span_of(slip.visit.start, slip.visit.length), Face::Bold}}, TextSize::Large});
        blocks.emplace_back(Paragraph{{{words_(tr_noop("with {0}"), {slip.visit.clinician})}}});
        std::string call = words_(tr_noop("We look forward to seeing you."));
        if (!data_.clinic_phone.empty())
            call += ' ' + words_(tr_noop("If you cannot come, call {0}."), {data_.clinic_phone});
        blocks.emplace_back(Paragraph{{{std::move(call), Face::Regular, Tone::Muted}}, TextSize::Caption});
        return blocks;
    }

    ReminderSlipsData const& data_;
    Words const& words_;
};

} // namespace

Document reminder_slips(ReminderSlipsData const& data, Words const& words)
{
    return Slips{data, words}.write();
}

} // namespace plumbline::reports
