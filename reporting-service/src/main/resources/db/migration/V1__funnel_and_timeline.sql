-- One row a lead: what every report counts. Written only by folding events (io.leadloop.reporting.funnel). Carries no
-- person: of the profile only company and country are kept, as labels.
create table lead_funnel (
    lead_id uuid primary key,
    -- from leads
    captured_at timestamptz,
    historical boolean not null default false,
    source text,
    medium text,
    campaign text,
    landing_page text,
    company text,
    country text,
    imported_stage text,
    -- from scores
    grade text,
    persona text,
    qualification text,
    -- the first time, whoever said so
    mql_at timestamptz,
    sql_at timestamptz,
    -- from hand-offs
    handoff_state text,
    handoff_rep text,
    offered_at timestamptz,
    attempts integer not null default 0,
    -- from the closed loop
    outcome text,
    outcome_at timestamptz,
    outcome_rep text,
    outcome_persona text,
    outcome_reason text,
    amount numeric,
    currency text,
    -- decided by the rules from all of the above: 0 captured, 1 MQL, 2 SQL, 3 won
    reached smallint not null default 0,
    stage text not null default 'captured',
    -- the newest version seen on each topic; what is not newer is dropped
    leads_version bigint not null default 0,
    scores_version bigint not null default 0,
    handoffs_version bigint not null default 0,
    closed_loop_version bigint not null default 0
) with (fillfactor = 85);

comment on table lead_funnel is 'One row a lead; captured_at is null while the lead itself has not arrived yet (order holds per topic only).';

-- Newest leads, and the range of every report.
create index lead_funnel_captured on lead_funnel (captured_at desc, lead_id desc) where captured_at is not null;
create index lead_funnel_source on lead_funnel (source, captured_at) where captured_at is not null;
create index lead_funnel_campaign on lead_funnel (campaign, captured_at) where captured_at is not null;

-- What happened to a lead, in the order of its happening. The event id makes a second delivery harmless.
create table timeline_entry (
    lead_id uuid not null,
    event_id uuid not null,
    at timestamptz not null,
    kind text not null,
    text text not null,
    facts text not null,
    primary key (lead_id, event_id)
);
create index timeline_entry_newest on timeline_entry (lead_id, at desc, event_id desc);

-- How fresh the numbers are: the newest event of each topic that has been folded.
create table topic_freshness (
    topic text primary key,
    recorded_at timestamptz not null
);
