// SPDX-License-Identifier: Apache-2.0
#include "persistence/Secret.hpp"

#include <sodium.h>

#include <stdexcept>
#include <utility>
#include <vector>

namespace plumbline::persistence {

SecretKey SecretKey::random()
{
    ready_cryptography();
    SecretKey key;
    randombytes_buf(key.bytes_.data(), key.bytes_.size());
    return key;
}

SecretKey::~SecretKey()
{
    sodium_memzero(bytes_.data(), bytes_.size());
}

SecretKey derive(SecretKey const& clinic_key, KeyPurpose purpose)
{
    static_assert(SecretKey::size == crypto_kdf_KEYBYTES);
    ready_cryptography();
    SecretKey key;
    crypto_kdf_derive_from_key(key.writable().data(), SecretKey::size, static_cast<std::uint64_t>(purpose), "plumblne",
        clinic_key.bytes().data());
    return key;
}

Wiped::Wiped(std::string text) noexcept
    : text_{std::move(text)}
{
}

Wiped::~Wiped()
{
    sodium_memzero(text_.data(), text_.size());
}

void ready_cryptography()
{
    static bool const ready = sodium_init() >= 0;
    if (!ready)
        throw std::runtime_error{"no source of random numbers"};
}

std::string random_hex(std::size_t bytes)
{
    ready_cryptography();
    std::vector<unsigned char> buffer(bytes);
    randombytes_buf(buffer.data(), buffer.size());
    return to_hex(buffer);
}

std::string to_hex(Bytes bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::string to_base64(Bytes bytes)
{
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

bool from_hex(std::string_view text, std::span<unsigned char> target) noexcept
{
    std::size_t length = 0;
    char const* end = nullptr;
    return sodium_hex2bin(target.data(), target.size(), text.data(), text.size(), nullptr, &length, &end) == 0
        && length == target.size() && end == text.data() + text.size();
}

bool from_base64(std::string_view text, std::span<unsigned char> target) noexcept
{
    std::size_t length = 0;
    char const* end = nullptr;
    return sodium_base642bin(target.data(), target.size(), text.data(), text.size(), nullptr, &length, &end,
               sodium_base64_VARIANT_ORIGINAL)
        == 0
        && length == target.size() && end == text.data() + text.size();
}

bool same(std::string_view a, std::string_view b) noexcept
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace plumbline::persistence
