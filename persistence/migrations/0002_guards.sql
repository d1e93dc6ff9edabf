-- SPDX-License-Identifier: Apache-2.0
-- What the schema refuses whoever asks. The program never tries; this stands against its faults.
-- next
-- only postgres
create function refuse_change() returns trigger language plpgsql as $body$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'integrity_constraint_violation';
end
$body$
-- next
-- only postgres
create trigger audit_only_grows before update or delete on audit for each row execute function refuse_change()
-- next
-- only postgres
create trigger audit_is_never_emptied before truncate on audit for each statement execute function refuse_change()
-- next
-- only sqlite
create trigger audit_is_never_changed before update on audit begin select raise(abort, 'rows of audit are never changed'); end
-- next
-- only sqlite
create trigger audit_is_never_removed before delete on audit begin select raise(abort, 'rows of audit are never removed'); end
-- next
-- only postgres
create trigger addendum_only_grows before update or delete on addendum for each row execute function refuse_change()
-- next
-- only postgres
create trigger addendum_is_never_emptied before truncate on addendum for each statement execute function refuse_change()
-- next
-- only sqlite
create trigger addendum_is_never_changed before update on addendum begin select raise(abort, 'rows of addendum are never changed'); end
-- next
-- only sqlite
create trigger addendum_is_never_removed before delete on addendum begin select raise(abort, 'rows of addendum are never removed'); end
-- next
-- only postgres
create trigger goal_status_only_grows before update or delete on goal_status for each row execute function refuse_change()
-- next
-- only postgres
create trigger goal_status_is_never_emptied before truncate on goal_status for each statement execute function refuse_change()
-- next
-- only sqlite
create trigger goal_status_is_never_changed before update on goal_status begin select raise(abort, 'rows of goal_status are never changed'); end
-- next
-- only sqlite
create trigger goal_status_is_never_removed before delete on goal_status begin select raise(abort, 'rows of goal_status are never removed'); end
-- next
-- only postgres
create trigger document_only_grows before update or delete on document for each row execute function refuse_change()
-- next
-- only postgres
create trigger document_is_never_emptied before truncate on document for each statement execute function refuse_change()
-- next
-- only sqlite
create trigger document_is_never_changed before update on document begin select raise(abort, 'rows of document are never changed'); end
-- next
-- only sqlite
create trigger document_is_never_removed before delete on document begin select raise(abort, 'rows of document are never removed'); end
-- next
-- only postgres
create trigger document_content_only_grows before update or delete on document_content for each row execute function refuse_change()
-- next
-- only postgres
create trigger document_content_is_never_emptied before truncate on document_content for each statement execute function refuse_change()
-- next
-- only sqlite
create trigger document_content_is_never_changed before update on document_content begin select raise(abort, 'rows of document_content are never changed'); end
-- next
-- only sqlite
create trigger document_content_is_never_removed before delete on document_content begin select raise(abort, 'rows of document_content are never removed'); end
-- next
-- only sqlite
create trigger visit_sealed_stays before update on visit
when old.seal_sha256 is not null and (
    new.id is not old.id or new.patient_id is not old.patient_id or new.episode_id is not old.episode_id
    or new.start_at is not old.start_at or new.provider_id is not old.provider_id
    or new.appointment_id is not old.appointment_id or new.pain_now is not old.pain_now
    or new.pain_worst is not old.pain_worst or new.trend is not old.trend
    or new.subjective is not old.subjective or new.objective is not old.objective
    or new.assessment is not old.assessment or new.plan is not old.plan
    or new.total_minutes is not old.total_minutes or new.seal_sha256 is not old.seal_sha256
    or new.seal_signer_id is not old.seal_signer_id or new.seal_signature is not old.seal_signature
    or new.seal_at is not old.seal_at or new.seal_program_version is not old.seal_program_version)
