// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/VisitNotePresenter.hpp"
#include "app/services/Chart.hpp"
#include "tests/app/services/AtTheClinic.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace plumbline::testing {

/// Keeps work until it is told to do it, so that answers come late.
class ManualWorker final : public app::Worker {
public:
    void post(std::function<void()> job, std::function<void()> then) override
    {
        tasks_.push_back({std::move(job), std::move(then)});
    }
    [[nodiscard]] std::size_t waiting() const noexcept { return tasks_.size(); }
    void finish_next()
    {
        auto const task = std::move(tasks_.front());
        tasks_.pop_front();
        task.job();
        task.then();
    }
    /// As when the disk is full: the work breaks and nobody answers.
    void break_next() { tasks_.pop_front(); }
    void finish_all()
    {
        while (!tasks_.empty())
            finish_next();
    }

private:
    struct Task {
        std::function<void()> job, then;
    };
    std::deque<Task> tasks_;
};

/// One of the staff at a desk of the furnished clinic.
struct AtTheDesk : AtTheClinic {
    ManualWorker late;
    std::vector<std::unique_ptr<app::Desk>> desks;

    app::Desk& desk_of(Role role = Role::Therapist)
    {
        return *desks.emplace_back(std::make_unique<app::Desk>(desk(role)));
    }
    app::Desk& late_desk_of(Role role = Role::Therapist)
    {
        return *desks.emplace_back(std::make_unique<app::Desk>(clinic, context(role), late));
    }
    app::Chart chart(PatientId patient = maja_id)
    {
        return must(app::open_chart(records(), context(Role::Therapist), patient));
    }
};

[[nodiscard]] inline app::RowFields with_minutes(app::RowFields fields, std::string minutes)
{
    fields.minutes = std::move(minutes);
    return fields;
}
/// Types the minutes of a row of the flowsheet, as one does who presses M.
inline void minutes_in(app::VisitNotePresenter& note, std::size_t row, std::string minutes)
{
    note.edit_dose(row);
    note.type_row(with_minutes(note.state().dose->own, std::move(minutes)));
    note.accept_dose();
}

/// The complaint beside this field; empty when there is none.
inline std::string complaint(std::vector<Refusal> const& complaints, std::string_view field)
{
    for (Refusal const& fault : complaints)
        if (fault.field == field)
            return fault.message.english();
    return {};
}

/// For the message of a failed test.
inline std::string first_of(std::vector<Refusal> const& complaints)
{
    return complaints.empty() ? std::string{} : complaints.front().message.english();
}

} // namespace plumbline::testing
