-- Who can take leads.

create table team (
    team_id    text primary key,
    name       text not null,
    manager_id text
);

create table rep (
    rep_id              text        primary key,
    name                text        not null,
    email               text,
    team_id             text        not null references team,
    weight              int         not null check (weight between 1 and 100),
    capacity            int         check (capacity >= 0),
    zone                text        not null,
    active              boolean     not null,
    out_of_office_until timestamptz,
    created_at          timestamptz not null default clock_timestamp(),
    number              bigint      not null generated always as identity
);
create index rep_team on rep (team_id);
create index rep_list on rep (created_at desc, number desc);
comment on column rep.capacity is 'Open hand-offs at once; null: what the agreement''s pool allows.';

create table rep_standing (
    rep_id          text        primary key references rep on delete cascade,
    period          text        not null,
    offers          bigint      not null,
    credit          bigint      not null,
    present         boolean     not null,
    last_offered_at timestamptz
);
comment on table rep_standing is 'By which the next lead goes to who had least. Of one period only; the next one starts at zero.';

create table availability (
    only_row boolean primary key default true check (only_row),
    change   bigint  not null
);
insert into availability (change) values (0);
comment on table availability is 'Counts the times at which a rep may have become able to take a lead.';

-- What is known of each lead.

create table lead (
    lead_id             uuid        primary key,
    external_id         text,
    email               text,
    captured_at         timestamptz,
    source              text,
    medium              text,
    campaign            text,
    landing_page        text,
    stages              text        not null default '[]',
    qualified_at        timestamptz,
    brief               text,
    leads_version       bigint      not null default 0,
    scores_version      bigint      not null default 0,
    handoffs_version    bigint      not null default 0,
    closed_loop_version bigint      not null default 0
);
create index lead_external_id on lead (external_id) where external_id is not null;
create index lead_email on lead (email) where email is not null;
comment on table lead is 'Whoever changes anything of a lead locks its row first; many rows in the order of their ids.';
comment on column lead.leads_version is 'The newest that arrived on the topic; so is scores_version. The other two count what was said.';

-- Offers to reps.

create table handoff (
    handoff_id        uuid        primary key,
    lead_id           uuid        not null references lead,
    round             int         not null,
    state             text        not null check (state in ('offered', 'accepted', 'rejected', 'expired', 'closed')),
    rep_id            text        not null,
    rep_name          text        not null,
    team_id           text        not null,
    manager_id        text,
    zone              text        not null,
    pool              text        not null,
    agreement_version int         not null,
    offered_at        timestamptz not null,
    accept_by         timestamptz not null,
    breached          boolean     not null default false,
    answered_at       timestamptz,
    reject_reason     text,
    reject_note       text,
    attempts          int         not null default 0,
    closed_at         timestamptz,
    outcome           text        check (outcome in ('won', 'lost', 'recycled')),
    amount            numeric,
    currency          text,
    outcome_reason    text,
    recycled_until    timestamptz,
    brief             text        not null,
    routing           text        not null,
    unique (lead_id, round),
    check ((state = 'closed') = (outcome is not null))
);
create unique index handoff_one_open_per_lead on handoff (lead_id) where state in ('offered', 'accepted');
create index handoff_open_of_rep on handoff (rep_id) where state in ('offered', 'accepted');
create index handoff_to_expire on handoff (accept_by) where state = 'offered' and breached;
create index handoff_list on handoff (offered_at desc, handoff_id desc);
create index handoff_list_of_rep on handoff (rep_id, offered_at desc, handoff_id desc);
create index handoff_list_of_team on handoff (team_id, offered_at desc, handoff_id desc);
comment on column handoff.breached is 'The acceptance clock says that it is overdue; it expires when this database''s clock agrees.';

create table attempt (
    attempt_id uuid        primary key,
    handoff_id uuid        not null references handoff,
    channel    text        not null,
    result     text        not null,
    note       text,
    made_by    text        not null,
    made_at    timestamptz not null
);
create index attempt_of_handoff on attempt (handoff_id, made_at);

create table waiting_lead (
    lead_id         uuid        primary key references lead,
    since           timestamptz not null,
    tried_change    bigint      not null,
    tried_agreement int         not null,
    retry_at        timestamptz
);
create index waiting_lead_order on waiting_lead (since, lead_id);
comment on table waiting_lead is 'Qualified leads that nobody can take now; tried again when availability.change or the agreement is newer, or at retry_at.';
