-- Clocks are fired by one statement each batch, beside a million that are open.

-- A clock that is broken again later, after a pause that was heard of late had undone the breach, raises an alert of its own.
drop index alert_once;
create unique index alert_once on alert (clock_id, kind, share, due_at);

-- Fired clocks leave dead entries at the front of the index of those that are due. A fifth of a million would be many.
alter table clock set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02);
