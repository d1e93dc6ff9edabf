// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/clinical/Seal.hpp"
#include "domain/core/Id.hpp"
#include "domain/core/Result.hpp"
#include "domain/core/Time.hpp"
#include "persistence/Session.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::persistence {

/// What this program once stored and can no longer read is damage, and thrown as DataDamaged.
[[noreturn]] void throw_damaged();

template <class T>
[[nodiscard]] T stored(Result<T> value)
{
    if (!value)
        throw_damaged();
    return *std::move(value);
}
template <class T>
[[nodiscard]] T stored(std::optional<T> value)
{
    if (!value)
        throw_damaged();
    return *std::move(value);
}

[[nodiscard]] Date stored_day(std::string_view iso);
[[nodiscard]] ClinicTime stored_time(std::string_view iso);
[[nodiscard]] Instant stored_instant(std::string_view iso);
[[nodiscard]] std::optional<Date> optional_day(std::optional<std::string> const& iso);

[[nodiscard]] std::optional<std::string> iso(std::optional<Date> day);
[[nodiscard]] std::optional<std::string> iso(std::optional<ClinicTime> time);

template <class AnyId>
[[nodiscard]] std::optional<std::int64_t> number(std::optional<AnyId> id)
{
    return id ? std::optional{id->value()} : std::nullopt;
}
template <class AnyId>
[[nodiscard]] std::optional<AnyId> id_of(std::optional<std::int64_t> number)
{
    return number ? std::optional{AnyId{*number}} : std::nullopt;
}

/// The vocabularies, as stored.
template <class Enum>
[[nodiscard]] std::optional<std::string_view> code_of(std::optional<Enum> value)
{
    return value ? std::optional{code(*value)} : std::nullopt;
}

/// The five columns of a signature, null together.
struct SealColumns {
    std::optional<std::string> sha256, signature, at, program_version;
    std::optional<std::int64_t> signer;

    void into(Query& query);
    /// The texts are moved out; the next row brings new ones.
    [[nodiscard]] std::optional<Seal> take();
};
void bind_seal(Query& query, Seal const& seal);

/// What a person reads whose copy is older than what is stored.
[[nodiscard]] tl::unexpected<Refusal> outdated();
/// What a person reads who would change what is signed.
[[nodiscard]] tl::unexpected<Refusal> sealed_already();

/// Runs a keep(), and answers with a refusal when a text cannot be stored the same on every engine.
template <class Work>
[[nodiscard]] Result<void> keeping(Work const& work)
{
    try {
        return work();
    } catch (UnstorableText const&) {
        return refuse(Refusal::Reason::Invalid, "",
            tr_noop("A text holds characters that cannot be kept. Type it anew instead of pasting it."));
    }
}

} // namespace plumbline::persistence
