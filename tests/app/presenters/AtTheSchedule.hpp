// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/SchedulePresenter.hpp"
#include "tests/app/presenters/AtTheDesk.hpp"
#include "tests/app/services/AtTheFrontDesk.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace plumbline::testing {

/// The screen of the front desk before a Monday on which Maja comes at 14:00 to Dana.
struct AtTheSchedule : AtTheFrontDesk {
    AtTheSchedule()
    {
        must(book(1, treatment_at(time(today(), 14), maja_id)));
        schedule.emplace(*desk_);
        heard = schedule->said.connect([this](std::string const& words) { said.push_back(words); });
        schedule->refresh();
    }
    std::size_t column_of(UserId clinician)
    {
        auto const& columns = schedule->state().sheet.columns;
        for (std::size_t index = 0; index < columns.size(); ++index)
            if (columns[index].key == clinician.value() && !columns[index].always)
                return index;
        throw std::runtime_error{"no column"};
    }
    app::SheetBlock const& drawn_block(std::int64_t id)
    {
        auto const& blocks = schedule->state().sheet.blocks;
        auto const found = std::ranges::find(blocks, id, &app::SheetBlock::id);
        if (found == blocks.end())
            throw std::runtime_error{"not drawn"};
        return *found;
    }
    void move_to(std::int64_t id, UserId clinician, int hour)
    {
        Minutes const from = std::chrono::hours{hour};
        schedule->wish({app::SheetWish::Kind::Move, id, column_of(clinician), {from, from + Minutes{45}}});
    }
    std::unique_ptr<app::Desk> desk_ = std::make_unique<app::Desk>(desk(Role::FrontDesk));
    std::optional<app::SchedulePresenter> schedule;
    std::vector<std::string> said;
    app::Connection heard;
};

} // namespace plumbline::testing
