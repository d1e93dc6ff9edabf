// SPDX-License-Identifier: Apache-2.0
#include "domain/store/Records.hpp"

#include "domain/core/Vocabulary.hpp"

namespace plumbline {

namespace {

constexpr Vocabulary kinds{std::to_array<Term<DocumentKind>>({
    {DocumentKind::ProgressReport, "progress", "Progress report"},
    {DocumentKind::Evaluation, "evaluation", "Evaluation"},
    {DocumentKind::PlanOfCare, "plan", "Plan of care"},
    {DocumentKind::DailyNote, "daily", "Daily note"},
    {DocumentKind::Discharge, "discharge", "Discharge report"},
    {DocumentKind::Referral, "referral", "Referral letter"},
})};

} // namespace

std::string_view code(DocumentKind kind) noexcept
{
    return kinds.code(kind);
}
std::string_view label(DocumentKind kind) noexcept
{
    return kinds.label(kind);
}

Result<DocumentKind> document_kind_from_code(std::string_view code)
{
    if (auto const kind = kinds.from_code(code))
        return *kind;
    return refuse(Refusal::Reason::Invalid, "kind", tr_noop("There is no such kind of document."));
}

} // namespace plumbline
