// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/PdfTape.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

namespace plumbline::bench {
namespace {

// While recording: what is heard, and the handles of the recorded document, to know them again.
std::vector<PdfTape::Call>* heard = nullptr;
std::vector<char const*> heard_names;
std::vector<HPDF_Font> heard_fonts;

template <class Handle>
std::size_t place_of(std::vector<Handle> const& handles, Handle handle)
{
    return static_cast<std::size_t>(std::ranges::find(handles, handle) - handles.begin());
}

template <class... Values>
HPDF_STATUS on_page(HPDF_STATUS (*call)(HPDF_Page, Values...), HPDF_Page page, Values... values)
{
    if (heard != nullptr)
        heard->push_back([=](PdfStage& stage) { call(stage.page, values...); });
    return call(page, values...);
}

[[noreturn]] void fail(HPDF_STATUS, HPDF_STATUS, void*)
{
    throw std::runtime_error{"libharu refused a call of the tape"};
}

std::string bytes_of(HPDF_Doc document)
{
    HPDF_SaveToStream(document);
    std::string bytes(HPDF_GetStreamSize(document), '\0');
    auto size = static_cast<HPDF_UINT32>(bytes.size());
    HPDF_ReadFromStream(document, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    bytes.resize(size);
    return bytes;
}

} // namespace

void PdfTape::start()
{
    heard = &calls_;
    heard_names.clear();
    heard_fonts.clear();
}

void PdfTape::stop()
{
    heard = nullptr;
}

std::string PdfTape::play() const
{
    PdfStage stage;
    stage.document = HPDF_New(&fail, nullptr);
    HPDF_UseUTFEncodings(stage.document);
    HPDF_SetCompressionMode(stage.document, HPDF_COMP_ALL);
    HPDF_SetCurrentEncoder(stage.document, "UTF-8");
    for (Call const& call : calls_)
        call(stage);
    std::string bytes = bytes_of(stage.document);
    HPDF_Free(stage.document);
    return bytes;
}

} // namespace plumbline::bench

// The linker's names for the library's own functions and for ours in their place.
extern "C" {

using plumbline::bench::heard;
using plumbline::bench::heard_fonts;
using plumbline::bench::heard_names;
using plumbline::bench::on_page;
using plumbline::bench::PdfStage;
using plumbline::bench::place_of;

HPDF_STATUS __real_HPDF_SetInfoAttr(HPDF_Doc, HPDF_InfoType, char const*);
HPDF_STATUS __wrap_HPDF_SetInfoAttr(HPDF_Doc document, HPDF_InfoType type, char const* text)
{
    if (heard != nullptr)
        heard->push_back([type, copy = std::string{text}](
                             PdfStage& stage) { __real_HPDF_SetInfoAttr(stage.document, type, copy.c_str()); });
    return __real_HPDF_SetInfoAttr(document, type, text);
}

HPDF_STATUS __real_HPDF_SetInfoDateAttr(HPDF_Doc, HPDF_InfoType, HPDF_Date);
HPDF_STATUS __wrap_HPDF_SetInfoDateAttr(HPDF_Doc document, HPDF_InfoType type, HPDF_Date date)
{
    if (heard != nullptr)
        heard->push_back([=](PdfStage& stage) { __real_HPDF_SetInfoDateAttr(stage.document, type, date); });
    return __real_HPDF_SetInfoDateAttr(document, type, date);
}

char const* __real_HPDF_LoadTTFontFromFile(HPDF_Doc, char const*, HPDF_BOOL);
char const* __wrap_HPDF_LoadTTFontFromFile(HPDF_Doc document, char const* file, HPDF_BOOL embedded)
{
    char const* const name = __real_HPDF_LoadTTFontFromFile(document, file, embedded);
    if (heard != nullptr) {
        heard_names.push_back(name);
        heard->push_back([file = std::string{file}, embedded](PdfStage& stage) {
            stage.loaded.push_back(__real_HPDF_LoadTTFontFromFile(stage.document, file.c_str(), embedded));
        });
    }
    return name;
}

HPDF_Font __real_HPDF_GetFont(HPDF_Doc, char const*, char const*);
HPDF_Font __wrap_HPDF_GetFont(HPDF_Doc document, char const* name, char const* encoding)
{
    HPDF_Font const font = __real_HPDF_GetFont(document, name, encoding);
    if (heard != nullptr) {
        heard_fonts.push_back(font);
        heard->push_back([place = place_of(heard_names, name), encoding = std::string{encoding}](PdfStage& stage) {
            stage.fonts.push_back(__real_HPDF_GetFont(stage.document, stage.loaded.at(place), encoding.c_str()));
        });
    }
    return font;
}

HPDF_Page __real_HPDF_AddPage(HPDF_Doc);
HPDF_Page __wrap_HPDF_AddPage(HPDF_Doc document)
{
    if (heard != nullptr)
        heard->push_back([](PdfStage& stage) { stage.page = __real_HPDF_AddPage(stage.document); });
    return __real_HPDF_AddPage(document);
}

HPDF_STATUS __real_HPDF_Page_SetFontAndSize(HPDF_Page, HPDF_Font, HPDF_REAL);
HPDF_STATUS __wrap_HPDF_Page_SetFontAndSize(HPDF_Page page, HPDF_Font font, HPDF_REAL size)
{
    if (heard != nullptr)
        heard->push_back([place = place_of(heard_fonts, font), size](PdfStage& stage) {
            __real_HPDF_Page_SetFontAndSize(stage.page, stage.fonts.at(place), size);
        });
    return __real_HPDF_Page_SetFontAndSize(page, font, size);
}

HPDF_STATUS __real_HPDF_Page_SetDash(HPDF_Page, HPDF_UINT16 const*, HPDF_UINT, HPDF_UINT);
HPDF_STATUS __wrap_HPDF_Page_SetDash(HPDF_Page page, HPDF_UINT16 const* pattern, HPDF_UINT count, HPDF_UINT phase)
{
    if (heard != nullptr)
        heard->push_back([copy = std::vector<HPDF_UINT16>(pattern, pattern + count), phase](PdfStage& stage) {
            __real_HPDF_Page_SetDash(
                stage.page, copy.empty() ? nullptr : copy.data(), static_cast<HPDF_UINT>(copy.size()), phase);
        });
    return __real_HPDF_Page_SetDash(page, pattern, count, phase);
}

HPDF_STATUS __real_HPDF_Page_TextOut(HPDF_Page, HPDF_REAL, HPDF_REAL, char const*);
HPDF_STATUS __wrap_HPDF_Page_TextOut(HPDF_Page page, HPDF_REAL x, HPDF_REAL y, char const* text)
{
    if (heard != nullptr)
        heard->push_back([x, y, copy = std::string{text}](
                             PdfStage& stage) { __real_HPDF_Page_TextOut(stage.page, x, y, copy.c_str()); });
    return __real_HPDF_Page_TextOut(page, x, y, text);
}

HPDF_STATUS __real_HPDF_Page_ShowText(HPDF_Page, char const*);
HPDF_STATUS __wrap_HPDF_Page_ShowText(HPDF_Page page, char const* text)
{
    if (heard != nullptr)
        heard->push_back(
            [copy = std::string{text}](PdfStage& stage) { __real_HPDF_Page_ShowText(stage.page, copy.c_str()); });
    return __real_HPDF_Page_ShowText(page, text);
}

HPDF_STATUS __real_HPDF_Page_SetWidth(HPDF_Page, HPDF_REAL);
HPDF_STATUS __wrap_HPDF_Page_SetWidth(HPDF_Page page, HPDF_REAL width)
{
    return on_page(__real_HPDF_Page_SetWidth, page, width);
}

HPDF_STATUS __real_HPDF_Page_SetHeight(HPDF_Page, HPDF_REAL);
HPDF_STATUS __wrap_HPDF_Page_SetHeight(HPDF_Page page, HPDF_REAL height)
{
    return on_page(__real_HPDF_Page_SetHeight, page, height);
}

HPDF_STATUS __real_HPDF_Page_BeginText(HPDF_Page);
HPDF_STATUS __wrap_HPDF_Page_BeginText(HPDF_Page page)
{
    return on_page(__real_HPDF_Page_BeginText, page);
}

HPDF_STATUS __real_HPDF_Page_EndText(HPDF_Page);
HPDF_STATUS __wrap_HPDF_Page_EndText(HPDF_Page page)
{
    return on_page(__real_HPDF_Page_EndText, page);
}

HPDF_STATUS __real_HPDF_Page_SetRGBFill(HPDF_Page, HPDF_REAL, HPDF_REAL, HPDF_REAL);
HPDF_STATUS __wrap_HPDF_Page_SetRGBFill(HPDF_Page page, HPDF_REAL red, HPDF_REAL green, HPDF_REAL blue)
{
    return on_page(__real_HPDF_Page_SetRGBFill, page, red, green, blue);
}

HPDF_STATUS __real_HPDF_Page_SetRGBStroke(HPDF_Page, HPDF_REAL, HPDF_REAL, HPDF_REAL);
HPDF_STATUS __wrap_HPDF_Page_SetRGBStroke(HPDF_Page page, HPDF_REAL red, HPDF_REAL green, HPDF_REAL blue)
{
    return on_page(__real_HPDF_Page_SetRGBStroke, page, red, green, blue);
}

HPDF_STATUS __real_HPDF_Page_SetLineWidth(HPDF_Page, HPDF_REAL);
HPDF_STATUS __wrap_HPDF_Page_SetLineWidth(HPDF_Page page, HPDF_REAL width)
{
    return on_page(__real_HPDF_Page_SetLineWidth, page, width);
}

HPDF_STATUS __real_HPDF_Page_MoveTo(HPDF_Page, HPDF_REAL, HPDF_REAL);
HPDF_STATUS __wrap_HPDF_Page_MoveTo(HPDF_Page page, HPDF_REAL x, HPDF_REAL y)
{
    return on_page(__real_HPDF_Page_MoveTo, page, x, y);
}

HPDF_STATUS __real_HPDF_Page_LineTo(HPDF_Page, HPDF_REAL, HPDF_REAL);
HPDF_STATUS __wrap_HPDF_Page_LineTo(HPDF_Page page, HPDF_REAL x, HPDF_REAL y)
{
    return on_page(__real_HPDF_Page_LineTo, page, x, y);
}

HPDF_STATUS __real_HPDF_Page_CurveTo(HPDF_Page, HPDF_REAL, HPDF_REAL, HPDF_REAL, HPDF_REAL, HPDF_REAL, HPDF_REAL);
HPDF_STATUS __wrap_HPDF_Page_CurveTo(
    HPDF_Page page, HPDF_REAL ax, HPDF_REAL ay, HPDF_REAL bx, HPDF_REAL by, HPDF_REAL x, HPDF_REAL y)
{
    return on_page(__real_HPDF_Page_CurveTo, page, ax, ay, bx, by, x, y);
}

HPDF_STATUS __real_HPDF_Page_Rectangle(HPDF_Page, HPDF_REAL, HPDF_REAL, HPDF_REAL, HPDF_REAL);
HPDF_STATUS __wrap_HPDF_Page_Rectangle(HPDF_Page page, HPDF_REAL x, HPDF_REAL y, HPDF_REAL width, HPDF_REAL height)
{
    return on_page(__real_HPDF_Page_Rectangle, page, x, y, width, height);
}

HPDF_STATUS __real_HPDF_Page_Circle(HPDF_Page, HPDF_REAL, HPDF_REAL, HPDF_REAL);
HPDF_STATUS __wrap_HPDF_Page_Circle(HPDF_Page page, HPDF_REAL x, HPDF_REAL y, HPDF_REAL radius)
{
    return on_page(__real_HPDF_Page_Circle, page, x, y, radius);
}

HPDF_STATUS __real_HPDF_Page_ClosePath(HPDF_Page);
HPDF_STATUS __wrap_HPDF_Page_ClosePath(HPDF_Page page)
{
    return on_page(__real_HPDF_Page_ClosePath, page);
}

HPDF_STATUS __real_HPDF_Page_Stroke(HPDF_Page);
HPDF_STATUS __wrap_HPDF_Page_Stroke(HPDF_Page page)
{
    return on_page(__real_HPDF_Page_Stroke, page);
}

HPDF_STATUS __real_HPDF_Page_Fill(HPDF_Page);
HPDF_STATUS __wrap_HPDF_Page_Fill(HPDF_Page page)
{
    return on_page(__real_HPDF_Page_Fill, page);
}
}
