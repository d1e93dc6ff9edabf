// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/pdf/PdfFault.hpp"

#include <hpdf.h>

#include <memory>
#include <type_traits>

/// The private corner of reports/pdf that touches libharu. Nothing outside this folder includes it.
namespace plumbline::reports::haru {

inline constexpr char const* regular_font = PLUMBLINE_TEXT_FONTS "/LiberationSans-Regular.ttf";
inline constexpr char const* bold_font = PLUMBLINE_TEXT_FONTS "/LiberationSans-Bold.ttf";
inline constexpr char const* sign_font = PLUMBLINE_SIGN_FONT;

struct Free {
    void operator()(HPDF_Doc document) const noexcept { HPDF_Free(document); }
};
using Handle = std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, Free>;

/// libharu reports every error through this. After it has thrown, the document may only be freed.
[[noreturn]] inline void raise(HPDF_STATUS error, HPDF_STATUS detail, void*)
{
    throw PdfFault{error, detail};
}

[[nodiscard]] inline Handle new_document()
{
    Handle document{HPDF_New(&raise, nullptr)};
    if (!document)
        throw PdfFault{HPDF_FAILD_TO_ALLOC_MEM, 0};
    HPDF_UseUTFEncodings(document.get());
    return document;
}

/// The loaded font of this name, with its glyphs and their use.
[[nodiscard]] inline HPDF_FontDef font_def(HPDF_Doc document, char const* name)
{
    return HPDF_GetFontDef(document, name);
}

} // namespace plumbline::reports::haru
