-- When the next daily mail is due, and how the last one went. Of several trackers the one that moves it on writes.

create table digest_turn (
    the_only   boolean     primary key default true check (the_only),
    next_at    timestamptz,
    sent_at    timestamptz,
    failures   int         not null default 0,
    last_error text
);
comment on column digest_turn.next_at is 'Empty: not planned yet. While somebody sends it, when another may try.';
comment on column digest_turn.failures is 'Since the last that was sent.';
insert into digest_turn default values;
