// SPDX-License-Identifier: Apache-2.0
#include "persistence/KeyFile.hpp"

#include "domain/store/BrokenWorld.hpp"
#include "tests/persistence/Doorway.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

using namespace plumbline;
using namespace plumbline::persistence;
using plumbline::testing::cheap;
using plumbline::testing::TemporaryFolder;

namespace {

bool same_key(SecretKey const& a, SecretKey const& b)
{
    return to_hex(a.bytes()) == to_hex(b.bytes());
}

KeyRing ring_with(SecretKey const& key, std::string const& login)
{
    KeyRing ring;
    ring.clinic_id = "00112233445566778899aabbccddeeff";
    ring.slots.emplace(login, lock_key(key, ring.clinic_id, login, "a password", cheap));
    return ring;
}

} // namespace

BOOST_AUTO_TEST_SUITE(key_file)

BOOST_AUTO_TEST_CASE(a_slot_opens_with_its_password_and_no_other)
{
    auto const key = SecretKey::random();
    auto const slot = lock_key(key, "clinic", "dana", "a password", cheap);
    auto const opened = unlock_key(slot, "clinic", "dana", "a password");
    BOOST_REQUIRE(opened.has_value());
    BOOST_TEST(same_key(*opened, key));
    BOOST_TEST(!unlock_key(slot, "clinic", "dana", "A password").has_value());
    BOOST_TEST(!unlock_key(slot, "clinic", "dana", "").has_value());
}

BOOST_AUTO_TEST_CASE(a_slot_moved_to_another_login_or_clinic_opens_nothing)
{
    auto const slot = lock_key(SecretKey::random(), "clinic", "dana", "a password", cheap);
    BOOST_TEST(!unlock_key(slot, "clinic", "sam", "a password").has_value());
    BOOST_TEST(!unlock_key(slot, "other", "dana", "a password").has_value());
}

BOOST_AUTO_TEST_CASE(a_changed_slot_opens_nothing)
{
    auto slot = lock_key(SecretKey::random(), "clinic", "dana", "a password", cheap);
    slot.box[3] ^= 1;
    BOOST_TEST(!unlock_key(slot, "clinic", "dana", "a password").has_value());
}

BOOST_AUTO_TEST_CASE(the_same_password_makes_two_slots_that_look_different)
{
    auto const key = SecretKey::random();
    auto const one = lock_key(key, "clinic", "dana", "a password", cheap);
    auto const two = lock_key(key, "clinic", "dana", "a password", cheap);
    BOOST_TEST((one.salt != two.salt));
    BOOST_TEST((one.box != two.box));
}

BOOST_AUTO_TEST_CASE(a_password_costs_what_the_fact_book_says)
{
    // OWASP Password Storage Cheat Sheet: Argon2id, at least 19 MiB and two passes. Ours is 64 MiB and three.
    BOOST_TEST(PasswordCost{}.memory == std::size_t{64} * 1024 * 1024);
    BOOST_TEST(PasswordCost{}.passes == 3U);
    auto const slot = lock_key(SecretKey::random(), "clinic", "dana", "a password", PasswordCost{});
    auto const read = slot_from_text(to_text(slot));
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST((*read == slot));
    BOOST_TEST(unlock_key(*read, "clinic", "dana", "a password").has_value());
}

BOOST_AUTO_TEST_CASE(a_slot_that_asks_for_all_memory_is_not_taken)
{
    auto slot = lock_key(SecretKey::random(), "clinic", "dana", "a password", cheap);
    slot.cost.memory = std::size_t{1} << 40;
    BOOST_TEST(!slot_from_text(to_text(slot)).has_value());
    slot.cost = {1'000'000, 8192};
    BOOST_TEST(!slot_from_text(to_text(slot)).has_value());
}

