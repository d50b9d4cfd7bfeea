-- What scoring-service learns from: what was known of leads when they were qualified, and what became of them.

alter table activity add column recorded_at timestamptz not null default '-infinity';
alter table activity alter column recorded_at set default now();
comment on column activity.recorded_at is 'When this service heard of it: what came in after a lead was qualified was not known then.';

create table learned_example (
    lead_id         uuid        primary key,
    historical      boolean     not null default false,
    was_mql         boolean     not null default false,
    qualified_at    timestamptz,
    lead            text,
    score           text,
    outcome         text,
    outcome_at      timestamptz,
    outcome_version bigint      not null default 0
);
create index learned_example_newest on learned_example (qualified_at, lead_id);
create index learned_example_outcomes on learned_example (outcome, historical, was_mql, qualified_at);
comment on table learned_example is 'One row a lead that was qualified, is history, or has an outcome. Personal data: goes with the lead.';
comment on column learned_example.historical is 'Imported: what was known is the first that the import said.';
comment on column learned_example.was_mql is 'Sales had it, so that silence says something about it.';
comment on column learned_example.qualified_at is 'The moment for which lead and score are true; null while it is not qualified.';
comment on column learned_example.outcome is 'won, lost or recycled, as told last; null while nothing is known.';

-- In the database, so that no way of qualifying a lead can forget it.
create function keep_what_was_known() returns trigger language plpgsql as $$
begin
    insert into learned_example (lead_id, was_mql, qualified_at, lead, score)
    values (new.lead_id, true, new.qualified_at, new.lead, new.score)
    on conflict (lead_id) do update
    set historical = false, was_mql = true, qualified_at = excluded.qualified_at, lead = excluded.lead,
        score = excluded.score, outcome = null, outcome_at = null;
    return null;
end $$;
create trigger keep_what_was_known after update of qualified_at on lead_score
    for each row when (old.qualified_at is null and new.qualified_at is not null)
    execute function keep_what_was_known();

-- Leads that were with Sales before this service learned: what is known of them now, and an outcome that comes from now on.
insert into learned_example (lead_id, was_mql, qualified_at, lead, score)
select lead_id, true, qualified_at, lead, score from lead_score
where qualified_at is not null and closed_at is null;

create table learned_model (
    version  int         primary key,
    made_at  timestamptz not null default now(),
    refusal  text,
    won      int         not null,
    lost     int         not null,
    card     text        not null,
    model    text        not null
);
comment on table learned_model is 'Every model that was trained; refusal says why it was never shown.';

create table learning (
    id            int         primary key check (id = 1),
    present       int         references learned_model,
    held_since    timestamptz,
    held_by       text,
    note          text,
    won           int         not null default 0,
    lost          int         not null default 0,
    news_since    timestamptz,
    due_at        timestamptz,
    claim         uuid,
    claimed_until timestamptz
);
insert into learning (id) values (1);
comment on table learning is 'One row: the model that is shown, and when to learn again.';
comment on column learning.held_since is 'People put an earlier model back; nothing is learned until they let it go on.';
comment on column learning.note is 'Why the latest outcomes gave no model.';
comment on column learning.won is 'How many outcomes were known when it was learned last.';
comment on column learning.due_at is 'When to look whether there is enough to learn; moves while outcomes keep coming.';
comment on column learning.claimed_until is 'An instance is learning until then; after that another may.';
