// SPDX-License-Identifier: Apache-2.0
#include "persistence/LoginGuard.hpp"

#include "domain/store/Clinic.hpp"
#include "persistence/Files.hpp"

#include <nlohmann/json.hpp>

#include <ctime>

#include <algorithm>
#include <fstream>

namespace plumbline::persistence {
namespace {

using Json = nlohmann::json;
using std::chrono::milliseconds;

constexpr int free_tries = 5;
constexpr int longest_wait = 900;
constexpr std::size_t most_strangers = 64;
// Marks an entry of a login that has no slot.
constexpr char stranger_mark = '?';

// A login is typed by anyone and need not be text; what could be one keeps its signs.
std::string stranger(std::string const& login)
{
    std::string name{stranger_mark};
    for (char const c : std::string_view{login}.substr(0, 32)) {
        bool const usual = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        name += usual ? c : stranger_mark;
    }
    return name;
}

Json to_json(LoginFailures const& failures)
{
    return Json{{"count", failures.count}, {"latest", to_iso(failures.latest)}, {"boot", failures.uptime.boot},
        {"uptime", failures.uptime.milliseconds}, {"reported", failures.reported}};
}

template <class Number>
Number number_at(Json const& json, char const* key)
{
    auto const found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<Number>() : Number{};
}

std::string text_at(Json const& json, char const* key)
{
    auto const found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

LoginFailures from_json(Json const& json)
{
    LoginFailures failures;
    if (!json.is_object())
        return failures;
    failures.count = std::clamp(number_at<int>(json, "count"), 0, 1000);
    failures.reported = std::clamp(number_at<int>(json, "reported"), 0, failures.count);
    failures.latest = parse_instant(text_at(json, "latest")).value_or(Instant{});
    failures.uptime = {text_at(json, "boot"), number_at<std::int64_t>(json, "uptime")};
    return failures;
}

} // namespace

Uptime system_uptime()
{
    timespec since_start{};
    ::clock_gettime(CLOCK_BOOTTIME, &since_start);
    std::string boot;
    std::ifstream{"/proc/sys/kernel/random/boot_id"} >> boot;
    return {boot, since_start.tv_sec * 1000 + since_start.tv_nsec / 1'000'000};
}

std::string to_text(LoginFailures const& failures)
{
    return to_json(failures).dump();
}

LoginFailures failures_from_text(std::string_view text)
{
    return from_json(Json::parse(text, nullptr, false));
}

FailuresByLogin FailureFile::load()
{
    auto const text = read_whole(file_);
    auto const json = Json::parse(text.value_or("{}"), nullptr, false);
    FailuresByLogin failures;
    if (json.is_object())
        for (auto const& [login, stored] : json.items())
            failures.emplace(login, from_json(stored));
    return failures;
}

void FailureFile::put(std::string const& login, LoginFailures const& failures)
{
    auto all = load();
    all.insert_or_assign(login, failures);
    save(all);
}

void FailureFile::drop(std::string const& login)
{
    auto all = load();
    if (all.erase(login) > 0)
        save(all);
}

void FailureFile::save(FailuresByLogin const& failures)
{
    Json json = Json::object();
    for (auto const& [login, one] : failures)
        json[login] = to_json(one);
    replace_file(file_, json.dump(1) + '\n');
}

FailuresByLogin FailureTable::load()
{
    FailuresByLogin failures;
    std::string login, stored;
    auto query = session_.query("select login, latest from login_failure");
    query.into(login).into(stored);
    while (query.next())
        failures.emplace(login, failures_from_text(stored));
    return failures;
}

void FailureTable::put(std::string const& login, LoginFailures const& failures)
{
    session_
        .query("insert into login_failure (login, failures, latest) values (:login, :failures, :latest) "
               "on conflict (login) do update set failures = excluded.failures, latest = excluded.latest")
        .bind("login", login)
        .bind("failures", failures.count)
        .bind("latest", to_text(failures))
        .run();
}

void FailureTable::drop(std::string const& login)
{
    session_.query("delete from login_failure where login = :login").bind("login", login).run();
}

std::chrono::seconds LoginGuard::wait_after(int failures) noexcept
{
    if (failures < free_tries)
        return std::chrono::seconds{0};
    int const doublings = std::min(failures - free_tries, 10);
    return std::chrono::seconds{std::min(1 << doublings, longest_wait)};
}

Result<void> LoginGuard::admit(std::string const& login)
{
    auto const all = store_.load();
    auto entry = all.find(login);
    if (entry == all.end())
        entry = all.find(stranger(login));
    if (entry == all.end())
        return {};
    LoginFailures failures = entry->second;
    Uptime const up = uptime_();
    bool const same_start = !up.boot.empty() && up.boot == failures.uptime.boot;
    auto const passed = same_start ? milliseconds{up.milliseconds - failures.uptime.milliseconds}
                                   : std::chrono::duration_cast<milliseconds>(clock_.now() - failures.latest);
    auto const left = wait_after(failures.count) - std::max(passed, milliseconds{0});
    if (left <= milliseconds{0})
        return {};
    if (passed < milliseconds{0}) {
        // The clock was set back while the computer was off. Count the wait anew from here, once.
        failures.latest = clock_.now();
        failures.uptime = up;
        store_.put(entry->first, failures);
    }
    auto const seconds = (left.count() + 999) / 1000;
    return refuse(Refusal::Reason::NotAllowed, "password", wait_before_next_try, {std::to_string(seconds)});
}

LoginFailures LoginGuard::one_more(FailuresByLogin const& all, std::string const& name) const
{
    auto const known = all.find(name);
    LoginFailures failures = known == all.end() ? LoginFailures{} : known->second;
    ++failures.count;
    failures.latest = clock_.now();
    failures.uptime = uptime_();
    return failures;
}

void LoginGuard::failed(std::string const& login, bool exists)
{
    auto const all = store_.load();
    std::string const name = exists ? login : stranger(login);
    auto const failures = one_more(all, name);
    bool const is_new_stranger = !exists && all.find(name) == all.end();
    if (is_new_stranger) {
        auto const is_stranger = [](auto const& entry) { return entry.first.starts_with(stranger_mark); };
        auto const older = [&](auto const& a, auto const& b) {
            return std::pair{!is_stranger(a), a.second.latest} < std::pair{!is_stranger(b), b.second.latest};
        };
        auto const strangers = std::count_if(all.begin(), all.end(), is_stranger);
        if (static_cast<std::size_t>(strangers) >= most_strangers)
            store_.drop(std::min_element(all.begin(), all.end(), older)->first);
    }
    store_.put(name, failures);
}

void LoginGuard::failed_in_the_trail(std::string const& login)
{
    auto failures = one_more(store_.load(), login);
    ++failures.reported;
    store_.put(login, failures);
}

std::map<std::string, int> LoginGuard::succeeded(std::string const& login)
{
    std::map<std::string, int> unreported;
    for (auto [name, failures] : store_.load()) {
        bool const own = name == login;
        if (int const fresh = failures.count - failures.reported; fresh > 0)
            unreported[name] = fresh;
        if (own) {
            store_.drop(name);
        } else if (failures.reported != failures.count) {
            failures.reported = failures.count;
            store_.put(name, failures);
        }
    }
    return unreported;
}

} // namespace plumbline::persistence
