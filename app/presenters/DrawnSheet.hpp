// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/scheduling/Appointment.hpp"
#include "domain/scheduling/WorkingHours.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// What fills a block: what kind of appointment it is, or, beside clinicians' columns, that a room is taken.
enum class BlockFill : std::uint8_t { Visit, Evaluation, ReEvaluation, Group, Resource };

/// One appointment as it is drawn. Fill says the type, the stripe the status, and the words say both.
struct SheetBlock {
    std::int64_t id = 0;
    std::size_t column = 0;
    DaySpan time{};      ///< By the clock of the column's day.
    std::string title{}; ///< `Okafor, Ada`
    std::string words{}; ///< `evaluation · done · signed ✓`
    BlockFill fill = BlockFill::Visit;
    AppointmentStatus status = AppointmentStatus::Booked;
    bool alert = false;                  ///< Something in the words must be seen.
    bool movable = true;                 ///< False for what is over, and for a class.
    std::string spoken{};                ///< All of it in one sentence, for who listens.
    std::vector<std::string> card{};     ///< What the hover card says, line by line.
    std::vector<std::int64_t> members{}; ///< Of a class, drawn as one: everybody's appointment, its own first.
    friend bool operator==(SheetBlock const&, SheetBlock const&) = default;
};

/// Time that became free, with who could come instead.
struct SheetGap {
    std::int64_t id = 0; ///< Of the canceled appointment.
    std::size_t column = 0;
    DaySpan time{};
    std::string title{}; ///< `Free 10:30`
    std::string words{}; ///< `canceled. Who fits: 1 Hanna Weiss (ASAP) · 2 Ali Demir`
    std::string spoken{};
    friend bool operator==(SheetGap const&, SheetGap const&) = default;
};

/// A clinician's or a resource's day.
struct SheetColumn {
    std::int64_t key = 0; ///< Of the clinician or the resource.
    Date day{};
    std::string title{};   ///< `Dana Reyes, PT`, in a week `Mon 23`
    std::string subline{}; ///< `9 booked · 82 % of hours`
    std::vector<DaySpan> working{};
    bool always = false; ///< Without hours of its own: a resource.
    friend bool operator==(SheetColumn const&, SheetColumn const&) = default;
};

/// Everything that the schedule draws, as plain data. Blocks are sorted by column, then by time.
struct DrawnSheet {
    std::vector<SheetColumn> columns{};
    std::vector<SheetBlock> blocks{};
    std::vector<SheetGap> gaps{};
    DaySpan opening{Minutes{8 * 60}, Minutes{18 * 60}}; ///< Shown even when nothing is booked.
    Minutes step{15};                                   ///< What drags snap to.
    Date today{};
    std::optional<Minutes> now{}; ///< By the clinic's clock, for the line across today.
    friend bool operator==(DrawnSheet const&, DrawnSheet const&) = default;
};

/// What somebody asked for with the mouse or the keyboard: a time in a column.
struct SheetWish {
    enum class Kind : std::uint8_t { Create, Move, Copy, Resize, Bring };
    Kind kind = Kind::Create;
    std::int64_t id = 0; ///< Of the block, or of what was brought from beside the sheet.
    std::size_t column = 0;
    DaySpan time{};
    std::int64_t pulled_from = 0; ///< The resource whose column it was pulled out of; 0: out of a clinician's.
    friend bool operator==(SheetWish const&, SheetWish const&) = default;
};

} // namespace plumbline::app
