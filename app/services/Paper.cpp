// SPDX-License-Identifier: Apache-2.0
#include "app/services/Paper.hpp"

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

} // namespace plumbline::app
