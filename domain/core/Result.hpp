// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Message.hpp"

#include <tl/expected.hpp>

#include <string_view>
#include <utility>
#include <vector>

namespace plumbline {

/// Why the domain said no: a reason for the program, a field for the screen, words for a person.
/// A form can be at fault in several fields at once: the first fault is the refusal itself, the
/// rest are its others.
struct Refusal {
    enum class Reason { Invalid, NotFound, Conflict, NotAllowed, Busy };

    Reason reason = Reason::Invalid;
    std::string_view field{}; ///< Literal name of the faulty field; empty when the whole is at fault.
    Message message{};
    std::vector<Refusal> others{};

    friend bool operator==(Refusal const&, Refusal const&) = default;
};

/// A value, or the refusal that stands in its place. The one line that names the library behind it.
template <class T>
using Result = tl::expected<T, Refusal>;

[[nodiscard]] inline tl::unexpected<Refusal> refuse(Refusal refusal)
{
    return tl::unexpected<Refusal>{std::move(refusal)};
}

[[nodiscard]] inline tl::unexpected<Refusal> refuse(
    Refusal::Reason reason, std::string_view field, std::string_view text, std::vector<std::string> arguments = {})
{
    return refuse(Refusal{reason, field, Message{text, std::move(arguments)}, {}});
}

/// Collects every fault of one form, so that a person sees them all at once.
class Faults {
public:
    void add(std::string_view field, std::string_view text, std::vector<std::string> arguments = {})
    {
        add(Refusal{Refusal::Reason::Invalid, field, Message{text, std::move(arguments)}, {}});
    }
    void add(Refusal refusal) { faults_.push_back(std::move(refusal)); }

    [[nodiscard]] bool none() const noexcept { return faults_.empty(); }

    /// All faults as one refusal. Only when there is at least one.
    [[nodiscard]] Refusal refusal() const
    {
        Refusal first = faults_.front();
        first.others.insert(first.others.end(), faults_.begin() + 1, faults_.end());
        return first;
    }

private:
    std::vector<Refusal> faults_;
};

} // namespace plumbline
