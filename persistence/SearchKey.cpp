// SPDX-License-Identifier: Apache-2.0
#include "persistence/SearchKey.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace plumbline::persistence {
namespace {

enum class Sign { Letter, Parting, Nothing };

void add(std::string& key, Sign sign, std::string_view letters)
{
    if (sign == Sign::Letter)
        key += letters;
    else if (sign == Sign::Parting && !key.empty() && key.back() != ' ')
        key += ' ';
}

std::string without_last_space(std::string key)
{
    if (!key.empty() && key.back() == ' ')
        key.pop_back();
    return key;
}

bool is_ascii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string ascii_key(std::string_view text)
{
    std::string key;
    key.reserve(text.size());
    for (char const c : text) {
        bool const upper = c >= 'A' && c <= 'Z';
        char const lower = upper ? static_cast<char>(c - 'A' + 'a') : c;
        bool const letter = (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
        add(key,
            letter                        ? Sign::Letter
                : (c == '\'' || c == '`') ? Sign::Nothing
                                          : Sign::Parting,
            std::string_view{&lower, 1});
    }
    return without_last_space(std::move(key));
}

/// People write O'Neill with any of these, or with none.
bool is_apostrophe(UChar32 sign)
{
    switch (sign) {
    case '\'':
    case '`':
    case 0x00B4:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x2018:
    case 0x2019:
    case 0x2032:
    case 0x05F3:
    case 0xFF07:
        return true;
    default:
        return false;
    }
}

Sign sign_of(UChar32 sign)
{
    if (u_isalnum(sign) || u_charType(sign) == U_COMBINING_SPACING_MARK)
        return Sign::Letter;
    // Accents were parted from their letters; bidi marks and joiners are invisible.
    bool const unseen = u_charType(sign) == U_NON_SPACING_MARK || u_charType(sign) == U_ENCLOSING_MARK
        || u_charType(sign) == U_FORMAT_CHAR;
    return unseen || is_apostrophe(sign) ? Sign::Nothing : Sign::Parting;
}

void require(UErrorCode error)
{
    if (U_FAILURE(error))
        throw std::runtime_error{"ICU data is missing"};
}

/// Letters that no accent table takes apart: ø, ł, đ, æ, þ, ı.
void spell_in_ascii(icu::UnicodeString& letters)
{
    // Making one parses its rules, a millisecond's work; it may not be shared between threads.
    thread_local auto const speller = [] {
        UErrorCode error = U_ZERO_ERROR;
        auto made = std::unique_ptr<icu::Transliterator>{
            icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, error)};
        require(error);
        return made;
    }();
    speller->transliterate(letters);
}

icu::UnicodeString folded(std::string_view text)
{
    UErrorCode error = U_ZERO_ERROR;
    auto const* const fold = icu::Normalizer2::getNFKCCasefoldInstance(error);
    auto const* const part = icu::Normalizer2::getNFKDInstance(error);
    require(error);
    auto const source =
        icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
    icu::UnicodeString const lower = fold->normalize(source, error);
    icu::UnicodeString result = part->normalize(lower, error);
    require(error);
    return result;
}

bool is_foreign_latin(UChar32 sign)
{
    UErrorCode error = U_ZERO_ERROR;
    return sign >= 0x80 && uscript_getScript(sign, &error) == USCRIPT_LATIN;
}

} // namespace

std::string search_key(std::string_view text)
{
    if (is_ascii(text))
        return ascii_key(text);
    icu::UnicodeString const parted = folded(text);
    std::string key;
    key.reserve(text.size());
    for (std::int32_t at = 0; at < parted.length(); at = parted.moveIndex32(at, 1)) {
        UChar32 const sign = parted.char32At(at);
        icu::UnicodeString letter{sign};
        if (is_foreign_latin(sign))
            spell_in_ascii(letter);
        std::string utf8;
        letter.toUTF8String(utf8);
        add(key, sign_of(sign), utf8);
    }
    return without_last_space(std::move(key));
}

std::string digits_of(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

} // namespace plumbline::persistence
