// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace plumbline::persistence {

using Bytes = std::span<unsigned char const>;

/// 256 secret bits, wiped when let go.
class SecretKey {
public:
    static constexpr std::size_t size = 32;
    /// All zero, to be filled through writable().
    SecretKey() noexcept = default;
    [[nodiscard]] static SecretKey random();
    ~SecretKey();
    SecretKey(SecretKey const&) noexcept = default;
    SecretKey& operator=(SecretKey const&) noexcept = default;

    [[nodiscard]] Bytes bytes() const noexcept { return bytes_; }
    [[nodiscard]] std::span<unsigned char, size> writable() noexcept { return bytes_; }

private:
    std::array<unsigned char, size> bytes_{};
};

/// What each key made from the clinic's key is for. The numbers are stored in every clinic: never reuse one.
enum class KeyPurpose : std::uint64_t { Database = 1, Audit = 2, Anchor = 3, Backup = 4 };

[[nodiscard]] SecretKey derive(SecretKey const& clinic_key, KeyPurpose purpose);

/// The key of the audit chain; nothing else fits where it is asked for.
class AuditKey {
public:
    explicit AuditKey(SecretKey const& key) noexcept
        : key_{key}
    {
    }
    [[nodiscard]] Bytes bytes() const noexcept { return key_.bytes(); }

private:
    SecretKey key_;
};

/// Wipes a password's own copy when let go.
class Wiped {
public:
    explicit Wiped(std::string text) noexcept;
    ~Wiped();
    Wiped(Wiped const&) = delete;
    Wiped& operator=(Wiped const&) = delete;
    [[nodiscard]] std::string const& text() const noexcept { return text_; }

private:
    std::string text_;
};

/// Must run before any other cryptography of this room; cheap when repeated.
void ready_cryptography();
[[nodiscard]] std::string random_hex(std::size_t bytes);

[[nodiscard]] std::string to_hex(Bytes bytes);
[[nodiscard]] std::string to_base64(Bytes bytes);
/// False unless the text is exactly the target's size.
[[nodiscard]] bool from_hex(std::string_view text, std::span<unsigned char> target) noexcept;
[[nodiscard]] bool from_base64(std::string_view text, std::span<unsigned char> target) noexcept;
/// In constant time.
[[nodiscard]] bool same(std::string_view a, std::string_view b) noexcept;

} // namespace plumbline::persistence
