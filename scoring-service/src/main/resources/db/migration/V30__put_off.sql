-- A lead that cannot be scored is put off alone and holds up nobody.

alter table lead_score
    add failures int not null default 0,
    add retry_at timestamptz;
comment on column lead_score.failures is 'How often in a row it could not be scored.';
comment on column lead_score.retry_at is 'When it is tried again after that, by whoever looks for due leads; null: all is well with it.';

-- When to look at it: as before, but not while it is put off.
drop index lead_score_due;
create index lead_score_due on lead_score ((coalesce(retry_at, next_at))) where coalesce(retry_at, next_at) is not null;
create index lead_score_put_off on lead_score (retry_at) where retry_at is not null;
drop index lead_score_open;
create index lead_score_open on lead_score (agreement_version, lead_id)
    where closed_at is null and score is not null and retry_at is null;
