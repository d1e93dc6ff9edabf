// SPDX-License-Identifier: Apache-2.0
#include "app/services/Paper.hpp"

#include <cups/cups.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <memory>
#include <utility>

namespace plumbline::app {

namespace {

class Descriptor {
public:
    explicit Descriptor(int value) noexcept
        : value_{value}
    {
    }
    ~Descriptor()
    {
        if (value_ >= 0)
            ::close(value_);
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    [[nodiscard]] int get() const noexcept { return value_; }

private:
    int value_;
};

bool write_all(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

tl::unexpected<Refusal> unwritable(int error)
{
    if (error == ENOSPC || error == EDQUOT)
        return refuse(
            Refusal::Reason::Invalid, "path", tr_noop("The disk is full. Free some space or choose another place."));
    return refuse(
        Refusal::Reason::Invalid, "path", tr_noop("The file cannot be written there. Choose another folder."));
}

} // namespace

Result<void> write_file(std::string const& path, std::string_view bytes)
{
    std::string const neighbor = path + ".part";
    {
        Descriptor const file{::open(neighbor.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR)};
        if (file.get() < 0)
            return unwritable(errno);
        if (!write_all(file.get(), bytes) || ::fsync(file.get()) != 0) {
            int const error = errno;
            ::unlink(neighbor.c_str());
            return unwritable(error);
        }
    }
    if (::rename(neighbor.c_str(), path.c_str()) != 0) {
        int const error = errno;
        ::unlink(neighbor.c_str());
        return unwritable(error);
    }
    std::string const folder = std::filesystem::path{path}.parent_path().string();
    Descriptor const directory{::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (directory.get() >= 0)
        ::fsync(directory.get());
    return {};
}

std::vector<std::string> print_queues()
{
    cups_dest_t* all = nullptr;
    int const count = cupsGetDests(&all);
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i)
        names.insert(all[i].is_default ? names.begin() : names.end(), all[i].name);
    cupsFreeDests(count, all);
    return names;
}

Result<void> print_pdf(std::string const& queue, std::string_view title, std::string_view pdf)
{
    std::string chosen = queue;
    if (chosen.empty())
        if (auto const queues = print_queues(); !queues.empty())
            chosen = queues.front();
    if (chosen.empty())
        return refuse(Refusal::Reason::NotFound, "printer",
            tr_noop("No printer is set up. Save the PDF instead, or add a printer in the system's settings."));
    int const job = cupsCreateJob(CUPS_HTTP_DEFAULT, chosen.c_str(), std::string{title}.c_str(), 0, nullptr);
    auto const failed = [&] {
        return refuse(Refusal::Reason::Busy, "printer",
            tr_noop("The printer {0} did not take the document. The PDF is kept in the chart."), {chosen});
    };
    if (job == 0)
        return failed();
    // Streamed to the queue, so that no copy of the document is left in a temporary folder.
    if (cupsStartDocument(CUPS_HTTP_DEFAULT, chosen.c_str(), job, std::string{title}.c_str(), CUPS_FORMAT_PDF, 1)
            != HTTP_STATUS_CONTINUE
        || cupsWriteRequestData(CUPS_HTTP_DEFAULT, pdf.data(), pdf.size()) != HTTP_STATUS_CONTINUE
        || cupsFinishDocument(CUPS_HTTP_DEFAULT, chosen.c_str()) != IPP_STATUS_OK)
        return failed();
    return {};
}

} // namespace plumbline::app
