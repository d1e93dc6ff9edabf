// SPDX-License-Identifier: Apache-2.0
#include "persistence/KeyRing.hpp"

#include "domain/store/BrokenWorld.hpp"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <new>

namespace plumbline::persistence {
namespace {

using Json = nlohmann::json;

constexpr int format_version = 1;
constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t group = 5;
constexpr std::size_t recovery_bytes = 25;

// What a slot in a file or backup of unknown origin may ask of this computer.
constexpr std::uint64_t most_passes = 20;
constexpr std::size_t most_memory = std::size_t{1} << 30;

unsigned char const* bytes_of(std::string_view text) noexcept
{
    return reinterpret_cast<unsigned char const*>(text.data());
}

SecretKey password_key(KeySlot const& slot, std::string_view password)
{
    ready_cryptography();
    SecretKey key;
    int const made = crypto_pwhash(key.writable().data(), SecretKey::size, password.data(), password.size(),
        slot.salt.data(), slot.cost.passes, slot.cost.memory, crypto_pwhash_ALG_ARGON2ID13);
    if (made != 0)
        throw std::bad_alloc{};
    return key;
}

std::string bound_to(std::string_view clinic_id, std::string_view login)
{
    return "plumbline-slot-1\n" + std::string{clinic_id} + '\n' + std::string{login};
}

std::string text_at(Json const& json, char const* key)
{
    auto const found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::uint64_t number_at(Json const& json, char const* key)
{
    auto const found = json.find(key);
    return found != json.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

Json to_json(KeySlot const& slot)
{
    return Json{{"kdf", "argon2id13"}, {"passes", slot.cost.passes}, {"memory", slot.cost.memory},
        {"salt", to_base64(slot.salt)}, {"nonce", to_base64(slot.nonce)}, {"box", to_base64(slot.box)}};
}

std::optional<KeySlot> slot_from_json(Json const& json)
{
    KeySlot slot;
    bool const whole = json.is_object() && text_at(json, "kdf") == "argon2id13"
        && from_base64(text_at(json, "salt"), slot.salt) && from_base64(text_at(json, "nonce"), slot.nonce)
        && from_base64(text_at(json, "box"), slot.box);
    if (!whole)
        return std::nullopt;
    slot.cost = {number_at(json, "passes"), number_at(json, "memory")};
    bool const bearable = slot.cost.passes >= crypto_pwhash_OPSLIMIT_MIN && slot.cost.passes <= most_passes
        && slot.cost.memory >= crypto_pwhash_MEMLIMIT_MIN && slot.cost.memory <= most_memory;
    return bearable ? std::optional{slot} : std::nullopt;
}

} // namespace

KeySlot lock_key(SecretKey const& clinic_key, std::string_view clinic_id, std::string_view login,
    std::string_view password, PasswordCost cost)
{
    static_assert(std::tuple_size_v<decltype(KeySlot::salt)> == crypto_pwhash_SALTBYTES);
    static_assert(std::tuple_size_v<decltype(KeySlot::nonce)> == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    static_assert(
        std::tuple_size_v<decltype(KeySlot::box)> == SecretKey::size + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    ready_cryptography();
    KeySlot slot;
    slot.cost = cost;
    randombytes_buf(slot.salt.data(), slot.salt.size());
    randombytes_buf(slot.nonce.data(), slot.nonce.size());
    SecretKey const key = password_key(slot, password);
    std::string const binding = bound_to(clinic_id, login);
    crypto_aead_xchacha20poly1305_ietf_encrypt(slot.box.data(), nullptr, clinic_key.bytes().data(), SecretKey::size,
        bytes_of(binding), binding.size(), nullptr, slot.nonce.data(), key.bytes().data());
    return slot;
}

std::optional<SecretKey> unlock_key(
    KeySlot const& slot, std::string_view clinic_id, std::string_view login, std::string_view password)
{
    SecretKey const key = password_key(slot, password);
    std::string const binding = bound_to(clinic_id, login);
    SecretKey clinic_key;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(clinic_key.writable().data(), nullptr, nullptr, slot.box.data(),
            slot.box.size(), bytes_of(binding), binding.size(), slot.nonce.data(), key.bytes().data())
        != 0)
        return std::nullopt;
    return clinic_key;
}

void unlock_nothing(std::string_view password, PasswordCost cost)
{
    KeySlot slot;
    slot.cost = cost;
    static_cast<void>(unlock_key(slot, "", "", password));
}

std::string make_recovery_code()
{
    ready_cryptography();
    std::array<unsigned char, recovery_bytes> random{};
    randombytes_buf(random.data(), random.size());
    std::string code;
    unsigned buffer = 0, bits = 0;
    std::size_t written = 0;
    for (unsigned char const byte : random) {
        buffer = (buffer << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5) {
            if (written != 0 && written % group == 0)
                code += '-';
            code += crockford[(buffer >> (bits - 5)) & 31];
            ++written;
        }
        buffer &= (1U << bits) - 1;
    }
    sodium_memzero(random.data(), random.size());
    return code;
}

std::string tidy_recovery_code(std::string_view typed)
{
    std::string tidy;
    std::size_t written = 0;
    for (char c : typed) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O')
            c = '0';
        if (c == 'I' || c == 'L')
            c = '1';
        if (crockford.find(c) == std::string_view::npos)
            continue;
        if (written != 0 && written % group == 0)
            tidy += '-';
        tidy += c;
        ++written;
    }
    return tidy;
}

std::string seal_of(AuditAnchor const& anchor, std::string_view clinic_id, SecretKey const& clinic_key)
{
    SecretKey const key = derive(clinic_key, KeyPurpose::Anchor);
    std::string const text =
        "plumbline-anchor-1\n" + std::string{clinic_id} + '\n' + std::to_string(anchor.seq) + '\n' + anchor.mac;
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
    crypto_auth_hmacsha256(mac.data(), bytes_of(text), text.size(), key.bytes().data());
    return to_hex(mac);
}

bool anchor_is_genuine(KeyRing const& ring, SecretKey const& clinic_key)
{
    return ring.anchor && same(seal_of(*ring.anchor, ring.clinic_id, clinic_key), ring.anchor_seal);
}

std::string to_text(KeySlot const& slot)
{
    return to_json(slot).dump();
}

std::optional<KeySlot> slot_from_text(std::string_view text)
{
    return slot_from_json(Json::parse(text, nullptr, false));
}

std::string to_text(KeyRing const& ring)
{
    Json json{{"format", "plumbline-keys"}, {"version", format_version}, {"clinic", ring.clinic_id},
        {"slots", Json::object()}};
    for (auto const& [login, slot] : ring.slots)
        json["slots"][login] = to_json(slot);
    if (ring.anchor)
        json["anchor"] = {{"seq", static_cast<std::uint64_t>(ring.anchor->seq)}, {"mac", ring.anchor->mac},
            {"seal", ring.anchor_seal}};
    return json.dump(1) + '\n';
}

std::optional<KeyRing> ring_from_text(std::string_view text)
{
    auto const json = Json::parse(text, nullptr, false);
    bool const ours = json.is_object() && text_at(json, "format") == "plumbline-keys"
        && number_at(json, "version") == format_version && json.contains("slots") && json["slots"].is_object();
    if (!ours)
        return std::nullopt;
    KeyRing ring;
    ring.clinic_id = text_at(json, "clinic");
    for (auto const& [login, stored] : json["slots"].items()) {
        auto const slot = slot_from_json(stored);
        if (!slot)
            return std::nullopt;
        ring.slots.emplace(login, *slot);
    }
    if (auto const anchor = json.find("anchor"); anchor != json.end() && anchor->is_object()) {
        ring.anchor = AuditAnchor{static_cast<std::int64_t>(number_at(*anchor, "seq")), text_at(*anchor, "mac")};
        ring.anchor_seal = text_at(*anchor, "seal");
    }
    return ring;
}

} // namespace plumbline::persistence
