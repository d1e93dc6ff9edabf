// SPDX-License-Identifier: Apache-2.0
#include "app/services/Import.hpp"

#include "persistence/exchange/csv/CsvReader.hpp"

#include <fstream>

namespace plumbline::app {

std::string ImportProblem::english() const
{
    std::string place = line > 0 ? "line " + std::to_string(line) : std::string{};
    for (std::string const& column : columns)
        place += (place.empty() ? "" : ", ") + column;
    return place.empty() ? message.english() : place + ": " + message.english();
}

Result<std::string> read_import_file(std::string const& path)
{
    std::ifstream file{path, std::ios::binary | std::ios::ate};
    auto const end = file ? static_cast<std::streamoff>(file.tellg()) : std::streamoff{-1};
    if (end < 0)
        return refuse(Refusal::Reason::NotFound, "file", tr_noop("The file {0} cannot be read."), {path});
    exchange::CsvLimits const limits;
    if (static_cast<std::size_t>(end) > limits.bytes)
        return refuse(Refusal::Reason::Invalid, "file", tr_noop("The file is larger than {0} MB."),
            {std::to_string(limits.bytes >> 20U)});
    std::string bytes(static_cast<std::size_t>(end), '\0');
    file.seekg(0);
    if (!file.read(bytes.data(), end))
        return refuse(Refusal::Reason::Invalid, "file", tr_noop("The file {0} cannot be read."), {path});
    return bytes;
}

} // namespace plumbline::app
