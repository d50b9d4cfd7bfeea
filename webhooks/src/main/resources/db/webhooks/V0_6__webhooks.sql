-- Who wants to be told by HTTP, and what is still to be told them.

create table webhook (
    webhook_id           uuid        primary key,
    owner                text        not null,
    url                  text        not null,
    types                text        not null,
    state                text        not null check (state in ('active', 'disabled')),
    disabled_because     text,
    secret               text        not null,
    former_secret        text,
    former_secret_until  timestamptz,
    created_at           timestamptz not null
);
comment on column webhook.types is 'JSON list of the types of event that are sent.';

create index webhook_of_owner on webhook (owner, created_at desc);

create table webhook_delivery (
    delivery_id  uuid        primary key,
    webhook_id   uuid        not null references webhook on delete cascade,
    event_key    text        not null,
    type         text        not null,
    body         text        not null,
    state        text        not null check (state in ('waiting', 'delivered', 'failed', 'cancelled')),
    attempts     int         not null default 0,
    next_at      timestamptz,
    last_at      timestamptz,
    last_status  int,
    last_error   text,
    created_at   timestamptz not null,
    delivered_at timestamptz,
    unique (webhook_id, event_key),
    check ((state = 'waiting') = (next_at is not null))
);
comment on column webhook_delivery.delivery_id is 'webhook-id of every attempt.';
comment on column webhook_delivery.next_at is 'When it is to be sent; while somebody sends it, when another may try.';

create index webhook_delivery_due on webhook_delivery (webhook_id, next_at) where state = 'waiting';
create index webhook_delivery_next on webhook_delivery (next_at) where state = 'waiting';
create index webhook_delivery_newest on webhook_delivery (webhook_id, created_at desc, delivery_id desc);
create index webhook_delivery_old on webhook_delivery (created_at) where state <> 'waiting';
