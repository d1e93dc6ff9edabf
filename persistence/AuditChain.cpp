// SPDX-License-Identifier: Apache-2.0
#include "persistence/AuditChain.hpp"

#include "domain/store/BrokenWorld.hpp"

#include <sodium.h>

#include <array>
#include <limits>

namespace plumbline::persistence {
namespace {

using Mac = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

/// As a text that no instant comes after.
constexpr std::string_view after_every_instant = "9999";

class Hmac {
public:
    explicit Hmac(AuditKey const& key) noexcept
    {
        crypto_auth_hmacsha256_init(&state_, key.bytes().data(), key.bytes().size());
    }
    ~Hmac() { sodium_memzero(&state_, sizeof state_); }
    Hmac(Hmac const&) = delete;
    Hmac& operator=(Hmac const&) = delete;

    void add(Bytes bytes) noexcept { crypto_auth_hmacsha256_update(&state_, bytes.data(), bytes.size()); }
    void add(std::string_view text) noexcept
    {
        crypto_auth_hmacsha256_update(&state_, reinterpret_cast<unsigned char const*>(text.data()), text.size());
    }
    void add_number(std::int64_t number) noexcept
    {
        std::array<unsigned char, 8> big_end{};
        auto rest = static_cast<std::uint64_t>(number);
        for (auto byte = big_end.rbegin(); byte != big_end.rend(); ++byte, rest >>= 8)
            *byte = static_cast<unsigned char>(rest & 0xff);
        add(Bytes{big_end});
    }
    /// With its length in front, so that no two entries run together into the same bytes.
    void add_field(std::string_view text) noexcept
    {
        add_number(static_cast<std::int64_t>(text.size()));
        add(text);
    }
    [[nodiscard]] Mac mac() noexcept
    {
        Mac mac{};
        crypto_auth_hmacsha256_final(&state_, mac.data());
        return mac;
    }

private:
    crypto_auth_hmacsha256_state state_{};
};

template <class AnyId>
std::string optional_number(std::optional<AnyId> id)
{
    return id ? std::to_string(id->value()) : std::string{"-"};
}

/// One row as it is read, before it means anything: a tampered row need not mean anything.
struct Row {
    std::int64_t seq = 0;
    std::string at;
    std::optional<std::int64_t> user;
    std::string login, event, entity;
    std::int64_t entity_id = 0;
    std::optional<std::int64_t> patient;
    std::string detail, program_version, mac;

    void read_from(Query& query)
    {
        query.into(seq).into(at).into(user).into(login).into(event).into(entity).into(entity_id);
        query.into(patient).into(detail).into(program_version).into(mac);
    }

    [[nodiscard]] std::optional<AuditEntry> entry() const
    {
        auto const moment = parse_instant(at);
        auto const what = audit_event_from_code(event);
        if (!moment || !what)
            return std::nullopt;
        AuditEntry entry{*moment, std::nullopt, login, *what, entity, entity_id, std::nullopt, detail, program_version};
        if (user)
            entry.user = UserId{*user};
        if (patient)
            entry.patient = PatientId{*patient};
        return entry;
    }

    /// A row that no longer parses is shown as it can be; verify_audit() is who says that it is bad.
    [[nodiscard]] AuditLink link() const
    {
        if (auto parsed = entry())
            return {seq, std::move(*parsed), mac};
        AuditEntry unreadable;
        unreadable.login = login;
        unreadable.detail = "unreadable entry";
        return {seq, std::move(unreadable), mac};
    }
};

std::vector<AuditLink> links(Query& query)
{
    Row row;
    row.read_from(query);
    std::vector<AuditLink> found;
    while (query.next())
        found.push_back(row.link());
    return found;
}

/// Follows the chain link by link and remembers where it broke first.
class Walk {
public:
    Walk(AuditKey const& key, std::optional<AuditAnchor> const& anchor)
        : key_{key}
        , anchor_{anchor}
    {
    }

    void step(Row const& row)
    {
        ++verdict_.entries;
        if (row.seq != expected_)
            blame(std::min(row.seq, expected_));
        auto const entry = row.entry();
        if (!entry || !same(audit_mac(key_, row.seq, previous_, *entry), row.mac))
            blame(row.seq);
        if (anchor_ && row.seq == anchor_->seq && !same(row.mac, anchor_->mac))
            blame(row.seq);
        expected_ = row.seq + 1;
        previous_ = row.mac;
    }

    [[nodiscard]] AuditVerdict verdict()
    {
        if (anchor_ && expected_ <= anchor_->seq)
            blame(expected_);
        verdict_.head_mac = previous_;
        return verdict_;
    }

private:
    void blame(std::int64_t seq)
    {
        verdict_.ok = false;
        if (!verdict_.first_bad_seq)
            verdict_.first_bad_seq = seq;
    }

