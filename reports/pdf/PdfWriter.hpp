// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/Document.hpp"
#include "reports/document/Page.hpp"
#include "reports/pdf/PdfCanvas.hpp"

#include <span>
#include <string>

namespace plumbline::reports {

/// The bytes of a PDF file with these pages. The same pages and info give the same bytes.
[[nodiscard]] std::string write_pdf(std::span<Page const> pages, PdfInfo const& info);

/// Lays the document out and writes it.
[[nodiscard]] std::string write_pdf(Document const& document, PageSize size = PageSize::Letter);

/// Title, author and date of a document's file.
[[nodiscard]] PdfInfo info_of(Document const& document);

} // namespace plumbline::reports
