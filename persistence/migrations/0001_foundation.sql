-- SPDX-License-Identifier: Apache-2.0
-- The schema of version 1. Days are YYYY-MM-DD, clinic times YYYY-MM-DDTHH MM with a colon between, moments
-- UTC with milliseconds, flags 0 or 1, coded values the words of the domain. Ids are made by the domain.
-- bigint primary key becomes integer primary key on SQLite, which makes the id the row itself.
-- sorted_text is text that both engines sort by its bytes.
-- next
-- only postgres
create domain sorted_text as text collate "C"
-- next
-- only postgres
create extension if not exists btree_gist
-- next
-- only postgres
create type sorted_text_range as range (subtype = text, collation = "C")
-- next
create table clinic_setting (
    name text not null primary key check (name <> ''),
    value text not null
)
-- next
create table user_account (
    id bigint primary key,
    login sorted_text not null unique,
    full_name text not null,
    credentials text not null,
    npi text not null,
    role text not null check (role <> ''),
    active smallint not null check (active in (0, 1)),
    version integer not null check (version > 0)
)
-- next
create table patient (
    id bigint primary key,
    record_number sorted_text not null unique check (record_number <> ''),
    family text not null,
    given text not null,
    preferred text not null,
    birth_on sorted_text not null,
    phone text not null,
    marks text not null,
    archived smallint not null check (archived in (0, 1)),
    own_number bigint,
    sex text not null check (sex <> ''),
    mobile text not null,
    email text not null,
    street text not null,
    city text not null,
    region text not null,
    postal_code text not null,
    country text not null,
    emergency_name text not null,
    emergency_relation text not null,
    emergency_phone text not null,
    payer text not null,
    member_id text not null,
    unit_rule text not null check (unit_rule <> ''),
    visits_authorized integer,
    occupation text not null,
    demand text not null check (demand <> ''),
    treatment_preferences text not null,
    language text not null,
    treatment_consent_on text,
    privacy_notice_on text,
    messages_consent_on text,
    version integer not null check (version > 0)
)
-- next
create index patient_by_birth on patient (birth_on)
-- next
create index patient_by_own_number on patient (own_number) where own_number is not null
-- next
-- only sqlite
create table patient_key (
    search_key text not null,
    patient_id bigint not null references patient (id),
    primary key (search_key, patient_id)
) without rowid
-- next
-- only postgres
create table patient_key (
    search_key sorted_text not null,
    patient_id bigint not null references patient (id),
    primary key (search_key, patient_id)
)
-- next
create table patient_precaution (
    patient_id bigint not null references patient (id),
    position integer not null,
    condition text not null,
    note text not null,
    primary key (patient_id, position)
)
-- next
create table patient_medication (
    patient_id bigint not null references patient (id),
    position integer not null,
    name text not null,
    dose text not null,
    reason text not null,
    flag text not null check (flag <> ''),
    primary key (patient_id, position)
)
-- next
create table patient_allergy (
    patient_id bigint not null references patient (id),
    position integer not null,
    substance text not null,
    reaction text not null,
    primary key (patient_id, position)
)
-- next
create table referring_provider (
    id bigint primary key,
    name text not null,
    credentials text not null,
    npi text not null,
    practice text not null,
    phone text not null,
    fax text not null,
    address text not null,
    name_key sorted_text not null,
    version integer not null check (version > 0)
)
-- next
create index referring_provider_by_name on referring_provider (name_key, id)
-- next
create table episode (
    id bigint primary key,
    patient_id bigint not null references patient (id),
    title text not null,
    complaint text not null,
    region text not null check (region <> ''),
    side text not null,
    onset_on text,
    onset_approximate smallint not null check (onset_approximate in (0, 1)),
    mechanism text not null check (mechanism <> ''),
    referred_by bigint references referring_provider (id),
    started_on sorted_text not null,
    status text not null check (status <> ''),
    ended_on text,
    end_reason text not null,
    version integer not null check (version > 0)
)
-- next
create index episode_of_patient on episode (patient_id, started_on, id)
-- next
create table episode_diagnosis (
    episode_id bigint not null references episode (id),
    position integer not null,
    code text not null,
    primary key (episode_id, position)
)
-- next
create table evaluation (
    id bigint primary key,
    patient_id bigint not null references patient (id),
    episode_id bigint not null references episode (id),
    author_id bigint not null references user_account (id),
    kind text not null check (kind <> ''),
    evaluated_on sorted_text not null,
    pain_now smallint check (pain_now between 0 and 10),
    pain_best smallint check (pain_best between 0 and 10),
    pain_worst smallint check (pain_worst between 0 and 10),
    instrument text not null check (instrument <> ''),
    history text not null,
    findings text not null,
    assessment text not null,
    seal_sha256 text check (length(seal_sha256) = 64),
    seal_signer_id bigint references user_account (id),
    seal_signature text,
    seal_at text,
    seal_program_version text,
    version integer not null check (version > 0),
    check ((seal_sha256 is null) = (seal_signer_id is null)),
    check ((seal_sha256 is null) = (seal_at is null))
)
-- next
create index evaluation_of_episode on evaluation (episode_id, evaluated_on, id)
-- next
create table evaluation_motion (
    evaluation_id bigint not null references evaluation (id),
    position integer not null,
    motion text not null check (motion <> ''),
    degrees double precision not null,
    painful smallint not null check (painful in (0, 1)),
    primary key (evaluation_id, position)
)
-- next
create table outcome_score (
    id bigint primary key,
    patient_id bigint not null references patient (id),
    episode_id bigint not null references episode (id),
    taken_on sorted_text not null,
    measure text not null check (measure <> ''),
    items text not null,
    author_id bigint not null references user_account (id)
)
-- next
create index outcome_score_of_episode on outcome_score (episode_id, taken_on, id)
-- next
create table plan_of_care (
    id bigint primary key,
    patient_id bigint not null references patient (id),
    episode_id bigint not null references episode (id),
    author_id bigint not null references user_account (id),
    established_on sorted_text not null,
    interventions text not null,
    sessions_per_day integer not null,
    visits_per_week integer not null,
    weeks integer not null,
    sent_on text,
    verbal_order_on text,
    signed_on text,
    signed_by text not null,
    order_on_file smallint not null check (order_on_file in (0, 1)),
    notes text not null,
    version integer not null check (version > 0)
)
-- next
create index plan_of_episode on plan_of_care (episode_id, established_on, id)
-- next
create table plan_goal (
    plan_id bigint not null references plan_of_care (id),
    goal_id bigint not null,
    position integer not null,
    number integer not null,
    text text not null,
    term text not null check (term <> ''),
    measure text,
    baseline text not null,
    target text not null,
    target_on text not null,
    primary key (plan_id, goal_id)
)
-- next
create table goal_status (
    plan_id bigint not null,
    goal_id bigint not null,
    position integer not null,
    stated_on text not null,
    state text not null check (state <> ''),
    now_text text not null,
    comment_text text not null,
    author_id bigint not null references user_account (id),
    primary key (plan_id, goal_id, position),
    foreign key (plan_id, goal_id) references plan_goal (plan_id, goal_id)
)
-- next
create table appointment (
    id bigint primary key,
    patient_id bigint not null references patient (id),
    episode_id bigint references episode (id),
    clinician_id bigint not null references user_account (id),
    start_at sorted_text not null,
    end_at sorted_text not null,
    type text not null check (type <> ''),
    status text not null check (status <> ''),
    arrived_at text,
    note text not null,
    version integer not null check (version > 0),
    check (end_at > start_at)
)
-- next
create index appointment_by_start on appointment (start_at, id)
-- next
create index appointment_of_clinician on appointment (clinician_id, start_at)
-- next
create index appointment_of_patient on appointment (patient_id, start_at)
-- next
-- only postgres
alter table appointment add constraint one_patient_in_one_place exclude using gist (
    patient_id with =, sorted_text_range(start_at, end_at) with &&
) where (status not in ('no-show', 'cancelled'))
-- next
-- only postgres
alter table appointment add constraint one_clinician_in_one_place exclude using gist (
    clinician_id with =, sorted_text_range(start_at, end_at) with &&
) where (status not in ('no-show', 'cancelled') and type <> 'group')
-- next
create table visit (
    id bigint primary key,
    patient_id bigint not null references patient (id),
    episode_id bigint not null references episode (id),
    start_at sorted_text not null,
    provider_id bigint not null references user_account (id),
    appointment_id bigint references appointment (id),
    pain_now smallint check (pain_now between 0 and 10),
    pain_worst smallint check (pain_worst between 0 and 10),
    trend text not null check (trend <> ''),
    subjective text not null,
    objective text not null,
    assessment text not null,
    plan text not null,
    total_minutes integer not null,
    seal_sha256 text check (length(seal_sha256) = 64),
    seal_signer_id bigint references user_account (id),
    seal_signature text,
    seal_at text,
    seal_program_version text,
    version integer not null check (version > 0),
    check ((seal_sha256 is null) = (seal_signer_id is null)),
    check ((seal_sha256 is null) = (seal_at is null))
)
-- next
create index visit_of_episode on visit (episode_id, start_at, id)
-- next
create index visit_of_patient on visit (patient_id, start_at, id)
-- next
create index visit_of_appointment on visit (appointment_id) where appointment_id is not null
-- next
create index visit_unsigned on visit (start_at, id) where seal_sha256 is null
-- next
create table intervention (
    id bigint primary key,
    visit_id bigint not null references visit (id),
    position integer not null,
    modality text not null check (modality <> ''),
    name text not null,
    exercise_id text not null,
    region text not null check (region <> ''),
    side text not null,
    dose text not null,
    minutes integer not null,
    service_code text not null,
    timed smallint not null check (timed in (0, 1)),
    provider_id bigint not null references user_account (id),
    state text not null check (state <> ''),
    at_home smallint not null check (at_home in (0, 1)),
    response text not null,
    override_reason text not null
)
-- next
create index intervention_of_visit on intervention (visit_id, position)
-- next
create table addendum (
    visit_id bigint not null references visit (id),
    position integer not null,
    episode_id bigint not null references episode (id),
    patient_id bigint not null references patient (id),
    content text not null,
    seal_sha256 text not null check (length(seal_sha256) = 64),
    seal_signer_id bigint not null references user_account (id),
    seal_signature text not null,
    seal_at text not null,
    seal_program_version text not null,
    primary key (visit_id, position)
)
-- next
create index addendum_of_episode on addendum (episode_id)
-- next
create index addendum_of_patient on addendum (patient_id)
-- next
create table draft (
    user_id bigint not null references user_account (id),
    kind sorted_text not null,
    subject bigint not null,
    content text not null,
    saved_at text not null,
    primary key (user_id, kind, subject)
)
-- next
create table document (
    id bigint primary key,
    patient_id bigint not null references patient (id),
    episode_id bigint references episode (id),
    kind text not null check (kind <> ''),
    title text not null,
    dated_on sorted_text not null,
    made_at sorted_text not null,
    author_id bigint not null references user_account (id),
    pages integer not null,
    sha256 text not null check (length(sha256) = 64),
    size_bytes bigint not null
)
-- next
create index document_of_patient on document (patient_id, made_at, id)
-- next
create index document_of_episode on document (episode_id, kind, dated_on) where episode_id is not null
-- next
create table document_content (
    document_id bigint primary key references document (id),
    base64 text not null
)
-- next
create table service_code (
    code sorted_text not null primary key check (code <> ''),
    label text not null,
    timed smallint not null check (timed in (0, 1)),
    modality text
)
-- next
create table audit (
    seq bigint primary key,
    at text not null,
    user_id bigint,
    login text not null,
    event text not null,
    entity text not null,
    entity_id bigint not null,
    patient_id bigint,
    detail text not null,
    program_version text not null,
    mac text not null
)
-- next
create index audit_of_patient on audit (patient_id, seq) where patient_id is not null
-- next
create table operation_log (
    id bigint primary key,
    at text not null
)
-- next
create table key_slot (
    login sorted_text not null primary key,
    slot text not null
)
-- next
create table key_meta (
    name text not null primary key,
    value text not null
)
-- next
create table login_failure (
    login sorted_text not null primary key,
    failures integer not null,
    latest text not null
)
