// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/WindowState.hpp"

#include "app/gui/kit/Words.hpp"

#include <wx/display.h>
#include <wx/fileconf.h>
#include <wx/toplevel.h>
#include <wx/wfstream.h>

#include <charconv>
#include <cstdlib>
#include <system_error>

namespace plumbline::app::kit {
namespace {
/// Opened for each use: a window's state is read once and written seldom.
std::unique_ptr<wxFileConfig> open(std::filesystem::path const& file)
{
    return std::make_unique<wxFileConfig>(wxString{}, wxString{}, wide(file.string()), wxString{},
        wxCONFIG_USE_LOCAL_FILE | wxCONFIG_USE_NO_ESCAPE_CHARACTERS);
}

wxString path(std::string_view key)
{
    return "/" + wide(key);
}

constexpr int usual_width = 1440;
constexpr int usual_height = 900;
} // namespace

std::filesystem::path state_folder()
{
    if (char const* const given = std::getenv("XDG_STATE_HOME"); given != nullptr && *given == '/')
        return std::filesystem::path{given} / "plumbline";
    char const* const home = std::getenv("HOME");
    return std::filesystem::path{home == nullptr ? "/" : home} / ".local" / "state" / "plumbline";
}

WindowState::WindowState(std::filesystem::path file)
    : file_{std::move(file)}
{
}

void WindowState::restore(wxTopLevelWindow& window) const
{
    auto const config = open(file_);
    wxRect const screen = wxDisplay{0U}.GetClientArea();
    long const width = config->ReadLong("/window/width", window.FromDIP(usual_width));
    long const height = config->ReadLong("/window/height", window.FromDIP(usual_height));
    window.SetMinSize(window.FromDIP(wxSize{960, 600}));
    // Another screen may be smaller than the last one.
    window.SetSize(
        static_cast<int>(std::min<long>(width, screen.width)), static_cast<int>(std::min<long>(height, screen.height)));
    if (config->ReadBool("/window/maximized", false))
        window.Maximize();
}

void WindowState::remember(wxTopLevelWindow const& window)
{
    std::error_code ignored; // Without a folder there is simply nothing to restore next time.
    std::filesystem::create_directories(file_.parent_path(), ignored);
    auto const config = open(file_);
    config->Write("/window/maximized", window.IsMaximized());
    if (!window.IsMaximized() && !window.IsIconized()) {
        config->Write("/window/width", static_cast<long>(window.GetSize().x));
        config->Write("/window/height", static_cast<long>(window.GetSize().y));
    }
    config->Flush();
}

std::optional<std::string> WindowState::value(std::string_view key) const
{
    wxString found;
    if (!open(file_)->Read(path(key), &found))
        return std::nullopt;
    return utf8(found);
}

void WindowState::set_value(std::string_view key, std::string const& value)
{
    std::error_code ignored;
    std::filesystem::create_directories(file_.parent_path(), ignored);
    auto const config = open(file_);
    config->Write(path(key), wide(value));
    config->Flush();
}

std::vector<int> WindowState::widths(std::string_view list) const
{
    std::vector<int> all;
    std::string const text = value("columns/" + std::string{list}).value_or("");
    for (char const* at = text.data(); at < text.data() + text.size();) {
        int width = 0;
        auto const [end, error] = std::from_chars(at, text.data() + text.size(), width);
        if (error != std::errc{})
            break;
        all.push_back(width);
        at = end + 1;
    }
    return all;
}

void WindowState::set_widths(std::string_view list, std::vector<int> const& widths)
{
    std::string text;
    for (int const width : widths)
        text += (text.empty() ? "" : " ") + std::to_string(width);
    set_value("columns/" + std::string{list}, text);
}

} // namespace plumbline::app::kit
