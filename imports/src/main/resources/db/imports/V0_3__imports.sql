-- Files that are imported row by row; the module imports owns these tables in the databases of the services that use it.

create table import_job (
    id           uuid        primary key,
    kind         text        not null,
    file_name    text,
    state        text        not null check (state in ('receiving', 'running', 'completed')),
    created_by   text        not null,
    created_at   timestamptz not null default now(),
    completed_at timestamptz,
    traceparent  text        not null
);
create index import_job_newest on import_job (created_at desc, id desc);
create index import_job_running on import_job (id) where state = 'running';

create table import_row (
    import_id  uuid        not null references import_job (id) on delete cascade,
    row_number int         not null,
    state      text        not null check (state in ('pending', 'waiting', 'imported', 'skipped', 'refused')),
    content    text,
    message    text,
    retry_at   timestamptz not null default now(),
    primary key (import_id, row_number)
);
create index import_row_open on import_row (retry_at, import_id, row_number) where state in ('pending', 'waiting');
create index import_row_told on import_row (import_id, row_number) where message is not null;
comment on column import_row.content is 'The mapped row; forgotten as soon as the row is done.';

create table imported_row (
    kind         text  not null,
    content_hash bytea not null,
    primary key (kind, content_hash)
);
comment on table imported_row is 'Contents that were imported before: the same row again is skipped.';
