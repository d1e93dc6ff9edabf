-- SPDX-License-Identifier: Apache-2.0
-- A plan of care is signed by its therapist like an evaluation. What was signed stays; the physician's certification and
-- how the goals go are written down afterwards.
-- next
alter table plan_of_care add column seal_sha256 text check (length(seal_sha256) = 64)
-- next
alter table plan_of_care add column seal_signer_id bigint references user_account (id)
-- next
alter table plan_of_care add column seal_signature text
-- next
alter table plan_of_care add column seal_at text
-- next
alter table plan_of_care add column seal_program_version text
-- next
-- only sqlite
create trigger plan_sealed_stays before update on plan_of_care
when old.seal_sha256 is not null and (
    new.id is not old.id or new.patient_id is not old.patient_id or new.episode_id is not old.episode_id
    or new.author_id is not old.author_id or new.established_on is not old.established_on
    or new.interventions is not old.interventions or new.sessions_per_day is not old.sessions_per_day
    or new.visits_per_week is not old.visits_per_week or new.weeks is not old.weeks or new.notes is not old.notes
    or new.seal_sha256 is not old.seal_sha256 or new.seal_signer_id is not old.seal_signer_id
    or new.seal_signature is not old.seal_signature or new.seal_at is not old.seal_at
    or new.seal_program_version is not old.seal_program_version)
begin select raise(abort, 'a signed plan of care is never changed'); end
-- next
-- only sqlite
create trigger plan_sealed_is_never_removed before delete on plan_of_care when old.seal_sha256 is not null
begin select raise(abort, 'a signed plan of care is never removed'); end
-- next
-- only sqlite
create trigger goal_of_sealed_never_added before insert on plan_goal
when (select seal_sha256 from plan_of_care where id = new.plan_id) is not null
begin select raise(abort, 'a signed plan of care is never changed'); end
-- next
-- only sqlite
create trigger goal_of_sealed_never_changed before update on plan_goal
when (select seal_sha256 from plan_of_care where id = old.plan_id) is not null
    or (select seal_sha256 from plan_of_care where id = new.plan_id) is not null
begin select raise(abort, 'a signed plan of care is never changed'); end
-- next
-- only sqlite
create trigger goal_of_sealed_never_removed before delete on plan_goal
when (select seal_sha256 from plan_of_care where id = old.plan_id) is not null
begin select raise(abort, 'a signed plan of care is never removed'); end
-- next
-- only postgres
create function guard_sealed_plan() returns trigger language plpgsql as $body$
declare
    later constant text[] := array['version', 'sent_on', 'verbal_order_on', 'signed_on', 'signed_by', 'order_on_file'];
begin
    if old.seal_sha256 is not null then
        if tg_op = 'DELETE' then
            raise exception 'a signed plan of care is never removed' using errcode = 'integrity_constraint_violation';
        end if;
        if to_jsonb(new) - later is distinct from to_jsonb(old) - later then
            raise exception 'a signed plan of care is never changed' using errcode = 'integrity_constraint_violation';
        end if;
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$body$
-- next
-- only postgres
create trigger plan_sealed_stays before update or delete on plan_of_care for each row execute function guard_sealed_plan()
-- next
-- only postgres
create function guard_goal_of_sealed() returns trigger language plpgsql as $body$
begin
    if tg_op <> 'INSERT' and exists (select 1 from plan_of_care where id = old.plan_id and seal_sha256 is not null) then
        raise exception 'a signed plan of care is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    if exists (select 1 from plan_of_care where id = new.plan_id and seal_sha256 is not null) then
        raise exception 'a signed plan of care is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$body$
-- next
-- only postgres
create trigger goal_of_sealed_stays before insert or update or delete on plan_goal for each row execute function guard_goal_of_sealed()
