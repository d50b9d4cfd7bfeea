-- The text that the two sides are talking about, until both have signed it.

create table agreement_draft (
    the_only   boolean     primary key default true check (the_only),
    version    int         not null,
    sha256     text        not null,
    document   text        not null,
    written_by text        not null,
    written_at timestamptz not null
);
comment on column agreement_draft.version is 'That it gets when both have signed.';

create table agreement_draft_signature (
    party         text        primary key check (party in ('marketing', 'sales')),
    signed_by     text        not null,
    signed_at     timestamptz not null,
    in_force_from timestamptz
);
comment on column agreement_draft_signature.in_force_from is 'Empty: as soon as both have signed.';
