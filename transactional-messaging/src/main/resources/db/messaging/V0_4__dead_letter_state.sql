-- What became of a dead letter. Its bytes go when it is settled: they may be a person's, and the record lies on Kafka.

alter table dead_letter
    add column type           text,
    add column safe_key       text,
    add column state          text        not null default 'waiting' check (state in ('waiting', 'redriven', 'discarded')),
    add column tries          int         not null default 0,
    add column last_tried_at  timestamptz,
    add column last_failure   text,
    add column settled_at     timestamptz,
    add column settled_by     text,
    add column discard_reason text;
comment on column dead_letter.type is 'ce_type where it is one of our names, whatever its version.';
comment on column dead_letter.safe_key is 'The key where it is a UUID or a number: nothing else is shown.';

update dead_letter set safe_key = encode(record_key, 'escape')
where octet_length(record_key) <= 64 and encode(record_key, 'escape') ~ '^([0-9a-fA-F-]{36}|[0-9]{1,19})$';

create index dead_letter_waiting on dead_letter (id) where state = 'waiting';
create index dead_letter_waiting_key on dead_letter (safe_key) where state = 'waiting';
