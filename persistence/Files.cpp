// SPDX-License-Identifier: Apache-2.0
#include "persistence/Files.hpp"

#include "domain/store/BrokenWorld.hpp"
#include "persistence/Secret.hpp"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <utility>

namespace plumbline::persistence {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// linux/magic.h and the headers of the filesystems it does not list.
constexpr std::array<long, 13> network_disks{
    0x6969,     // NFS
    0x517b,     // SMB
    0xff534d42, // CIFS
    0xfe534d42, // SMB2
    0x65735546, // FUSE
    0x01021997, // 9P
    0x5346414f, // AFS
    0x73757245, // Coda
    0x564c,     // NCP
    0x00c36400, // Ceph
    0x0bd00bd0, // Lustre
    0x01161970, // GFS2
    0x7461636f, // OCFS2
};

fs::path resolved(fs::path const& path)
{
    std::error_code problem;
    auto const absolute = fs::weakly_canonical(fs::absolute(path), problem);
    return problem ? fs::absolute(path) : absolute;
}

Descriptor open_file(fs::path const& file, int flags)
{
    return Descriptor{::open(file.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)};
}

std::string host_name()
{
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0)
        return "this computer";
    return name.data();
}

Refusal held_by_another(std::string const& note)
{
    auto const holder = Json::parse(note, nullptr, false);
    auto const text = [&](char const* key) {
        auto const found = holder.is_object() ? holder.find(key) : holder.end();
        return holder.is_object() && found != holder.end() && found->is_string() ? found->get<std::string>()
                                                                                 : std::string{};
    };
    if (text("login").empty())
        return Refusal{Refusal::Reason::Busy, "clinic",
            Message{tr_noop("Another program has just opened this clinic. Close it there first.")}};
    return Refusal{Refusal::Reason::Busy, "clinic",
        Message{tr_noop("{0} has this clinic open on {1} since {2} (process {3}). Close it there first."),
            {text("login"), text("host"), text("since"), text("process")}}};
}

Result<void> writable(fs::path const& folder)
{
    struct statvfs disk { };
    bool const read_only = ::statvfs(folder.c_str(), &disk) == 0 && (disk.f_flag & ST_RDONLY) != 0;
    if (read_only || ::access(folder.c_str(), W_OK | X_OK) != 0)
        return refuse(Refusal::Reason::Invalid, "clinic",
            tr_noop("The folder {0} cannot be written, so no note could be saved there. Give yourself the "
                    "right to write in it, or copy the clinic to another folder."),
            {folder.string()});
    return {};
}

} // namespace

ClinicFiles::ClinicFiles(fs::path const& clinic)
    : database{resolved(clinic)}
{
}

fs::path ClinicFiles::keys() const
{
    return database.string() + ".keys";
}
fs::path ClinicFiles::logins() const
{
    return database.string() + ".logins";
}
fs::path ClinicFiles::holder() const
{
    return database.string() + ".holder";
}

Descriptor::~Descriptor()
{
    close();
}

