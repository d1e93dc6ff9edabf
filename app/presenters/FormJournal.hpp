// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/FormDraft.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline::app {

/// The typing journal of one form: finds what was typed before a crash, then keeps at most a second behind the keys.
/// One thread only.
class FormJournal {
public:
    /// Kind and subject name the draft (see permit_draft): the record's own id, or what a new one will belong to.
    FormJournal(Desk& desk, std::string_view kind, std::int64_t subject);

    /// Answers once. Until then nothing is written, so that an earlier draft is not overwritten unseen.
    void look(std::function<void(Result<std::optional<FormDraft>>)> found);
    void mark() noexcept { dirty_ = true; }
    /// A few times a second: writes what is marked; without a draft to write the stored one is dropped.
    void tick(std::function<std::optional<FormDraft>()> const& draft);
    /// At once, when the form is closed: what is still marked is written although nobody waits for it.
    void flush(std::function<std::optional<FormDraft>()> const& draft);
    void drop() { write(std::nullopt); }
    /// The record was kept and the draft dropped in the same transaction.
    void settle(std::int64_t subject) noexcept;

    [[nodiscard]] std::string_view kind() const noexcept { return kind_; }
    [[nodiscard]] std::int64_t subject() const noexcept { return subject_; }
    /// Why nothing is journalled any more, when the person may not write such forms.
    [[nodiscard]] std::optional<Refusal> const& refusal() const noexcept { return refusal_; }

private:
    void write(std::optional<FormDraft> const& draft);
    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    std::string kind_;
    std::int64_t subject_;
    bool looking_ = false;
    bool dirty_ = false;
    std::optional<Instant> writing_; ///< Since when.
    std::optional<Refusal> refusal_;
};

} // namespace plumbline::app
