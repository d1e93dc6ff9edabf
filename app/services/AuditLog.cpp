// SPDX-License-Identifier: Apache-2.0
#include "app/services/AuditLog.hpp"

#include "app/services/SystemClock.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace plumbline::app {

namespace {

AuditWish wish_of(AuditLogWish const& wish, std::string const& zone)
{
    AuditWish asked{.login = wish.login, .patient = wish.patient};
    if (wish.from)
        asked.from = beginning_of(*wish.from, zone);
    if (wish.to)
        asked.before = beginning_of(plus_days(*wish.to, 1), zone);
    return asked;
}

/// Names are looked up once for each patient of a page.
class NamesOfPage {
public:
    explicit NamesOfPage(Records const& records)
        : records_{records}
    {
    }
    std::string const& of(PatientId id)
    {
        auto const [place, fresh] = known_.try_emplace(id);
        if (fresh)
            if (auto const patient = records_.patients().find(id))
                place->second = patient->name().listed();
        return place->second;
    }

private:
    Records const& records_;
    std::map<PatientId, std::string> known_;
};

AuditLine line_of(AuditLink const& link, std::string const& zone, NamesOfPage& names)
{
    AuditEntry const& entry = link.entry;
    AuditLine line{.seq = link.seq,
        .at = local_time(entry.at, zone),
        .who = entry.login,
        .what = std::string{label(entry.event)},
        .about = entry.entity,
        .patient = entry.patient ? names.of(*entry.patient) : std::string{},
        .details = entry.detail,
        .event = entry.event};
    std::ranges::replace(line.about, '_', ' ');
    if (entry.patient && line.about == "patient")
        line.about.clear();
    return line;
}

} // namespace

std::string about_words(AuditLine const& line, std::string const& patient)
{
    return line.about.empty() ? patient : patient.empty() ? line.about : line.about + " · " + patient;
}

Result<std::vector<AuditLine>> audit_log(Records const& records, Context const& context, AuditLogWish const& wish,
    int limit, std::optional<std::int64_t> before_seq)
{
    if (auto allowed = permit(context.actor, Action::SeeAudit); !allowed)
        return refuse(allowed.error());
    std::string const zone = records.settings().get("clinic.zone");
    NamesOfPage names{records};
    std::vector<AuditLine> lines;
    for (AuditLink const& link : records.audit().find(wish_of(wish, zone), limit, before_seq))
        lines.push_back(line_of(link, zone, names));
    return lines;
}

Result<std::vector<std::string>> audit_logins(Records const& records, Context const& context)
{
    if (auto allowed = permit(context.actor, Action::SeeAudit); !allowed)
        return refuse(allowed.error());
    std::vector<std::string> logins;
    for (User const& user : records.users().all())
        logins.push_back(user.details().login);
    std::ranges::sort(logins);
    return logins;
}

Result<void> note_audit_read(Records& records, Context const& context)
{
    if (auto allowed = permit(context.actor, Action::SeeAudit); !allowed)
        return allowed;
    audit(records, context, AuditEvent::Read, {"audit"});
    return {};
}

Result<InsightTable> audit_table(Records const& records, Context const& context, AuditLogWish const& wish)
{
    auto const lines = audit_log(records, context, wish, most_audit_lines_on_paper + 1);
    if (!lines)
        return refuse(lines.error());
    if (lines->size() > most_audit_lines_on_paper)
        return refuse(Refusal::Reason::Invalid, "period",
            tr_noop("These are more than {0} entries. Choose a shorter period or one person."),
            {std::to_string(most_audit_lines_on_paper)});
    InsightTable table{.code = "audit-log", .title = "Audit log"};
    table.meaning = "Who did what and when; newest first. Entry numbers have no gaps, and each entry seals the one "
                    "before it.";
    table.nothing = "No entries.";
    table.columns = {{"Entry", true, 2}, {"When", false, 4}, {"Who", false, 3}, {"What", false, 3}, {"About", false, 6},
        {"Details", false, 6}};
    for (AuditLine const& line : *lines)
        table.rows.push_back({.cells = {std::to_string(line.seq), to_words(day_of(line.at)) + ' ' + to_clock(line.at),
                                  line.who, line.what, about_words(line, line.patient), line.details},
            .urgent = false});
    return table;
}

Result<void> note_audit_taken_out(Records& records, Context const& context, AuditEvent how)
{
    if (auto allowed = permit(context.actor, Action::SeeAudit); !allowed)
        return allowed;
    audit(records, context, how, {"audit"});
    return {};
}

} // namespace plumbline::app
