// SPDX-License-Identifier: Apache-2.0
#include "persistence/backup/BackupFile.hpp"

#include "persistence/Digest.hpp"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace plumbline::persistence {
namespace {

using Json = nlohmann::json;

constexpr std::string_view magic = "PLUMBLINE BACKUP 1\n";
constexpr std::size_t longest_header = 1 << 20;
constexpr std::size_t piece = 1 << 16;
constexpr std::size_t longest_message = piece + crypto_secretstream_xchacha20poly1305_ABYTES;

using StreamHeader = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES>;

unsigned char const* bytes_of(std::string_view text) noexcept
{
    return reinterpret_cast<unsigned char const*>(text.data());
}
unsigned char* bytes_of(std::string& text) noexcept
{
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string length_prefix(std::size_t size)
{
    std::string prefix;
    for (int shift = 24; shift >= 0; shift -= 8)
        prefix += static_cast<char>((size >> shift) & 0xff);
    return prefix;
}

tl::unexpected<Refusal> damaged()
{
    return refuse(Refusal::Reason::Invalid, "file",
        tr_noop("This backup is damaged, not complete, or not a backup of this program. Use another one."));
}

/// Nothing when the file ends first.
std::optional<std::string> read_exactly(Descriptor const& file, std::size_t size)
{
    std::string bytes(size, '\0');
    std::size_t have = 0;
    while (have < size) {
        auto const count = ::read(file.number(), bytes.data() + have, size - have);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return std::nullopt;
        have += static_cast<std::size_t>(count);
    }
    return bytes;
}

std::optional<std::string> read_message(Descriptor const& file, std::size_t longest)
{
    auto const prefix = read_exactly(file, 4);
    if (!prefix)
        return std::nullopt;
    std::size_t size = 0;
    for (char const c : *prefix)
        size = (size << 8) | static_cast<unsigned char>(c);
    if (size > longest)
        return std::nullopt;
    return read_exactly(file, size);
}

bool at_end(Descriptor const& file)
{
    char more = 0;
    return ::read(file.number(), &more, 1) == 0;
}

std::string to_text(BackupManifest const& manifest)
{
    return Json{{"engine", manifest.engine}, {"created", manifest.created},
        {"program_version", manifest.program_version}, {"schema", manifest.schema}, {"audit_seq", manifest.head.seq},
        {"audit_mac", manifest.head.mac}, {"patients", manifest.patients}, {"visits", manifest.visits},
        {"audit_entries", manifest.audit_entries}, {"data_size", manifest.data_size},
        {"data_sha256", manifest.data_sha256}}
        .dump();
}

std::optional<BackupManifest> manifest_from_text(std::string const& text)
{
    auto const json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    try {
        return BackupManifest{json.at("engine"), json.at("created"), json.at("program_version"), json.at("schema"),
            AuditAnchor{json.at("audit_seq"), json.at("audit_mac")}, json.at("patients"), json.at("visits"),
            json.at("audit_entries"), json.at("data_size"), json.at("data_sha256")};
    } catch (Json::exception const&) {
        return std::nullopt;
    }
}

} // namespace

struct BackupWriter::Stream {
    crypto_secretstream_xchacha20poly1305_state state{};
    std::string open_part_digest; ///< Goes into the first message, so that no slot can be exchanged.
    ~Stream() { sodium_memzero(&state, sizeof state); }
};

BackupWriter::BackupWriter(std::filesystem::path const& file, KeyRing const& ring, SecretKey const& clinic_key)
    : file_{new_file(file)}
    , stream_{std::make_unique<Stream>()}
{
    KeyRing slots = ring;
    slots.anchor.reset();
    std::string const header = persistence::to_text(slots);
    SecretKey const key = derive(clinic_key, KeyPurpose::Backup);
    StreamHeader start{};
    crypto_secretstream_xchacha20poly1305_init_push(&stream_->state, start.data(), key.bytes().data());

    std::string const open_part = std::string{magic} + length_prefix(header.size()) + header;
    stream_->open_part_digest = sha256_hex(open_part);
    write_fully(file_, open_part);
    write_fully(file_, {reinterpret_cast<char const*>(start.data()), start.size()});
}

BackupWriter::~BackupWriter() = default;

void BackupWriter::push(std::string_view bytes, unsigned char tag)
{
    std::string message(bytes.size() + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
    crypto_secretstream_xchacha20poly1305_push(&stream_->state, bytes_of(message), nullptr, bytes_of(bytes),
        bytes.size(), bytes_of(stream_->open_part_digest), stream_->open_part_digest.size(), tag);
    write_fully(file_, length_prefix(message.size()));
    write_fully(file_, message);
}

void BackupWriter::manifest(BackupManifest const& manifest)
{
    push(to_text(manifest), crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
}

void BackupWriter::data(std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const next = bytes.substr(0, piece);
        push(next, crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        bytes.remove_prefix(next.size());
    }
}

void BackupWriter::finish()
{
    push({}, crypto_secretstream_xchacha20poly1305_TAG_FINAL);
    sync_file(file_);
    file_.close();
}

struct BackupReader::Stream {
    crypto_secretstream_xchacha20poly1305_state state{};
    StreamHeader start{};
    std::string open_part_digest;
    bool ended = false;
    ~Stream() { sodium_memzero(&state, sizeof state); }
};

BackupReader::BackupReader(Descriptor file)
    : file_{std::move(file)}
    , stream_{std::make_unique<Stream>()}
{
}

BackupReader::BackupReader(BackupReader&&) noexcept = default;
BackupReader::~BackupReader() = default;

Result<BackupReader> BackupReader::open(std::filesystem::path const& file)
{
    Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!descriptor)
        return refuse(Refusal::Reason::NotFound, "file", tr_noop("The backup {0} cannot be read."), {file.string()});
    BackupReader reader{std::move(descriptor)};
    auto const found = read_exactly(reader.file_, magic.size());
    if (!found || *found != magic)
        return damaged();
    auto const header = read_message(reader.file_, longest_header);
    auto const start = header ? read_exactly(reader.file_, reader.stream_->start.size()) : std::nullopt;
    auto ring = start ? ring_from_text(*header) : std::nullopt;
    if (!ring)
        return damaged();
    reader.ring_ = std::move(*ring);
    std::copy(start->begin(), start->end(), reader.stream_->start.begin());
    reader.stream_->open_part_digest = sha256_hex(std::string{magic} + length_prefix(header->size()) + *header);
    return reader;
}

Result<BackupManifest> BackupReader::manifest(SecretKey const& clinic_key)
{
    SecretKey const key = derive(clinic_key, KeyPurpose::Backup);
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream_->state, stream_->start.data(), key.bytes().data())
        != 0)
        return damaged();
    auto const text = pull();
    if (!text)
        return refuse(text.error());
    auto manifest = manifest_from_text(*text);
    if (!manifest)
        return damaged();
    return std::move(*manifest);
}

Result<std::optional<std::string>> BackupReader::next()
{
    if (stream_->ended)
        return std::nullopt;
    auto bytes = pull();
    if (!bytes)
        return refuse(bytes.error());
    if (!stream_->ended)
        return std::optional{std::move(*bytes)};
    if (!bytes->empty() || !at_end(file_))
        return damaged();
    return std::nullopt;
}

Result<std::string> BackupReader::pull()
{
    auto const message = read_message(file_, longest_message);
    if (!message || message->size() < crypto_secretstream_xchacha20poly1305_ABYTES)
        return damaged();
    std::string bytes(message->size() - crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&stream_->state, bytes_of(bytes), nullptr, &tag, bytes_of(*message),
            message->size(), bytes_of(stream_->open_part_digest), stream_->open_part_digest.size())
        != 0)
        return damaged();
    stream_->ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return bytes;
}

bool looks_like_backup(std::filesystem::path const& file)
{
    Descriptor const descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    auto const found = descriptor ? read_exactly(descriptor, magic.size()) : std::nullopt;
    return found && *found == magic;
}

} // namespace plumbline::persistence
