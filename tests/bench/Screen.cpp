// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/Screen.hpp"

#include "tests/bench/Measure.hpp"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>

#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <optional>
#include <set>
#include <stdexcept>

namespace plumbline::bench {
namespace {

constexpr double millisecond = 1e6;
constexpr double quiet_time = 300 * millisecond;
constexpr double patience = 20'000 * millisecond;
constexpr int smallest_window = 400;

double memory_of(std::string const& process, std::string_view kind = "Pss:")
{
    std::ifstream rollup{"/proc/" + process + "/smaps_rollup"};
    std::string word;
    double kibibytes = 0;
    while (rollup >> word)
        if (word == kind && rollup >> kibibytes)
            return kibibytes * 1024;
    throw std::runtime_error{"the memory of a program cannot be read; only root can, since it forbids dumps"};
}

} // namespace

RunningProgram::RunningProgram(std::filesystem::path const& program, std::vector<std::string> const& arguments)
{
    std::string name = program.string();
    std::vector<std::string> copies = arguments;
    std::vector<char*> argv{name.data()};
    for (std::string& argument : copies)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    started_ = now();
    if (posix_spawn(&pid_, name.c_str(), nullptr, nullptr, argv.data(), environ) != 0)
        throw std::runtime_error{name + " cannot be started"};
}

RunningProgram::~RunningProgram()
{
    kill(pid_, SIGTERM);
    int ignored = 0;
    waitpid(pid_, &ignored, 0);
}

double RunningProgram::memory() const
{
    return memory_of(std::to_string(pid_));
}

double RunningProgram::resident() const
{
    return memory_of(std::to_string(pid_), "Rss:");
}

double own_memory()
{
    return memory_of("self");
}

class Screen::Connection {
public:
    Connection()
        : display_{XOpenDisplay(nullptr)}
    {
        int error_base = 0;
        if (display_ == nullptr || XDamageQueryExtension(display_, &damage_event_, &error_base) == 0)
            throw std::runtime_error{"there is no display that tells what is painted on it"};
        root_ = DefaultRootWindow(display_);
        XSelectInput(display_, root_, SubstructureNotifyMask);
        XDamageCreate(display_, root_, XDamageReportRawRectangles);
        // A window may go while we still ask about it.
        XSetErrorHandler([](::Display*, XErrorEvent*) { return 0; });
        XSync(display_, False);
    }
    ~Connection() { XCloseDisplay(display_); }
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    /// GTK's note on the display of what the graphics driver can do.
    void forget_visuals()
    {
        XDeleteProperty(display_, DefaultRootWindow(display_), XInternAtom(display_, "GDK_VISUALS", False));
        XSync(display_, False);
    }

    void forget()
    {
        while (XPending(display_) > 0) {
            XEvent event;
            XNextEvent(display_, &event);
        }
        window_.reset();
        first_.reset();
        last_.reset();
    }

    /// Until nothing has been painted for a while. False when the patience ends first.
    [[nodiscard]] bool until_still(bool needs_window)
    {
        double const begin = now();
        double quiet_since = begin;
        while (now() - begin < patience) {
            if (read_events())
                quiet_since = now();
            bool const ready = !needs_window || (window_ && last_);
            if (ready && now() - quiet_since > quiet_time)
                return true;
            pollfd waiting{ConnectionNumber(display_), POLLIN, 0};
            constexpr int look_again = 5;
            poll(&waiting, 1, look_again);
        }
        return false;
    }

    [[nodiscard]] int colors() const
    {
        XWindowAttributes about{};
        if (!window_ || XGetWindowAttributes(display_, *window_, &about) == 0)
            return 0;
        XImage* const image = XGetImage(display_, *window_, 0, 0, static_cast<unsigned>(about.width),
            static_cast<unsigned>(about.height), AllPlanes, ZPixmap);
        if (image == nullptr)
            return 0;
        std::set<unsigned long> seen;
        for (int y = 0; y < image->height; ++y)
            for (int x = 0; x < image->width; ++x)
                seen.insert(XGetPixel(image, x, y));
        XDestroyImage(image);
        return static_cast<int>(seen.size());
    }

    [[nodiscard]] double first() const { return *first_; }
    [[nodiscard]] double last() const { return *last_; }

    void focus()
    {
        // There is no window manager that would do it.
        if (window_)
            XSetInputFocus(display_, *window_, RevertToParent, CurrentTime);
        XSync(display_, False);
    }

    void stroke(char const* key)
    {
        KeyCode const code = XKeysymToKeycode(display_, XStringToKeysym(key));
        XTestFakeKeyEvent(display_, code, True, CurrentTime);
        XTestFakeKeyEvent(display_, code, False, CurrentTime);
        XSync(display_, False);
    }

    void hold_control(bool down)
    {
        XTestFakeKeyEvent(
            display_, XKeysymToKeycode(display_, XStringToKeysym("Control_L")), down ? True : False, CurrentTime);
    }

private:
    /// True when something was painted in a window that has come.
    bool read_events()
    {
        bool painted = false;
        while (XPending(display_) > 0) {
            XEvent event;
            XNextEvent(display_, &event);
            if (event.type == MapNotify)
                note_window(event.xmap);
            else if (event.type == damage_event_ + XDamageNotify && window_) {
                last_ = now();
                if (!first_)
                    first_ = last_;
                painted = true;
            }
        }
        return painted;
    }

    void note_window(XMapEvent const& mapped)
    {
        XWindowAttributes about{};
        bool const is_window = mapped.override_redirect == False
            && XGetWindowAttributes(display_, mapped.window, &about) != 0 && about.width >= smallest_window;
        if (is_window && !window_)
            window_ = mapped.window;
    }

    ::Display* display_;
    Window root_ = 0;
    int damage_event_ = 0;
    std::optional<Window> window_;
    std::optional<double> first_, last_;
};

Screen::Screen()
    : x_{std::make_unique<Connection>()}
{
    // What an earlier program left to be cleared away belongs to nobody.
    static_cast<void>(x_->until_still(false));
    x_->forget();
}

Screen::~Screen() = default;

void Screen::as_new()
{
    x_->forget_visuals();
}

Screen::Painted Screen::watch(RunningProgram const& program, int colors)
{
    do {
        if (!x_->until_still(true))
            throw std::runtime_error{"no painted window came"};
    } while (x_->colors() < colors && now() - program.started() < patience);
    if (x_->colors() < colors)
        throw std::runtime_error{"the window stayed bare"};
    x_->focus();
    return {x_->first() - program.started(), x_->last() - program.started()};
}

void Screen::type(std::string_view text)
{
    for (char const letter : text) {
        std::string const key{letter};
        x_->stroke(key.c_str());
    }
}

void Screen::press(char const* key)
{
    x_->stroke(key);
}

void Screen::press_with_control(char const* key)
{
    x_->hold_control(true);
    x_->stroke(key);
    x_->hold_control(false);
}

void Screen::wait_until_still()
{
    if (!x_->until_still(false))
        throw std::runtime_error{"the screen does not come to rest"};
}

} // namespace plumbline::bench
