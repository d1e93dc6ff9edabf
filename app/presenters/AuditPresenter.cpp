// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/AuditPresenter.hpp"

#include "app/presenters/DateEntry.hpp"
#include "app/presenters/Faults.hpp"
#include "app/services/Administration.hpp"

#include <utility>

namespace plumbline::app {

AuditPresenter::AuditPresenter(Desk& desk, int page)
    : desk_{desk}
    , page_{page}
    , patient_{desk}
{
    state_.may_verify = permitted(desk.actor().role, Action::VerifyAudit);
    state_.may_print = permitted(desk.actor().role, Action::PrintDocument);
    picked_ = patient_.changed.connect([this] {
        // Emptied again, it is about everyone.
        if (patient_.chosen() == of_ || (!patient_.chosen() && !patient_.text().empty()))
            return;
        of_ = patient_.chosen();
        load({});
    });
    desk_.write(alive_, note_audit_read, [](Result<void> const&) {});
    desk_.read(alive_, audit_logins, [this](Result<std::vector<std::string>> logins) {
        if (logins)
            state_.logins = *std::move(logins);
        changed();
    });
    load({});
}

std::optional<AuditLogWish> AuditPresenter::wish()
{
    Date const today = desk_.context().today();
    auto const from = parse_typed_date(asked_.from, today, DateLeaning::Past, "from");
    auto const to = parse_typed_date(asked_.to, today, DateLeaning::Past, "to");
    Faults faults;
    for (auto const* const day : {&from, &to})
        if (!*day)
            faults.add(day->error());
    if (from && to && *from && *to && **to < **from)
        faults.add("to", tr_noop("The last day lies before the first."));
    if (!faults.none()) {
        state_.complaints = each(faults.refusal());
        changed();
        return std::nullopt;
    }
    state_.complaints.clear();
    return AuditLogWish{asked_.login, of_ ? std::optional{of_->id} : std::nullopt, *from, *to};
}

void AuditPresenter::load(std::optional<std::int64_t> before_seq)
{
    auto const wanted = wish();
    if (!wanted)
        return;
    desk_.read(
        alive_,
        [wish = *wanted, before_seq, page = page_](Records const& records, Context const& context) {
            return audit_log(records, context, wish, page + 1, before_seq);
        },
        [this, goes_on = before_seq.has_value(), question = ++question_](Result<std::vector<AuditLine>> lines) {
            if (question != question_)
                return;
            asking_more_ = false;
            if (!lines) {
                state_.complaints = each(lines.error());
                return changed();
            }
            state_.more = std::ssize(*lines) > page_;
            if (state_.more)
                lines->pop_back();
            if (!goes_on)
                state_.lines.clear();
            state_.lines.insert(state_.lines.end(), lines->begin(), lines->end());
            changed();
        });
}

void AuditPresenter::ask(AuditAsked asked)
{
    if (asked == asked_)
        return;
    asked_ = std::move(asked);
    load({});
}

void AuditPresenter::load_more()
{
    if (!state_.more || asking_more_ || state_.lines.empty())
        return;
    asking_more_ = true;
    load(state_.lines.back().seq);
}

void AuditPresenter::verify()
{
    if (state_.busy)
        return;
    state_.busy = true;
    state_.verdict.clear();
    state_.sound.reset();
    changed();
    desk_.manage(alive_, verify_audit, [this](Result<AuditVerdict> verdict) {
        state_.busy = false;
        if (!verdict) {
            state_.complaints = each(verdict.error());
            return changed();
        }
        state_.sound = verdict->ok;
        std::string const count = std::to_string(verdict->entries);
        if (verdict->ok)
            state_.verdict = fill(tr_noop("All {0} entries are as they were written, and none is missing."), {count});
        else if (verdict->first_bad_seq)
            state_.verdict = fill(tr_noop("The log was tampered with or damaged: entry {0} of {1} is not as it was "
                                          "written, or missing. Keep this computer as it is and ask for help."),
                {std::to_string(*verdict->first_bad_seq), count});
        else
            state_.verdict =
                tr_noop("The log was tampered with or damaged: its end or its guard is not as it was left. "
                        "Keep this computer as it is and ask for help.");
        changed();
    });
}

void AuditPresenter::hand_out(AuditEvent how, std::string done, TableHand hand)
{
    auto const wanted = wish();
    if (!wanted || state_.busy)
        return;
    state_.busy = true;
    state_.notice.clear();
    changed();
    desk_.manage(
        alive_,
        [wish = *wanted, how, hand = std::move(hand)](OpenClinic& clinic, Context const& context) -> Result<void> {
            auto const table =
                clinic.store().read([&](Records const& records) { return audit_table(records, context, wish); });
            if (!table)
                return refuse(table.error());
            // What cannot be noted is not handed out.
            if (auto noted =
                    clinic.store().write([&](Records& records) { return note_audit_taken_out(records, context, how); });
                !noted)
                return noted;
            return hand(clinic, context, *table);
        },
        [this, done = std::move(done)](Result<void> handed) {
            state_.busy = false;
            state_.notice = handed ? done : std::string{};
            if (!handed)
                state_.complaints = each(handed.error());
            changed();
        });
}

void AuditPresenter::save_as(std::string path)
{
    std::string done = "Saved to " + path;
    hand_out(AuditEvent::Export, std::move(done), to_file(std::move(path)));
}

void AuditPresenter::print(std::string queue)
{
    hand_out(AuditEvent::Print, "Sent to the printer", to_printer(std::move(queue)));
}

} // namespace plumbline::app
