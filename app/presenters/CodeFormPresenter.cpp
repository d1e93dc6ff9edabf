// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/CodeFormPresenter.hpp"

#include "app/services/Common.hpp"

#include <utility>

namespace plumbline::app {

namespace {

constexpr std::string_view kind = "service-code";
/// No record has this id: the draft of one that is not kept yet.
constexpr std::int64_t none_yet = 0;

/// Drafts are kept by number, and the line has none: FNV-1a of its code, above 0.
std::int64_t number_of(std::string_view code)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (char const sign : code)
        hash = (hash ^ static_cast<unsigned char>(sign)) * 0x100000001b3U;
    return static_cast<std::int64_t>(hash >> 1U | 1U);
}

CodeFields as_fields(ServiceCode const& line)
{
    return {line.code, line.label, line.timed, line.modality};
}

Result<ServiceCode> stored_one(Records const& records, std::string const& code)
{
    for (ServiceCode& one : records.fee_schedule().all())
        if (one.code == code)
            return std::move(one);
    return refuse_missing("code", tr_noop("This code was removed in the meantime."));
}

} // namespace

TypedTexts texts_of(CodeFields const& fields)
{
    return {{"code", fields.code}, {"label", fields.label}, {"timed", fields.timed ? "1" : ""},
        {"modality", fields.modality ? std::string{code(*fields.modality)} : std::string{}}};
}

CodeFields with_texts(CodeFields base, TypedTexts const& texts)
{
    base.code = typed(texts, "code");
    base.label = typed(texts, "label");
    base.timed = !typed(texts, "timed").empty();
    auto const known = modality_from_code(typed(texts, "modality"));
    base.modality = known ? std::optional{*known} : std::nullopt;
    return base;
}

CodeFormPresenter::CodeFormPresenter(Desk& desk)
    : RecordForm{desk, kind, none_yet}
{
    state_.may_change = permitted(desk.actor().role, Action::EditFees);
    begin({}, Begun::New);
}

CodeFormPresenter::CodeFormPresenter(Desk& desk, ServiceCode const& stored)
    : RecordForm{desk, kind, number_of(stored.code)}
    , stored_{stored}
{
    state_.may_change = permitted(desk.actor().role, Action::EditFees);
    begin(as_fields(stored), Begun::Stored);
}

CodeFields CodeFormPresenter::fields_of(ServiceCode const& stored) const
{
    return as_fields(stored);
}

void CodeFormPresenter::adopt(ServiceCode const& stored)
{
    before_ = std::exchange(stored_, stored);
}

std::int64_t CodeFormPresenter::subject_of(ServiceCode const& stored) const
{
    return number_of(stored.code);
}

CodeFormPresenter::Reading CodeFormPresenter::reading() const
{
    return [code = stored_ ? stored_->code : state_.fields.code](
               Records const& records) { return stored_one(records, code); };
}

void CodeFormPresenter::keep()
{
    if (idle())
        return;
    CodeFields const& f = state_.fields;
    submit([change = CodeChange{stored_, ServiceCode{f.code, f.label, f.timed, f.modality}}](
               Records& records, Context const& context) -> Result<ServiceCode> {
        auto const done = change_codes(records, context, {change});
        if (!done)
            return refuse(done.error());
        // Nothing is done when nothing differs.
        return done->empty() ? *change.before : *done->front().after;
    });
}

void CodeFormPresenter::after_keeping(ServiceCode const& stored)
{
    kept({{before_, stored}});
}

} // namespace plumbline::app