begin select raise(abort, 'a signed visit is never changed'); end
-- next
-- only sqlite
create trigger visit_sealed_is_never_removed before delete on visit when old.seal_sha256 is not null
begin select raise(abort, 'a signed visit is never removed'); end
-- next
-- only sqlite
create trigger intervention_of_sealed_never_added before insert on intervention
when (select seal_sha256 from visit where id = new.visit_id) is not null
begin select raise(abort, 'a signed visit is never changed'); end
-- next
-- only sqlite
create trigger intervention_of_sealed_never_changed before update on intervention
when (select seal_sha256 from visit where id = old.visit_id) is not null
    or (select seal_sha256 from visit where id = new.visit_id) is not null
begin select raise(abort, 'a signed visit is never changed'); end
-- next
-- only sqlite
create trigger intervention_of_sealed_never_removed before delete on intervention
when (select seal_sha256 from visit where id = old.visit_id) is not null
begin select raise(abort, 'a signed visit is never changed'); end
-- next
-- only sqlite
create trigger evaluation_sealed_stays before update on evaluation when old.seal_sha256 is not null
begin select raise(abort, 'a signed evaluation is never changed'); end
-- next
-- only sqlite
create trigger evaluation_sealed_is_never_removed before delete on evaluation when old.seal_sha256 is not null
begin select raise(abort, 'a signed evaluation is never removed'); end
-- next
-- only sqlite
create trigger motion_of_sealed_never_added before insert on evaluation_motion
when (select seal_sha256 from evaluation where id = new.evaluation_id) is not null
begin select raise(abort, 'a signed evaluation is never changed'); end
-- next
-- only sqlite
create trigger motion_of_sealed_never_changed before update on evaluation_motion
when (select seal_sha256 from evaluation where id = old.evaluation_id) is not null
    or (select seal_sha256 from evaluation where id = new.evaluation_id) is not null
begin select raise(abort, 'a signed evaluation is never changed'); end
-- next
-- only sqlite
create trigger motion_of_sealed_never_removed before delete on evaluation_motion
when (select seal_sha256 from evaluation where id = old.evaluation_id) is not null
begin select raise(abort, 'a signed evaluation is never changed'); end
-- next
-- only postgres
create function guard_sealed_visit() returns trigger language plpgsql as $body$
begin
    if old.seal_sha256 is not null then
        if tg_op = 'DELETE' then
            raise exception 'a signed visit is never removed' using errcode = 'integrity_constraint_violation';
        end if;
        if to_jsonb(new) - 'version' is distinct from to_jsonb(old) - 'version' then
            raise exception 'a signed visit is never changed' using errcode = 'integrity_constraint_violation';
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
create trigger visit_sealed_stays before update or delete on visit for each row execute function guard_sealed_visit()
-- next
-- only postgres
create function guard_sealed_evaluation() returns trigger language plpgsql as $body$
begin
    if old.seal_sha256 is not null then
        raise exception 'a signed evaluation is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$body$
-- next
-- only postgres
create trigger evaluation_sealed_stays before update or delete on evaluation for each row execute function guard_sealed_evaluation()
-- next
-- only postgres
create function guard_intervention_of_sealed() returns trigger language plpgsql as $body$
begin
    if tg_op <> 'INSERT' and exists (select 1 from visit where id = old.visit_id and seal_sha256 is not null) then
        raise exception 'a signed visit is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    if exists (select 1 from visit where id = new.visit_id and seal_sha256 is not null) then
        raise exception 'a signed visit is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$body$
-- next
-- only postgres
create trigger intervention_of_sealed_stays before insert or update or delete on intervention for each row execute function guard_intervention_of_sealed()
-- next
-- only postgres
create function guard_motion_of_sealed() returns trigger language plpgsql as $body$
begin
    if tg_op <> 'INSERT' and exists (select 1 from evaluation where id = old.evaluation_id and seal_sha256 is not null) then
        raise exception 'a signed evaluation is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    if exists (select 1 from evaluation where id = new.evaluation_id and seal_sha256 is not null) then
        raise exception 'a signed evaluation is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$body$
-- next
-- only postgres
create trigger motion_of_sealed_stays before insert or update or delete on evaluation_motion for each row execute function guard_motion_of_sealed()
