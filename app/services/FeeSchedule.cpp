// SPDX-License-Identifier: Apache-2.0
#include "app/services/FeeSchedule.hpp"

#include "app/services/Common.hpp"
#include "persistence/exchange/csv/CodeSheet.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace plumbline::app {

namespace {

using exchange::CodeSheet;
using exchange::SheetCode;
using Lines = std::map<std::string, ServiceCode>;

constexpr std::size_t most_problems = 1000;
constexpr std::string_view taken_code = tr_noop("This code is in the list already.");
constexpr std::string_view taken_modality = tr_noop("Code {0} is offered first for it already.");

Lines lines_of(Records const& records)
{
    Lines lines;
    for (ServiceCode& one : records.fee_schedule().all())
        lines.emplace(one.code, one);
    return lines;
}

/// The code of another line that is offered first for the same modality.
std::optional<std::string> rival(Lines const& lines, ServiceCode const& service)
{
    auto const other = std::ranges::find_if(lines, [&](auto const& entry) {
        return service.modality && entry.second.modality == service.modality && entry.first != service.code;
    });
    return other == lines.end() ? std::nullopt : std::optional{other->first};
}

/// One line as it was seen goes, as it is to be comes.
Result<void> put_into(Lines& lines, CodeChange const& change)
{
    if (change.before) {
        auto const stored = lines.find(change.before->code);
        if (stored == lines.end() || stored->second != *change.before)
            return still_current(1, 0);
        lines.erase(stored);
    }
    if (change.after && !lines.emplace(change.after->code, *change.after).second)
        return refuse(Refusal::Reason::Invalid, "code", taken_code);
    return {};
}

void note(Records& records, Context const& context, CodeChange const& change)
{
    auto const event = !change.before ? AuditEvent::Create : !change.after ? AuditEvent::Delete : AuditEvent::Change;
    std::string detail = change.before ? change.before->code : change.after->code;
    if (change.before && change.after && change.before->code != change.after->code)
        detail += " now " + change.after->code;
    audit(records, context, event, {"service_code"}, std::move(detail));
}

/// Says of every row of the list what would become of it.
class Rehearsal {
public:
    Rehearsal(CodeSheet const& sheet, Lines lines)
        : stored_{lines}
        , lines_{std::move(lines)}
    {
        if (sheet.was_latin)
            note(tr_noop("The file is not in UTF-8 and was read as Windows-1252. Check labels with accents."), {});
        std::string names;
        for (std::string const& name : sheet.ignored)
            names.append(names.empty() ? "" : ", ").append(name);
        if (!names.empty())
            note(tr_noop("These columns were not read: {0}."), {names});
        // Every row first, since a modality may go from one code of the list to another.
        for (SheetCode const& row : sheet.rows)
            take(row);
        for (SheetCode const& row : sheet.rows)
            if (auto const other = rival(lines_, row.service); row.faults.empty() && other)
                fault(row.line, "modality", {taken_modality, {*other}});
    }

    [[nodiscard]] CodeImport found() const
    {
        CodeImport all{outcome_, {}};
        std::ranges::stable_sort(all.outcome.problems, {}, &ImportProblem::line);
        if (all.outcome.problems.size() > most_problems)
            all.outcome.problems.resize(most_problems);
        if (outcome_.faults > 0)
            all.outcome.created = all.outcome.updated = 0;
        else
            all.edit = edit_;
        return all;
    }

private:
    void take(SheetCode const& row)
    {
        for (Refusal const& one : row.faults)
            fault(row.line, one.field, one.message);
        if (!row.faults.empty())
            return;
        ServiceCode const& service = row.service;
        auto const [place, fresh] = seen_.emplace(service.code, row.line);
        if (!fresh)
            return fault(
                row.line, "code", {tr_noop("The same code stands in line {0}."), {std::to_string(place->second)}});
        lines_.insert_or_assign(service.code, service);
        auto const stored = stored_.find(service.code);
        if (stored != stored_.end() && stored->second == service) {
            ++outcome_.skipped;
            return;
        }
        auto const before = stored == stored_.end() ? std::nullopt : std::optional{stored->second};
        ++(before ? outcome_.updated : outcome_.created);
        edit_.push_back({before, service});
    }

