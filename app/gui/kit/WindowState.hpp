// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class wxTopLevelWindow;

namespace plumbline::app::kit {

/// Where the program keeps what is not worth a backup: `$XDG_STATE_HOME/plumbline`, else
/// `~/.local/state/plumbline`.
[[nodiscard]] std::filesystem::path state_folder();

/// Size, place and small choices of the window between two runs. Never holds patient data.
class WindowState {
public:
    /// A missing or unreadable file is an empty one.
    explicit WindowState(std::filesystem::path file);

    void restore(wxTopLevelWindow& window) const;
    void remember(wxTopLevelWindow const& window);
    [[nodiscard]] std::optional<std::string> value(std::string_view key) const;
    void set_value(std::string_view key, std::string const& value);
    [[nodiscard]] std::vector<int> widths(std::string_view list) const;
    void set_widths(std::string_view list, std::vector<int> const& widths);

private:
    std::filesystem::path file_;
};

} // namespace plumbline::app::kit
