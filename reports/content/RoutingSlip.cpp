// SPDX-License-Identifier: Apache-2.0
#include "reports/content/RoutingSlip.hpp"

#include "reports/content/ScheduleWords.hpp"

namespace plumbline::reports {

namespace {

/// Rows to write in by hand; more than a visit has procedures.
constexpr int procedure_rows = 7;
constexpr double room_to_write = 8;

class Slip {
public:
    Slip(RoutingSlipData const& data, Words const& words)
        : data_{data}
        , words_{words}
    {
    }

    Document write()
    {
        Document document;
        document.kind = words_(tr_noop("Routing slip"));
        document.clinic = data_.clinic.name;
        document.clinic_line = data_.clinic.line;
        document.notice = data_.clinic.notice;
        document.patient = data_.patient;
        document.facts = {day_in_words(day_of(data_.start))};
        if (data_.printed)
            document.facts.push_back(
                words_(tr_noop("printed {0} at {1}"), {to_words(day_of(*data_.printed)), to_clock(*data_.printed)}));
        document.author = data_.clinic.name;
        document.written = data_.printed_at;
        blocks_.emplace_back(Paragraph{{{data_.patient.name, Face::Bold}}, TextSize::Title});
        blocks_.emplace_back(Paragraph{{{identity(), Face::Regular, Tone::Muted}}, TextSize::Caption});
        if (!data_.alert.empty())
            blocks_.emplace_back(
                Paragraph{{{words_(tr_noop("Precaution: {0}"), {data_.alert}), Face::Bold, Tone::Stop}}});
        blocks_.emplace_back(SideBySide{{visit(), to_see_to()}});
        treatment();
        coming();
        document.blocks = std::move(blocks_);
        return document;
    }

private:
    [[nodiscard]] std::string identity() const
    {
        std::string line = words_(tr_noop("born {0} ({1})"),
            {to_words(data_.patient.born), std::to_string(age_in_years(data_.patient.born, day_of(data_.start)))});
        join(line, words_(tr_noop("record {0}"), {data_.patient.record_number}));
        join(line, data_.phone);
        return line;
    }

    [[nodiscard]] std::vector<Block> visit() const
    {
        std::vector<Block> blocks{Heading{words_(tr_noop("This visit"))}};
        blocks.emplace_back(Paragraph{{{span_of(data_.start, data_.length), Face::Bold}, {"  " + data_.type}}});
        blocks.emplace_back(Paragraph{{{words_(tr_noop("with {0}"), {data_.clinician})}}});
        blocks.emplace_back(Paragraph{{{data_.status}}});
        if (!data_.note.empty())
            blocks.emplace_back(Paragraph{{{data_.note}}});
        return blocks;
    }

    [[nodiscard]] std::vector<Block> to_see_to() const
    {
        std::vector<Block> blocks{Heading{words_(tr_noop("To see to"))}};
        auto const say = [&](std::string text, Tone tone = Tone::Ink) {
            blocks.emplace_back(Paragraph{{{std::move(text), Face::Regular, tone}}});
        };
        if (data_.visit_number > 0 && data_.visits_authorized) {
            bool const over = data_.visit_number > *data_.visits_authorized;
            say(words_(tr_noop("Visit {0} of {1} authorized"),
                    {std::to_string(data_.visit_number), std::to_string(*data_.visits_authorized)}),
                over ? Tone::Due : Tone::Ink);
        } else if (data_.visit_number > 0) {
            say(words_(tr_noop("Visit {0}"), {std::to_string(data_.visit_number)}));
        }
        if (data_.certified_until)
            say(words_(tr_noop("Plan of care certified until {0}"), {to_words(*data_.certified_until)}));
        for (std::string const& due : data_.due)
            say(due, Tone::Due);
        if (blocks.size() == 1)
            say(words_(tr_noop("Nothing is due.")), Tone::Muted);
        return blocks;
    }

    void treatment()
    {
        blocks_.emplace_back(Heading{words_(tr_noop("Treatment"))});
        Table table{{{words_(tr_noop("Procedure")), 260}, {words_(tr_noop("Code")), 80},
                        {words_(tr_noop("Minutes")), 80}, {words_(tr_noop("Initials")), 100}},
            {}};
        for (int row = 0; row < procedure_rows; ++row)
            table.rows.push_back({{Cell{"\u00A0\n\u00A0"}}});
        blocks_.emplace_back(std::move(table));
    }

    void coming()
    {
        KeepTogether end;
        end.blocks.emplace_back(Heading{words_(tr_noop("Next visits"))});
        if (data_.coming.empty())
            end.blocks.emplace_back(
                Paragraph{{{words_(tr_noop("No further visit is booked.")), Face::Regular, Tone::Due}}});
        for (ComingVisit const& one : data_.coming)
            end.blocks.emplace_back(
                Paragraph{{{day_in_words(day_of(one.start)) + ", " + span_of(one.start, one.length), Face::Bold},
                    {"  " + words_(tr_noop("with {0}"), {one.clinician})}}});
        end.blocks.emplace_back(Spacer{room_to_write});
        end.blocks.emplace_back(SignatureLines{{words_(tr_noop("Next visit, day and time")),
            words_(tr_noop("Clinician")), words_(tr_noop("Front desk"))}});
        blocks_.emplace_back(std::move(end));
    }

    RoutingSlipData const& data_;
    Words const& words_;
    std::vector<Block> blocks_;
};

} // namespace

Document routing_slip(RoutingSlipData const& data, Words const& words)
{
    return Slip{data, words}.write();
}

} // namespace plumbline::reports
