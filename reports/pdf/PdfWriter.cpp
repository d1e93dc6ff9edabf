// SPDX-License-Identifier: Apache-2.0
#include "reports/pdf/PdfWriter.hpp"

#include "reports/document/Layout.hpp"

namespace plumbline::reports {

std::string write_pdf(std::span<Page const> pages, PdfInfo const& info)
{
    PdfCanvas canvas{info};
    for (Page const& page : pages)
        canvas.add(page);
    return canvas.finish();
}

std::string write_pdf(Document const& document, PageSize size)
{
    return write_pdf(lay_out(document, size), info_of(document));
}

PdfInfo info_of(Document const& document)
{
    std::string title = document.kind;
    if (document.patient)
        title += " \u00B7 " + document.patient->name;
    return {std::move(title), document.author.empty() ? document.clinic : document.author, document.written};
}

} // namespace plumbline::reports
