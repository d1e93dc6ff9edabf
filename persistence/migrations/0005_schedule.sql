-- SPDX-License-Identifier: Apache-2.0
-- The schedule: hours, resources, series, waitlist, authorizations, and the rules that keep two workstations from
-- promising one hour twice. A group of one clinician that starts together is one appointment to its clinician and its
-- resources, and its places are numbered. Parked rows are between two places inside one transaction.
-- next
create table appointment_series (
    id bigint primary key,
    patient_id bigint not null references patient (id),
    rule text not null,
    first_at sorted_text not null,
    version integer not null check (version > 0)
)
-- next
create table resource (
    id bigint primary key,
    kind text not null check (kind <> ''),
    name text not null check (name <> ''),
    active smallint not null check (active in (0, 1)),
    version integer not null check (version > 0)
)
-- next
create table clinician_hours (
    clinician_id bigint primary key references user_account (id),
    monday text not null,
    tuesday text not null,
    wednesday text not null,
    thursday text not null,
    friday text not null,
    saturday text not null,
    sunday text not null,
    version integer not null check (version > 0)
)
-- next
create table hours_exception (
    clinician_id bigint not null references clinician_hours (clinician_id),
    position integer not null,
    first_on sorted_text not null,
    last_on sorted_text not null,
    spans text not null,
    reason text not null,
    primary key (clinician_id, position),
    check (last_on >= first_on)
)
-- next
create table waitlist_entry (
    id bigint primary key,
    patient_id bigint not null references patient (id),
    episode_id bigint references episode (id),
    clinician_id bigint references user_account (id),
    type text not null check (type <> ''),
    minutes integer not null check (minutes > 0),
    weekdays text not null check (length(weekdays) = 7),
    from_minute integer,
    to_minute integer,
    priority text not null check (priority <> ''),
    since_on sorted_text not null,
    until_on text,
    note text not null,
    version integer not null check (version > 0),
    check ((from_minute is null) = (to_minute is null))
)
-- next
create table payer_authorization (
    id bigint primary key,
    patient_id bigint not null references patient (id),
    episode_id bigint references episode (id),
    kind text not null check (kind <> ''),
    payer text not null,
    number text not null,
    visits integer check (visits >= 0),
    units integer check (units >= 0),
    visits_before integer not null check (visits_before >= 0),
    units_before integer not null check (units_before >= 0),
    from_on text,
    until_on text,
    note text not null,
    ended smallint not null check (ended in (0, 1)),
    version integer not null check (version > 0)
)
-- next
create index authorization_of_patient on payer_authorization (patient_id, id)
-- next
alter table appointment add column started_at text
-- next
alter table appointment add column finished_at text
-- next
alter table appointment add column series_id bigint references appointment_series (id)
-- next
alter table appointment add column seat integer check (seat > 0)
-- next
alter table appointment add column may_overlap smallint not null default 0 check (may_overlap in (0, 1))
-- next
alter table appointment add column reason text not null default ''
-- next
alter table appointment add column late smallint not null default 0 check (late in (0, 1))
-- next
alter table appointment add column parked smallint not null default 0 check (parked in (0, 1))
-- next
update appointment set seat = (
    select count(*) from appointment other
    where other.clinician_id = appointment.clinician_id and other.start_at = appointment.start_at
        and other.type = 'group' and other.status not in ('no-show', 'cancelled') and other.id <= appointment.id
) where type = 'group' and status not in ('no-show', 'cancelled')
-- next
create unique index appointment_seat on appointment (clinician_id, start_at, seat)
where seat is not null and parked = 0 and status not in ('no-show', 'cancelled')
-- next
create index appointment_of_episode on appointment (episode_id, start_at) where episode_id is not null
-- next
create index appointment_of_series on appointment (series_id, start_at) where series_id is not null
-- next
create table appointment_resource (
    appointment_id bigint not null references appointment (id),
    resource_id bigint not null references resource (id),
    start_at sorted_text not null,
    end_at sorted_text not null,
    holder sorted_text not null,
    taken smallint not null check (taken in (0, 1)),
    primary key (appointment_id, resource_id)
)
-- next
create index resource_taken on appointment_resource (resource_id, start_at)
-- next
-- only postgres
alter table appointment drop constraint one_patient_in_one_place
-- next
-- only postgres
alter table appointment drop constraint one_clinician_in_one_place
-- next
-- only postgres
alter table appointment add constraint one_patient_in_one_place exclude using gist (
    patient_id with =, sorted_text_range(start_at, end_at) with &&
) where (status not in ('no-show', 'cancelled') and parked = 0)
-- next
-- only postgres
alter table appointment add constraint one_clinician_in_one_place exclude using gist (
    clinician_id with =, sorted_text_range(start_at, end_at) with &&,
    ((case when type = 'group' then cast(start_at as text) else cast(id as text) end) collate "C") with <>
) where (status not in ('no-show', 'cancelled') and parked = 0 and may_overlap = 0)
-- next
-- only postgres
alter table appointment_resource add constraint one_resource_in_one_place exclude using gist (
    resource_id with =, sorted_text_range(start_at, end_at) with &&, cast(holder as text) with <>
) where (taken = 1)
-- next
-- only postgres
create function appointment_resource_follows() returns trigger language plpgsql as $body$
begin
    update appointment_resource set start_at = new.start_at, end_at = new.end_at,
        holder = case when new.type = 'group' then cast(new.clinician_id as text) || ' ' || new.start_at
            else cast(new.id as text) end,
        taken = case when new.status in ('no-show', 'cancelled') or new.parked = 1 then 0 else 1 end
    where appointment_id = new.id;
    return null;
