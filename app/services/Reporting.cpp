// SPDX-License-Identifier: Apache-2.0
#include "app/services/Reporting.hpp"

#include "app/services/Common.hpp"
#include "app/services/DocumentText.hpp"
#include "app/services/PageText.hpp"
#include "app/services/ProgressFacts.hpp"
#include "reports/document/Layout.hpp"
#include "reports/pdf/PdfWriter.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

Result<reports::ProgressReportData> facts_for(
    Records const& records, Context const& context, Chart const& chart, Date as_of)
{
    if (auto allowed = permit(context.actor, Action::MakeReport); !allowed)
        return refuse(allowed.error());
    if (!chart.episode)
        return refuse_missing_episode();
    if (as_of > context.today())
        return refuse(Refusal::Reason::Invalid, "date", tr_noop("A report cannot be dated in the future."));
    if (as_of < chart.episode->details().started)
        return refuse(Refusal::Reason::Invalid, "date", tr_noop("The episode had not begun on this day."));
    auto data = progress_facts(records, chart, as_of);
    std::erase(data.contributors, context.actor.signature);
    return data;
}

/// Signs over the report's words. The audit log keeps the whole seal of which paper shows the short form.
Seal sign(reports::ProgressReportData& data, Records const& records, Context const& context)
{
    data.written_at = context.clock->now();
    Seal const seal = seal_for(records, context, plain_text(reports::progress_report(data)));
    data.signature = {.signer = seal.signature, .at = context.clock->local_now(), .seal = seal.short_form()};
    return seal;
}

Result<void> permit_reading(Actor const& actor)
{
    if (permitted(actor.role, Action::PrintDocument))
        return {};
    return permit(actor, Action::SeeChart);
}

Result<ProducedDocument> stored_document(Records const& records, PatientId patient, DocumentId id)
{
    auto const documents = records.documents().of_patient(patient);
    auto const about = std::ranges::find(documents, id, &StoredDocument::id);
    auto bytes = records.documents().bytes(id);
    if (about == documents.end() || !bytes)
        return refuse_missing("document", tr_noop("There is no such document."));
    if (records.digest(*bytes) != about->sha256)
        return refuse(Refusal::Reason::Invalid, "document",
            tr_noop("This document is not as it was produced: its fingerprint does not match."));
    ProducedDocument found{*about, *std::move(bytes)};
    // The drawing shows what was printed; without one, or with one that cannot be read, the PDF speaks for itself.
    if (auto const drawing = records.documents().drawing(id))
        found.pages = pages_from_text(*drawing).value_or(std::vector<reports::Page>{});
    return found;
}

bool is_produced(Records const& records, PatientId patient, DocumentId id)
{
    auto const documents = records.documents().of_patient(patient);
    return std::ranges::find(documents, id, &StoredDocument::id) != documents.end();
}

} // namespace

Result<reports::Document> compose_progress_report(
    Records const& records, Context const& context, Chart const& chart, Date as_of)
{
    auto const data = facts_for(records, context, chart, as_of);
    if (!data)
        return refuse(data.error());
    return reports::progress_report(*data);
}

Result<ProducedDocument> produce_progress_report(Records& records, Context const& context, DocumentId id,
    PatientId patient, std::optional<EpisodeId> episode, Date as_of)
{
    if (auto allowed = permit(context.actor, Action::MakeReport); !allowed)
        return refuse(allowed.error());
    if (is_produced(records, patient, id))
        return stored_document(records, patient, id);
    auto const chart = open_chart(records, context, patient, episode);
    if (!chart)
        return refuse(chart.error());
    auto data = facts_for(records, context, *chart, as_of);
    if (!data)
        return refuse(data.error());

    Seal const seal = sign(*data, records, context);
    auto const document = reports::progress_report(*data);
    auto const pages = reports::lay_out(document, document_paper);
    ProducedDocument produced{.about = {}, .pdf = reports::write_pdf(pages, reports::info_of(document))};
    produced.about = {.id = id,
        .patient = patient,
        .episode = chart->episode->id(),
        .kind = DocumentKind::ProgressReport,
        .title = document.kind + ", " + to_words(as_of),
        .dated = as_of,
        .made = context.clock->now(),
        .author = context.actor.user,
        .pages = static_cast<int>(pages.size()),
        .sha256 = records.digest(produced.pdf),
        .size = static_cast<std::int64_t>(produced.pdf.size())};
    records.documents().keep(produced.about, produced.pdf);
    records.documents().keep_drawing(id, to_text(pages));
    audit(records, context, AuditEvent::Create, {"document", id.value(), patient},
        std::string{code(produced.about.kind)} + "; sha256=" + produced.about.sha256 + "; seal=" + seal.sha256);
    produced.pages = pages;
    return produced;
}

Result<ProducedDocument> fetch_document(Records& records, Context const& context, PatientId patient, DocumentId id)
{
    if (auto allowed = permit_reading(context.actor); !allowed)
        return refuse(allowed.error());
    auto found = stored_document(records, patient, id);
    if (found)
        audit(records, context, AuditEvent::Read, {"document", id.value(), patient});
    return found;
}

Result<void> note_printed(Records& records, Context const& context, StoredDocument const& document)
{
    if (auto allowed = permit(context.actor, Action::PrintDocument); !allowed)
        return allowed;
    audit(records, context, AuditEvent::Print, {"document", document.id.value(), document.patient},
        "sha256=" + document.sha256);
    return {};
}

Result<void> note_copied(Records& records, Context const& context, StoredDocument const& document)
{
    if (auto allowed = permit(context.actor, Action::PrintDocument); !allowed)
        return allowed;
    audit(records, context, AuditEvent::Export, {"document", document.id.value(), document.patient},
        "sha256=" + document.sha256);
    return {};
}

} // namespace plumbline::app
