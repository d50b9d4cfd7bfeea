-- What is owed to leads, and whom it was told.

-- Whoever changes a lead's clocks holds this row's lock: that keeps the versions of what is published in order.
create table lead (
    lead_id     uuid   primary key,
    sla_version bigint not null default 0
);

create table clock (
    clock_id          uuid        primary key,
    clock             text        not null,
    handoff_id        uuid        not null,
    lead_id           uuid        not null references lead,
    round             int         not null,
    rep_id            text,
    team_id           text,
    manager_id        text,
    agreement_version int         not null,
    on_breach         text,
    state             text        not null check (state in ('running', 'warned', 'met', 'breached', 'cancelled')),
    started_at        timestamptz not null,
    due_at            timestamptz not null,
    warnings          text        not null,
    warned_share      double precision,
    ended_at          timestamptz,
    next_at           timestamptz,
    unique (handoff_id, clock),
    check ((state in ('running', 'warned')) = (next_at is not null)),
    check ((state in ('running', 'warned')) = (ended_at is null))
);
comment on column clock.next_at is 'When the timer must look at it: the next warning or the due time. Only open clocks have one.';
comment on column clock.warnings is 'JSON list of the shares of the time, and when they are used up.';

create index clock_next on clock (next_at) where next_at is not null;
create index clock_newest on clock (started_at desc, clock_id desc);
create index clock_of_lead on clock (lead_id, started_at desc);
create index clock_of_rep on clock (rep_id, started_at desc);
create index clock_of_team on clock (team_id, started_at desc);

create table alert (
    alert_id        bigint      generated always as identity primary key,
    transaction_id  xid8        not null default pg_current_xact_id(),
    kind            text        not null check (kind in ('warned', 'breached')),
    at              timestamptz not null,
    clock_id        uuid        not null references clock,
    clock           text        not null,
    lead_id         uuid        not null,
    handoff_id      uuid        not null,
    round           int         not null,
    rep_id          text,
    team_id         text,
    manager_id      text,
    started_at      timestamptz not null,
    due_at          timestamptz not null,
    share           double precision not null,
    acknowledged_at timestamptz,
    acknowledged_by text
);
comment on column alert.at is 'When it was noticed.';
comment on column alert.transaction_id is 'Numbers become visible out of order; transactions older than every running one do not change any more.';

-- One breach and one warning of each share a clock, whatever the code does.
create unique index alert_once on alert (clock_id, kind, share);
create index alert_stream on alert (transaction_id, alert_id);
create index alert_of_rep on alert (rep_id, alert_id desc);
create index alert_of_team on alert (team_id, alert_id desc);