    void fault(int line, std::string_view column, Message message)
    {
        if (outcome_.problems.empty() || outcome_.problems.back().line != line)
            ++outcome_.faults;
        std::vector<std::string> columns;
        if (!column.empty())
            columns.emplace_back(column);
        outcome_.problems.push_back({ImportProblem::Kind::Fault, line, std::move(columns), std::move(message)});
    }
    void note(std::string_view text, std::vector<std::string> arguments)
    {
        outcome_.problems.push_back({ImportProblem::Kind::Note, 0, {}, Message{text, std::move(arguments)}});
    }

    Lines stored_, lines_;
    std::map<std::string, int> seen_;
    ImportOutcome outcome_;
    FeeEdit edit_;
};

Result<void> may_edit(Context const& context)
{
    return permit(context.actor, Action::EditFees);
}

} // namespace

FeeEdit inverse(FeeEdit edit)
{
    std::ranges::reverse(edit);
    for (CodeChange& change : edit)
        std::swap(change.before, change.after);
    return edit;
}

Result<std::vector<ServiceCode>> service_codes(Records const& records, Context const& context)
{
    if (auto allowed = permit(context.actor, Action::SeeClinic); !allowed)
        return refuse(allowed.error());
    return records.fee_schedule().all();
}

Result<FeeEdit> change_codes(Records& records, Context const& context, FeeEdit const& wanted)
{
    if (auto allowed = may_edit(context); !allowed)
        return refuse(allowed.error());
    FeeEdit edit = wanted;
    Lines lines = lines_of(records);
    for (CodeChange& change : edit) {
        if (change.after) {
            auto accepted = acceptable_service_code(*change.after);
            if (!accepted)
                return refuse(accepted.error());
            change.after = *std::move(accepted);
        }
        if (auto applied = put_into(lines, change); !applied)
            return refuse(applied.error());
    }
    for (CodeChange const& change : edit)
        if (change.after)
            if (auto const other = rival(lines, *change.after))
                return refuse(Refusal::Reason::Invalid, "modality", taken_modality, {*other});
    std::erase_if(edit, [](CodeChange const& change) { return change.before == change.after; });
    for (CodeChange const& change : edit) {
        if (change.before && (!change.after || change.after->code != change.before->code))
            records.fee_schedule().remove(change.before->code);
        if (change.after)
            records.fee_schedule().keep(*change.after);
        note(records, context, change);
    }
    return edit;
}

Result<CodeImport> rehearse_codes(Records const& records, Context const& context, std::string const& bytes)
{
    if (auto allowed = may_edit(context); !allowed)
        return refuse(allowed.error());
    auto const sheet = exchange::read_code_sheet(bytes);
    if (!sheet)
        return refuse(sheet.error());
    CodeImport found = Rehearsal{*sheet, lines_of(records)}.found();
    found.edit.clear();
    return found;
}

Result<CodeImport> import_codes(Records& records, Context const& context, std::string const& bytes, ImportMode mode)
{
    if (mode == ImportMode::Rehearse)
        return rehearse_codes(records, context, bytes);
    if (auto allowed = may_edit(context); !allowed)
        return refuse(allowed.error());
    auto const sheet = exchange::read_code_sheet(bytes);
    if (!sheet)
        return refuse(sheet.error());
    CodeImport found = Rehearsal{*sheet, lines_of(records)}.found();
    if (found.edit.empty())
        return found;
    auto edit = change_codes(records, context, found.edit);
    if (!edit)
        return refuse(edit.error());
    found.edit = *std::move(edit);
    audit(records, context, AuditEvent::Import, {"service_code"},
        "created=" + std::to_string(found.outcome.created) + "; updated=" + std::to_string(found.outcome.updated));
    return found;
}

void take_service_code(Intervention::Details& row, std::vector<ServiceCode> const& codes)
{
    auto const listed = std::ranges::find_if(codes, [&](ServiceCode const& service) {
        return row.service_code.empty() ? service.modality == row.modality : service.code == row.service_code;
    });
    if (listed == codes.end())
        return;
    row.service_code = listed->code;
    row.timed = listed->timed;
}

} // namespace plumbline::app
