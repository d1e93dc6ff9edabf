// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ShellPresenter.hpp"

#include <algorithm>
#include <charconv>

namespace plumbline::app {

namespace {

constexpr int shortest_lock = 1;
constexpr int longest_lock = 30;

struct Frame {
    std::map<std::string, std::string> settings;
    std::size_t today = 0, to_sign = 0;
};

std::string setting(Frame const& frame, std::string const& key)
{
    auto const found = frame.settings.find(key);
    return found == frame.settings.end() ? std::string{} : found->second;
}

int lock_minutes(std::string const& text)
{
    int minutes = 10;
    std::from_chars(text.data(), text.data() + text.size(), minutes);
    return std::clamp(minutes, shortest_lock, longest_lock);
}

} // namespace

ShellPresenter::ShellPresenter(Desk& desk, ClinicAddress const& address, std::chrono::steady_clock::time_point now)
    : desk_{desk}
    , on_server_{address.is_server()}
    , last_action_{now}
    , last_tick_{now}
{
    state_.user = desk_.context().actor.signature;
    refresh();
}

void ShellPresenter::refresh()
{
    desk_.read(
        alive_,
        [](Records const& records, Context const& context) -> Result<Frame> {
            Frame frame{records.settings().all(), 0, 0};
            if (auto const board = today_board(records, context, context.today(), Scope::Mine)) {
                frame.today = board->rows.size();
                frame.to_sign = board->to_sign.size();
            }
            return frame;
        },
        [this](Result<Frame> frame) {
            if (!frame)
                return;
            state_.clinic_name = setting(*frame, "clinic.name");
            state_.demo = setting(*frame, "clinic.demo") == "1";
            state_.today_badge = static_cast<int>(frame->today);
            state_.to_sign_badge = static_cast<int>(frame->to_sign);
            state_.storage = state_.clinic_name + (on_server_ ? " · server" : " · one file, encrypted");
            idle_limit_ = std::chrono::minutes{lock_minutes(setting(*frame, "lock.minutes"))};
            changed();
        });
}

void ShellPresenter::go(Place place)
{
    state_.place = place;
    changed();
}

void ShellPresenter::person_acted(std::chrono::steady_clock::time_point now)
{
    if (!state_.locked)
        last_action_ = now;
}

void ShellPresenter::draw_countdown(std::chrono::steady_clock::time_point now)
{
    auto const left = std::max(
        std::chrono::seconds{0}, std::chrono::duration_cast<std::chrono::seconds>(last_action_ + idle_limit_ - now));
    std::string const seconds = std::to_string(left.count() % 60);
    std::string text =
        "locks in " + std::to_string(left.count() / 60) + ':' + (seconds.size() < 2 ? "0" : "") + seconds;
    if (text != state_.locks_in) {
        state_.locks_in = std::move(text);
        changed();
    }
}

void ShellPresenter::count_down(std::chrono::steady_clock::time_point now)
{
    if (state_.wait_seconds == 0)
        return;
    if (!may_try_)
        may_try_ = now + std::chrono::seconds{state_.wait_seconds};
    auto const left = std::chrono::ceil<std::chrono::seconds>(*may_try_ - now).count();
    int const seconds = static_cast<int>(std::max<decltype(left)>(left, 0));
    if (seconds == state_.wait_seconds)
        return;
    state_.wait_seconds = seconds;
    state_.lock_complaint = seconds > 0 ? fill(wait_before_next_try, {std::to_string(seconds)}) : std::string{};
    changed();
}

void ShellPresenter::tick(std::chrono::steady_clock::time_point now)
{
    last_tick_ = now;
    if (state_.locked)
        return count_down(now);
    if (now - last_action_ >= idle_limit_)
        return lock();
    draw_countdown(now);
}

void ShellPresenter::lock()
{
    if (state_.locked)
        return;
    state_.locked = true;
    state_.lock_complaint.clear();
    desk_.write(
        alive_,
        [](Records& records, Context const& context) -> Result<void> {
            audit(records, context, AuditEvent::Lock, {});
            return {};
        },
        [](Result<void> const&) {});
    changed();
}

void ShellPresenter::unlock(std::string const& password)
{
    if (!state_.locked || state_.unlocking || state_.wait_seconds > 0)
        return;
    state_.unlocking = true;
    changed();
    desk_.manage(
        alive_, [password](OpenClinic& clinic, Context const&) { return clinic.unlock(password); },
        [this](Result<void> opened) {
            state_.unlocking = false;
            state_.locked = !opened;
            state_.lock_complaint = opened ? "" : opened.error().message.english();
            state_.wait_seconds = opened ? 0 : seconds_to_wait(opened.error());
            may_try_.reset();
            if (opened)
                last_action_ = last_tick_;
            changed();
        });
}

void ShellPresenter::toggle_names()
{
    state_.names = state_.names == Names::Hidden ? Names::Shown : Names::Hidden;
    changed();
}

} // namespace plumbline::app
