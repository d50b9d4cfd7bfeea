-- What Alertmanager was told is firing, and when it is told again.

create table alertmanager_told (
    clock_id uuid not null,
    kind     text not null,
    primary key (clock_id, kind)
);

create table alertmanager_turn (
    the_only boolean     primary key default true check (the_only),
    next_at  timestamptz not null
);
comment on table alertmanager_turn is 'Of several trackers the one that moves it on tells.';
insert into alertmanager_turn (next_at) values (clock_timestamp());

create index alert_of_clock on alert (clock_id, kind, alert_id desc);
create index alert_at on alert (at);
