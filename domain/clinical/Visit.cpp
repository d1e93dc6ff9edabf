// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Visit.hpp"

#include "domain/clinical/CanonicalText.hpp"
#include "domain/core/Text.hpp"

#include <algorithm>
#include <set>

namespace plumbline {

namespace {

using Reason = Refusal::Reason;

constexpr TextRule note_rule{20000, TextRule::Shape::Paragraphs};

[[nodiscard]] bool is_confirmed(Intervention const& row) noexcept
{
    return row.details().state == RowState::Confirmed;
}

void clean_note(Faults& faults, VisitNote& note)
{
    clean_text(faults, "subjective", note.subjective, note_rule);
    clean_text(faults, "objective", note.objective, note_rule);
    clean_text(faults, "assessment", note.assessment, note_rule);
    clean_text(faults, "plan", note.plan, note_rule);
}

void check_rows(Faults& faults, std::vector<Intervention> const& rows)
{
    std::set<InterventionId> seen;
    for (Intervention const& row : rows)
        if (!seen.insert(row.id()).second)
            faults.add("interventions", tr_noop("{0} stands in the note twice."), {row.details().name});
}

void require_substance(std::vector<Refusal>& missing, Visit::Details const& details)
{
    VisitNote const& note = details.note;
    if (!note.pain_now)
        missing.push_back({Reason::Invalid, "pain", {tr_noop("Ask for the pain now, 0 to 10.")}, {}});
    else if (note.pain_worst && *note.pain_worst < *note.pain_now)
        missing.push_back({Reason::Invalid, "pain_worst",
            {tr_noop("The worst pain is below the pain now: correct one of them, or leave the worst empty.")}, {}});
    bool const treated = std::ranges::any_of(details.interventions, is_confirmed);
    if (!treated && note.subjective.empty() && note.assessment.empty())
        missing.push_back({Reason::Invalid, "interventions",
            {tr_noop("Confirm what was done, or write what was said or found.")}, {}});
}

/// CMS asks for the day's timed minutes; a code without any could not be billed or defended.
void require_minutes(
    std::vector<Refusal>& missing, Visit::Details const& details, std::vector<TimedMinutes> const& sums)
{
    for (TimedMinutes const& sum : sums) {
        if (sum.minutes > 0)
            continue;
        auto const row = std::ranges::find_if(details.interventions, [&](Intervention const& r) {
            return is_confirmed(r) && r.details().timed && r.details().service_code == sum.code;
        });
        if (row == details.interventions.end())
            continue; // Rows without a code bill nothing.
        missing.push_back({Reason::Invalid, "minutes",
            {tr_noop("{0} ({1}) has no minutes. Type them on one row of this code."), {row->details().name, sum.code}},
            {}});
    }
}

void require_consent(std::vector<Refusal>& missing, Visit::Details const& details)
{
    for (Intervention const& row : details.interventions)
        if (is_confirmed(row) && row.details().modality == Modality::Manipulation
            && row.details().dose.get(DoseKey::Consent).value_or(0) != 1)
            missing.push_back({Reason::Invalid, "consent",
                {tr_noop("{0} is a grade V thrust: record the patient's consent in its dose, or remove the row."),
                    {row.details().name}},
                {}});
}

void write_pain(CanonicalText& out, std::string_view key, std::optional<PainScore> pain)
{
    out.line(key, pain ? std::to_string(pain->points()) : std::string{});
}

void write_row(CanonicalText& out, std::size_t number, Intervention const& row)
{
    Intervention::Details const& details = row.details();
    std::string const prefix = "intervention-" + std::to_string(number) + '-';
    auto const line = [&](std::string_view key, auto const& value) { out.line(prefix + std::string{key}, value); };
    line("id", row.id().value());
    line("modality", code(details.modality));
    line("name", details.name);
    line("exercise", details.exercise_id);
    line("region", code(details.region));
    line("side", code(details.side));
    line("dose", details.dose.canonical());
    line("minutes", std::int64_t{details.minutes});
    line("service-code", details.service_code);
    line("timed", std::string_view{details.timed ? "yes" : "no"});
    line("provider", details.provider.value());
    line("at-home", std::string_view{details.at_home ? "yes" : "no"});
    line("response", details.response);
    line("override-reason", details.override_reason);
}

} // namespace

Result<Visit> Visit::create(VisitId id, PatientId patient, EpisodeId episode, Details details, ClinicTime now)
{
    Faults faults;
    // A note may be opened before the hour of its appointment, never before its day.
    if (day_of(details.start) > day_of(now))
        faults.add("start", tr_noop("A visit cannot be written before its day."));
    clean_note(faults, details.note);
    clean_text(faults, "tied_code", details.tied_code, line_rule);
    check_rows(faults, details.interventions);
    if (!faults.none())
        return refuse(faults.refusal());
    return Visit{id, patient, episode, std::move(details), {}, {}, 0};
}

Visit Visit::restore(VisitId id, PatientId patient, EpisodeId episode, Details details, std::optional<Seal> seal,
    std::vector<Addendum> addenda, int version)
{
    return {id, patient, episode, std::move(details), std::move(seal), std::move(addenda), version};
}

Result<Visit> Visit::with(Details details, ClinicTime now) const
{
    if (seal_)
        return refuse(Reason::NotAllowed, "", tr_noop("This note is signed. Add an addendum instead."));
    auto changed = create(id_, patient_, episode_, std::move(details), now);
    if (changed)
        changed->version_ = version_;
    return changed;
}

std::vector<Refusal> Visit::missing_for_signature() const
{
    std::vector<Refusal> missing;
    require_substance(missing, details_);
    require_minutes(missing, details_, timed_minutes());
    require_consent(missing, details_);
    return missing;
}

Result<Visit> Visit::sealed(Seal seal) const
{
    if (seal_)
        return refuse(Reason::NotAllowed, "", tr_noop("This note is signed already. Add an addendum instead."));
    if (auto const missing = missing_for_signature(); !missing.empty()) {
        Faults faults;
        for (Refusal const& one : missing)
            faults.add(one);
        return refuse(faults.refusal());
    }
    Visit signed_note = *this;
    std::erase_if(signed_note.details_.interventions, [](Intervention const& row) { return !is_confirmed(row); });
    signed_note.seal_ = std::move(seal);
    return signed_note;
}

Result<Visit> Visit::with_addendum(Addendum addendum) const
{
    if (!seal_)
        return refuse(Reason::NotAllowed, "", tr_noop("This note is not signed yet: change the note itself."));
    Faults faults;
    clean_text(faults, "addendum", addendum.text, note_rule);
    if (addendum.text.empty())
        faults.add("addendum", tr_noop("Write what is to be added."));
    if (!faults.none())
        return refuse(faults.refusal());
    Visit longer = *this;
    longer.addenda_.push_back(std::move(addendum));
    return longer;
}

std::string Visit::canonical_text() const
{
    bool const second = details_.late_entry || !details_.tied_code.empty();
    CanonicalText out{second ? "plumbline-visit 2" : "plumbline-visit 1"};
    out.line("id", id_.value());
    out.line("patient", patient_.value());
    out.line("episode", episode_.value());
    out.line("start", to_iso(details_.start));
    out.line("provider", details_.provider.value());
    out.line("appointment", details_.appointment ? std::to_string(details_.appointment->value()) : std::string{});
    if (second) {
        out.line("late-entry", std::string_view{details_.late_entry ? "yes" : "no"});
        out.line("tied-code", details_.tied_code);
    }
    write_pain(out, "pain-now", details_.note.pain_now);
    write_pain(out, "pain-worst", details_.note.pain_worst);
    out.line("trend", code(details_.note.trend));
    out.line("subjective", details_.note.subjective);
    out.line("objective", details_.note.objective);
    out.line("assessment", details_.note.assessment);
    out.line("plan", details_.note.plan);
    std::size_t number = 0;
    for (Intervention const& row : details_.interventions)
        if (is_confirmed(row))
            write_row(out, ++number, row);
    return out.take();
}

std::vector<TimedMinutes> Visit::timed_minutes() const
{
    std::vector<TimedMinutes> sums;
    for (Intervention const& row : details_.interventions) {
        Intervention::Details const& details = row.details();
        if (!is_confirmed(row) || !details.timed)
            continue;
        std::string const counted =
            details.service_code.empty() ? std::string{label(details.modality)} : details.service_code;
        auto sum = std::ranges::find(sums, counted, &TimedMinutes::code);
        if (sum == sums.end())
            sum = sums.insert(sums.end(), {counted, 0});
        sum->minutes += details.minutes;
    }
    return sums;
}

int Visit::total_minutes() const noexcept
{
    int total = 0;
    for (Intervention const& row : details_.interventions)
        if (is_confirmed(row))
            total += row.details().minutes;
    return total;
}

Visit::Visit(VisitId id, PatientId patient, EpisodeId episode, Details details, std::optional<Seal> seal,
    std::vector<Addendum> addenda, int version)
    : id_{id}
    , patient_{patient}
    , episode_{episode}
    , details_{std::move(details)}
    , seal_{std::move(seal)}
    , addenda_{std::move(addenda)}
    , version_{version}
{
}

double word_overlap(std::string_view text, std::string_view earlier)
{
    auto const words_of = [](std::string_view sentence) {
        std::vector<std::string> words{std::string{}};
        for (char const c : ascii_lower(sentence)) {
            bool const in_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
            if (in_word)
                words.back() += c;
            else if (!words.back().empty())
                words.emplace_back();
        }
        if (words.back().empty())
            words.pop_back();
        return words;
    };
    auto const words = words_of(text);
    if (words.empty())
        return 0;
    auto const before = words_of(earlier);
    std::set<std::string> const known{before.begin(), before.end()};
    auto const repeated = std::ranges::count_if(words, [&](std::string const& word) { return known.contains(word); });
    return static_cast<double>(repeated) / static_cast<double>(words.size());
}

} // namespace plumbline
