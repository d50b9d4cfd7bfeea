-- Promises to a lead pause, the next step is known, and a broken promise may cost a rep an accepted lead.

alter table handoff drop constraint handoff_state_check;
alter table handoff add constraint handoff_state_check
    check (state in ('offered', 'accepted', 'rejected', 'expired', 'withdrawn', 'closed'));

alter table handoff
    add column pauses           text not null default '[]',
    add column next_step        text,
    add column next_step_at     timestamptz,
    add column next_step_set_at timestamptz,
    add column last_attempt_at  timestamptz;
comment on column handoff.pauses is 'JSON list of {from, until}, oldest first; the last has no end while it is paused.';
