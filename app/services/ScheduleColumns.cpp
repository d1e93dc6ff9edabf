// SPDX-License-Identifier: Apache-2.0
#include "app/services/ScheduleColumns.hpp"

#include <algorithm>

namespace plumbline::app {

namespace {

/// Counts a class once, and minutes that overlap once.
void count_taken(ScheduleDay& day, std::vector<ScheduleBlock const*> const& of_column)
{
    ClinicTime until{};
    std::optional<ClinicTime> class_start;
    for (ScheduleBlock const* block : of_column) {
        if (day_of(block->start) != day.day || !takes_time(block->status))
            continue;
        bool const same_class = block->type == AppointmentType::Group && class_start == block->start;
        day.booked += same_class ? 0 : 1;
        if (block->type == AppointmentType::Group)
            class_start = block->start;
        if (block->end() > until) {
            day.taken += block->end() - std::max(block->start, until);
            until = block->end();
        }
    }
}

class Columns {
public:
    Columns(Records const& records, ScheduleWish const& wish, std::vector<ScheduleBlock> const& blocks,
        std::vector<User> const& users, ReadSetting const& setting)
        : wish_{wish}
        , blocks_{blocks}
        , users_{users}
        , resources_{records.resources().all()}
        , hours_{records.hours().all()}
        , open_{opening_hours(setting)}
    {
    }
    [[nodiscard]] std::map<ResourceId, std::string> rooms() const
    {
        std::map<ResourceId, std::string> names;
        for (Resource const& one : resources_)
            if (std::ranges::any_of(
                    blocks_, [&](auto const& block) { return std::ranges::count(block.resources, one.id()) > 0; }))
                names.emplace(one.id(), one.details().name);
        return names;
    }
    [[nodiscard]] std::vector<ScheduleColumn> all() const
    {
        std::vector<ScheduleColumn> columns;
        for (UserId const id : chosen_clinicians())
            columns.push_back(of_clinician(id));
        for (Resource const& one : resources_)
            if ((wish_.all_resources && one.details().active)
                || std::ranges::find(wish_.resources, one.id()) != wish_.resources.end())
                columns.push_back(of_resource(one));
        return columns;
    }

private:
    [[nodiscard]] std::vector<UserId> chosen_clinicians() const
    {
        if (!wish_.clinicians.empty())
            return wish_.clinicians;
        std::vector<std::pair<std::string, UserId>> named;
        for (User const& user : users_) {
            bool const treats = user.details().active && permitted(user.details().role, Action::EditNote);
            if (treats || std::ranges::find(blocks_, user.id(), &ScheduleBlock::clinician) != blocks_.end())
                named.emplace_back(user.name_with_credentials(), user.id());
        }
        std::ranges::sort(named);
        std::vector<UserId> chosen;
        for (auto const& [name, id] : named)
            chosen.push_back(id);
        return chosen;
    }
    [[nodiscard]] ScheduleColumn of_clinician(UserId id) const
    {
        auto const user = std::ranges::find(users_, id, &User::id);
        ScheduleColumn column{
            .clinician = id, .name = user == users_.end() ? std::string{} : user->name_with_credentials()};
        auto const own = std::ranges::find(hours_, id, &WorkingHours::clinician);
        std::vector<ScheduleBlock const*> taken;
        for (ScheduleBlock const& block : blocks_)
            if (block.clinician == id)
                taken.push_back(&block);
        for (Date day = wish_.from; day <= wish_.to; day = plus_days(day, 1)) {
            ScheduleDay one{.day = day};
            if (own == hours_.end()) {
                bool const weekend = std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding() > 5;
                one.worked = weekend ? std::vector<DaySpan>{} : std::vector{open_};
            } else {
                auto const worked = own->on(day);
                one.worked.assign(worked.begin(), worked.end());
                if (HoursException const* const exception = own->exception_on(day))
                    one.absence = exception->reason;
            }
            count_taken(one, taken);
            column.days.push_back(std::move(one));
        }
        return column;
    }
    [[nodiscard]] ScheduleColumn of_resource(Resource const& resource) const
    {
        ScheduleColumn column{
            .resource = resource.id(), .kind = resource.details().kind, .name = resource.details().name};
        std::vector<ScheduleBlock const*> taken;
        for (ScheduleBlock const& block : blocks_)
            if (std::ranges::find(block.resources, resource.id()) != block.resources.end())
                taken.push_back(&block);
        for (Date day = wish_.from; day <= wish_.to; day = plus_days(day, 1)) {
            ScheduleDay one{.day = day, .worked = {open_}};
            count_taken(one, taken);
            column.days.push_back(std::move(one));
        }
        return column;
    }

    ScheduleWish const& wish_;
    std::vector<ScheduleBlock> const& blocks_;
    std::vector<User> const& users_;
    std::vector<Resource> resources_;
    std::vector<WorkingHours> hours_;
    DaySpan open_;
};

} // namespace

void add_columns(ScheduleSheet& sheet, Records const& records, ScheduleWish const& wish, std::vector<User> const& users,
    ReadSetting const& setting)
{
    Columns const columns{records, wish, sheet.blocks, users, setting};
    sheet.columns = columns.all();
    sheet.rooms = columns.rooms();
}

} // namespace plumbline::app
