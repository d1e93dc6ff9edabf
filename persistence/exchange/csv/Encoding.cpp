// SPDX-License-Identifier: Apache-2.0
#include "persistence/exchange/csv/Encoding.hpp"

#include "domain/core/Text.hpp"

#include <iconv.h>

#include <memory>
#include <stdexcept>
#include <type_traits>

namespace plumbline::exchange {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

struct Close {
    void operator()(iconv_t converter) const { ::iconv_close(converter); }
};
using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, Close>;

/// Five bytes have no sign in Windows-1252; they become a question mark, which the report on the encoding explains.
std::string from_latin(std::string bytes)
{
    Converter const converter{::iconv_open("UTF-8", "WINDOWS-1252")};
    if (converter.get() == reinterpret_cast<iconv_t>(-1)) // NOLINT: the failure value of iconv_open.
        throw std::runtime_error{"no converter from Windows-1252"};
    std::string text(3 * bytes.size(), '\0');
    char* in = bytes.data();
    char* out = text.data();
    std::size_t in_left = bytes.size();
    std::size_t out_left = text.size();
    while (::iconv(converter.get(), &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1) && in_left > 0) {
        *in = '?';
    }
    text.resize(text.size() - out_left);
    return text;
}

} // namespace

Result<DecodedText> decode_text(std::string bytes)
{
    bool const utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (utf16 || bytes.find('\0') != std::string::npos)
        return refuse(Refusal::Reason::Invalid, "file",
            tr_noop("This is not a CSV file in UTF-8. Save it as CSV UTF-8 and try again."));
    if (bytes.starts_with(utf8_mark))
        bytes.erase(0, utf8_mark.size());
    if (is_utf8(bytes))
        return DecodedText{std::move(bytes), false};
    return DecodedText{from_latin(std::move(bytes)), true};
}

} // namespace plumbline::exchange
