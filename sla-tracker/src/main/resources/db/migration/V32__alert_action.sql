-- An alert says what the agreement wants, so that who is told can tell a reminder of the rep from one for the manager.

alter table alert add column action text;
comment on column alert.action is 'remind, escalate or reassign; empty for a warning, and for breaches from before this column.';
