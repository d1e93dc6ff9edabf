// SPDX-License-Identifier: Apache-2.0
#include "reports/content/ComingVisits.hpp"

#include "reports/content/ScheduleWords.hpp"

namespace plumbline::reports {

namespace {

Paragraph large(std::string text, Tone tone = Tone::Ink)
{
    return {{{std::move(text), Face::Regular, tone}}, TextSize::Large};
}

Table table_of(std::vector<ComingVisit> const& visits, Words const& words)
{
    Table table{{{words(tr_noop("Day")), 200}, {words(tr_noop("Time")), 130}, {words(tr_noop("With")), 190}}, {}};
    table.size = TextSize::Large;
    for (ComingVisit const& visit : visits)
        table.rows.push_back({{day_in_words(day_of(visit.start)), Cell{span_of(visit.start, visit.length), Face::Bold},
            Cell{visit.clinician}}});
    return table;
}

} // namespace

Document coming_visits(ComingVisitsData const& data, Words const& words)
{
    Document document;
    document.kind = words(tr_noop("Your coming visits"));
    document.clinic = data.clinic.name;
    document.clinic_line = data.clinic.line;
    document.notice = data.clinic.notice;
    document.patient = data.patient;
    if (data.printed)
        document.facts = {words(tr_noop("as of {0}"), {to_words(day_of(*data.printed))})};
    document.author = data.clinic.name;
    document.written = data.printed_at;
    document.blocks.emplace_back(Paragraph{{{data.patient.name, Face::Bold}}, TextSize::Title});
    document.blocks.emplace_back(Spacer{6});
    if (data.visits.empty())
        document.blocks.emplace_back(large(words(tr_noop("No visit is booked for you."))));
    else
        document.blocks.emplace_back(table_of(data.visits, words));
    document.blocks.emplace_back(Spacer{12});
    if (!data.clinic_phone.empty())
        document.blocks.emplace_back(large(data.visits.empty()
                ? words(tr_noop("To book one, call {0}."), {data.clinic_phone})
                : words(tr_noop("If you cannot come, please call {0} as early as you can."), {data.clinic_phone})));
    return document;
}

} // namespace plumbline::reports
