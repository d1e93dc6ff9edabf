// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/DocumentPresenter.hpp"

#include "app/presenters/Faults.hpp"
#include "app/services/Paper.hpp"
#include "reports/document/Layout.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

constexpr std::int64_t bytes_in_a_kilobyte = 1024;

std::vector<DocumentState::Fact> facts_of(StoredDocument const& about, std::string const& author, ClinicTime made)
{
    auto const kilobytes = (about.size + bytes_in_a_kilobyte - 1) / bytes_in_a_kilobyte;
    return {{"Document", std::string{label(about.kind)}}, {"Title", about.title}, {"As of", to_words(about.dated)},
        {"Made", to_words(day_of(made)) + ", " + to_clock(made)}, {"Signed by", author},
        {"Pages", std::to_string(about.pages)}, {"Size", std::to_string(kilobytes) + " KB"},
        {"Fingerprint (SHA-256)", about.sha256}};
}

} // namespace

DocumentPresenter::DocumentPresenter(Desk& desk, PatientId patient, EpisodeId episode)
    : desk_{desk}
    , patient_{patient}
    , episode_{episode}
    , id_{desk.make<DocumentId>()}
{
    compose();
}

DocumentPresenter::DocumentPresenter(Desk& desk, PatientId patient, DocumentId stored)
    : desk_{desk}
    , patient_{patient}
    , id_{stored}
{
    fetch();
}

void DocumentPresenter::fetch()
{
    struct Found {
        ProducedDocument document;
        std::string author;
        ClinicTime made{};
    };
    // A write: looking at a document leaves an entry in the audit log.
    desk_.write(
        alive_,
        [patient = patient_, id = id_](Records& records, Context const& context) -> Result<Found> {
            auto document = fetch_document(records, context, patient, id);
            if (!document)
                return refuse(document.error());
            auto const author = records.users().find(document->about.author);
            // Told in the clinic's own zone, by the distance that it has from UTC now.
            auto const ahead = context.clock->local_now().time_since_epoch()
                - std::chrono::floor<Minutes>(context.clock->now()).time_since_epoch();
            ClinicTime const made{std::chrono::floor<Minutes>(document->about.made).time_since_epoch() + ahead};
            return Found{*std::move(document), author ? author->name_with_credentials() : std::string{}, made};
        },
        [this](Result<Found> found) {
            if (!found)
                return complain(found.error());
            about_ = found->document.about;
            pdf_ = std::move(found->document.pdf);
            state_.pages = std::move(found->document.pages);
            state_.title = about_->title;
            state_.facts = facts_of(*about_, found->author, found->made);
            state_.stored = about_->id;
            state_.loaded = true;
            changed();
        });
}

void DocumentPresenter::complain(Refusal const& refusal)
{
    state_.busy = false;
    state_.notice.clear();
    state_.complaints = each(refusal);
    changed();
}

void DocumentPresenter::compose()
{
    desk_.read(
        alive_,
        [patient = patient_, episode = *episode_](
            Records const& records, Context const& context) -> Result<std::vector<reports::Page>> {
            auto const chart = open_chart(records, context, patient, episode);
            if (!chart)
                return refuse(chart.error());
            auto const document = compose_progress_report(records, context, *chart, context.today());
            if (!document)
                return refuse(document.error());
            return reports::lay_out(*document, document_paper);
        },
        [this](Result<std::vector<reports::Page>> pages) {
            if (pages) {
                state_.pages = std::move(*pages);
                state_.title = "Progress report";
                state_.loaded = true;
            } else {
                state_.complaints = each(pages.error());
            }
            changed();
        });
}

void DocumentPresenter::turn(int by)
{
    if (state_.pages.empty())
        return;
    auto const last = static_cast<int>(state_.pages.size()) - 1;
    state_.page = static_cast<std::size_t>(std::clamp(static_cast<int>(state_.page) + by, 0, last));
    changed();
}

void DocumentPresenter::produce(std::function<void()> then)
{
    if (state_.busy)
        return;
    if (about_)
        return then();
    if (!episode_)
        return; // Not read yet, or refused: there is nothing to hand out.
    state_.busy = true;
    state_.complaints.clear();
    changed();
    desk_.write(
        alive_,
        [id = id_, patient = patient_, episode = *episode_](Records& records, Context const& context) {
            return produce_progress_report(records, context, id, patient, episode, context.today());
        },
        [this, then = std::move(then)](Result<ProducedDocument> made) {
            state_.busy = false;
            if (!made) {
                state_.complaints = each(made.error());
                changed();
                return;
            }
            about_ = made->about;
            pdf_ = std::move(made->pdf);
            if (!made->pages.empty())
                state_.pages = std::move(made->pages);
            state_.stored = about_->id;
            state_.notice = "Kept in the chart";
            changed();
            produced_one();
            then();
        });
}

void DocumentPresenter::save_as(std::string path)
{
    produce([this, path = std::move(path)] {
        // A file is written away from the window's thread, like everything that can wait for a disk.
        desk_.manage(
            alive_,
            [path, about = *about_, pdf = pdf_](OpenClinic& clinic, Context const& context) -> Result<void> {
                if (auto const allowed = permit(context.actor, Action::PrintDocument); !allowed)
                    return allowed;
                if (auto written = write_file(path, pdf); !written)
                    return written;
                return clinic.store().write([&](Records& records) { return note_copied(records, context, about); });
            },
            [this, path](Result<void> written) {
                state_.notice = written ? "Saved to " + path : std::string{};
                state_.complaints = written ? std::vector<Refusal>{} : each(written.error());
                changed();
            });
    });
}

void DocumentPresenter::print(std::string queue)
{
    produce([this, queue = std::move(queue)] {
        desk_.manage(
            alive_,
            [queue, about = *about_, pdf = pdf_](OpenClinic& clinic, Context const& context) -> Result<void> {
                if (auto const allowed = permit(context.actor, Action::PrintDocument); !allowed)
                    return allowed;
                if (auto const sent = print_pdf(queue, about.title, pdf); !sent)
                    return sent;
                return clinic.store().write([&](Records& records) { return note_printed(records, context, about); });
            },
            [this](Result<void> sent) {
                state_.notice = sent ? "Sent to the printer" : std::string{};
                state_.complaints = sent ? std::vector<Refusal>{} : each(sent.error());
                changed();
            });
    });
}

} // namespace plumbline::app
