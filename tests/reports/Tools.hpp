// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/TemporaryFolder.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace plumbline::reports::testing {

/// What a command prints, and how it ended. Its complaints are kept apart: poppler warns of libharu's
/// ToUnicode map in every file, and reads it all the same.
struct Outcome {
    int status = -1;
    std::string output;
};
[[nodiscard]] Outcome run(std::string const& command);

/// A PDF on disk for as long as a test looks at it with other people's eyes.
class PdfOnDisk {
public:
    explicit PdfOnDisk(std::string_view bytes);

    [[nodiscard]] std::string text() const; ///< pdftotext, in reading order, form feeds between pages.
    [[nodiscard]] Outcome check() const;    ///< qpdf --check
    [[nodiscard]] std::string fonts() const;
    [[nodiscard]] std::string info() const;
    [[nodiscard]] std::string uncompressed() const; ///< Every object and stream in the clear.
    /// Dark pixels of a page at 50 dpi, and of its last inch alone.
    struct Ink {
        long all = 0;
        long foot = 0;
    };
    [[nodiscard]] Ink ink(int page) const;

private:
    plumbline::testing::TemporaryFolder folder_;
    std::filesystem::path file_;
};

} // namespace plumbline::reports::testing
