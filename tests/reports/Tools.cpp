// SPDX-License-Identifier: Apache-2.0
#include "tests/reports/Tools.hpp"

#include <array>
#include <cstdio>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>

namespace plumbline::reports::testing {

using plumbline::testing::read_file;

namespace {

std::string quoted(std::filesystem::path const& file)
{
    return '\'' + file.string() + '\'';
}

/// A plain portable graymap as pdftoppm writes it: `P5 width height 255` and one byte a pixel.
struct Graymap {
    long width = 0;
    long height = 0;
    std::string pixels;

    explicit Graymap(std::string const& bytes)
    {
        std::istringstream in{bytes};
        std::string magic;
        int most = 0;
        in >> magic >> width >> height >> most;
        if (magic != "P5" || !in)
            throw std::runtime_error{"not a graymap"};
        auto const start = static_cast<std::size_t>(in.tellg()) + 1;
        pixels = bytes.substr(start);
    }

    [[nodiscard]] long dark(long from_row) const
    {
        long count = 0;
        for (auto at = static_cast<std::size_t>(from_row * width); at < pixels.size(); ++at)
            if (static_cast<unsigned char>(pixels[at]) < 160)
                ++count;
        return count;
    }
};

} // namespace

Outcome run(std::string const& command)
{
    auto const close = [](FILE* pipe) { return pclose(pipe); };
    FILE* const pipe = popen((command + " 2>/dev/null").c_str(), "r");
    if (pipe == nullptr)
        throw std::runtime_error{"cannot run a command"};
    Outcome outcome;
    std::array<char, 4096> buffer{};
    for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        outcome.output.append(buffer.data(), got);
    int const ended = close(pipe);
    outcome.status = WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
    return outcome;
}

PdfOnDisk::PdfOnDisk(std::string_view bytes)
    : file_{folder_.write("report.pdf", bytes)}
{
}

std::string PdfOnDisk::text() const
{
    return run("pdftotext -layout -enc UTF-8 " + quoted(file_) + " -").output;
}

Outcome PdfOnDisk::check() const
{
    return run("qpdf --check " + quoted(file_));
}

std::string PdfOnDisk::fonts() const
{
    return run("pdffonts " + quoted(file_)).output;
}

std::string PdfOnDisk::info() const
{
    return run("pdfinfo -enc UTF-8 -rawdates " + quoted(file_)).output;
}

std::string PdfOnDisk::uncompressed() const
{
    return run("qpdf --qdf --object-streams=disable --stream-data=uncompress " + quoted(file_) + " -").output;
}

PdfOnDisk::Ink PdfOnDisk::ink(int page) const
{
    auto const number = std::to_string(page);
    auto const painted = run("pdftoppm -gray -r 50 -f " + number + " -l " + number + ' ' + quoted(file_));
    Graymap const map{painted.output};
    return {map.dark(0), map.dark(map.height - 50)};
}

} // namespace plumbline::reports::testing
