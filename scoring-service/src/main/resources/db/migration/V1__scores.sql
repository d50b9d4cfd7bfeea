-- What scoring-service knows of leads.

create table lead_score (
    lead_id             uuid        primary key,
    lead                text,
    lead_version        bigint      not null default 0,
    closed_loop_version bigint      not null default 0,
    score               text,
    qualification       text,
    agreement_version   int,
    scored_at           timestamptz,
    announced           text        not null default 'held',
    qualified_at        timestamptz,
    closed_at           timestamptz,
    score_version       bigint      not null default 0
);
comment on table lead_score is 'One row a lead, also for one of which only an activity or an outcome has arrived so far.';
comment on column lead_score.lead is 'The state that lead-intake told last, as JSON; null until it arrives.';
comment on column lead_score.announced is 'The qualification that the others were told last.';
comment on column lead_score.qualified_at is 'Since when the lead is an MQL with Sales; null again when Marketing has it back.';
comment on column lead_score.closed_at is 'When it was won or lost; from then on it keeps its score.';
comment on column lead_score.score_version is 'leadVersion of the newest event on leadloop.scores.';

create table activity (
    activity_id uuid        primary key,
    lead_id     uuid        not null,
    type        text        not null,
    occurred_at timestamptz not null
);
create index activity_of_lead on activity (lead_id, type);
comment on table activity is 'What leads did. All are kept: an agreement that comes later may count what today''s does not.';