end
$body$
-- next
-- only postgres
create trigger appointment_resource_follows after update on appointment for each row execute function appointment_resource_follows()
-- next
-- only sqlite
create trigger appointment_resource_follows after update on appointment
begin
    update appointment_resource set start_at = new.start_at, end_at = new.end_at,
        holder = case when new.type = 'group' then cast(new.clinician_id as text) || ' ' || new.start_at
            else cast(new.id as text) end,
        taken = case when new.status in ('no-show', 'cancelled') or new.parked = 1 then 0 else 1 end
    where appointment_id = new.id;
end
-- next
-- only sqlite
create trigger one_place_for_a_new_appointment before insert on appointment
when new.status not in ('no-show', 'cancelled') and new.parked = 0
begin
    select raise(abort, 'one_patient_in_one_place') where exists (
        select 1 from appointment other where other.patient_id = new.patient_id and other.id <> new.id
            and other.start_at > strftime('%Y-%m-%dT%H:%M', new.start_at, '-480 minutes')
            and other.start_at < new.end_at and other.end_at > new.start_at
            and other.status not in ('no-show', 'cancelled') and other.parked = 0);
    select raise(abort, 'one_clinician_in_one_place') where new.may_overlap = 0 and exists (
        select 1 from appointment other where other.clinician_id = new.clinician_id and other.id <> new.id
            and other.start_at > strftime('%Y-%m-%dT%H:%M', new.start_at, '-480 minutes')
            and other.start_at < new.end_at and other.end_at > new.start_at
            and other.status not in ('no-show', 'cancelled') and other.parked = 0 and other.may_overlap = 0
            and not (other.type = 'group' and new.type = 'group' and other.start_at = new.start_at));
end
-- next
-- only sqlite
create trigger one_place_for_a_moved_appointment
before update of patient_id, clinician_id, start_at, end_at, type, status, may_overlap, parked on appointment
when new.status not in ('no-show', 'cancelled') and new.parked = 0
begin
    select raise(abort, 'one_patient_in_one_place') where exists (
        select 1 from appointment other where other.patient_id = new.patient_id and other.id <> new.id
            and other.start_at > strftime('%Y-%m-%dT%H:%M', new.start_at, '-480 minutes')
            and other.start_at < new.end_at and other.end_at > new.start_at
            and other.status not in ('no-show', 'cancelled') and other.parked = 0);
    select raise(abort, 'one_clinician_in_one_place') where new.may_overlap = 0 and exists (
        select 1 from appointment other where other.clinician_id = new.clinician_id and other.id <> new.id
            and other.start_at > strftime('%Y-%m-%dT%H:%M', new.start_at, '-480 minutes')
            and other.start_at < new.end_at and other.end_at > new.start_at
            and other.status not in ('no-show', 'cancelled') and other.parked = 0 and other.may_overlap = 0
            and not (other.type = 'group' and new.type = 'group' and other.start_at = new.start_at));
end
-- next
-- only sqlite
create trigger one_place_for_a_new_hold before insert on appointment_resource when new.taken = 1
begin
    select raise(abort, 'one_resource_in_one_place') where exists (
        select 1 from appointment_resource other where other.resource_id = new.resource_id
            and other.appointment_id <> new.appointment_id and other.holder <> new.holder and other.taken = 1
            and other.start_at > strftime('%Y-%m-%dT%H:%M', new.start_at, '-480 minutes')
            and other.start_at < new.end_at and other.end_at > new.start_at);
end
-- next
-- only sqlite
create trigger one_place_for_a_moved_hold before update on appointment_resource when new.taken = 1
begin
    select raise(abort, 'one_resource_in_one_place') where exists (
        select 1 from appointment_resource other where other.resource_id = new.resource_id
            and other.appointment_id <> new.appointment_id and other.holder <> new.holder and other.taken = 1
            and other.start_at > strftime('%Y-%m-%dT%H:%M', new.start_at, '-480 minutes')
            and other.start_at < new.end_at and other.end_at > new.start_at);
end
-- next
insert into payer_authorization (id, patient_id, episode_id, kind, payer, number, visits, units, visits_before,
    units_before, from_on, until_on, note, ended, version)
select id, id, null, 'payer', payer, '', visits_authorized, null, 0, 0, null, null, '', 0, 1 from patient
where visits_authorized is not null
-- next
alter table patient drop column visits_authorized
