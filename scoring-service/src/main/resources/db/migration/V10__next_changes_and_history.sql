-- When a score changes by itself, how it has changed, and what became of the lead.

alter table lead_score
    add next_at    timestamptz,
    add next_grade text,
    add next_cause text,
    add outcome    text;
comment on column lead_score.next_at is 'When the lead is to be looked at again if nothing happens to it; null: never, or it is closed.';
comment on column lead_score.next_grade is 'The grade that it has from then on.';
comment on column lead_score.next_cause is 'decay or rule_expired.';
comment on column lead_score.outcome is 'won or lost, while it is closed.';

create index lead_score_due on lead_score (next_at) where next_at is not null;
-- Whom another agreement is to score again: who has been drops out of the range that is read, so this is the cursor.
create index lead_score_open on lead_score (agreement_version, lead_id) where closed_at is null and score is not null;

-- Open leads that were scored before there was a next_at are looked at once.
update lead_score set next_at = scored_at, next_cause = 'decay' where score is not null and closed_at is null;

create table score_change (
    change_id         uuid        primary key,
    lead_id           uuid        not null,
    score_version     bigint      not null,
    changed_at        timestamptz not null,
    reasons           text        not null,
    fit               int         not null,
    interest          int         not null,
    grade             text        not null,
    qualification     text        not null,
    agreement_version int         not null,
    differences       text        not null
);
create unique index score_change_of_lead on score_change (lead_id, score_version);
comment on table score_change is 'Every change of a score, with what caused it and the lines that differ from the score before (JSON).';
comment on column score_change.score_version is 'leadVersion of the LeadScored that told it.';

create table rescoring (
    agreement_version int         primary key,
    started_at        timestamptz not null,
    finished_at       timestamptz,
    leads             bigint      not null,
    looked_at         bigint      not null default 0,
    changed           bigint      not null default 0
);
comment on table rescoring is 'Each agreement that came into force, and how far open leads have been scored by it.';
comment on column rescoring.leads is 'Open leads that had another agreement''s score when it began.';
