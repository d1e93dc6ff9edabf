// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/scheduling/Openings.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plumbline {

class WaitlistEntry;
using WaitlistEntryId = Id<WaitlistEntry>;

enum class WaitlistPriority { AsSoonAsPossible, Normal };
[[nodiscard]] std::string_view code(WaitlistPriority) noexcept;
[[nodiscard]] std::string_view label(WaitlistPriority) noexcept;
[[nodiscard]] Result<WaitlistPriority> waitlist_priority_from_code(std::string_view code);

/// A patient who would come earlier or at another time. What is left open fits anything.
class WaitlistEntry {
public:
    struct Details {
        PatientId patient{0};
        std::optional<EpisodeId> episode{};
        std::optional<UserId> clinician{};
        AppointmentType type = AppointmentType::Treatment;
        Minutes length{45};
        std::array<bool, 7> weekdays{true, true, true, true, true, true, true}; ///< Monday first; never none.
        std::optional<DaySpan> between{};                                       ///< Hours of the day.
        WaitlistPriority priority = WaitlistPriority::Normal;
        Date since{};
        std::optional<Date> until{}; ///< No use after this day.
        std::string note{};
        friend bool operator==(Details const&, Details const&) = default;
    };
    /// Refuses no patient, no weekday, hours shorter than the length, a length no appointment has, an end before the
    /// beginning.
    [[nodiscard]] static Result<WaitlistEntry> create(WaitlistEntryId id, Details details, int version = 0);
    [[nodiscard]] static WaitlistEntry restore(WaitlistEntryId id, Details details, int version);

    [[nodiscard]] WaitlistEntryId id() const noexcept { return id_; }
    [[nodiscard]] Details const& details() const noexcept { return details_; }
    [[nodiscard]] int version() const noexcept { return version_; }
    friend bool operator==(WaitlistEntry const&, WaitlistEntry const&) = default;

private:
    WaitlistEntry(WaitlistEntryId id, Details details, int version);
    WaitlistEntryId id_;
    Details details_;
    int version_;
};

/// Whether the patient could come then: clinician, day, hours, length.
[[nodiscard]] bool fits(WaitlistEntry const& entry, Opening const& opening) noexcept;
/// Those who fit, best first: as soon as possible before the rest, then who asked for this very clinician, then who has
/// waited longest. At most so many.
[[nodiscard]] std::vector<WaitlistEntry> who_fits(
    std::span<WaitlistEntry const> waiting, Opening const& opening, std::size_t at_most = 3);

class Waitlist {
public:
    virtual ~Waitlist() = default;
    [[nodiscard]] virtual std::optional<WaitlistEntry> find(WaitlistEntryId id) const = 0;
    /// Everyone waiting, longest first.
    [[nodiscard]] virtual std::vector<WaitlistEntry> all() const = 0;
    /// Conflict when the version is outdated.
    [[nodiscard]] virtual Result<void> keep(WaitlistEntry const& entry) = 0;
    [[nodiscard]] virtual Result<void> remove(WaitlistEntryId id, int version) = 0;
};

} // namespace plumbline
