-- SPDX-License-Identifier: Apache-2.0
-- A note that was signed on a later day than its visit says so for ever, and a note keeps which code the therapist gave
-- the unit that several codes are as near to. Both are under its seal, so that they never change after it.
-- next
alter table visit add column late_entry smallint not null default 0 check (late_entry in (0, 1))
-- next
alter table visit add column tied_code text not null default ''
-- next
-- only sqlite
drop trigger visit_sealed_stays
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
    or new.late_entry is not old.late_entry or new.tied_code is not old.tied_code
    or new.total_minutes is not old.total_minutes or new.seal_sha256 is not old.seal_sha256
    or new.seal_signer_id is not old.seal_signer_id or new.seal_signature is not old.seal_signature
    or new.seal_at is not old.seal_at or new.seal_program_version is not old.seal_program_version)
begin select raise(abort, 'a signed visit is never changed'); end
