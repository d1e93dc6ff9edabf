// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/DateEntry.hpp"

#include <functional>

class wxTextCtrl;

namespace plumbline::app::kit {

/// A field for a day that understands short forms and has a calendar behind a button (or Alt+Down).
/// Up and Down change the day by one. What is typed stays text until it means something.
class DateField : public ClearPanel {
public:
    DateField(wxWindow* parent, wxString const& name, Date today, DateLeaning leaning = DateLeaning::Future);

    /// Empty when nothing is typed or when it means no day; `broken` tells the two apart.
    [[nodiscard]] std::optional<Date> day() const;
    [[nodiscard]] bool broken() const;
    void set_day(std::optional<Date> day); ///< Does not call `on_change`.
    void on_change(std::function<void(std::optional<Date>)> heard) { heard_ = std::move(heard); }
    [[nodiscard]] wxTextCtrl* text() noexcept { return text_; }
    void SetFocus() override;

private:
    void settle();
    void open_calendar();
    void nudge(int days);

    wxTextCtrl* text_ = nullptr;
    Date today_;
    DateLeaning leaning_;
    std::function<void(std::optional<Date>)> heard_;
};

} // namespace plumbline::app::kit
