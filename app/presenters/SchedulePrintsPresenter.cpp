// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/SchedulePrintsPresenter.hpp"

#include "app/services/Paper.hpp"
#include "app/services/Reporting.hpp"
#include "reports/document/Layout.hpp"

namespace plumbline::app {

SchedulePrintsPresenter::SchedulePrintsPresenter(Desk& desk)
    : desk_{desk}
{
}

void SchedulePrintsPresenter::preview(SchedulePrintWish const& wish)
{
    desk_.read(
        alive_,
        [wish](Records const& records, Context const& context) -> Result<std::vector<reports::Page>> {
            auto const document = compose_schedule_paper(records, context, wish);
            if (!document)
                return refuse(document.error());
            return reports::lay_out(*document, document_paper);
        },
        [this](Result<std::vector<reports::Page>> pages) {
            state_.pages = pages ? *std::move(pages) : std::vector<reports::Page>{};
            state_.complaint = pages ? std::nullopt : std::optional{pages.error()};
            state_.notice.clear();
            changed();
        });
}

/// The paper and its audit entry come first: what cannot be noted is not handed out.
template <class Work>
void SchedulePrintsPresenter::hand_out(std::string done, Work work)
{
    if (state_.busy)
        return;
    state_.busy = true;
    state_.notice.clear();
    state_.complaint.reset();
    changed();
    desk_.manage(alive_, std::move(work), [this, done = std::move(done)](Result<void> handed) {
        state_.busy = false;
        state_.notice = handed ? done : std::string{};
        state_.complaint = handed ? std::nullopt : std::optional{handed.error()};
        changed();
    });
}

void SchedulePrintsPresenter::print(SchedulePrintWish const& wish, std::string queue)
{
    hand_out("Sent to the printer",
        [wish, queue = std::move(queue)](OpenClinic& clinic, Context const& context) -> Result<void> {
            auto const made = clinic.store().write(
                [&](Records& records) { return produce_schedule_paper(records, context, wish, AuditEvent::Print); });
            if (!made)
                return refuse(made.error());
            return print_pdf(queue, made->title, made->pdf);
        });
}

void SchedulePrintsPresenter::save_pdf(SchedulePrintWish const& wish, std::string path)
{
    std::string done = "Saved to " + path;
    hand_out(
        std::move(done), [wish, path = std::move(path)](OpenClinic& clinic, Context const& context) -> Result<void> {
            auto const made = clinic.store().write(
                [&](Records& records) { return produce_schedule_paper(records, context, wish, AuditEvent::Export); });
            if (!made)
                return refuse(made.error());
            return write_file(path, made->pdf);
        });
}

void SchedulePrintsPresenter::save_reminders(ReminderWish const& wish, std::string path)
{
    std::string done = "Saved to " + path;
    hand_out(
        std::move(done), [wish, path = std::move(path)](OpenClinic& clinic, Context const& context) -> Result<void> {
            auto const made =
                clinic.store().write([&](Records& records) { return export_reminders(records, context, wish); });
            if (!made)
                return refuse(made.error());
            return write_file(path, *made);
        });
}

void SchedulePrintsPresenter::save_calendar(CalendarWish const& wish, std::string path)
{
    std::string done = "Saved to " + path;
    hand_out(
        std::move(done), [wish, path = std::move(path)](OpenClinic& clinic, Context const& context) -> Result<void> {
            auto const made =
                clinic.store().write([&](Records& records) { return export_calendar(records, context, wish); });
            if (!made)
                return refuse(made.error());
            return write_file(path, made->text);
        });
}

} // namespace plumbline::app
