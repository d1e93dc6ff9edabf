// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"

#include <functional>
#include <optional>
#include <vector>

class wxRadioButton;

namespace plumbline::app::kit {

/// A few words of which at most one is chosen, side by side: Better, Same, Worse. Arrow keys move,
/// the first letter of a word chooses it. Nothing is chosen until somebody chooses.
class SegmentedChoice : public ClearPanel {
public:
    SegmentedChoice(wxWindow* parent, wxString const& name, std::vector<wxString> const& words);

    [[nodiscard]] std::optional<std::size_t> chosen() const;
    /// Does not call `on_choose`.
    void choose(std::optional<std::size_t> index);
    void on_choose(std::function<void(std::size_t)> heard) { heard_ = std::move(heard); }

private:
    void letter(wxKeyEvent& event);
    std::vector<wxRadioButton*> words_;
    wxRadioButton* none_ = nullptr;
    std::function<void(std::size_t)> heard_;
};

/// The sections of one record as pills: Overview, Evaluation, Plan and goals ...
class SectionTabs : public ClearPanel {
public:
    SectionTabs(wxWindow* parent, wxString const& name, std::vector<wxString> const& labels);

    [[nodiscard]] std::size_t chosen() const noexcept { return chosen_; }
    /// Does not call `on_choose`.
    void choose(std::size_t index);
    /// `Visits 7`: the count follows the label.
    void set_label(std::size_t index, wxString const& label);
    void on_choose(std::function<void(std::size_t)> heard) { heard_ = std::move(heard); }
    /// On the chosen one, not on the first.
    void SetFocus() override;

private:
    std::vector<wxRadioButton*> pills_;
    std::size_t chosen_ = 0;
    std::function<void(std::size_t)> heard_;
};

} // namespace plumbline::app::kit
