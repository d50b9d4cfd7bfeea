create table lead (
    lead_id          uuid        primary key,
    email            text        unique,
    external_id      text        unique,
    captured_at      timestamptz not null,
    recorded_at      timestamptz not null default now(),
    historical       boolean     not null,
    profile          text        not null,
    touches          text        not null,
    stages           text        not null,
    status           text        not null default 'captured',
    status_at        timestamptz,
    status_version   bigint      not null default 0,
    lead_version     bigint      not null default 1,
    activity_version bigint      not null default 0
);
comment on column lead.email is 'Normalised; the lead''s first identity. external_id is the second.';
comment on column lead.status is 'What Sales made of it, from the closed loop.';
comment on column lead.status_version is 'leadVersion of the closed-loop event that set the status.';

create table idempotency_key (
    caller      text        not null,
    key         text        not null,
    fingerprint text        not null,
    lead_id     uuid,
    status      text,
    created_at  timestamptz not null default now(),
    primary key (caller, key)
);
create index idempotency_key_age on idempotency_key (created_at);
comment on table idempotency_key is 'Answers to posts with an Idempotency-Key, kept for 24 hours.';

create table activity (
    activity_id uuid        primary key,
    lead_id     uuid        references lead (lead_id),
    email       text,
    external_id text,
    type        text        not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null default now(),
    properties  text        not null
);
create index activity_of_lead on activity (lead_id);
create index activity_waiting_by_email on activity (email) where lead_id is null;
create index activity_waiting_by_external_id on activity (external_id) where lead_id is null;
comment on column activity.lead_id is 'Null while the lead is not known yet; it is joined when the lead arrives.';
