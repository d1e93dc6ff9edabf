// SPDX-License-Identifier: Apache-2.0
#include "persistence/KeyFile.hpp"

#include "domain/store/BrokenWorld.hpp"
#include "persistence/Files.hpp"

#include <sys/stat.h>

namespace plumbline::persistence {
namespace {

DataDamaged unreadable_ring()
{
    return DataDamaged{Message{tr_noop("The clinic's key file is damaged. Restore the last backup.")}};
}

} // namespace

std::optional<KeyRing> KeyFile::load()
{
    auto const text = read_whole(file_);
    if (!text)
        return std::nullopt;
    auto ring = ring_from_text(*text);
    if (!ring)
        throw unreadable_ring();
    return ring;
}

KeyRing KeyFile::demand()
{
    auto ring = load();
    if (!ring)
        throw DataDamaged{Message{tr_noop("The clinic's key file is missing. Restore the last backup.")}};
    return std::move(*ring);
}

void KeyFile::found(KeyRing const& ring)
{
    replace_file(file_, to_text(ring));
}

void KeyFile::put_slot(std::string const& login, KeySlot const& slot)
{
    KeyRing ring = demand();
    ring.slots.insert_or_assign(login, slot);
    replace_file(file_, to_text(ring));
}

void KeyFile::drop_slot(std::string const& login)
{
    KeyRing ring = demand();
    ring.slots.erase(login);
    replace_file(file_, to_text(ring));
}

void KeyFile::put_anchor(AuditAnchor const& anchor, std::string const& seal)
{
    KeyRing ring = demand();
    ring.anchor = anchor;
    ring.anchor_seal = seal;
    replace_file(file_, to_text(ring));
}

std::string KeyTable::clinic_id()
{
    std::string id;
    auto query = session_.query("select value from key_meta where name = 'clinic_id'");
    query.into(id);
    return query.next() ? id : std::string{};
}

std::filesystem::path KeyTable::anchor_file(std::string const& clinic_id) const
{
    return anchor_folder_ / (clinic_id + ".anchor");
}

std::optional<KeyRing> KeyTable::load()
{
    KeyRing ring;
    ring.clinic_id = clinic_id();
    if (ring.clinic_id.empty())
        return std::nullopt;
    std::string login, stored;
    auto query = session_.query("select login, slot from key_slot");
    query.into(login).into(stored);
    while (query.next()) {
        auto const slot = slot_from_text(stored);
        if (!slot)
            throw unreadable_ring();
        ring.slots.emplace(login, *slot);
    }
    if (auto const text = read_whole(anchor_file(ring.clinic_id)))
        if (auto const noted = ring_from_text(*text)) {
            ring.anchor = noted->anchor;
            ring.anchor_seal = noted->anchor_seal;
        }
    return ring;
}

void KeyTable::found(KeyRing const& ring)
{
    session_
        .query("insert into key_meta (name, value) values ('clinic_id', :id) "
               "on conflict (name) do update set value = excluded.value")
        .bind("id", ring.clinic_id)
        .run();
    for (auto const& [login, slot] : ring.slots)
        put_slot(login, slot);
    if (ring.anchor)
        put_anchor(*ring.anchor, ring.anchor_seal);
}

void KeyTable::put_slot(std::string const& login, KeySlot const& slot)
{
    session_
        .query("insert into key_slot (login, slot) values (:login, :slot) "
               "on conflict (login) do update set slot = excluded.slot")
        .bind("login", login)
        .bind("slot", to_text(slot))
        .run();
}

void KeyTable::drop_slot(std::string const& login)
{
    session_.query("delete from key_slot where login = :login").bind("login", login).run();
}

void KeyTable::put_anchor(AuditAnchor const& anchor, std::string const& seal)
{
    // The same form as a key file, without slots.
    KeyRing note;
    note.clinic_id = clinic_id();
    note.anchor = anchor;
    note.anchor_seal = seal;
    std::error_code ignored;
    std::filesystem::create_directories(anchor_folder_.parent_path(), ignored);
    ::mkdir(anchor_folder_.c_str(), S_IRWXU);
    replace_file(anchor_file(note.clinic_id), to_text(note));
}

} // namespace plumbline::persistence
