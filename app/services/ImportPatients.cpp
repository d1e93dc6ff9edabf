// SPDX-License-Identifier: Apache-2.0
#include "app/services/ImportPatients.hpp"

#include "persistence/exchange/csv/PatientSheet.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace plumbline::app {

namespace {

using exchange::PatientSheet;
using exchange::SheetPatient;

constexpr std::size_t most_problems = 1000;

/// Judges every row without changing anything, and remembers which ones are to be created.
class Rehearsal {
public:
    Rehearsal(Records const& records, Context const& context, PatientSheet const& sheet)
        : records_{records}
        , today_{context.today()}
        , sheet_{sheet}
    {
        if (sheet.was_latin())
            note(tr_noop("The file is not in UTF-8 and was read as Windows-1252. Check names with accents."));
        if (!sheet.ignored().empty()) {
            std::string names;
            for (std::string const& name : sheet.ignored())
                names.append(names.empty() ? "" : ", ").append(name);
            note(tr_noop("These columns were not read: {0}."), {names});
        }
    }

    void judge(SheetPatient const& row)
    {
        if (row.deleted)
            return skip(row.line, {}, tr_noop("The patient was deleted in the program that wrote the file."));
        auto const patient = candidate(row);
        if (!patient)
            return;
        if (auto const earlier = seen_.find(key_of(*patient)); earlier != seen_.end())
            return skip(row.line, sheet_.headers_of("name.family"),
                tr_noop("The same name and birth date stand in line {0}."), {std::to_string(earlier->second)});
        if (!records_.patients().likely_duplicates(patient->name(), patient->birth_date()).empty())
            return skip(row.line, sheet_.headers_of("name.family"),
                tr_noop("Someone with this name and birth date is in the clinic already."));
        if (!row.record_number.empty() && number_is_taken(row))
            return;
        seen_.emplace(key_of(*patient), row.line);
        wanted_.insert(row.line);
    }

    [[nodiscard]] bool wants(int line) const { return wanted_.contains(line); }
    [[nodiscard]] ImportOutcome outcome() const
    {
        ImportOutcome found = outcome_;
        found.created = found.faults == 0 ? static_cast<int>(wanted_.size()) : 0;
        return found;
    }

private:
    /// The patient of the row, whole; none when a cell is at fault.
    std::optional<Patient> candidate(SheetPatient const& row)
    {
        auto const patient =
            Patient::create(PatientId{1}, row.record_number.empty() ? "0" : row.record_number, row.details, today_);
        std::vector<Refusal> faults = row.faults;
        if (!patient) {
            add_other_fields(faults, patient.error());
            for (Refusal const& other : patient.error().others)
                add_other_fields(faults, other);
        }
        if (faults.empty())
            return *patient;
        ++outcome_.faults;
        for (Refusal const& fault : faults)
            add({ImportProblem::Kind::Fault, row.line, sheet_.headers_of(fault.field), fault.message});
        return std::nullopt;
    }

    /// What the sheet said about a cell already is said better there.
    static void add_other_fields(std::vector<Refusal>& faults, Refusal const& refusal)
    {
        if (std::ranges::find(faults, refusal.field, &Refusal::field) == faults.end())
            faults.push_back({refusal.reason, refusal.field, refusal.message, {}});
    }

    bool number_is_taken(SheetPatient const& row)
    {
        bool const twice = !numbers_.insert(row.record_number).second;
        if (!twice && !records_.patients().by_record_number(row.record_number))
            return false;
        ++outcome_.faults;
        add({ImportProblem::Kind::Fault, row.line, sheet_.headers_of("record_number"),
            Message{twice ? tr_noop("This record number stands twice in the file.")
                          : tr_noop("Another patient of the clinic has this record number.")}});
        return true;
    }

    /// The same as the clinic's own people are compared by.
    [[nodiscard]] std::string key_of(Patient const& patient) const
    {
        return records_.patients().likeness(patient.name()) + '\n' + to_iso(patient.birth_date());
    }

