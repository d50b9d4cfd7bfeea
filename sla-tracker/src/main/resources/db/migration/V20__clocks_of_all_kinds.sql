-- Clocks of all kinds: also without a hand-off, several in turn, paused, with a ladder after the breach.

alter table lead
    add column qualified_at timestamptz,
    add column offered_at   timestamptz,
    add column open_handoff uuid,
    add column closed_handoff uuid,
    add column closed_at      timestamptz;
comment on column lead.closed_handoff is 'The latest with an outcome: outcomes travel on a topic of their own and may be heard of first.';
comment on column lead.open_handoff is 'Offered or accepted: a lead that qualifies meanwhile is owed no other offer.';

alter table clock
    alter column handoff_id drop not null,
    add column subject_id  uuid,
    add column kind        text        not null default 'ACCEPTANCE',
    add column turn        int         not null default 1,
    add column within      text        not null default '',
    add column calendar    text        not null default '',
    add column rep_zone    text,
    add column country     text,
    add column pauses      text        not null default '[]',
    add column attempts    text        not null default '[]',
    add column ladder      text        not null default '[]',
    add column rungs       int         not null default 0,
    add column paused_at   timestamptz,
    add column step_set_at timestamptz;
update clock set subject_id = handoff_id;
alter table clock
    alter column subject_id set not null,
    drop constraint clock_handoff_id_clock_key,
    drop constraint clock_state_check,
    drop constraint clock_check,
    drop constraint clock_check1,
    add constraint clock_state_check
        check (state in ('running', 'warned', 'paused', 'met', 'breached', 'cancelled')),
    add constraint clock_looked_at check (case
        when state in ('running', 'warned') then next_at is not null
        when state = 'breached' then true
        else next_at is null end),
    add constraint clock_ended check ((state in ('running', 'warned', 'paused')) = (ended_at is null)),
    add constraint clock_paused check ((state = 'paused') = (paused_at is not null));
create unique index clock_once on clock (subject_id, clock, turn);
create index clock_open_by_agreement on clock (agreement_version) where state in ('running', 'warned', 'paused');

comment on column clock.subject_id is 'The hand-off, or the lead before it has one.';
comment on column clock.turn is 'Of clocks that run again: each next step that is owed, each qualification that wants an offer.';
comment on column clock.pauses is 'JSON list of {from, until}: the part of the hand-off''s that was taken into account.';
comment on column clock.attempts is 'JSON list of {at, result}: the attempts that were heard of.';
comment on column clock.ladder is 'JSON list of {action, at}: what else happens while it stays broken; rungs says how many were taken.';
comment on column clock.next_at is 'When the timer must look at it: the next warning, the due time, or after it the next rung.';

alter table alert alter column handoff_id drop not null;
alter table alert drop constraint alert_kind_check;
alter table alert add constraint alert_kind_check check (kind in ('warned', 'breached', 'escalated'));
comment on column alert.share is 'Of the promised time that is used up; 1 for a breach, 1 + n for the ladder''s nth rung.';
