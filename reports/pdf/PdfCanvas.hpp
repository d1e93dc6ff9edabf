// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Time.hpp"
#include "reports/document/Page.hpp"

#include <memory>
#include <optional>
#include <string>

namespace plumbline::reports {

/// What a PDF says about itself.
struct PdfInfo {
    std::string title;
    std::string author;
    std::optional<Instant> written; ///< Without it the file carries no date at all.
};

/// The one owner of libharu. Puts finished pages into one PDF file; throws PdfFault when the library
/// gives up, and is then fit only for destruction.
class PdfCanvas {
public:
    explicit PdfCanvas(PdfInfo const& info);
    ~PdfCanvas();

    void add(Page const& page);
    /// The bytes of the file. The same pages and info give the same bytes. Once.
    [[nodiscard]] std::string finish();

private:
    class Painter;
    std::unique_ptr<Painter> painter_;
};

} // namespace plumbline::reports
