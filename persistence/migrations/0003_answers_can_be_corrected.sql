-- SPDX-License-Identifier: Apache-2.0
-- The answers of a questionnaire belong to the evaluation they were taken for and are corrected like it: by version,
-- until it is signed.
-- next
alter table outcome_score add column evaluation_id bigint references evaluation (id)
-- next
alter table outcome_score add column version integer not null default 1 check (version > 0)
-- next
create index outcome_score_of_evaluation on outcome_score (evaluation_id) where evaluation_id is not null
-- next
-- only sqlite
create trigger score_of_sealed_never_changed before update on outcome_score
when (select seal_sha256 from evaluation where id = old.evaluation_id) is not null
begin select raise(abort, 'the answers of a signed evaluation are never changed'); end
-- next
-- only sqlite
create trigger score_of_sealed_never_removed before delete on outcome_score
when (select seal_sha256 from evaluation where id = old.evaluation_id) is not null
begin select raise(abort, 'the answers of a signed evaluation are never removed'); end
-- next
-- only postgres
create function guard_score_of_sealed() returns trigger language plpgsql as $body$
begin
    if exists (select 1 from evaluation where id = old.evaluation_id and seal_sha256 is not null) then
        raise exception 'the answers of a signed evaluation are never changed' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$body$
-- next
-- only postgres
create trigger score_of_sealed_stays before update or delete on outcome_score for each row execute function guard_score_of_sealed()
