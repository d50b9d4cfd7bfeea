-- How far it is verified that outbox rows are on Kafka: seen there, not believed to be.

create table relay_audit (
    id         int         primary key default 1 check (id = 1),
    auditor    uuid,
    claimed_at timestamptz,
    watermark  xid8        not null default '0',
    positions  text        not null default '{}'
);
comment on column relay_audit.watermark is 'Every outbox row of an older transaction was seen on Kafka.';
comment on column relay_audit.positions is 'Of each topic its id and offsets: the records of all rows from the watermark on lie there or after.';
insert into relay_audit default values;

create index outbox_transaction on outbox (transaction_id, id);

-- A topic that is made anew counts its offsets from zero again: another record may lie where a dead letter came from.
alter table dead_letter add column fingerprint text not null default '';
alter table dead_letter drop constraint dead_letter_topic_kafka_partition_kafka_offset_key;
alter table dead_letter add unique (topic, kafka_partition, kafka_offset, fingerprint);
