-- Marketing's promise of the month, and what is counted for it: facts as they were heard, in any order.

create table mql (
    lead_id      uuid        not null,
    qualified_at timestamptz not null,
    grade        text,
    persona      text,
    primary key (lead_id, qualified_at)
);
comment on table mql is 'Each time a lead qualified. Imported history has no grade and no persona of that time.';
create index mql_at on mql (qualified_at);

create table handed_off (
    handoff_id    uuid        primary key,
    lead_id       uuid        not null,
    lead_version  bigint      not null,
    state         text        not null,
    offered_at    timestamptz not null,
    accept_by     timestamptz,
    answered_at   timestamptz,
    reject_reason text,
    rep_id        text,
    team_id       text,
    attempts      int         not null
);
comment on table handed_off is 'What Sales made of it: the latest state of each hand-off that was heard of.';
create index handed_off_of_lead on handed_off (lead_id, offered_at);
create index handed_off_at on handed_off (offered_at);

create table quota (
    quota_id          text        primary key,
    month             text        not null,
    month_from        timestamptz not null,
    month_until       timestamptz not null,
    part              text        not null check (part in ('all', 'persona', 'grade', 'rep')),
    value             text,
    team_id           text,
    place             int         not null,
    promised          int         not null,
    agreement_version int         not null,
    quota_version     bigint      not null,
    warned_below      double precision,
    missed_at         timestamptz,
    closed            boolean     not null,
    judged            boolean     not null
);
comment on column quota.judged is 'Whether it is warned of: not in a month in which it was promised for the first time too late.';
comment on column quota.place is 'In the list of its month.';
comment on column quota.promised is '0: not promised any more.';
comment on column quota.closed is 'The month is over and was told.';
create index quota_open on quota (month) where not closed;
create index quota_newest on quota (month_from desc, place);

create table quota_turn (
    the_only          boolean     primary key default true check (the_only),
    next_at           timestamptz not null,
    agreement_version int         not null
);
comment on table quota_turn is 'When quotas are looked at next, and under which agreement they were last. Of several trackers the one that locks it looks.';
insert into quota_turn (next_at, agreement_version) values (clock_timestamp(), 0);

-- What is known from before
insert into mql (lead_id, qualified_at) select lead_id, qualified_at from lead where qualified_at is not null;
