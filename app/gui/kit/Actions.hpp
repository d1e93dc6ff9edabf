// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::app::kit {

enum class Menu : std::uint8_t { File, Edit, Patient, Visit, Schedule, Reports, View, Help, None };

/// One thing a person can do. The table of these feeds the menu bar, the keys, the palette and the
/// sheet of shortcuts, so that none of them knows more than the others.
struct Action {
    std::string id;    ///< `visit.sign`
    std::string label; ///< English, marked with tr_noop; an ampersand marks the menu's letter.
    std::string help;  ///< One sentence, English, marked.
    std::string key;   ///< `Ctrl+Shift+P`, `Alt+1`, `F1`; empty for none.
    Menu menu = Menu::None;
    std::function<void()> run;
    /// Empty means always.
    std::function<bool()> may_run{};
    /// A further key that does the same.
    std::string also_key{};
    /// Starts a new group in its menu.
    bool begins_group = false;
    /// For those that are on or off.
    std::function<bool()> is_on{};
    /// A key that works only while the control of its screen has the keyboard, so that it may be a bare letter. Screens
    /// have menus of their own: one key means one thing within a menu.
    std::string here_key{};
};

/// Two actions that ask for one key, or one action with a key that may not be used.
struct KeyConflict {
    std::string key;
    std::string first;
    std::string second; ///< Empty when the key itself is at fault.
    friend bool operator==(KeyConflict const&, KeyConflict const&) = default;
};

/// The key in its one spelling, modifiers in the order Ctrl, Alt, Shift. Empty when it is none.
[[nodiscard]] std::string normal_key(std::string_view key);
/// The key as a key cap shows it: `Ctrl Shift P`.
[[nodiscard]] std::string shown_key(std::string_view key);
/// The label without its ampersand.
[[nodiscard]] std::string plain_label(std::string_view label);

class Actions {
public:
    /// An action of the same id is replaced.
    void add(Action action);
    [[nodiscard]] std::vector<Action> const& all() const noexcept { return actions_; }
    [[nodiscard]] Action const* find(std::string_view id) const;
    [[nodiscard]] bool may_run(std::string_view id) const;
    /// Runs it when it may run.
    void run(std::string_view id) const;
    /// Runs what this key means to the control that has the keyboard, which is what may run; false when that is nothing.
    bool run_here(std::string_view key) const;
    /// While it answers false nothing may run: a window that is locked or not yet open.
    void set_gate(std::function<bool()> open) { gate_ = std::move(open); }
    /// Letters without Ctrl or Alt belong to text fields, so only function keys go bare.
    [[nodiscard]] std::vector<KeyConflict> conflicts() const;
    /// What may run now and fits the words typed, best first: every word must begin a word of the
    /// label, or lie within it.
    [[nodiscard]] std::vector<Action const*> matching(std::string_view typed) const;

private:
    std::vector<Action> actions_;
    std::function<bool()> gate_;
};

} // namespace plumbline::app::kit
