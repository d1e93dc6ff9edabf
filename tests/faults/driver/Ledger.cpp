// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/driver/Ledger.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

namespace plumbline::faults {
namespace {

dev_t device_of(std::filesystem::path const& path)
{
    struct stat found { };
    if (::stat(path.c_str(), &found) != 0)
        throw std::system_error{errno, std::generic_category(), path.string()};
    return found.st_dev;
}

} // namespace

Ledger::Ledger(std::filesystem::path const& file)
    : file_{::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)}
{
    if (file_ < 0)
        throw std::system_error{errno, std::generic_category(), file.string()};
}

Ledger::~Ledger()
{
    ::close(file_);
}

void Ledger::begin(Line const& line)
{
    append("begun " + line.name + ' ' + std::to_string(line.step) + ' ' + std::to_string(line.visit) + ' ' + line.rows
        + '\n');
}

void Ledger::acknowledge(std::string_view name, int step)
{
    append("done " + std::string{name} + ' ' + std::to_string(step) + '\n');
}

void Ledger::append(std::string const& line) const
{
    if (::write(file_, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        throw std::system_error{errno, std::generic_category(), "the ledger cannot be written"};
}

std::vector<Ledger::Line> Ledger::read(std::filesystem::path const& file)
{
    std::vector<Line> lines;
    std::ifstream in{file};
    for (std::string text; std::getline(in, text);) {
        std::istringstream words{text};
        std::string kind;
        Line line;
        words >> kind >> line.name >> line.step;
        line.done = kind == "done";
        if (!line.done)
            words >> line.visit >> line.rows;
        if (words.fail() || (!line.done && kind != "begun"))
            throw std::runtime_error{"a torn line in the ledger"};
        lines.push_back(std::move(line));
    }
    return lines;
}

void Ledger::take_back(std::filesystem::path const& file, std::uintmax_t beyond)
{
    std::string kept;
    std::uintmax_t at = 0;
    std::ifstream in{file};
    for (std::string line; std::getline(in, line); at += line.size() + 1)
        if (at < beyond || !line.starts_with("done "))
            kept += line + '\n';
    std::ofstream{file, std::ios::trunc} << kept;
}

bool on_different_file_systems(std::filesystem::path const& one, std::filesystem::path const& other)
{
    return device_of(one) != device_of(other);
}

} // namespace plumbline::faults