Descriptor::Descriptor(Descriptor&& other) noexcept
    : number_{std::exchange(other.number_, -1)}
{
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept
{
    std::swap(number_, other.number_);
    return *this;
}

void Descriptor::close() noexcept
{
    if (number_ >= 0)
        ::close(std::exchange(number_, -1));
}

void throw_disk_trouble(int error_number)
{
    if (error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG)
        throw DiskFull{Message{tr_noop("The disk is full. Nothing was saved; free some space and try again.")}};
    throw DiskFailed{Message{tr_noop("The clinic's folder could not be written. Nothing was saved.")}};
}

Descriptor new_file(fs::path const& file)
{
    auto descriptor = open_file(file, O_RDWR | O_CREAT | O_EXCL);
    if (!descriptor)
        throw_disk_trouble(errno);
    return descriptor;
}

void write_fully(Descriptor const& file, std::string_view content)
{
    while (!content.empty()) {
        auto const written = ::write(file.number(), content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            throw_disk_trouble(errno);
        content.remove_prefix(static_cast<std::size_t>(written));
    }
}

void replace_file(fs::path const& file, std::string_view content)
{
    Scratch fresh{scratch_name(file, "new")};
    auto descriptor = new_file(fresh.path());
    write_fully(descriptor, content);
    sync_file(descriptor);
    descriptor.close();
    if (::rename(fresh.path().c_str(), file.c_str()) != 0)
        throw_disk_trouble(errno);
    fresh.keep();
    sync_folder(file.parent_path());
}

std::optional<std::string> read_whole(fs::path const& file)
{
    auto const descriptor = open_file(file, O_RDONLY);
    if (!descriptor) {
        if (errno == ENOENT)
            return std::nullopt;
        throw DiskFailed{Message{tr_noop("A file of the clinic could not be read.")}};
    }
    std::string content;
    std::array<char, 65536> buffer{};
    while (true) {
        auto const count = ::read(descriptor.number(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw DiskFailed{Message{tr_noop("A file of the clinic could not be read.")}};
        if (count == 0)
            return content;
        content.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

void sync_folder(fs::path const& folder)
{
    auto const descriptor = open_file(folder, O_RDONLY | O_DIRECTORY);
    if (!descriptor || ::fsync(descriptor.number()) != 0)
        throw_disk_trouble(errno);
}

void sync_file(Descriptor const& file)
{
    if (::fsync(file.number()) != 0)
        throw_disk_trouble(errno);
}

bool move_without_replacing(fs::path const& from, fs::path const& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        sync_folder(to.parent_path());
        return true;
    }
    if (errno == EEXIST)
        return false;
    throw_disk_trouble(errno);
}

Result<void> prepare_folder(fs::path const& folder)
{
    std::error_code problem;
    if (fs::is_directory(folder, problem))
        return {};
    fs::create_directories(folder.parent_path(), problem);
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        return refuse(Refusal::Reason::Invalid, "clinic", tr_noop("The folder {0} cannot be made."), {folder.string()});
    return {};
}

bool is_network_disk(long filesystem_type) noexcept
{
    return std::find(network_disks.begin(), network_disks.end(), filesystem_type) != network_disks.end();
}

Result<void> habitable(ClinicFiles const& files)
{
    struct statfs disk { };
    if (::statfs(files.folder().c_str(), &disk) != 0)
        return refuse(
            Refusal::Reason::NotFound, "clinic", tr_noop("There is no folder {0}."), {files.folder().string()});
    if (is_network_disk(static_cast<long>(disk.f_type)))
        return refuse(Refusal::Reason::Invalid, "clinic",
            tr_noop("The folder {0} is on a network disk, where a clinic file can be damaged. Keep it on this "
                    "computer, or share a clinic through a PostgreSQL server."),
            {files.folder().string()});
    struct stat file { };
    if (::stat(files.database.c_str(), &file) == 0) {
        if (!S_ISREG(file.st_mode))
            return refuse(Refusal::Reason::Invalid, "clinic", tr_noop("{0} is not a file."), {files.database.string()});
        if (file.st_nlink > 1)
            return refuse(Refusal::Reason::Invalid, "clinic",
                tr_noop("The clinic file has a second name on this disk (a hard link), which can damage it. "
                        "Remove the other name first."));
        if (::access(files.database.c_str(), R_OK | W_OK) != 0)
            return refuse(Refusal::Reason::Invalid, "clinic",
                tr_noop("The clinic file {0} cannot be written. Give yourself the right to write it."),
                {files.database.string()});
    }
    return writable(files.folder());
}

Result<Holder> Holder::take(ClinicFiles const& files)
{
    auto lock = open_file(files.holder(), O_RDWR | O_CREAT);
    if (!lock)
        return refuse(Refusal::Reason::Invalid, "clinic",
            tr_noop("The folder {0} cannot be written, so no note could be saved there. Give yourself the "
                    "right to write in it, or copy the clinic to another folder."),
            {files.folder().string()});
    if (::flock(lock.number(), LOCK_EX | LOCK_NB) != 0)
        return refuse(held_by_another(read_whole(files.holder()).value_or("")));
    // What a killed process left in it is no longer true.
    static_cast<void>(!::ftruncate(lock.number(), 0));
    return Holder{std::move(lock)};
}

void Holder::name(std::string_view login, std::string_view since)
{
    std::string const note =
        Json{{"login", login}, {"host", host_name()}, {"since", since}, {"process", std::to_string(::getpid())}}.dump();
    // The note only informs: a full disk must not keep anybody out.
    bool const noted = ::ftruncate(lock_.number(), 0) == 0
        && ::pwrite(lock_.number(), note.data(), note.size(), 0) == static_cast<ssize_t>(note.size());
    static_cast<void>(noted);
}

Holder::~Holder()
{
    if (lock_)
        static_cast<void>(!::ftruncate(lock_.number(), 0));
}

Scratch::~Scratch()
{
    if (kept_)
        return;
    std::error_code ignored;
    for (auto const* side : {"", "-wal", "-shm", "-journal"})
        fs::remove(path_.string() + side, ignored);
}

fs::path scratch_name(fs::path const& beside, std::string_view what)
{
    return beside.string() + '.' + std::string{what} + '-' + random_hex(8);
}

} // namespace plumbline::persistence