    void skip(
        int line, std::vector<std::string> columns, std::string_view text, std::vector<std::string> arguments = {})
    {
        ++outcome_.skipped;
        add({ImportProblem::Kind::Skipped, line, std::move(columns), Message{text, std::move(arguments)}});
    }
    void note(std::string_view text, std::vector<std::string> arguments = {})
    {
        add({ImportProblem::Kind::Note, 0, {}, Message{text, std::move(arguments)}});
    }
    void add(ImportProblem problem)
    {
        if (outcome_.problems.size() < most_problems)
            outcome_.problems.push_back(std::move(problem));
    }

    Records const& records_;
    Date today_;
    PatientSheet const& sheet_;
    ImportOutcome outcome_;
    std::unordered_map<std::string, int> seen_;
    std::unordered_set<std::string> numbers_;
    std::unordered_set<int> wanted_;
};

Result<PatientSheet> permitted_sheet(Context const& context, std::string const& bytes)
{
    if (auto allowed = permit(context.actor, Action::ImportPatients); !allowed)
        return refuse(allowed.error());
    return PatientSheet::open(bytes);
}

Result<void> judge_all(Rehearsal& rehearsal, PatientSheet const& sheet)
{
    return sheet.read([&](SheetPatient const& row) {
        rehearsal.judge(row);
        return true;
    });
}

Result<void> create(Records& records, Context const& context, SheetPatient const& row)
{
    auto const number = row.record_number.empty() ? records.patients().next_record_number() : row.record_number;
    auto const patient = Patient::create(context.make<PatientId>(), number, row.details, context.today());
    if (!patient)
        return refuse(patient.error());
    if (auto kept = records.patients().keep(*patient); !kept)
        return kept;
    audit(records, context, AuditEvent::Create, {"patient", patient->id().value(), patient->id()}, "import");
    return {};
}

enum class Numbers { Own, Next };

/// Rows that bring their number come first, so that the clinic's series does not take one of theirs.
Result<void> create_all(
    Records& records, Context const& context, PatientSheet const& sheet, Rehearsal const& judged, Numbers numbers)
{
    Result<void> kept;
    auto read = sheet.read([&](SheetPatient const& row) {
        bool const has_own = !row.record_number.empty();
        if (judged.wants(row.line) && has_own == (numbers == Numbers::Own))
            kept = create(records, context, row);
        return kept.has_value();
    });
    return kept ? read : kept;
}

} // namespace

Result<ImportOutcome> rehearse_import(Records const& records, Context const& context, std::string const& bytes)
{
    auto const sheet = permitted_sheet(context, bytes);
    if (!sheet)
        return refuse(sheet.error());
    Rehearsal rehearsal{records, context, *sheet};
    if (auto read = judge_all(rehearsal, *sheet); !read)
        return refuse(read.error());
    return rehearsal.outcome();
}

Result<ImportOutcome> import_patients(
    Records& records, Context const& context, std::string const& bytes, ImportMode mode)
{
    if (mode == ImportMode::Rehearse)
        return rehearse_import(records, context, bytes);
    auto const sheet = permitted_sheet(context, bytes);
    if (!sheet)
        return refuse(sheet.error());
    Rehearsal rehearsal{records, context, *sheet};
    if (auto read = judge_all(rehearsal, *sheet); !read)
        return refuse(read.error());
    auto const outcome = rehearsal.outcome();
    if (outcome.created == 0)
        return outcome;
    for (Numbers const numbers : {Numbers::Own, Numbers::Next})
        if (auto kept = create_all(records, context, *sheet, rehearsal, numbers); !kept)
            return refuse(kept.error());
    audit(records, context, AuditEvent::Import, {"patient"},
        "created=" + std::to_string(outcome.created) + "; skipped=" + std::to_string(outcome.skipped));
    return outcome;
}

} // namespace plumbline::app
