-- SPDX-License-Identifier: Apache-2.0
-- Decisions that were put off with a reason, and the pages of a document as they were drawn.
-- next
create table decision_deferral (
    id bigint primary key,
    patient_id bigint not null references patient (id),
    episode_id bigint not null references episode (id),
    user_id bigint not null references user_account (id),
    put_off_at sorted_text not null,
    until_day sorted_text not null,
    reason text not null check (reason <> ''),
    facts text not null
)
-- next
create index decision_deferral_of_episode on decision_deferral (episode_id, put_off_at, id)
-- next
create table document_drawing (
    document_id bigint primary key references document (id),
    content text not null
)
-- next
-- only postgres
create trigger decision_deferral_only_grows before update or delete on decision_deferral for each row execute function refuse_change()
-- next
-- only postgres
create trigger decision_deferral_is_never_emptied before truncate on decision_deferral for each statement execute function refuse_change()
-- next
-- only sqlite
create trigger decision_deferral_is_never_changed before update on decision_deferral begin select raise(abort, 'rows of decision_deferral are never changed'); end
-- next
-- only sqlite
create trigger decision_deferral_is_never_removed before delete on decision_deferral begin select raise(abort, 'rows of decision_deferral are never removed'); end
-- next
-- only postgres
create trigger document_drawing_only_grows before update or delete on document_drawing for each row execute function refuse_change()
-- next
-- only postgres
create trigger document_drawing_is_never_emptied before truncate on document_drawing for each statement execute function refuse_change()
-- next
-- only sqlite
create trigger document_drawing_is_never_changed before update on document_drawing begin select raise(abort, 'rows of document_drawing are never changed'); end
-- next
-- only sqlite
create trigger document_drawing_is_never_removed before delete on document_drawing begin select raise(abort, 'rows of document_drawing are never removed'); end
