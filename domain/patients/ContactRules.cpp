// SPDX-License-Identifier: Apache-2.0
#include "domain/patients/ContactRules.hpp"

#include "domain/core/Text.hpp"

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::size_t longest_phone = 40;
constexpr std::size_t longest_email = 254;

bool is_phone(std::string_view text)
{
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view signs = "+-() .x";
    auto const known = [&](char c) { return digits.find(c) != digits.npos || signs.find(c) != signs.npos; };
    auto const count = std::ranges::count_if(text, [&](char c) { return digits.find(c) != digits.npos; });
    return std::ranges::all_of(text, known) && count >= 7 && count <= 20 && text.size() <= longest_phone;
}

bool is_host(std::string_view host)
{
    bool const dotted = host.find('.') != host.npos && host.find("..") == host.npos;
    return dotted && host.front() != '.' && host.back() != '.';
}

bool is_email(std::string_view text)
{
    auto const at = text.find('@');
    if (at == text.npos || at == 0 || at + 1 == text.size() || text.find('@', at + 1) != text.npos)
        return false;
    return text.find_first_of(" \t,;<>\"") == text.npos && is_host(text.substr(at + 1));
}

} // namespace

void clean_phone(Faults& faults, std::string_view field, std::string& text)
{
    text = trimmed(text);
    if (!text.empty() && !is_phone(text))
        faults.add(field, tr_noop("Write a phone number of 7 to 20 digits, such as +1 555-010-4477 x12."));
}

void clean_email(Faults& faults, std::string_view field, std::string& text)
{
    Faults unclean;
    clean_text(unclean, field, text, TextRule{longest_email});
    if (!unclean.none())
        faults.add(unclean.refusal());
    else if (!text.empty() && !is_email(text))
        faults.add(field, tr_noop("Write an email address such as name@example.org."));
}

} // namespace plumbline
