// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <stdexcept>
#include <string>

namespace plumbline::reports {

/// The PDF library gave up: a font file is missing, memory ran out. Carries numbers only, never text
/// of the document.
class PdfFault : public std::runtime_error {
public:
    PdfFault(unsigned long error, unsigned long detail)
        : std::runtime_error{describe(error, detail)}
    {
    }

private:
    static std::string describe(unsigned long error, unsigned long detail)
    {
        char text[64];
        std::snprintf(text, sizeof text, "PDF library error 0x%04lX, detail %lu", error, detail);
        return text;
    }
};

} // namespace plumbline::reports