BOOST_AUTO_TEST_CASE(keys_for_different_purposes_differ)
{
    auto const key = SecretKey::random();
    BOOST_TEST(!same_key(derive(key, KeyPurpose::Database), derive(key, KeyPurpose::Audit)));
    BOOST_TEST(!same_key(derive(key, KeyPurpose::Database), key));
    BOOST_TEST(same_key(derive(key, KeyPurpose::Audit), derive(key, KeyPurpose::Audit)));
}

BOOST_AUTO_TEST_CASE(the_recovery_code_is_eight_groups_of_five)
{
    auto const code = make_recovery_code();
    BOOST_TEST(code.size() == 47U);
    for (std::size_t i = 0; i < code.size(); ++i)
        BOOST_TEST((code[i] == '-') == (i % 6 == 5));
    BOOST_TEST(code.find_first_of("ILOU") == std::string::npos);
    BOOST_TEST(tidy_recovery_code(code) == code);
    BOOST_TEST(code != make_recovery_code());
}

BOOST_AUTO_TEST_CASE(a_code_copied_from_paper_may_be_untidy)
{
    BOOST_TEST(tidy_recovery_code(" 0o1il abcde-fghjk\n") == "00111-ABCDE-FGHJK");
}

BOOST_AUTO_TEST_CASE(the_ring_comes_back_from_its_file_as_it_was)
{
    TemporaryFolder const folder;
    KeyFile file{folder / "keys"};
    BOOST_TEST(!file.load().has_value());
    auto const key = SecretKey::random();
    auto ring = ring_with(key, "dana");
    ring.anchor = AuditAnchor{12, std::string(64, 'a')};
    ring.anchor_seal = seal_of(*ring.anchor, ring.clinic_id, key);
    file.found(ring);

    auto const read = file.load();
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(to_text(*read) == to_text(ring));
    BOOST_TEST(anchor_is_genuine(*read, key));
}

BOOST_AUTO_TEST_CASE(slots_change_one_by_one)
{
    TemporaryFolder const folder;
    KeyFile file{folder / "keys"};
    auto const key = SecretKey::random();
    file.found(ring_with(key, "dana"));
    file.put_slot("sam", lock_key(key, "x", "sam", "a password", cheap));
    file.drop_slot("dana");
    auto const ring = file.load();
    BOOST_TEST(ring->slots.size() == 1U);
    BOOST_TEST(ring->slots.contains("sam"));
}

BOOST_AUTO_TEST_CASE(an_anchor_cannot_be_moved_without_the_key)
{
    auto const key = SecretKey::random();
    auto ring = ring_with(key, "dana");
    ring.anchor = AuditAnchor{12, std::string(64, 'a')};
    ring.anchor_seal = seal_of(*ring.anchor, ring.clinic_id, SecretKey::random());
    BOOST_TEST(!anchor_is_genuine(ring, key));
    ring.anchor_seal = seal_of(*ring.anchor, ring.clinic_id, key);
    ring.anchor->seq = 5;
    BOOST_TEST(!anchor_is_genuine(ring, key));
}

BOOST_AUTO_TEST_CASE(a_damaged_key_file_is_refused)
{
    TemporaryFolder const folder;
    auto const key = SecretKey::random();
    std::string const whole = to_text(ring_with(key, "dana"));
    for (auto const& text : {std::string{}, std::string{"{"}, std::string{"[]"}, std::string{"{\"version\":1}"},
             whole.substr(0, whole.size() / 2), std::string(5000, '[')}) {
        folder.write("keys", text);
        BOOST_CHECK_THROW(static_cast<void>(KeyFile{folder / "keys"}.load()), DataDamaged);
    }
}

BOOST_AUTO_TEST_CASE(the_key_is_nowhere_in_the_key_file)
{
    auto const key = SecretKey::random();
    auto const text = to_text(ring_with(key, "dana"));
    BOOST_TEST(text.find(to_hex(key.bytes())) == std::string::npos);
    BOOST_TEST(text.find(to_base64(key.bytes())) == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
