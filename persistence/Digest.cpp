// SPDX-License-Identifier: Apache-2.0
#include "persistence/Digest.hpp"

#include "domain/store/BrokenWorld.hpp"
#include "persistence/Secret.hpp"

#include <sodium.h>

#include <array>
#include <fstream>
#include <vector>

namespace plumbline::persistence {
namespace {

class Sha256 {
public:
    Sha256() noexcept { crypto_hash_sha256_init(&state_); }
    void add(void const* data, std::size_t size) noexcept
    {
        crypto_hash_sha256_update(&state_, static_cast<unsigned char const*>(data), size);
    }
    [[nodiscard]] std::string hex()
    {
        std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
        crypto_hash_sha256_final(&state_, hash.data());
        return to_hex(hash);
    }

private:
    crypto_hash_sha256_state state_{};
};

} // namespace

std::string sha256_hex(std::string_view text)
{
    Sha256 hash;
    hash.add(text.data(), text.size());
    return hash.hex();
}

std::string sha256_of_file(std::filesystem::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    Sha256 hash;
    std::vector<char> buffer(1 << 16);
    while (in) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        hash.add(buffer.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (!in.eof())
        throw DiskFailed{Message{tr_noop("A file could not be read.")}};
    return hash.hex();
}

} // namespace plumbline::persistence
