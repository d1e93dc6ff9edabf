// SPDX-License-Identifier: Apache-2.0
#include "reports/content/DaySheet.hpp"

#include "reports/content/ScheduleWords.hpp"

#include <algorithm>

namespace plumbline::reports {

namespace {

class Sheet {
public:
    Sheet(DaySheetData const& data, Words const& words)
        : data_{data}
        , words_{words}
    {
    }

    Document write()
    {
        Document document;
        document.kind = words_(tr_noop("Day sheet"));
        document.clinic = data_.clinic.name;
        document.clinic_line = data_.clinic.line;
        document.notice = data_.clinic.notice;
        document.facts = {day_in_words(data_.day) + (several() ? " \u2013 " + day_in_words(data_.to) : "")};
        if (data_.printed)
            document.facts.push_back(
                words_(tr_noop("printed {0} at {1}"), {to_words(day_of(*data_.printed)), to_clock(*data_.printed)}));
        document.author = data_.clinic.name;
        document.written = data_.printed_at;
        for (ClinicianDay const& day : data_.clinicians)
            section(document.blocks, day);
        if (data_.clinicians.empty())
            document.blocks.emplace_back(Paragraph{{{words_(tr_noop("No appointment on this day."))}}});
        document.blocks.emplace_back(Paragraph{
            {{words_(tr_noop("Holds names of patients: shred it when the day is done.")), Face::Regular, Tone::Muted}},
            TextSize::Caption});
        return document;
    }

private:
    [[nodiscard]] bool several() const { return data_.to.ok() && data_.to > data_.day; }

    void section(std::vector<Block>& blocks, ClinicianDay const& day) const
    {
        std::string const head = several() ? day_in_words(day.day) + " \u00B7 " + day.clinician : day.clinician;
        blocks.emplace_back(Heading{head, &day == &data_.clinicians.front() ? Start::Here : Start::NewPage});
        blocks.emplace_back(Paragraph{{{summary(day), Face::Regular, Tone::Muted}}, TextSize::Caption});
        if (day.lines.empty())
            return;
        Table table{
            {{words_(tr_noop("Time")), 76}, {words_(tr_noop("Patient")), 176}, {words_(tr_noop("Type")), 88},
                {words_(tr_noop("Visit")), 58}, {words_(tr_noop("Status")), 78}, {words_(tr_noop("Phone")), 92}},
            {}};
        table.continued = words_(tr_noop("{0}, continued"), {head});
        for (DaySheetLine const& line : day.lines)
            table.rows.push_back(row_of(line));
        blocks.emplace_back(std::move(table));
    }

    [[nodiscard]] std::string summary(ClinicianDay const& day) const
    {
        auto const off = std::ranges::count(day.lines, false, &DaySheetLine::takes_place);
        auto const on = std::ssize(day.lines) - off;
        std::string text = on == 0 ? words_(tr_noop("No appointment on this day."))
            : on == 1              ? words_(tr_noop("1 appointment"))
                                   : words_(tr_noop("{0} appointments"), {std::to_string(on)});
        if (off > 0)
            join(text, words_(tr_noop("{0} canceled or missed"), {std::to_string(off)}));
        if (!day.hours.empty())
            join(text, words_(tr_noop("works {0}"), {day.hours}));
        return text;
    }

    [[nodiscard]] Row row_of(DaySheetLine const& line) const
    {
        Tone const tone = line.takes_place ? Tone::Ink : Tone::Muted;
        Cell patient{line.patient, line.takes_place ? Face::Bold : Face::Regular, tone};
        patient.runs.push_back(
            {'\n' + words_(tr_noop("born {0} \u00B7 record {1}"), {to_words(line.born), line.record_number}),
                Face::Regular, Tone::Muted});
        Row row{{Cell{span_of(line.start, line.length), Face::Regular, tone}, std::move(patient),
                    Cell{line.type, Face::Regular, tone}, visit_of(line), Cell{line.status, Face::Regular, tone},
                    Cell{line.phone, Face::Regular, tone}},
            {}};
        remark(row.note, line.alert.empty() ? std::string{} : words_(tr_noop("Precaution: {0}"), {line.alert}),
            Face::Bold, Tone::Stop);
        remark(row.note, line.due, Face::Regular, Tone::Due);
        remark(row.note, line.note, Face::Regular, Tone::Ink);
        return row;
    }

    [[nodiscard]] Cell visit_of(DaySheetLine const& line) const
    {
        if (line.visit_number == 0)
            return {};
        if (!line.visits_authorized)
            return std::to_string(line.visit_number);
        bool const over = line.visit_number > *line.visits_authorized;
        return {
            words_(tr_noop("{0} of {1}"), {std::to_string(line.visit_number), std::to_string(*line.visits_authorized)}),
            over ? Face::Bold : Face::Regular, over ? Tone::Due : Tone::Ink};
    }

    static void remark(std::vector<Run>& note, std::string text, Face face, Tone tone)
    {
        if (text.empty())
            return;
        if (!note.empty())
            note.push_back({" \u00B7 ", Face::Regular, Tone::Muted});
        note.push_back({std::move(text), face, tone});
    }

    DaySheetData const& data_;
    Words const& words_;
};

} // namespace

Document day_sheet(DaySheetData const& data, Words const& words)
{
    return Sheet{data, words}.write();
}

} // namespace plumbline::reports
