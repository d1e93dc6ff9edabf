// SPDX-License-Identifier: Apache-2.0
#include "reports/pdf/Shaping.hpp"

#include "reports/document/Utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/ubidi.h>
#include <unicode/unistr.h>
#include <unicode/ushape.h>

#include <memory>
#include <stdexcept>

namespace plumbline::reports::shaping {

namespace {

constexpr char16_t unprintable = 0x25A1;

void require(UErrorCode status)
{
    if (U_FAILURE(status))
        throw std::runtime_error{std::string{"ICU refused: "} + u_errorName(status)};
}

bool is_dropped(char32_t c)
{
    return c == 0x00AD || (c >= 0x200C && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0x061C;
}

bool is_unprintable(char32_t c)
{
    bool const control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    bool const turns_text = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    bool const no_character = c >= 0xFFF9 || (c >= 0xD800 && c <= 0xDFFF) || (c >= 0xFDD0 && c <= 0xFDEF);
    return control || turns_text || no_character;
}

void append_cleaned(icu::UnicodeString& out, char32_t c, char32_t next)
{
    bool const newline = c == U'\n' || (c == U'\r' && next != U'\n') || c == 0x85 || c == 0x2028 || c == 0x2029;
    if (newline)
        out.append(u'\n');
    else if (c == U'\t')
        out.append(u' ');
    else if (c == U'\r' || is_dropped(c))
        return;
    else if (is_unprintable(c))
        out.append(unprintable);
    else
        out.append(static_cast<UChar32>(c));
}

icu::UnicodeString in_nfc(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    auto const* const nfc = icu::Normalizer2::getNFCInstance(status);
    require(status);
    auto const read = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    auto composed = nfc->normalize(read, status);
    require(status);
    return composed;
}

icu::UnicodeString joined_letters(std::string_view text)
{
    auto const read = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    icu::UnicodeString out;
    UErrorCode status = U_ZERO_ERROR;
    char16_t* const buffer = out.getBuffer(read.length() + 1);
    std::int32_t const length = u_shapeArabic(read.getBuffer(), read.length(), buffer, read.length() + 1,
        U_SHAPE_LETTERS_SHAPE | U_SHAPE_LENGTH_GROW_SHRINK | U_SHAPE_TEXT_DIRECTION_LOGICAL, &status);
    out.releaseBuffer(U_SUCCESS(status) ? length : 0);
    require(status);
    return out;
}

} // namespace

bool is_plain(std::string_view text) noexcept
{
    for (char const c : text)
        if ((c < 0x20 && c != '\n') || c == 0x7F)
            return false;
    return true;
}

std::string cleaned(std::string_view text)
{
    if (is_plain(text))
        return std::string{text};
    icu::UnicodeString const read = in_nfc(text);
    icu::UnicodeString out;
    for (std::int32_t at = 0; at < read.length();) {
        auto const c = static_cast<char32_t>(read.char32At(at));
        at = read.moveIndex32(at, 1);
        auto const next = at < read.length() ? static_cast<char32_t>(read.char32At(at)) : 0;
        append_cleaned(out, c, next);
    }
    std::string bytes;
    out.toUTF8String(bytes);
    return bytes;
}

bool runs_right_to_left(std::string_view text) noexcept
{
    for (std::size_t at = 0; at < text.size();) {
        auto const [c, length] = utf8::decode(text, at);
        if ((c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC))
            return true;
        at += length;
    }
    return false;
}

std::string joined(std::string_view text)
{
    std::string bytes;
    joined_letters(text).toUTF8String(bytes);
    return bytes;
}

std::string visual(std::string_view text)
{
    icu::UnicodeString const read = joined_letters(text);
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UBiDi, decltype(&ubidi_close)> const bidi{ubidi_open(), &ubidi_close};
    // The line as a whole reads from left to right, as the document does.
    ubidi_setPara(bidi.get(), read.getBuffer(), read.length(), 0, nullptr, &status);
    require(status);
    icu::UnicodeString out;
    char16_t* const buffer = out.getBuffer(read.length() + 1);
    std::int32_t const length = ubidi_writeReordered(
        bidi.get(), buffer, read.length() + 1, UBIDI_DO_MIRRORING | UBIDI_KEEP_BASE_COMBINING, &status);
    out.releaseBuffer(U_SUCCESS(status) ? length : 0);
    require(status);
    std::string bytes;
    out.toUTF8String(bytes);
    return bytes;
}

} // namespace plumbline::reports::shaping
