// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/screens/Ways.hpp"
#include "app/presenters/SchedulePapers.hpp"
#include "app/presenters/SchedulePrintsPresenter.hpp"

#include <functional>
#include <optional>
#include <string>

class wxWindow;

namespace plumbline::app::gui {

/// What leaves the schedule: papers, seen before they are printed or saved, and files for other programs. What is
/// refused is said in the schedule's banner.
class SchedulePaperwork {
public:
    SchedulePaperwork(wxWindow& page, SchedulePresenter& schedule, Ways const& ways);

    void see(PaperOffer offer);
    void save_reminders();
    void save_calendar_of_clinician();
    void save_calendar_of_patient();

private:
    void heard();
    void show_paper(PaperOffer const& offer);

    wxWindow& page_;
    SchedulePresenter& schedule_;
    Ways const& ways_;
    SchedulePrintsPresenter prints_;
    std::optional<PaperOffer> wanted_; ///< Being laid out.
    bool in_front_ = false;            ///< A paper is seen; its own dialog says how things go.
    Connection heard_;
};

} // namespace plumbline::app::gui
