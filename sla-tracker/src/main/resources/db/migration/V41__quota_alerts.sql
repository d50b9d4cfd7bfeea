-- Alerts of the month's quotas, beside those of clocks.

alter table alert
    drop constraint alert_kind_check,
    alter column clock_id drop not null,
    alter column clock drop not null,
    alter column lead_id drop not null,
    alter column round drop not null,
    alter column share drop not null,
    add column quota_id text references quota,
    add column quota_version bigint,
    add column quota text;
alter table alert
    add constraint alert_of_one check ((clock_id is null) <> (quota_id is null)),
    add constraint alert_kind_check check (case
        when quota_id is null then kind in ('warned', 'breached', 'escalated')
        else kind in ('warned', 'missed') end);
comment on column alert.quota is 'Where it stood then, as JSON.';
comment on column alert.share is 'Of the promised time that is used up; 1 for a breach, 1 + n for the ladder''s nth rung. '
    'Of a quota: the agreed share of what should be delivered, below which it is; empty when it is missed.';

-- What was told of a quota raises one alert, whatever the code does.
create unique index alert_of_quota_once on alert (quota_id, quota_version) where quota_id is not null;
create index alert_of_quotas on alert (alert_id desc) where quota_id is not null;

alter table quota add column behind boolean not null default false;
comment on column quota.behind is 'Whether what was told last still holds: it is missed, or behind what it was warned of.';

alter table alertmanager_told drop constraint alertmanager_told_pkey;
alter table alertmanager_told alter column clock_id drop not null, add column quota_id text;
create unique index alertmanager_told_once on alertmanager_told (clock_id, quota_id, kind) nulls not distinct;
