// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Result.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline::persistence {

/// The files of one clinic on this computer; all lie beside each other.
struct ClinicFiles {
    explicit ClinicFiles(std::filesystem::path const& clinic);
    std::filesystem::path database; ///< Absolute, with symbolic links followed.
    [[nodiscard]] std::filesystem::path keys() const;
    [[nodiscard]] std::filesystem::path logins() const;
    [[nodiscard]] std::filesystem::path holder() const;
    [[nodiscard]] std::filesystem::path folder() const { return database.parent_path(); }
};

/// A descriptor that closes itself and is not passed on to child processes.
class Descriptor {
public:
    explicit Descriptor(int number = -1) noexcept
        : number_{number}
    {
    }
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    [[nodiscard]] int number() const noexcept { return number_; }
    explicit operator bool() const noexcept { return number_ >= 0; }
    void close() noexcept;

private:
    int number_;
};

/// Replaces or makes the file as a whole, for the owner alone: after a crash it is the old or the new one.
/// Throws DiskFull or DiskFailed.
void replace_file(std::filesystem::path const& file, std::string_view content);
/// Nothing when there is no such file; throws DiskFailed when there is one that cannot be read.
[[nodiscard]] std::optional<std::string> read_whole(std::filesystem::path const& file);
/// A file that did not exist before, for the owner alone. Throws.
[[nodiscard]] Descriptor new_file(std::filesystem::path const& file);
/// Throws DiskFull or DiskFailed.
void write_fully(Descriptor const& file, std::string_view content);
/// Makes a rename or a new file in the folder last through a power cut.
void sync_folder(std::filesystem::path const& folder);
void sync_file(Descriptor const& file);
/// Moves without ever replacing what is there. False when something is there.
[[nodiscard]] bool move_without_replacing(std::filesystem::path const& from, std::filesystem::path const& to);
/// For what the last system call complained about: DiskFull or DiskFailed.
[[noreturn]] void throw_disk_trouble(int error_number);

/// The folder of a new clinic, made for the owner alone when it is missing.
[[nodiscard]] Result<void> prepare_folder(std::filesystem::path const& folder);
/// Refuses where a clinic cannot live: a network disk (SQLite's log does not work there), a read-only disk
/// or folder, a file that has a second name.
[[nodiscard]] Result<void> habitable(ClinicFiles const& files);
/// The f_type numbers of statfs(2).
[[nodiscard]] bool is_network_disk(long filesystem_type) noexcept;

/// Says that this process has the clinic, and to others who has it. The lock ends with the process, however
/// it ends; the note inside it may outlive it and then means nothing.
class Holder {
public:
    /// Refuses with Busy and the name of the holder when another has it.
    [[nodiscard]] static Result<Holder> take(ClinicFiles const& files);
    Holder(Holder&&) noexcept = default;
    Holder& operator=(Holder&&) noexcept = default;
    ~Holder();
    /// What others are told.
    void name(std::string_view login, std::string_view since);

private:
    explicit Holder(Descriptor lock) noexcept
        : lock_{std::move(lock)}
    {
    }
    Descriptor lock_;
};

/// A file or folder that is removed, with SQLite's side files, unless it is kept.
class Scratch {
public:
    explicit Scratch(std::filesystem::path path)
        : path_{std::move(path)}
    {
    }
    ~Scratch();
    Scratch(Scratch const&) = delete;
    Scratch& operator=(Scratch const&) = delete;
    [[nodiscard]] std::filesystem::path const& path() const noexcept { return path_; }
    void keep() noexcept { kept_ = true; }

private:
    std::filesystem::path path_;
    bool kept_ = false;
};

/// A name in the folder that nothing has yet.
[[nodiscard]] std::filesystem::path scratch_name(std::filesystem::path const& beside, std::string_view what);

} // namespace plumbline::persistence
