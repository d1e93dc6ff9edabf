// SPDX-License-Identifier: Apache-2.0
#include "domain/store/Clinic.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>

namespace plumbline {

namespace {

constexpr std::size_t fewest_signs = 10;
constexpr std::size_t most_bytes = 1024;
/// What must stand beside the login for a password that contains it.
constexpr std::size_t beside_login = 5;

enum class Flaw { None, Short, Long, Login, Obvious };

/// Words that stand at the top of every list of stolen passwords, and those of this trade. Signs and
/// digits around them do not save them.
constexpr auto obvious = std::to_array<std::string_view>({"password", "passwort", "contrasena", "passw0rd", "p@ssw0rd",
    "p@ssword", "letmein", "iloveyou", "welcome", "administrator", "admin", "changeme", "secret", "default", "qwerty",
    "qwertyuiop", "qwertyuiopasdf", "asdfghjkl", "zxcvbnm", "qazwsxedc", "trustno", "sunshine", "princess", "football",
    "baseball", "superman", "correcthorsebatterystaple", "plumbline", "physicaltherapy", "physiotherapy",
    "physicaltherapist", "physiotherapist", "therapist", "backpain", "clinic"});

constexpr char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same(char a, char b) noexcept
{
    return lower(a) == lower(b);
}

bool same_text(std::string_view a, std::string_view b) noexcept
{
    return std::ranges::equal(a, b, same);
}

bool is_letter(char c) noexcept
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

std::size_t signs_in(std::string_view text) noexcept
{
    auto const continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, continues));
}

/// `abcdefghij`, `9876543210`, `1234567890`.
bool is_sequence(std::string_view text) noexcept
{
    auto const steps = [&](int step) {
        return std::ranges::adjacent_find(text, [step](char a, char b) {
            bool const wraps = (step > 0 && a == '9' && b == '0') || (step < 0 && a == '0' && b == '9');
            return lower(b) - lower(a) != step && !wraps;
        }) == text.end();
    };
    return steps(1) || steps(-1);
}

/// One piece of at most four bytes over and over: `aaaaaaaaaa`, `abcabcabcab`.
bool is_repetition(std::string_view text) noexcept
{
    for (std::size_t piece = 1; piece <= 4 && piece < text.size(); ++piece)
        if (same_text(text.substr(piece), text.substr(0, text.size() - piece)))
            return true;
    return false;
}

/// Without the digits and signs around it.
std::string_view core_of(std::string_view text) noexcept
{
    while (!text.empty() && !is_letter(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && !is_letter(text.back()))
        text.remove_suffix(1);
    return text;
}

bool is_obvious(std::string_view password) noexcept
{
    std::string_view const core = core_of(password);
    return is_sequence(password) || is_repetition(password)
        || std::ranges::any_of(obvious, [&](auto word) { return same_text(word, core); });
}

bool is_login(std::string_view password, std::string_view login) noexcept
{
    auto const found = std::ranges::search(password, login, same);
    return !login.empty() && !found.empty() && password.size() - login.size() < beside_login;
}

Flaw flaw(std::string_view password, std::string_view login) noexcept
{
    if (signs_in(password) < fewest_signs)
        return Flaw::Short;
    if (password.size() > most_bytes)
        return Flaw::Long;
    if (is_login(password, login))
        return Flaw::Login;
    return is_obvious(password) ? Flaw::Obvious : Flaw::None;
}

/// How many of lower case, upper case, digits and everything else a text uses.
int kinds_in(std::string_view text) noexcept
{
    auto const is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    auto const is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    auto const is_other = [&](char c) { return !is_lower(c) && !is_upper(c) && !is_digit(c); };
    return int{std::ranges::any_of(text, is_lower)} + int{std::ranges::any_of(text, is_upper)}
    + int{std::ranges::any_of(text, is_digit)} + int{std::ranges::any_of(text, is_other)};
}

std::size_t different_bytes(std::string_view text) noexcept
{
    std::bitset<256> seen;
    for (char const c : text)
        seen.set(static_cast<unsigned char>(c));
    return seen.count();
}

} // namespace

int seconds_to_wait(Refusal const& refusal) noexcept
{
    if (refusal.message.text != wait_before_next_try || refusal.message.arguments.empty())
        return 0;
    std::string const& text = refusal.message.arguments.front();
    int seconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    return std::max(seconds, 0);
}

PasswordStrength password_strength(std::string_view password, std::string_view login) noexcept
{
    if (flaw(password, login) != Flaw::None)
        return PasswordStrength::Refused;
    std::size_t const signs = signs_in(password);
    std::size_t const different = different_bytes(password);
    int const kinds = kinds_in(password);
    if (different >= 8 && (signs >= 16 || (signs >= 12 && kinds >= 3)))
        return PasswordStrength::Strong;
    if (different >= 6 && (signs >= 12 || kinds >= 3))
        return PasswordStrength::Fair;
    return PasswordStrength::Weak;
}

Result<void> acceptable_password(std::string_view password, std::string_view login)
{
    auto const no = [](std::string_view text) { return refuse(Refusal::Reason::Invalid, "password", text); };
    switch (flaw(password, login)) {
    case Flaw::None:
        return {};
    case Flaw::Short:
        return no(tr_noop("A password has at least 10 characters. Three or four words are good."));
    case Flaw::Long:
        return no(tr_noop("This password is too long: at most 1024 bytes."));
    case Flaw::Login:
        return no(tr_noop("The password must not be made of the login name."));
    case Flaw::Obvious:
        return no(tr_noop("This password is among the first ones a thief would try."));
    }
    return no(tr_noop("This password cannot be used."));
}

} // namespace plumbline
