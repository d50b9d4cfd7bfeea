-- How this service's events travel; the module transactional-messaging owns these tables in every service's database.

create table outbox (
    id              uuid        primary key,
    topic           text        not null,
    key             text        not null,
    type            text        not null,
    source          text        not null,
    specversion     text        not null default '1.0',
    time            timestamptz not null default clock_timestamp(),
    subject         text        not null,
    datacontenttype text        not null default 'application/json',
    traceparent     text        not null,
    payload         text,
    transaction_id  xid8        not null default pg_current_xact_id()
);
comment on table outbox is 'Events on their way to Kafka. A row lives until it is known to be there.';

-- The relay reads inserts only: an update would never reach Kafka, so it is an error.
create function outbox_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'outbox rows are never updated: insert a new event';
end $$;
create trigger outbox_no_update before update on outbox for each row execute function outbox_is_append_only();

create table relay_mark (
    marked_at      timestamptz primary key default clock_timestamp(),
    oldest_running xid8        not null,
    wal_position   pg_lsn      not null
);
comment on table relay_mark is 'Once the slot has confirmed wal_position, every transaction older than oldest_running is on Kafka.';

create table heartbeat (
    id int primary key,
    at timestamptz not null
);
comment on table heartbeat is 'Written by the relay, so that an idle database does not hold back the WAL of the others.';

create publication outbox for table outbox, heartbeat with (publish = 'insert, update');

create table inbox (
    event_id   uuid        primary key,
    applied_at timestamptz not null default now()
);
comment on table inbox is 'Events that were applied.';

create table dead_letter (
    id              uuid        primary key,
    received_at     timestamptz not null default now(),
    topic           text        not null,
    kafka_partition int         not null,
    kafka_offset    bigint      not null,
    record_key      bytea,
    record_value    bytea,
    headers         text        not null,
    event_id        uuid,
    reason          text        not null,
    unique (topic, kafka_partition, kafka_offset)
);
comment on table dead_letter is 'Records that could not be used, with their bytes.';
