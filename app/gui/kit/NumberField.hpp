// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"

#include <functional>
#include <optional>

class wxTextCtrl;

namespace plumbline::app::kit {

/// A number with its unit beside it. Text until it means something.
class NumberField : public ClearPanel {
public:
    NumberField(wxWindow* parent, wxString const& name, wxString const& unit);
    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] bool broken() const;
    void set_number(std::optional<double> number); ///< Does not call `on_change`.
    void on_change(std::function<void()> heard) { heard_ = std::move(heard); }
    [[nodiscard]] wxTextCtrl* text() noexcept { return text_; }
    void SetFocus() override;

private:
    wxTextCtrl* text_ = nullptr;
    std::function<void()> heard_;
};

} // namespace plumbline::app::kit
