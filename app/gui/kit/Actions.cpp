// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Actions.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <utility>

namespace plumbline::app::kit {
namespace {
std::string lower(std::string_view text)
{
    std::string all{text};
    for (char& sign : all)
        sign = static_cast<char>(std::tolower(static_cast<unsigned char>(sign)));
    return all;
}

constexpr std::array<std::string_view, 15> key_names{
    "Enter", "Esc", "Space", "Tab", "Del", "Ins", "Back", "Home", "End", "PgUp", "PgDn", "Left", "Right", "Up", "Down"};

bool is_function_key(std::string_view key)
{
    if (key.size() < 2 || key.size() > 3 || key.front() != 'F')
        return false;
    int number = 0;
    for (char const sign : key.substr(1)) {
        if (sign < '0' || sign > '9')
            return false;
        number = number * 10 + (sign - '0');
    }
    return number >= 1 && number <= 24;
}

/// The key without modifiers in its one spelling; empty when there is no such key.
std::string key_itself(std::string_view typed)
{
    if (typed.size() == 1) {
        auto const sign = static_cast<unsigned char>(typed.front());
        return sign > ' ' && sign < 127 ? std::string(1, static_cast<char>(std::toupper(sign))) : std::string{};
    }
    for (std::string_view const name : key_names)
        if (lower(name) == lower(typed))
            return std::string{name};
    std::string const upper = [typed] {
        std::string all{typed};
        for (char& sign : all)
            sign = static_cast<char>(std::toupper(static_cast<unsigned char>(sign)));
        return all;
    }();
    return is_function_key(upper) ? upper : std::string{};
}

struct Parsed {
    bool control = false;
    bool alt = false;
    bool shift = false;
    std::string key;
};

Parsed parsed(std::string_view typed)
{
    Parsed all;
    for (std::size_t plus = typed.find('+'); plus != std::string_view::npos && plus + 1 < typed.size() && plus > 0;
         plus = typed.find('+')) {
        std::string const modifier = lower(typed.substr(0, plus));
        if (modifier == "ctrl")
            all.control = true;
        else if (modifier == "alt")
            all.alt = true;
        else if (modifier == "shift")
            all.shift = true;
        else
            return {};
        typed.remove_prefix(plus + 1);
    }
    all.key = key_itself(typed);
    return all;
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (char const sign : lower(text)) {
        // Bytes of other alphabets belong to words.
        if (std::isalnum(static_cast<unsigned char>(sign)) != 0 || static_cast<unsigned char>(sign) > 127) {
            word += sign;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty())
        words.push_back(word);
    return words;
}

/// How well a label answers: 0 not at all, more is better.
int fit(std::string const& label, std::vector<std::string> const& typed)
{
    auto const words = words_of(label);
    std::string const whole = lower(label);
    int sum = 1;
    for (std::string const& part : typed) {
        if (!words.empty() && words.front().starts_with(part))
            sum += 4;
        else if (std::ranges::any_of(words, [&part](auto const& word) { return word.starts_with(part); }))
            sum += 3;
        else if (whole.find(part) != std::string::npos)
            sum += 1;
        else
            return 0;
    }
    return sum;
}
} // namespace

std::string normal_key(std::string_view key)
{
    Parsed const all = parsed(key);
    if (all.key.empty())
        return {};
    std::string text;
    if (all.control)
        text += "Ctrl+";
    if (all.alt)
        text += "Alt+";
    if (all.shift)
        text += "Shift+";
    return text + all.key;
}

std::string shown_key(std::string_view key)
{
    Parsed const all = parsed(key);
    std::string text;
    if (all.control)
        text += "Ctrl ";
    if (all.alt)
        text += "Alt ";
    if (all.shift)
        text += "Shift ";
    static std::map<std::string, std::string, std::less<>> const signs{
        {"Enter", "\u21b5"}, {"Left", "\u2190"}, {"Right", "\u2192"}, {"Up", "\u2191"}, {"Down", "\u2193"}};
    auto const sign = signs.find(all.key);
    return text + (sign == signs.end() ? all.key : sign->second);
}

std::string plain_label(std::string_view label)
{
    std::string text;
    for (std::size_t at = 0; at < label.size(); ++at) {
        if (label[at] == '&' && at + 1 < label.size())
            ++at;
        text += label[at];
    }
    return text;
}

void Actions::add(Action action)
{
    auto const same = std::ranges::find(actions_, action.id, &Action::id);
    if (same == actions_.end())
        actions_.push_back(std::move(action));
    else
        *same = std::move(action);
}

Action const* Actions::find(std::string_view id) const
{
    auto const found = std::ranges::find(actions_, id, &Action::id);
    return found == actions_.end() ? nullptr : &*found;
}

bool Actions::may_run(std::string_view id) const
{
    Action const* const action = find(id);
    return action != nullptr && action->run && (!gate_ || gate_()) && (!action->may_run || action->may_run());
}

void Actions::run(std::string_view id) const
{
    if (!may_run(id))
        return;
    // The action may change the table it stands in.
    auto const act = find(id)->run;
    act();
}

bool Actions::run_here(std::string_view key) const
{
    auto const found = std::ranges::find_if(actions_,
        [&](Action const& action) { return !action.here_key.empty() && action.here_key == key && may_run(action.id); });
    if (found == actions_.end())
        return false;
    run(found->id);
    return true;
}

std::vector<KeyConflict> Actions::conflicts() const
{
    std::vector<KeyConflict> found;
    std::map<std::string, std::string> taken;
    std::map<std::pair<Menu, std::string>, std::string> taken_here;
    for (Action const& action : actions_) {
        for (std::string const& key : {action.key, action.also_key}) {
            if (key.empty())
                continue;
            Parsed const all = parsed(key);
            bool const bare = !all.control && !all.alt && !is_function_key(all.key);
            if (all.key.empty() || bare) {
                found.push_back({key, action.id, {}});
                continue;
            }
            auto const [place, fresh] = taken.emplace(normal_key(key), action.id);
            if (!fresh)
                found.push_back({normal_key(key), place->second, action.id});
        }
        if (action.here_key.empty())
            continue;
        auto const [place, fresh] = taken_here.emplace(std::pair{action.menu, action.here_key}, action.id);
        if (!fresh || normal_key(action.here_key) != action.here_key)
            found.push_back({action.here_key, place->second, fresh ? std::string{} : action.id});
    }
    return found;
}

std::vector<Action const*> Actions::matching(std::string_view typed) const
{
    auto const words = words_of(typed);
    std::vector<std::pair<int, Action const*>> rated;
    for (Action const& action : actions_) {
        if (!may_run(action.id))
            continue;
        if (int const how = fit(plain_label(action.label), words); how > 0)
            rated.emplace_back(how, &action);
    }
    std::ranges::stable_sort(rated, std::greater{}, &std::pair<int, Action const*>::first);
    std::vector<Action const*> best;
    for (auto const& [how, action] : rated)
        best.push_back(action);
    return best;
}

} // namespace plumbline::app::kit