    AuditKey const& key_;
    std::optional<AuditAnchor> const& anchor_;
    AuditVerdict verdict_;
    std::int64_t expected_ = 1;
    std::string previous_;
};

} // namespace

std::string audit_mac(AuditKey const& key, std::int64_t seq, std::string_view previous_mac, AuditEntry const& entry)
{
    Mac previous{};
    if (!previous_mac.empty() && !from_hex(previous_mac, previous))
        return {};
    Hmac hmac{key};
    hmac.add_number(seq);
    hmac.add(Bytes{previous});
    hmac.add_field(to_iso(entry.at));
    hmac.add_field(optional_number(entry.user));
    hmac.add_field(entry.login);
    hmac.add_field(code(entry.event));
    hmac.add_field(entry.entity);
    hmac.add_field(std::to_string(entry.entity_id));
    hmac.add_field(optional_number(entry.patient));
    hmac.add_field(entry.detail);
    hmac.add_field(entry.program_version);
    return to_hex(hmac.mac());
}

void SociAuditTrail::append(AuditEntry const& entry)
{
    AuditAnchor const head = audit_head(session_);
    std::int64_t const seq = head.seq + 1;
    std::string const mac = audit_mac(key_, seq, head.mac, entry);
    // An unreadable head would start a second chain that hides the damage.
    if (mac.empty())
        throw DataDamaged{Message{tr_noop("The audit trail is damaged; nothing can be added to it.")}};
    std::optional<std::int64_t> user, patient;
    if (entry.user)
        user = entry.user->value();
    if (entry.patient)
        patient = entry.patient->value();
    session_
        .query("insert into audit (seq, at, user_id, login, event, entity, entity_id, patient_id, detail, "
               "program_version, mac) values (:seq, :at, :user_id, :login, :event, :entity, :entity_id, "
               ":patient_id, :detail, :program_version, :mac)")
        .bind("seq", seq)
        .bind("at", to_iso(entry.at))
        .bind("user_id", user)
        .bind("login", entry.login)
        .bind("event", code(entry.event))
        .bind("entity", entry.entity)
        .bind("entity_id", entry.entity_id)
        .bind("patient_id", patient)
        .bind("detail", entry.detail)
        .bind("program_version", entry.program_version)
        .bind("mac", mac)
        .run();
}

std::vector<AuditLink> SociAuditTrail::latest(int limit, std::optional<std::int64_t> before_seq) const
{
    return find({}, limit, before_seq);
}

std::vector<AuditLink> SociAuditTrail::of_patient(PatientId patient, int limit) const
{
    return find({.patient = patient}, limit, std::nullopt);
}

std::vector<AuditLink> SociAuditTrail::find(
    AuditWish const& wish, int limit, std::optional<std::int64_t> before_seq) const
{
    // Two statements, since only the second one has an index to go by.
    auto query = wish.patient
        ? session_.query("select seq, at, user_id, login, event, entity, entity_id, patient_id, detail, "
                         "program_version, mac from audit where patient_id = :patient and seq < :before "
                         "and at >= :from and at < :until and :login in ('', login) order by seq desc limit :count")
        : session_.query("select seq, at, user_id, login, event, entity, entity_id, patient_id, detail, "
                         "program_version, mac from audit where seq < :before "
                         "and at >= :from and at < :until and :login in ('', login) order by seq desc limit :count");
    if (wish.patient)
        query.bind("patient", wish.patient->value());
    query.bind("before", before_seq.value_or(std::numeric_limits<std::int64_t>::max()))
        .bind("from", wish.from ? to_iso(*wish.from) : std::string{})
        .bind("until", wish.before ? to_iso(*wish.before) : std::string{after_every_instant})
        .bind("login", wish.login)
        .bind("count", limit);
    return links(query);
}

AuditAnchor audit_head(Session& session)
{
    AuditAnchor head;
    auto query = session.query("select seq, mac from audit order by seq desc limit 1");
    query.into(head.seq).into(head.mac);
    return query.next() ? head : AuditAnchor{};
}

AuditVerdict verify_audit(Session& session, AuditKey const& key, std::optional<AuditAnchor> const& anchor)
{
    auto query = session.query("select seq, at, user_id, login, event, entity, entity_id, patient_id, detail, "
                               "program_version, mac from audit order by seq");
    Row row;
    row.read_from(query);
    Walk walk{key, anchor};
    while (query.next())
        walk.step(row);
    return walk.verdict();
}

bool holds(Session& session, AuditAnchor const& anchor)
{
    if (anchor.seq == 0)
        return true;
    std::string mac;
    auto query = session.query("select mac from audit where seq = :seq");
    query.bind("seq", anchor.seq).into(mac);
    return query.next() && same(mac, anchor.mac);
}

bool audit_is_guarded(Session& session)
{
    std::int64_t guards = 0;
    auto query = session.dialect() == Dialect::Sqlite
        ? session.query("select count(*) from sqlite_master where type = 'trigger' and tbl_name = 'audit'")
        : session.query("select count(*) from pg_trigger where tgrelid = cast('audit' as regclass) "
                        "and not tgisinternal and tgenabled <> 'D'");
    query.into(guards);
    return query.next() && guards >= 2;
}

} // namespace plumbline::persistence
