// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <hpdf.h>

#include <functional>
#include <string>
#include <vector>

namespace plumbline::bench {

/// Where a tape is played: a document of its own, with the fonts that were loaded on the way.
struct PdfStage {
    HPDF_Doc document = nullptr;
    HPDF_Page page = nullptr;
    std::vector<char const*> loaded;
    std::vector<HPDF_Font> fonts;
};

/// Every call that the product made of libharu, in order. The linker leads its calls through here (see
/// CMakeLists.txt), so the baseline has the same operators and fonts because they are the same calls.
class PdfTape {
public:
    using Call = std::function<void(PdfStage&)>;

    /// Records what libharu is asked for while work runs. Not twice at once.
    template <class Work>
    [[nodiscard]] static PdfTape of(Work&& work)
    {
        PdfTape tape;
        tape.start();
        work();
        tape.stop();
        return tape;
    }

    /// Plays all calls into a new document. The bytes of the file.
    [[nodiscard]] std::string play() const;
    [[nodiscard]] std::size_t size() const noexcept { return calls_.size(); }

private:
    void start();
    void stop();
    std::vector<Call> calls_;
};

} // namespace plumbline::bench
